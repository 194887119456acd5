"""Lay out a book part by part, until the page numbers that they print of each other are right."""

from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib import import_module
from itertools import pairwise
from typing import NamedTuple, cast
from xml.etree import ElementTree

from bindery.editions.pdf.drawn import DrawnPage, DrawnPart, unpacked
from bindery.editions.pdf.index_pages import join_pages
from bindery.editions.pdf.marks_elsewhere import name_pages
from bindery.editions.pdf.orders import ApartError, Book, Order, Styled, Wanted, Written
from bindery.editions.pdf.parts import Part, page_numbers, parts_of
from bindery.editions.pdf.styles_apart import restarting_pages
from bindery.manuscript.files import files_below
from bindery.tools.elsewhere import Place
from bindery.vocabulary.keeping import Keeper

_ROUNDS = 8
"""How often the parts that print page numbers are laid out, as WeasyPrint does with a book."""


_Numbers = Mapping[str, int]
"""The page numbers of targets, by their names."""


@dataclass(frozen=True, slots=True)
class _Laid:
    """The parts of a book as they were drawn, packed and not."""

    parts: Sequence[Part]
    packed: tuple[bytes, ...]
    drawn: Sequence[DrawnPart]

    @property
    def pages(self) -> list[DrawnPage]:
        """The pages of all parts."""
        return [page for part in self.drawn for page in part.pages]

    def say(self, numbers: _Numbers) -> bool:
        """Whether what the parts say of each other's pages is as in ``numbers``."""
        return all(
            numbers.get(name, 0) == number
            for part in self.drawn
            for name, number in part.asked.items()
        )

    def begin_pages(self) -> bool:
        """Whether each part begins on a new page also where they are laid out in one piece."""
        rows = pairwise(zip(self.parts, self.drawn, strict=True))
        return all(
            before.closes != after.opens
            or any(
                breaks
                for number, breaks in zip((*part.around, part.first), after.breaks, strict=True)
                if number not in earlier.around
            )
            for (earlier, before), (part, after) in rows
        )


class _Kept(NamedTuple):
    """A part as it is kept, and as it is used."""

    packed: bytes
    part: DrawnPart


