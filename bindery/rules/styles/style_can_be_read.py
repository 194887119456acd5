"""Every rule of a style sheet can be parsed.

## Why

Browsers silently skip what they cannot parse. If a bracket is never closed, all rules below it are
lost, and with them sizes and colours that some readers need.

## Hvorfor

Hver regel i et stilark kan leses. Nettlesere hopper over det de ikke kan lese, uten å si fra. Hvis
en krøllparentes aldri blir lukket, går alle reglene under den tapt. Da mister noen lesere
størrelser og farger de trenger.

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
    nb=" Stilen virker derfor ikke, og siden får et annet utseende.",
    en=" The style therefore has no effect, and the page looks different.",
)
FAULTS = {
    "unclosed": (
        Text(
            nb="Klammen { blir aldri lukket.",
            en="The bracket { is never closed.",
        ),
        Text(
            nb="Skriv } der regelen slutter.",
            en="Write a } where the rule ends.",
        ),
    ),
    "bracket": (
        Text(nb="Parentesen blir aldri lukket.", en="The bracket is never closed."),
        Text(
            nb="Skriv ) der parentesen slutter, som i var(--ink).",
            en="Write a ) where it ends, as in var(--ink).",
        ),
    ),
    "comment": (
        Text(nb="Kommentaren blir aldri lukket.", en="The comment is never closed."),
        Text(nb="Skriv */ der kommentaren slutter.", en="Write a */ where the comment ends."),
    ),
    "semicolon": (
        Text(
            nb="To stilregler er blitt til én.",
            en="Two declarations have become one.",
        ),
        Text(
            nb="Skriv semikolon etter den første.",
            en="Write a semicolon after the first.",
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
            nb="Velgeren kan ikke leses, så regelen gjelder ingen elementer.",
            en="The selector cannot be parsed, so the rule applies to no elements.",
        ),
        Text(
            nb="Se etter skrivefeil foran {, og etter en } for mye ovenfor.",
            en="Look for a typo before the {, and for one } too many above.",
        ),
    ),
    "at-rule": (
        Text(
            nb="Nettlesere støtter ikke ordet etter @.",
            en="Browsers do not support the word after the @.",
        ),
        Text(
            nb="Se etter skrivefeil: @media, @supports, @page, @font-face.",
            en="Look for a typo: @media, @supports, @page, @font-face.",
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
