"""Every file that the summary offers exists, and has the type, size and pages stated.

## Why

Readers who pay for data, or whose screen reader takes a minute to open 600 pages, choose by this
information. A link to a missing file is an error on the page.

## Hvorfor

Hver fil som sammendraget tilbyr, finnes, og har den oppgitte typen, størrelsen og antallet sider.
Lesere som betaler for data, eller som har en skjermleser som bruker et minutt på å åpne 600 sider,
velger etter disse opplysningene. En lenke til en fil som mangler, virker ikke.

## Fails

In `kart-og-tall.html`:

```diff kart-og-tall.html
-<a href="kart-og-tall.epub"
+<a href="kart.epub"
```

In `kart-og-tall.html`:

```diff kart-og-tall.html
-(6 sider,
+(60 sider,
```

In `kart-og-tall.html`:

```diff kart-og-tall.html
-type="application/pdf" download
+type="application/epub+zip" download
```

## Passes

```diff kart-og-tall.html
-<a href="kart-og-tall.epub"
+<a href="./kart-og-tall.epub"
```

## Clauses

- WCAG 2.2: 2.4.4 Link Purpose (In Context) (A), technique G201
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from bindery.document.model import Element, text_of
from bindery.finished.documents import FinishedPage
from bindery.finished.opened import OfferedFile, offered_file
from bindery.locales import Locale, locale_of
from bindery.rules.editions._finished import told
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Extent, Rule
from bindery.vocabulary.text import Text, Unit

_SIZE = re.compile(r"(\d+)(?:[.,](\d))?\s(kB|MB)")
_NUMBER = re.compile(r"[0-9]+")
_BYTES = {"kB": 1_000, "MB": 1_000_000}

GONE = Text(
    nb="Filen {file} finnes ikke ved siden av nettsiden, eller kan ikke åpnes.",
    en="The file {file} is not beside the page, or cannot be opened.",
)
DIFFERS = Text(
    nb="På siden er {what} for {file} oppgitt som «{said}», men det er «{found}».",
    en="Wrong {what} for {file}: the page says “{said}”, but it is “{found}”.",
)
_KIND = Text(nb="typen", en="type")
_LENGTH = Text(nb="antall sider", en="number of pages")
_WEIGHT = Text(nb="størrelsen", en="size")


def find(book: FinishedPage) -> Iterator[Finding]:
    """Missing files, and statements on the page that are not true of them."""
    locale = locale_of(book.root.get("lang") or "")
    for name, link in _downloads(book):
        file = unquote(link.get("href") or "")
        offered = offered_file(book.folder / file)
        if offered is None:
            yield told(RULE, book, name, GONE.filled(file=file))
            continue
        for what, said, found in _differences(link, offered, locale):
            message = DIFFERS.filled(file=file, what=what, said=said, found=found)
            yield told(RULE, book, name, message)


def _differences(
    link: Element, offered: OfferedFile, locale: Locale
) -> Iterator[tuple[Text, str, str]]:
    text = text_of(link)
    if (kind := link.get("type")) and kind != offered.media_type:
        yield _KIND, kind, offered.media_type
    pages = next((one for one in _pages(text, locale) if int(one) != offered.pages), None)
    if pages is not None:
        yield _LENGTH, pages, str(offered.pages)
    if size := _SIZE.search(text):
        unit = _BYTES[size[3]]
        step = unit // 10 if size[2] else unit
        said = int(size[1]) * unit + int(size[2] or 0) * step
        if abs(said - offered.size) > step // 2 and said > unit:
            yield _WEIGHT, size[0], f"{offered.size / unit:.1f} {size[3]}"


def _pages(text: str, locale: Locale) -> Iterator[str]:
    """The numbers of pages in ``text``, in any plural form of its language."""
    for pattern, _ in locale.patterns("units.pages"):
        if (said := pattern.search(text)) and (number := _NUMBER.match(said[0])):
            yield number[0]


def _downloads(book: FinishedPage) -> list[tuple[str, Element]]:
    return [(name, link) for name, link in book.every("a") if "download" in link.attrib]


_DOWNLOADS: Extent[FinishedPage] = Extent(
    Unit(nb=("fil", "filer"), en=("file", "files")), lambda book: len(_downloads(book))
)

RULE = Rule("summary-downloads-are-as-told", Severity.ERROR, find, _DOWNLOADS)
