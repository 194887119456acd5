"""What the EPUB says of its own accessibility: only what is in the book, counted."""

from collections.abc import Iterator

from bindery.document.model import MATHML, Document, Element
from bindery.vocabulary.text import Text

Property = tuple[str, str, dict[str, str]]

_SUMMARY = Text(
    nb="Publikasjonen kan leses med skjermleser, leselist og forstørring. "
    "Overskrifter, lister og tabeller er merket opp, og leserekkefølgen følger manuskriptet. "
    "{images}Den er ikke vurdert av en uavhengig part.",
    en="The publication can be read with a screen reader, a braille display and magnification. "
    "Headings, lists and tables are marked up, and the reading order is the manuscript’s. "
    "{images}No independent party has evaluated it.",
)
_ALL_DESCRIBED = Text(
    nb="Alle bilder har alternativ tekst. ", en="All images have alternative text. "
)
_SOME_NOT_DESCRIBED = Text(
    nb="Noen bilder mangler alternativ tekst. ", en="Some images have no alternative text. "
)


def accessibility_metadata(document: Document) -> Iterator[Property]:
    """Schema.org accessibility properties (EPUB Accessibility 1.1, 2.2), from the Document."""
    images = [image for image in document.body.iter("img") if not _is_decorative(image)]
    undescribed = [image for image in images if not image.get("alt")]
    yield _schema("accessMode", "textual")
    if images:
        yield _schema("accessMode", "visual")
        yield _schema("accessModeSufficient", "textual,visual")
    if not undescribed:
        yield _schema("accessModeSufficient", "textual")
    for feature in _features(document, bool(images) and not undescribed):
        yield _schema("accessibilityFeature", feature)
    yield _schema("accessibilityHazard", _hazard(document))
    said = ""
    language = document.publication.metadata.language
    if images:
        said = (_SOME_NOT_DESCRIBED if undescribed else _ALL_DESCRIBED).said_in(language)
    yield _schema("accessibilitySummary", _SUMMARY.said_in(language).format(images=said))


def _features(document: Document, all_described: bool) -> Iterator[str]:
    yield "tableOfContents"
    yield "readingOrder"
    yield "displayTransformability"
    if next(document.body.iter("h1", "h2", "h3"), None) is not None:
        yield "structuralNavigation"
    if all_described:
        yield "alternativeText"
    if document.body.find(".//div[@class='long-description']") is not None:
        yield "longDescription"
    if next(document.body.iter(f"{MATHML}math"), None) is not None:
        yield "MathML"


def _hazard(document: Document) -> str:
    """Only a GIF can move among the images a manuscript may hold, and one may flash."""
    moving = any(
        (image.get("src") or "").lower().endswith(".gif") for image in document.body.iter("img")
    )
    return "unknown" if moving else "none"


def _is_decorative(image: Element) -> bool:
    return "decorative" in (image.get("class") or "").split()


def _schema(name: str, value: str) -> Property:
    return (f"schema:{name}", value, {})
