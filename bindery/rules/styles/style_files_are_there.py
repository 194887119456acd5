"""The files that style sheets refer to are in the edition.

## Why

Editions are complete: the summary is one file, the e-book has what the manuscript has, and nothing
is fetched from the network. If a style refers to a typeface or a picture elsewhere, it is missing,
and the page looks different. Fetching it would also reveal who is reading.

## Hvorfor

Filene et stilark viser til, er med i utgaven. Utgavene er komplette: Sammendraget er én fil, e-boka
har det manuset har, og ingenting hentes fra nettet. En skrift eller et bilde som ligger et annet
sted, mangler, og siden ser annerledes ut. Henting ville også avsløre hvem som leser.

## Fails

Line 1 of `tokens.css`:

```css tokens.css
@import "campaign.css";
```

Line 1 of `summary/summary.css`:

```css summary/summary.css
.lead { cursor: url(pointer.png), auto; }
```

Line 3 of `print/print.css`:

```css print/print.css
@font-face {
  font-family: "Our Sans";
  src: url(../fonts/OurSans.ttf);
}
```

## Passes

```css print/print.css
@font-face { font-family: "Our Sans"; src: url(../fonts/Andika-Regular.ttf); }
```

```css summary/summary.css
.lead { cursor: url(data:image/png;base64,AAAA), auto; }
```

## Clauses

- EPUB 3.3: 3.6 (resources outside the book)
"""

import posixpath
from collections.abc import Iterator, Sequence
from urllib.parse import unquote

from tinycss2.ast import Node

from bindery.manuscript.files import composed
from bindery.rules.cascade.sheets import Sheet
from bindery.rules.cascade.styles import Styles
from bindery.rules.styles._shared import DECLARATIONS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

IMPORT = Text(
    nb="@import gjør ingenting her: Utgavene henter ikke andre stilark.",
    en="@import does nothing here: editions fetch no other style sheets.",
)
PUT_IN = Text(
    nb="Lim inn reglene fra det andre stilarket her.",
    en="Paste the rules of the other sheet here.",
)
NETWORK = Text(
    nb="«{address}» ligger på nettet, og utgavene henter ingenting derfra.",
    en="“{address}” is on the network, and editions fetch nothing from there.",
)
MISSING = Text(
    nb="Filen «{address}» finnes ikke i templates/ eller i manuset.",
    en="The file “{address}” is not in templates/ or in the manuscript.",
)
NOT_IN_PAGE = Text(
    nb="«{address}» blir ikke med: Sidene på skjerm har ingen filer fra stilarkene.",
    en="“{address}” is left out: pages on screens have no files from style sheets.",
)
SAVE_IT = Text(
    nb="Legg filen i templates/, og skriv adressen ut fra mappen til stilarket.",
    en="Save the file in templates/, and write its address relative to the sheet’s folder.",
)
DO_WITHOUT = Text(
    nb="Slett linjen hvis siden ikke trenger den. Ellers skriv filen inn som data:.",
    en="Delete the line if the page does not need it. Otherwise write the file into it as data:.",
)


def find(styles: Styles) -> Iterator[Finding]:
    """Addresses without a file, and sheets imported by other sheets."""
    for sheet in styles.sheets.values():
        for location, _ in sheet.imports:
            yield Finding(RULE.name, RULE.severity, location, IMPORT, PUT_IN)
        for declared in (*sheet.declared, *sheet.descriptors):
            for address in _addresses(declared.value):
                for message, hint in _lost(styles, sheet, address):
                    said = message.filled(address=address)
                    yield Finding(RULE.name, RULE.severity, declared.location, said, hint)


def _lost(styles: Styles, sheet: Sheet, address: str) -> Iterator[tuple[Text, Text]]:
    if address.startswith(("data:", "#")) or not address:
        return
    if "//" in address or address.partition("/")[0].endswith(":"):
        yield NETWORK, SAVE_IT
    elif not sheet.name.startswith("print/"):
        yield NOT_IN_PAGE, DO_WITHOUT
    else:
        path = posixpath.normpath(
            posixpath.join("print", unquote(address.split("#", maxsplit=1)[0]))
        )
        if composed(path) not in styles.images and not styles.is_there(path):
            yield MISSING, SAVE_IT


def _addresses(nodes: Sequence[Node]) -> Iterator[str]:
    for node in nodes:
        if node.type == "url":
            yield node.value
        elif node.type == "function" and node.lower_name in ("url", "src"):
            yield from (one.value for one in node.arguments if one.type == "string")
        elif node.type == "function":
            yield from _addresses(node.arguments)


RULE = Rule("style-files-are-there", Severity.ERROR, find, DECLARATIONS)
