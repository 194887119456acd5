"""The e-book: EPUB 3.3, with one content document for each chapter."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy

from bindery.document.contents import named_parts
from bindery.document.draft import DRAFT_SHEET
from bindery.document.model import Document
from bindery.document.typefaces import embed, font_face
from bindery.document.typography import keep_together
from bindery.editions.epub.documents import (
    COVER_PICTURE,
    ContentDocument,
    content_documents,
    cover_page,
    finished,
)
from bindery.editions.epub.index_places import name_places
from bindery.editions.epub.metadata import (
    accessibility_metadata,
    dublin_core,
    evaluation_report,
    page_source,
    refinements,
    require_claims,
)
from bindery.editions.epub.navigation import entries_of, navigation
from bindery.editions.epub.package import Package, Property, Resource, write
from bindery.editions.epub.pictures import take_pictures
from bindery.editions.epub.plain_styles import plain
from bindery.editions.making import Made, Maker, Workshop
from bindery.editions.needed_sheets import needed_sheets
from bindery.editions.page_breaks import mark_pages
from bindery.vocabulary.editions import EPUB, PDF

_XHTML = "application/xhtml+xml"


def make(document: Document, workshop: Workshop, made: Mapping[str, Made]) -> Made:
    """Make the e-book, with the page numbers and the cover of the PDF made before it."""
    settings = document.publication.settings
    pages, listed, paged = _pages(document, made)
    pictures = take_pictures((page.body for page in (*pages, listed)), document.pictures)
    package = Package(
        language=settings.publication.language,
        modified=workshop.moment,
        dublin_core=tuple(dublin_core(document.publication)),
        properties=tuple(_properties(document, paged=paged)),
        resources=(
            *(_content(page, workshop, in_spine=True) for page in pages),
            _content(listed, workshop, in_spine=False),
            *_style((*pages, listed), workshop, draft=document.draft),
            *pictures,
            *_cover(made[PDF.name].cover),
        ),
        links=tuple(evaluation_report(document)),
        ncx=entries_of(listed.body) if settings.editions.epub.ncx else (),
    )
    content = write(package)
    require_claims(content)
    return Made(content, len(pages))


def _pages(
    document: Document, made: Mapping[str, Made]
) -> tuple[tuple[ContentDocument, ...], ContentDocument, bool]:
    """The content documents, the navigation document, and whether printed pages are marked."""
    parts = named_parts(document)
    for tree in parts:
        keep_together(tree, document.publication.metadata.language)
    entries = deepcopy(parts.contents)
    pages = content_documents(document, parts)
    # All that needs no page numbers is done by now, while the pages are laid out.
    printed = made[PDF.name]
    if printed.cover:
        pages = (cover_page(document), *pages)
    page_breaks = mark_pages([page.body for page in pages], printed.pagination)
    name_places(pages)
    listed = navigation(document, pages, entries, page_breaks)
    *pages_made, listed_made = finished(document, (*pages, listed))
    return tuple(pages_made), listed_made, bool(page_breaks)


def _properties(document: Document, *, paged: bool) -> Iterator[Property]:
    publication = document.publication
    yield from refinements(publication)
    if paged:
        yield page_source(publication)
    yield from accessibility_metadata(document, paged=paged)


def _content(page: ContentDocument, workshop: Workshop, *, in_spine: bool) -> Resource:
    text = workshop.templates.render("epub/document.xhtml.j2", page=page)
    return Resource(page.name, _XHTML, text.encode(), page.properties, in_spine=in_spine)


def _style(
    pages: Sequence[ContentDocument], workshop: Workshop, *, draft: bool = False
) -> Iterator[Resource]:
    templates = workshop.templates
    faces = []
    trees = [page.body for page in pages]
    own, keeper = templates.look.faces, workshop.keeper
    for subset in embed(trees, templates.fonts, own=own, keeper=keeper):
        yield Resource(f"fonts/{subset.name}", "font/woff2", subset.data)
        faces.append(font_face(subset, f"fonts/{subset.name}"))
    wanted = needed_sheets(EPUB.sheets, templates.text, trees)
    sheets = map(templates.text, (*wanted, *([DRAFT_SHEET] if draft else ())))
    # Apart: the faces are this book's own, and the sheets those of most books.
    parts = (plain("\n".join(faces)), plain("\n".join(sheets)))
    yield Resource("stil.css", "text/css", "\n".join(filter(None, parts)).encode())


def _cover(picture: bytes) -> Iterator[Resource]:
    if picture:
        yield Resource(COVER_PICTURE, "image/png", picture, ("cover-image",))


MAKES_EPUB = Maker(EPUB, make)
