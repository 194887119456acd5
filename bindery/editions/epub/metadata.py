"""What the package document says of the publication itself (EPUB 3.3, 5.5)."""

from collections.abc import Iterator

from bindery.editions.epub.package import Property
from bindery.vocabulary import words
from bindery.vocabulary.publication import Metadata, Publication

MARC_RELATORS = {
    "author": "aut",
    "editor": "edt",
    "translator": "trl",
    "illustrator": "ill",
    "commissioner": "pat",
}
"""The Library of Congress's code for each role a contributor can have."""


def dublin_core(metadata: Metadata) -> Iterator[Property]:
    """Dublin Core elements: name, text, attributes."""
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


def refinements(metadata: Metadata) -> Iterator[Property]:
    """Which title is which, and what each contributor did."""
    yield "title-type", "main", {"refines": "#tittel"}
    if metadata.subtitle:
        yield "title-type", "subtitle", {"refines": "#undertittel"}
    for number, contributor in enumerate(metadata.contributors, start=1):
        code = MARC_RELATORS[contributor.role]
        refines = {"refines": f"#bidragsyter-{number}", "scheme": "marc:relators"}
        yield "role", code, refines


def page_source(publication: Publication) -> Property:
    """Which printed pages the markers are of (EPUB Accessibility 1.1, 3.2.2)."""
    metadata = publication.metadata
    described = words.PAGES_OF.said_in(metadata.language).format(
        file=f"{publication.slug}.pdf",
        version=metadata.version,
        publisher=metadata.publisher,
        year=metadata.date.year,
    )
    return "pageBreakSource", described, {}
