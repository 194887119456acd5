"""What several rules on eBraille share: the package as it is written, and questions to it."""

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from bindery.document.model import Element
from bindery.finished.documents import TYPE_ATTRIBUTE, XHTML
from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._finished import shortened
from bindery.vocabulary.rule import Extent
from bindery.vocabulary.text import Text, Unit

NAVIGATION, PACKAGE = "index.html", "package.opf"
OPF = "{http://www.idpf.org/2007/opf}"

_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_CELLS = re.compile("[\u2800-\u28ff\\s\u00a0\u00ad]*")

FILES: Extent[FinishedEpub] = Extent(
    Unit(nb=("fil", "filer"), en=("file", "files")), lambda book: len(book.resources)
)

MISSING = Text(nb="«{name}» mangler.", en="“{name}” is missing.")
TWICE = Text(
    nb="«{name}» står {count} ganger. Det skal stå én gang.",
    en="“{name}” is there {count} times. It must be there once.",
)
UNKNOWN = Text(
    nb="«{name}» er «{value}». Det skal være {values}.",
    en="“{name}” is “{value}”. It must be {values}.",
)


def package_of(book: FinishedEpub) -> Element:
    """The package document, as it is written."""
    return etree.fromstring(book.resources[book.package].content, _PARSER)


def is_cells(text: str | None) -> bool:
    """Whether ``text`` is cells of braille and white space only."""
    return _CELLS.fullmatch(text or "") is not None


def page_lists(root: Element) -> list[Element]:
    """The lists of printed pages in the navigation document."""
    return [nav for nav in root.iter(f"{XHTML}nav") if "page-list" in kinds(nav)]


def kinds(nav: Element) -> list[str]:
    """The kinds of a list in the navigation document: ``toc``, ``page-list``."""
    return (nav.get(TYPE_ATTRIBUTE) or "").split()


def core(book: FinishedEpub, name: str) -> tuple[str, ...]:
    """The values of an element of Dublin Core."""
    return tuple(value for one, value, _ in book.dublin_core if one == name)


def not_one_of(name: str, values: tuple[str, ...], known: Sequence[str]) -> Iterator[Text]:
    """What is wrong if ``name`` has not exactly one value, or one that is not ``known``."""
    yield from not_once(name, values)
    for value in values:
        if value and value not in known:
            yield UNKNOWN.filled(name=name, value=shortened(value), values=", ".join(known))


def not_once(name: str, values: tuple[str, ...]) -> Iterator[Text]:
    """What is wrong if ``name`` has no value, an empty one, or several."""
    if not any(values):
        yield MISSING.filled(name=name)
    elif len(values) > 1:
        yield TWICE.filled(name=name, count=len(values))