class Apart:
    """A book that is laid out in parts, ``beside``; those that are as they were are recalled.

    Raises ``ApartError`` if its styles do not allow it.
    """

    def __init__(
        self, tree: ElementTree.Element, styled: Styled, beside: Place, keeper: Keeper
    ) -> None:
        self._tree = tree
        self._styled = styled
        self._beside = beside
        self._keeper = keeper
        self._restarts = restarting_pages(styled.css, tree)
        self._known: dict[str, _Kept] = {}
        self._look = _digest_of(styled, beside.run(_engine))

    def written(self, wanted: Wanted) -> Written:
        """The files of the book."""
        laid = self._settled()
        pages = laid.pages
        elsewhere = name_pages(self._tree, pages)
        if join_pages(self._tree, pages) or elsewhere:
            laid = self._settled()
            pages = laid.pages
        if not laid.begin_pages():
            raise ApartError
        places = tuple((part.first, part.around) for part in laid.parts)
        numbers = page_numbers([page.kind for page in pages], self._restarts)
        whole = ElementTree.tostring(self._tree)
        styled = self._with_files_of(b"")
        book = Book(whole, styled, laid.packed, places, tuple(numbers))
        return self._beside.run(_bind, book, wanted)

    def _settled(self) -> _Laid:
        """The book, laid out until the page numbers that its parts print are those they have."""
        parts = parts_of(self._tree)
        targets = [set(part.targets) for part in parts]
        # Those that print some are first laid out only, to count their pages.
        numbers: _Numbers | None = None
        for _ in range(_ROUNDS):
            asked = [_of(names, numbers) for names in targets]
            kept = self._kept([*map(self._order, parts, asked)])
            laid = _Laid(parts, tuple(one.packed for one in kept), [one.part for one in kept])
            numbers = self._numbers(laid.pages)
            if None not in asked and laid.say(numbers):
                return laid
            for names, part in zip(targets, laid.drawn, strict=True):
                names.update(part.asked)
        raise ApartError

    def _order(self, part: Part, numbers: _Numbers | None) -> Order:
        return Order(part.page, self._with_files_of(part.page), len(part.around), numbers)

    def _numbers(self, pages: Sequence[DrawnPage]) -> dict[str, int]:
        """The page number of each target."""
        found: dict[str, int] = {}
        numbers = page_numbers([page.kind for page in pages], self._restarts)
        for page, number in zip(pages, numbers, strict=True):
            for name in page.anchors:
                found.setdefault(name, number)
        return found

    def _kept(self, orders: Sequence[Order]) -> list[_Kept]:
        """Each part that is wanted, as it was drawn before or is now."""
        keys = [*map(self._key, orders)]
        missing = {
            key: order
            for key, order in zip(keys, orders, strict=True)
            if key not in self._known and not self._recalled(key)
        }
        for key, content in self._drawn(missing).items():
            self._known[key] = _Kept(content, unpacked(content))
            self._keeper.keep(key, content)
        return [self._known[key] for key in keys]

    def _drawn(self, orders: Mapping[str, Order]) -> dict[str, bytes]:
        """The parts, packed: the longest is begun first, so that none is left alone in the end."""
        keys = sorted(orders, key=lambda key: -len(orders[key].page))
        if self._beside.at_once == 1:
            return {key: self._beside.run(_draw_part, orders[key]) for key in keys}
        with ThreadPoolExecutor(max_workers=self._beside.at_once) as threads:
            waiting = {
                key: threads.submit(self._beside.run, _draw_part, orders[key]) for key in keys
            }
            try:
                return {key: part.result() for key, part in waiting.items()}
            except BaseException:
                # A part that cannot be laid out is told at once.
                threads.shutdown(wait=False, cancel_futures=True)
                raise

    def _with_files_of(self, page: bytes) -> Styled:
        files = self._styled.files.named_in(page.decode(), self._styled.css)
        return replace(self._styled, files=files)

    def _recalled(self, key: str) -> bool:
        """Recall a part, if the files that it shows are as they were."""
        content = self._keeper.recall(key)
        if content is None:
            return False
        part, files = unpacked(content), self._styled.files
        if any(files.digest(path) != digest for path, digest in part.reads.items()):
            return False
        self._known[key] = _Kept(content, part)
        return True

    def _key(self, order: Order) -> str:
        digest = sha256(self._look)
        asked = None if order.numbers is None else sorted(order.numbers.items())
        digest.update(repr((order.depth, asked)).encode())
        digest.update(order.page)
        return digest.hexdigest()


def _of(names: Collection[str], numbers: _Numbers | None) -> _Numbers | None:
    """The page numbers of the targets with these ``names``; none, as long as some are not known."""
    if names and numbers is None:
        return None
    return {name: (numbers or {}).get(name, 0) for name in names}


def _digest_of(styled: Styled, engine: str) -> bytes:
    """A digest of what every part's look depends on."""
    digest = sha256(engine.encode())
    digest.update(sha256(styled.css.encode()).digest() + bytes([styled.both_directions]))
    for face in styled.files.templates.look.faces:
        digest.update(repr((face.role, face.weight, face.italic, face.digest)).encode())
    for folder in styled.files.templates.fonts:
        for file in files_below(folder):
            digest.update(sha256(file.name.encode()).digest() + sha256(file.read_bytes()).digest())
    return digest.digest()


def _engine() -> str:
    engine = import_module("bindery.editions.pdf.rendering").engine
    return cast(str, engine())


def _draw_part(order: Order) -> bytes:
    # Imported late, in the process that lays out: WeasyPrint takes longer than all the rest.
    typeset = import_module("bindery.editions.pdf.typeset")
    return cast(bytes, typeset.draw_part(order))


def _bind(book: Book, wanted: Wanted) -> Written:
    joining = import_module("bindery.editions.pdf.joining")
    return cast(Written, joining.bind(book, wanted))
