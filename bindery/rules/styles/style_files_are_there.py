"""Files that style sheets ask for are in the edition.

## Why

Editions are whole: the summary is one file, the e-book has what the manuscript has, and nothing is
ever fetched from the network. A typeface or a picture that a style asks for elsewhere is missing,
and the page is not as its makers saw it. What is fetched would also tell others who is reading.

## Hvorfor

Filene et stilark ber om, er med i utgaven. Utgavene er hele: Sammendraget er én fil, e-boka har det
manuset har, og ingenting hentes fra nettet. En skrift eller et bilde som ligger et annet sted,
mangler, og leseren får en annen side enn den dere laget. Det som hentes, forteller også andre hvem
som leser.

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
    nb="Lim inn reglene fra det andre stilarket i dette.",
    en="Paste the rules of the other sheet into this one.",
)
NETWORK = Text(
    nb="«{address}» ligger på nettet, og utgavene henter ingenting derfra.",
    en="“{address}” is on the network, and editions fetch nothing from there.",
)
MISSING = Text(
    nb="Filen «{address}» finnes ikke i templates/ eller i manuskriptet.",
    en="The file “{address}” is not in templates/ or in the manuscript.",
)
NOT_IN_PAGE = Text(
    nb="«{address}» blir ikke med: Sidene på skjerm har ingen filer fra stilarkene.",
    en="“{address}” does not come along: pages on screens have no files from style sheets.",
)
SAVE_IT = Text(
    nb="Legg filen i templates/, og skriv adressen fra stilarkets egen mappe.",
    en="Save the file in templates/, and write its address from the sheet’s own folder.",
)
DO_WITHOUT = Text(
    nb="Greier siden seg uten, slett linjen. Ellers: skriv filen inn som data:.",
    en="Delete the line if the page can do without. Otherwise write the file into it as data:.",
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
