"""Find the finished files that lack what an e-book's accessibility claims need.

Each function's docstring names what is needed.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from bindery.document.model import MATHML, Element
from bindery.finished.documents import (
    HEADINGS,
    described_at_length,
    has_frames,
    images,
    is_described,
    is_told_to_move,
    page_breaks,
    plays,
    undescribed,
    words_of,
)
from bindery.finished.epub import FinishedEpub
from bindery.finished.styles import animates, fixes_appearance, moves_text, styles_that

Found = TypeVar("Found")

_LOCKS = ("encryption.xml", "rights.xml", "license.lcpl")
_PICTURES = frozenset({"image/gif", "image/png", "image/apng", "image/webp", "image/avif"})


def text(book: FinishedEpub) -> Iterator[str]:
    """Text."""
    if not any(words_of(root) for root in book.documents.values()):
        yield book.package


def picture(book: FinishedEpub) -> Iterator[str]:
    """A picture."""
    if not _all(book, images):
        yield book.package


def silence(book: FinishedEpub) -> Iterator[str]:
    """No sound or film."""
    return (name for name, root in book.documents.items() if plays(root))


def words(book: FinishedEpub) -> Iterator[str]:
    """A text alternative for every picture and formula, and no sound or film."""
    yield from silence(book)
    yield from (name for name, _ in _all(book, undescribed))


def alternatives(book: FinishedEpub) -> Iterator[str]:
    """Pictures, and a text alternative for every picture and formula."""
    yield from (name for name, _ in _all(book, undescribed))
    if not any(is_described(one) for _, one in _all(book, images)):
        yield book.package


def long_descriptions(book: FinishedEpub) -> Iterator[str]:
    """Descriptions that pictures refer to, none of them missing."""
    found = _all(book, described_at_length)
    yield from (name for name, details in found if details is None)
    if not found:
        yield book.package


def formulas(book: FinishedEpub) -> Iterator[str]:
    """MathML."""
    if not _all(book, lambda root: root.iter(f"{MATHML}math")):
        yield book.package


def contents(book: FinishedEpub) -> Iterator[str]:
    """A table of contents whose every entry leads somewhere."""
    links = book.navigation_links("toc")
    if not links or any(book.target(book.navigation, link) is None for link in links):
        yield book.navigation or book.package


def heading_order(book: FinishedEpub) -> Iterator[str]:
    """A heading for every text, the first of level one, and no level skipped."""
    for name, root in book.documents.items():
        levels = [int(str(heading.tag)[-1]) for heading in root.iter(*HEADINGS)]
        steps = (deeper - level for level, deeper in zip([0, *levels], levels, strict=False))
        if (
            any(step > 1 for step in steps)
            or levels.count(1) > 1
            or (words_of(root) and not levels)
        ):
            yield name


def order_as_written(book: FinishedEpub) -> Iterator[str]:
    """No style that shows text elsewhere than where it is read."""
    return styles_that(book, moves_text)


def free_appearance(book: FinishedEpub) -> Iterator[str]:
    """No style that readers cannot override."""
    if ("rendition:layout", "pre-paginated") in {claim[:2] for claim in book.properties}:
        yield book.package
    yield from styles_that(book, fixes_appearance, of_text=True)


def roles(book: FinishedEpub) -> Iterator[str]:
    """Roles of WAI-ARIA."""
    if not _all(book, lambda root: root.iterfind(".//*[@role]")):
        yield book.package


def openness(book: FinishedEpub) -> Iterator[str]:
    """No file of encryption or licences."""
    return (name for name in book.resources if name.endswith(_LOCKS))


def markers(book: FinishedEpub) -> Iterator[str]:
    """Page break markers, each with an ``id`` and a page number in ``aria-label``."""
    found = _all(book, page_breaks)
    yield from (name for name, one in found if not (one.get("id") and one.get("aria-label")))
    if not found:
        yield book.package


def page_list(book: FinishedEpub) -> Iterator[str]:
    """A page list with every marker, in order, and nothing else; and the source of the pages."""
    breaks = [one for _, one in _all(book, page_breaks)]
    listed = [book.target(book.navigation, link) for link in book.navigation_links("page-list")]
    if not listed or listed != breaks:
        yield book.navigation or book.package
    if "pageBreakSource" not in {name for name, _, _ in book.properties}:
        yield book.package


def stillness(book: FinishedEpub) -> Iterator[str]:
    """Nothing that moves, or that could be made to move."""
    yield from (name for name, root in book.documents.items() if is_told_to_move(root))
    yield from styles_that(book, animates)
    for name, resource in book.resources.items():
        if resource.media_type in _PICTURES and has_frames(resource.content):
            yield name


def safety(book: FinishedEpub) -> Iterator[str]:
    """Nothing that moves, and no sound or film."""
    yield from silence(book)
    yield from stillness(book)


def evaluator(book: FinishedEpub) -> Iterator[str]:
    """Metadata on who evaluated the book, and when."""
    if not {"a11y:certifiedBy", "dcterms:date"} <= {name for name, _, _ in book.properties}:
        yield book.package


def nothing(_book: FinishedEpub) -> Iterator[str]:
    """Nothing, because the claim says that something is unknown."""
    return iter(())


def proof(book: FinishedEpub) -> Iterator[str]:
    """Proof, which no file has for a claim that is not in the table."""
    yield book.package


def _all(
    book: FinishedEpub, found_in: Callable[[Element], Iterable[Found]]
) -> list[tuple[str, Found]]:
    """Return what is ``found_in`` each document, in reading order, with the document's name."""
    return [(name, one) for name, root in book.documents.items() for one in found_in(root)]
