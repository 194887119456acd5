"""The e-book: EPUB 3.3, one content document for each chapter."""

from collections.abc import Iterator, Mapping
from mimetypes import guess_type

from bindery.document.drawings import is_drawing
from bindery.document.edition import Edition, Made, Workshop
from bindery.document.model import Document
from bindery.document.typefaces import embed, font_face
from bindery.editions.epub.accessibility import accessibility_metadata
from bindery.editions.epub.documents import ContentDocument, content_documents
from bindery.editions.epub.package import Package, Resource, write
from bindery.vocabulary.publication import Metadata
from bindery.vocabulary.text import Text

_XHTML = "application/xhtml+xml"

MARC_RELATORS = {
    "author": "aut",
    "editor": "edt",
    "translator": "trl",
    "illustrator": "ill",
    "commissioner": "pat",
}
"""The Library of Congress's code for each role a contributor can have."""


def make(document: Document, workshop: Workshop, _made: Mapping[str, Made]) -> Made:
    """The publication as an e-book."""
    metadata = document.publication.metadata
    documents = content_documents(document)
    resources = (
        *(_content(page, workshop) for page in documents),
        *_style(documents, workshop),
        *_pictures(document),
    )
    package = Package(
        language=metadata.language,
        modified=workshop.moment,
        dublin_core=tuple(_dublin_core(metadata)),
        properties=(
            *_roles(metadata),
            *accessibility_metadata(document),
        ),
        resources=resources,
    )
    return Made(write(package), len(documents))


def _content(page: ContentDocument, workshop: Workshop) -> Resource:
    text = workshop.templates.render("epub/document.xhtml.j2", page=page)
    return Resource(page.name, _XHTML, text.encode(), page.properties, in_spine=True)


def _style(documents: tuple[ContentDocument, ...], workshop: Workshop) -> Iterator[Resource]:
    templates = workshop.templates
    faces = []
    for subset in embed([page.body for page in documents], templates.fonts):
        yield Resource(f"fonts/{subset.name}", "font/woff2", subset.data)
        faces.append(font_face(subset, f"fonts/{subset.name}"))
    sheets = (templates.text(f"{name}.css") for name in ("tokens", "screen", "epub/epub"))
    yield Resource("stil.css", "text/css", "\n".join((*faces, *sheets)).encode())


def _pictures(document: Document) -> Iterator[Resource]:
    used = {image.get("src") or "" for image in document.body.iter("img")}
    for path in sorted(used):
        if not is_drawing(path):
            media_type = guess_type(path)[0] or "application/octet-stream"
            yield Resource(path, media_type, document.publication.images[path])


def _dublin_core(metadata: Metadata) -> Iterator[tuple[str, str, dict[str, str]]]:
    yield "identifier", metadata.identifier, {"id": "id"}
    yield "title", metadata.title, {"id": "tittel"}
    if metadata.subtitle:
        yield "title", metadata.subtitle, {"id": "undertittel"}
    yield "language", metadata.language, {}
    yield "date", metadata.date.isoformat(), {}
    yield "publisher", metadata.publisher, {}
    yield "rights", metadata.rights, {}
    yield "description", metadata.description, {}
    if metadata.source:
        yield "source", metadata.source.url, {}
    for number, contributor in enumerate(metadata.contributors, start=1):
        element = "creator" if contributor.role == "author" else "contributor"
        yield element, contributor.name, {"id": f"bidragsyter-{number}"}


def _roles(metadata: Metadata) -> Iterator[tuple[str, str, dict[str, str]]]:
    yield "title-type", "main", {"refines": "#tittel"}
    if metadata.subtitle:
        yield "title-type", "subtitle", {"refines": "#undertittel"}
    for number, contributor in enumerate(metadata.contributors, start=1):
        code = MARC_RELATORS[contributor.role]
        refines = {"refines": f"#bidragsyter-{number}", "scheme": "marc:relators"}
        yield "role", code, refines


EPUB = Edition(
    name="epub",
    suffix=".epub",
    unit=Text(nb="dokumenter", en="documents"),
    make=make,
)
