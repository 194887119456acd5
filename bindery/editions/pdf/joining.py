"""From drawn parts to files: join them, then add the structure that each standard requires."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pydyf
import weasyprint
from weasyprint.html import get_html_metadata
from weasyprint.pdf import build_fonts_dictionary, generate_pdf
from weasyprint.pdf.metadata import DocumentMetadata

from bindery.document.contents import PLACE, PageStart
from bindery.editions.pdf import typefaces
from bindery.editions.pdf.drawn import (
    COLOURS,
    FIRST,
    FONTS,
    PROFILE,
    RESOURCES,
    DrawnFont,
    DrawnObject,
    DrawnPart,
    unpacked,
)
from bindery.editions.pdf.fontconfig import use_only
from bindery.editions.pdf.margins import margins_of
from bindery.editions.pdf.metadata import About, xmp
from bindery.editions.pdf.orders import Book, Order, Wanted, Written
from bindery.editions.pdf.pdf_file import file_of, pack
from bindery.editions.pdf.rendering import OnlyTheBook, ParsedHTML, collector_off, listening
from bindery.editions.pdf.structure.annotations import (
    Destinations,
    Label,
    labels,
    number_tree,
    printed,
)
from bindery.editions.pdf.structure.marks import NOWHERE, PageMarks, moved
from bindery.editions.pdf.structure.objects import Raw, number_in, renumbered, text_string
from bindery.editions.pdf.structure.standards import Standards
from bindery.editions.pdf.structure.tree import Tree, build_tree, numbered
from bindery.editions.pdf.structure.write import write_tree
from bindery.editions.pdf.typeset import OPTIONS, draw, drawn_font
from bindery.locales.writing_direction import is_right_to_left


def bind_whole(order: Order, wanted: Wanted) -> Written:
    """Lay out the whole book in one piece, and write its files."""
    drawing = draw(order)
    pdf = _Joined(drawing.metadata, OnlyTheBook(order.styled.files))
    marks = pdf.add(drawing.part, (0, ()), [b""] * len(drawing.part.pages))
    pdf.add_fonts(drawing.part.fonts, drawing.fonts, None)
    return _written(pdf, drawing.tree, marks, wanted, drawing.part.remarks)


def bind(book: Book, wanted: Wanted) -> Written:
    """Join the parts, and write the files. Raises ``ApartError`` if they cannot be joined."""
    use_only(book.styled.work)
    fetcher = OnlyTheBook(book.styled.files)
    tree = ElementTree.fromstring(book.page)  # noqa: S314 - our own tree, entities resolved
    parts = tuple(map(unpacked, book.parts))
    pages = [page for part in parts for page in part.pages]
    with collector_off(), listening(fetcher) as remarks:
        margins = margins_of(tree, book.styled.css, fetcher, pages, book.numbers)
        pdf = _Joined(DocumentMetadata(**get_html_metadata(ParsedHTML(tree, fetcher))), fetcher)
        marks: list[PageMarks] = []
        for part, place in zip(parts, book.places, strict=True):
            at = len(marks)
            marks += pdf.add(part, place, margins.contents[at : at + len(part.pages)])
        for one, folio in zip(marks, margins.folios, strict=True):
            one.folio = folio
        used = [font for part in parts for font in part.fonts]
        used += map(drawn_font, margins.fonts.values())
        pdf.add_fonts(used, margins.fonts, margins.configuration)
        said = [remark for part in parts for remark in part.remarks]
        said += _without_target(tree, {name for page in pages for name in page.anchors})
        return _written(pdf, tree, marks, wanted, (*said, *remarks))


def _without_target(html: ElementTree.Element, anchors: Collection[str]) -> Iterator[str]:
    """What WeasyPrint says of a link in the book that leads nowhere."""
    for link in html.iter("a"):
        address = link.get("href", "")
        if address.startswith("#") and unquote(address[1:]) not in anchors:
            yield f"No anchor {address} for internal URI reference"


def _written(
    drawn: "_Joined",
    html: ElementTree.Element,
    marks: Sequence[PageMarks],
    wanted: Wanted,
    remarks: Iterable[str],
) -> Written:
    book = _Book(
        tree=build_tree(html, numbered(html), marks),
        pages=marks,
        forms=drawn.forms,
        labels=labels([page.folio for page in marks]),
        about=_about(drawn.metadata),
    )
    before = _Drawn(drawn.pdf)
    files = []
    for one in wanted.standards:
        before.begin()
        _finish(drawn.pdf, book, one)
        pack(drawn.pdf)
        files.append(file_of(drawn.pdf, one.pdf, wanted.identifier))
    starts = tuple(
        PageStart(printed(label), *_place(book.tree, page))
        for label, page in zip(book.labels, marks, strict=True)
    )
    return Written(tuple(files), starts, tuple(dict.fromkeys(remarks)))


def _place(tree: Tree, page: PageMarks) -> tuple[str, int | None]:
    """The place in the Document where a page begins, and the letters before it there."""
    first, letters = page.begins_at
    return ("" if first == NOWHERE else tree.html[first].get(PLACE)), letters


class _Joined:
    """A file to which drawn parts are added, one after the other, and then the fonts of all.

    ``forms`` are the form XObjects of all parts.
    """

    def __init__(self, metadata: Any, fetcher: OnlyTheBook) -> None:
        self.metadata = metadata
        metadata.attachments = []
        self.forms: list[Any] = []
        document = weasyprint.Document([], metadata, fetcher, None, {}, "srgb")
        self.pdf = generate_pdf(document, None, 1, **OPTIONS)
        *_, self._resources, self._fonts = self.pdf.objects
        self._shared = {
            PROFILE: number_in(document.color_profiles["srgb"].pdf_reference),
            COLOURS: number_in(self._resources["ColorSpace"]),
            FONTS: self._fonts.number,
        }
        self._images: dict[str, int] = {}
        self._pages = 0

    def add(
        self, part: DrawnPart, place: tuple[int, tuple[int, ...]], margins: Sequence[bytes]
    ) -> list[PageMarks]:
        """Add a part, and the content of its margins; return its pages' marks, as in the book.

        ``place`` has the numbers of its first element in the book and of those around it.
        """
        first, outside = place
        before = {"pages": self._pages, "forms": len(self.forms)}
        marks = [moved(page.marks, first=first, around=outside, **before) for page in part.pages]
        resources = pydyf.Dictionary()
        if self._pages:
            self.pdf.add_object(resources)
        else:
            resources = self._resources
        numbers = self._shared | {RESOURCES: resources.number}
        made = []
        for number, one in enumerate(part.objects, start=FIRST):
            if one.image in self._images:
                numbers[number] = self._images[one.image]
                made.append(self.pdf.objects[numbers[number]])
                continue
            made.append(_made(one))
            self.pdf.add_object(made[-1])
            numbers[number] = made[-1].number
            if one.image:
                self._images[one.image] = numbers[number]
        for one, known in zip(made, part.objects, strict=True):
            _fill(one, known, numbers)
        resources.clear()
        resources.update(_renumbered(part.resources, numbers))
        self.forms += [made[at] if at >= 0 else pydyf.Stream() for at in part.forms]
        for page, margin in zip(part.pages, margins, strict=True):
            content = pydyf.Stream(
                [page.content, margin] if margin else [page.content], compress=True
            )
            self.pdf.add_object(content)
            entries = {
                "Type": "/Page",
                "Parent": self.pdf.pages.reference,
                **_renumbered(page.entries, numbers),
                "Contents": content.reference,
                "Resources": resources.reference,
            }
            self.pdf.add_page(pydyf.Dictionary(entries))
        self._pages += len(part.pages)
        return marks

    def add_fonts(
        self, used: Iterable[DrawnFont], known: dict[str, Any], configuration: Any
    ) -> None:
        """Add the fonts of all parts; those that WeasyPrint has here are ``known`` by name."""
        fonts = {
            font.face.name: typefaces.with_glyphs(font, known, configuration)
            for font in typefaces.together(used)
        }
        self._fonts.update(build_fonts_dictionary(self.pdf, fonts, True, True, OPTIONS))


def _made(one: DrawnObject) -> Any:
    if one.content is not None:
        return pydyf.Stream([one.content], {}, one.compress)
    return Raw(one.plain) if one.plain else pydyf.Dictionary()


def _fill(made: Any, one: DrawnObject, numbers: dict[int, int]) -> None:
    """Give an object what refers to others, now that all have their numbers in the file."""
    if isinstance(made, Raw):
        made.bytes = renumbered(one.plain, numbers)
    else:
        entries = made.extra if isinstance(made, pydyf.Stream) else made
        entries.update(_renumbered(one.entries, numbers))


def _renumbered(entries: dict[str, bytes], numbers: dict[int, int]) -> dict[str, bytes]:
    return {name: renumbered(value, numbers) for name, value in entries.items()}


@dataclass(frozen=True, slots=True)
class _Book:
    """The book's data besides the drawn pages. ``forms`` are its form XObjects."""

    tree: Tree
    pages: Sequence[PageMarks]
    forms: Sequence[Any]
    labels: Sequence[Label]
    about: About


