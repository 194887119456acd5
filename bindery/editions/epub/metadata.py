"""The package document's metadata (EPUB 3.3, 5.5), its accessibility claims, and their check."""

from collections.abc import Iterator

from bindery.claims.accessibility import Accessibility, accessibility_of, conformance_of
from bindery.document.model import XML_LANG, Document
from bindery.editions.epub.package import Property
from bindery.finished.claims import unborne
from bindery.finished.documents import UnreadableError
from bindery.finished.epub import read_epub
from bindery.locales import Word, locale_of
from bindery.manuscript.templates import unusable
from bindery.tools.makers import THIS_MESSAGE, report_it
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.publication import Evaluation, Publication
from bindery.vocabulary.text import Text

MARC_RELATORS = {
    "author": "aut",
    "editor": "edt",
    "translator": "trl",
    "illustrator": "ill",
    "commissioner": "pat",
}
"""The Library of Congress's code for each role a contributor can have."""


def dublin_core(publication: Publication) -> Iterator[Property]:
    """Dublin Core elements: name, text, attributes."""
    metadata = publication.metadata
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
    for number, name in enumerate(_authors_of_chapters(publication), start=1):
        yield "contributor", name, {"id": f"kapittelforfatter-{number}"}


def _authors_of_chapters(publication: Publication) -> tuple[str, ...]:
    """The names above chapters that are not among the publication's contributors, each once."""
    named = {contributor.name for contributor in publication.metadata.contributors}
    chapters = (chapter.front_matter.author_names for chapter in publication.chapters)
    return tuple(dict.fromkeys(name for names in chapters for name in names if name not in named))


def refinements(publication: Publication) -> Iterator[Property]:
    """The types of titles, and the roles of contributors."""
    metadata = publication.metadata
    yield "title-type", "main", {"refines": "#tittel"}
    if metadata.subtitle:
        yield "title-type", "subtitle", {"refines": "#undertittel"}
    for number, contributor in enumerate(metadata.contributors, start=1):
        code = MARC_RELATORS[contributor.role]
        refines = {"refines": f"#bidragsyter-{number}", "scheme": "marc:relators"}
        yield "role", code, refines
    for number, _ in enumerate(_authors_of_chapters(publication), start=1):
        refines = {"refines": f"#kapittelforfatter-{number}", "scheme": "marc:relators"}
        yield "role", MARC_RELATORS["author"], refines


def page_source(publication: Publication) -> Property:
    """The source of the page markers (EPUB Accessibility 1.1, 3.2.2)."""
    metadata = publication.metadata
    described = locale_of(metadata.language).word(
        "ways.printed-pages",
        file=f"{publication.slug}.pdf",
        version=metadata.version,
        publisher=metadata.publisher,
        year=metadata.date.year,
    )
    return _said("pageBreakSource", described, metadata.language)


REFUSED_BY_ACE = "unknownMotionSimulationHazard"
"""A term that Ace 1.4.6 only knows misspelt. Leaving it out loses no information."""


def accessibility_metadata(document: Document, *, paged: bool = False) -> Iterator[Property]:
    """The properties of ``document`` as an e-book; ``paged`` with the printed pages' numbers."""
    accessibility = accessibility_of(document, paged=paged)
    yield from _discovery(accessibility)
    language = document.publication.metadata.language
    yield _said("schema:accessibilitySummary", accessibility.summary, language)
    if accessibility.evaluation is not None:
        yield from _conformance(accessibility.evaluation)


def evaluation_report(document: Document) -> Iterator[dict[str, str]]:
    """The attributes of a ``link`` to the evaluator's report, where one is published (4.4.4)."""
    evaluation = accessibility_of(document, paged=False).evaluation
    if evaluation is not None and evaluation.report:
        refines = "#vurdert-av"
        yield {"rel": "a11y:certifierReport", "refines": refines, "href": evaluation.report}


def _discovery(accessibility: Accessibility) -> Iterator[Property]:
    for mode in accessibility.modes:
        yield "schema:accessMode", mode, {}
    for modes in accessibility.sufficient:
        yield "schema:accessModeSufficient", ",".join(modes), {}
    for feature in accessibility.features:
        yield "schema:accessibilityFeature", feature, {}
    for hazard in accessibility.hazards:
        if hazard != REFUSED_BY_ACE:
            yield "schema:accessibilityHazard", hazard, {}


def _said(name: str, word: Word, around: str) -> Property:
    """A property with text, and its language if that is not the one ``around``."""
    own = word.language.lower() == around.lower()
    return name, word.text, {} if own else {XML_LANG: word.language}


def _conformance(evaluation: Evaluation) -> Iterator[Property]:
    of_claim, of_evaluator = {"refines": "#samsvar"}, {"refines": "#vurdert-av"}
    yield "dcterms:conformsTo", conformance_of(evaluation), {"id": "samsvar"}
    yield "a11y:certifiedBy", evaluation.evaluator, {"id": "vurdert-av", **of_claim}
    yield "dcterms:date", evaluation.date.isoformat(), of_evaluator
    if evaluation.credential:
        yield "a11y:certifierCredential", evaluation.credential, of_evaluator


_MISLEADS = Text(
    nb="E-boka oppgir «{name}: {value}», men det stemmer ikke ({file}). Det er bare sant når "
    "{needs}.",
    en="The e-book states “{name}: {value}”, but that is not true ({file}). It is true only if "
    "{needs}.",
)
_MEND = Text(
    nb="Rett malen eller stilen i publikasjonens templates/, eller slett den for å bruke"
    " standardmalen. Hvis publikasjonen ikke har egne maler: {report}",
    en="Fix the template or style in the publication’s templates/, or delete it to use the default"
    " one. If the publication has no templates: {report}",
)


def require_claims(content: bytes) -> None:
    """Raise ``PipelineError`` for the first claim in an EPUB that its files do not support."""
    try:
        book = read_epub(content)
    except UnreadableError as error:
        raise unusable("epub/document.xhtml.j2", str(error)) from error
    for one in unborne(book):
        message = _MISLEADS.filled(name=one.name, value=one.value, file=one.file, needs=one.needs)
        raise PipelineError(message, _MEND.filled(report=report_it(THIS_MESSAGE)))
