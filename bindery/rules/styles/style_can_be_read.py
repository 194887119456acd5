"""Every rule of a style sheet can be read.

## Why

A browser skips what it cannot read, and says nothing. A bracket that is never closed takes all the
rules below with it, and with them the sizes and colours that some readers cannot do without.

## Hvorfor

Hver regel i et stilark kan leses. En nettleser hopper over det den ikke kan lese, og sier ikke fra.
En krøllparentes som aldri blir lukket, tar med seg alle reglene under den. Da mister noen lesere
størrelsene og fargene de ikke kan være uten.

## Fails

Line 2 of `screen.css`:

```css screen.css
blockquote {
  margin: 1em
  padding: 1em;
}
```

Line 1 of `summary/summary.css`:

```css summary/summary.css
.lead { margin: 1em; }} .kept { margin: 0; }
```

Line 1 of `epub/epub.css`:

```css epub/epub.css
.colophon { margin-block: 2em;
.title-page { margin-block: 3em; }
```

Line 1 of `print/print.css`:

```css print/print.css
.address { padding-left: ; }
```

Line 1 of `print/large-print.css`:

```css print/large-print.css
.subtitle { color: var(--ink; }
```

Line 1 of `tokens.css`:

```css tokens.css
/* The colours of the autumn campaign
```

## Passes

```css screen.css
blockquote { margin: 1em; padding: 1em }
@supports (margin-trim: block) { blockquote { & p { margin: 0; } } }
```

## Clauses

- CSS Syntax Module Level 3: 2.2 Error handling
"""

from collections.abc import Iterator

from bindery.rules.cascade.styles import Styles
from bindery.rules.styles._shared import SHEETS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

LOST = Text(
    nb=" Det som står her, gjelder derfor ikke, og leseren får en annen side enn den dere laget.",
    en=" What stands here does not hold, and the reader gets another page than the one you made.",
)
FAULTS = {
    "unclosed": (
        Text(
            nb="Klammen { blir aldri lukket.",
            en="The bracket { is never closed.",
        ),
        Text(
            nb="Sett inn } der regelen er slutt.",
            en="Put a } where the rule ends.",
        ),
    ),
    "bracket": (
        Text(nb="Parentesen blir aldri lukket.", en="The bracket is never closed."),
        Text(
            nb="Sett inn ) der den er slutt, som i var(--ink).",
            en="Put a ) where it ends, as in var(--ink).",
        ),
    ),
    "comment": (
        Text(nb="Merknaden blir aldri lukket.", en="The comment is never closed."),
        Text(nb="Sett inn */ der merknaden er slutt.", en="Put a */ where the comment ends."),
    ),
    "semicolon": (
        Text(
            nb="To stilregler har rent sammen til én.",
            en="Two declarations have run together.",
        ),
        Text(
            nb="Sett inn semikolon etter den første av dem.",
            en="Put a semicolon after the first of them.",
        ),
    ),
    "empty": (
        Text(nb="Stilregelen har ingen verdi.", en="The declaration has no value."),
        Text(
            nb="Skriv verdien etter kolonet, eller slett linjen.",
            en="Write the value after the colon, or delete the line.",
        ),
    ),
    "selector": (
        Text(
            nb="Det går ikke å lese hvilke elementer regelen gjelder for.",
            en="Which elements the rule is for cannot be read.",
        ),
        Text(
            nb="Se etter skrivefeil foran {, og etter en } for mye like ovenfor.",
            en="Look for a misprint before the {, and for one } too many just above.",
        ),
    ),
    "at-rule": (
        Text(
            nb="Ingen nettleser kjenner ordet etter @.",
            en="No browser knows the word after the @.",
        ),
        Text(
            nb="Se etter skrivefeil: @media, @supports, @page, @font-face.",
            en="Look for a misprint: @media, @supports, @page, @font-face.",
        ),
    ),
    "unreadable": (
        Text(nb="Dette er ikke CSS.", en="This is not CSS."),
        Text(
            nb="Se etter manglende kolon, semikolon, anførselstegn eller parentes.",
            en="Look for a missing colon, semicolon, quotation mark or bracket.",
        ),
    ),
}


def find(styles: Styles) -> Iterator[Finding]:
    """Places that no browser can parse, the first of each line."""
    for sheet in styles.sheets.values():
        told: set[int | None] = set()
        for fault in sheet.faults:
            if fault.location.line not in told:
                told.add(fault.location.line)
                message, hint = FAULTS[fault.what]
                lost = Text(nb=message.nb + LOST.nb, en=message.en + LOST.en)
                yield Finding(RULE.name, RULE.severity, fault.location, lost, hint)


RULE = Rule("style-can-be-read", Severity.ERROR, find, SHEETS)