def _finish(pdf: pydyf.PDF, book: _Book, standards: Standards) -> None:
    """Give ``pdf`` structure, links, bookmarks, page labels and metadata."""
    written = write_tree(pdf, book.tree, book.forms, standards)
    destinations = Destinations(pdf, book.tree, written, book.pages, book.labels)
    destinations.write_links(book.about.language)
    destinations.write_bookmarks()
    catalog = pdf.catalog
    catalog["PageLabels"] = number_tree(book.labels)
    catalog["Lang"] = text_string(book.about.language)
    catalog["MarkInfo"] = "<</Marked true>>"
    # The pages of a book in Arabic are turned from left to right, and shown so two at a time.
    direction = "/Direction/R2L" if is_right_to_left(book.about.language) else ""
    catalog["ViewerPreferences"] = f"<</DisplayDocTitle true{direction}>>"
    catalog["OutputIntents"][0]["S"] = "/GTS_PDFA1"
    packet = {"Type": "/Metadata", "Subtype": "/XML"}
    # Not compressed: archives search the raw file for it.
    metadata = pydyf.Stream([xmp(book.about, standards, files="Names" in catalog)], packet)
    pdf.add_object(metadata)
    catalog["Metadata"] = metadata.reference
    if not standards.information:
        pdf.info.clear()


class _Drawn:
    """The file as it was drawn, to which each set of standards adds its own."""

    def __init__(self, pdf: pydyf.PDF) -> None:
        self._pdf = pdf
        self._objects = len(pdf.objects)
        self._catalog = dict(pdf.catalog)
        self._info = dict(pdf.info)

    def begin(self) -> None:
        """Remove what was added for other standards."""
        del self._pdf.objects[self._objects :]
        self._pdf.catalog.clear()
        self._pdf.catalog.update(self._catalog)
        self._pdf.info.clear()
        self._pdf.info.update(self._info)


def _about(metadata: Any) -> About:
    return About(
        title=metadata.title or "",
        authors=tuple(metadata.authors),
        description=metadata.description or "",
        language=metadata.lang or "",
        generator=metadata.generator or "",
        producer=f"WeasyPrint {weasyprint.VERSION}",
        created=metadata.created or "",
    )
