"""Messages, extents and tests that several rules on finished editions share."""

from collections.abc import Callable, Iterable
from typing import Any

from bindery.document.model import Element, text_of
from bindery.finished.documents import XHTML, Finished, headings, images, is_a, page_breaks
from bindery.finished.epub import FinishedEpub
from bindery.tools.installation import COMMAND
from bindery.tools.makers import report_it
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.rule import Extent, Rule
from bindery.vocabulary.text import Text, Unit, squeezed

REBUILD = Text(
    nb=f"Kjør {COMMAND} build. Hvis feilen er der fortsatt, rett publikasjonens templates/. Hvis"
    " den ikke har egne maler: {report}",
    en=f"Run {COMMAND} build. If the fault remains, fix the publication’s templates/. If it has no"
    " templates: {report}",
).filled(report=report_it())
IN_THE_MANUSCRIPT = Text(
    nb=f"Rett det i manuset, og kjør {COMMAND} build.",
    en=f"Fix it in the manuscript, and run {COMMAND} build.",
)
MANUSCRIPT_FIRST = Text(
    nb=f"Hvis manuset har samme feil, rett den der, og kjør {COMMAND} build. Hvis ikke, rett"
    " publikasjonens templates/. Hvis den ikke har egne maler: {report}",
    en=f"If the manuscript has the same fault, fix it there, and run {COMMAND} build. If not, fix"
    " the publication’s templates/. If it has no templates: {report}",
).filled(report=report_it())
BLAMES_BINDERY = frozenset({REBUILD, MANUSCRIPT_FIRST})
"""The hints by which bindery may be at fault."""

_IN_FILE = Text(nb="I {file}: {message}", en="In {file}: {message}")
_LONGEST = 60


def told(
    rule: Rule[Any], book: Finished, file: str, message: Text, hint: Text = REBUILD
) -> Finding:
    """The finding that one ``file`` of the finished ``book`` breaks ``rule``."""
    if not book.subject.endswith(file):
        message = _IN_FILE.filled(file=file, message=_capitalised(message))
    return Finding(rule.name, rule.severity, Location(book.subject), _capitalised(message), hint)


def _capitalised(message: Text) -> Text:
    return Text(
        nb=message.nb[:1].upper() + message.nb[1:], en=message.en[:1].upper() + message.en[1:]
    )


def shortened(text: str) -> str:
    """``text`` on one line, cut to a length that fits in a message."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def _every(*tags: str) -> Callable[[Finished], int]:
    return lambda book: sum(1 for _ in book.every(*tags))


def _each(found_in: Callable[[Element], Iterable[Element]]) -> Callable[[Finished], int]:
    return lambda book: sum(1 for root in book.documents.values() for _ in found_in(root))


def _notes(root: Element) -> list[Element]:
    return [one for one in root.iter("{*}*") if is_a(one, "noteref")]


DOCUMENTS: Extent[Finished] = Extent(
    Unit(nb=("dokument", "dokumenter"), en=("document", "documents")),
    lambda book: len(book.documents),
)
HEADINGS = Extent(
    Unit(nb=("overskrift", "overskrifter"), en=("heading", "headings")), _each(headings)
)
LINKS = Extent(Unit(nb=("lenke", "lenker"), en=("link", "links")), _every("a"))
TABLES = Extent(Unit(nb=("tabell", "tabeller"), en=("table", "tables")), _every("table"))
IMAGES = Extent(Unit(nb=("bilde", "bilder"), en=("image", "images")), _each(images))
NOTES = Extent(Unit(nb=("note", "noter"), en=("note", "notes")), _each(_notes))
PAGE_BREAKS = Extent(
    Unit(nb=("sideskift", "sideskift"), en=("page break", "page breaks")), _each(page_breaks)
)


CLAIMS: Extent[FinishedEpub] = Extent(
    Unit(nb=("opplysning", "opplysninger"), en=("claim", "claims")),
    lambda book: len(book.properties),
)


def is_cover(root: Element) -> bool:
    """Whether the document contains the cover."""
    return any(is_a(one, "cover") for one in root.iter("{*}*"))


def is_title_page(book: FinishedEpub, root: Element) -> bool:
    """Whether a heading of the document is the book's title."""
    titles = [squeezed(value) for name, value, _ in book.dublin_core if name == "title"]
    return any(squeezed(text_of(heading)) in titles for heading in headings(root))


def is_contents(root: Element) -> bool:
    """Whether the document contains a table of contents."""
    return any(is_a(nav, "toc") for nav in root.iter(f"{XHTML}nav"))


def is_front(book: FinishedEpub, root: Element) -> bool:
    """Whether the document has the cover, the contents or the title page."""
    return is_cover(root) or is_contents(root) or is_title_page(book, root)
