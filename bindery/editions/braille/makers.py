"""How the three braille editions are made, and what is told where they cannot be."""

from collections.abc import Iterator, Mapping

from bindery.document.braille.codes import CODES, code_of, primary
from bindery.document.model import Document
from bindery.editions.making import Made, Maker, Workshop
from bindery.locales.for_authors import name_of
from bindery.manuscript.files import SETTINGS
from bindery.tools import locate
from bindery.tools.inventory import COMMANDS, Need, missing
from bindery.tools.liblouis import RUNS_HERE
from bindery.tools.makers import report_it
from bindery.vocabulary.editions import BRF, EBRAILLE, PDF, PEF
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.publication import Publication
from bindery.vocabulary.text import Text, joined, verbatim

NOT_MADE = "braille-is-made"
"""The rule of a publication that asks for braille and does not get it."""

_TOOLS = ("liblouis", "Dotify", "Java")
_NO_TOOLS = Text(
    nb="Punktskriften er ikke laget, fordi verktøyene mangler.",
    en="The braille editions were not made, because tools are missing.",
)
_NO_CODE = Text(
    nb="Punktskriften er ikke laget: bindery har ingen punktskrift for {language}.",
    en="The braille editions were not made: bindery has no braille code for {language}.",
)
_HAS_CODES = Text(
    nb="bindery har punktskrift for {languages}. Sett enabled = false under [editions.braille].",
    en="bindery has braille for {languages}. Set enabled = false below [editions.braille].",
)
_SET_UP = verbatim(COMMANDS[Need.BRAILLE])
_OTHER_MACHINE = Text(
    nb="bindery lager bare punktskrift på Linux (x86_64). Bygg publikasjonen der.",
    en="bindery makes braille only on Linux (x86_64). Build the publication there.",
)
_NOT_LAID_OUT = Text(
    nb="Sidene i punktskrift kunne ikke settes: {why}",
    en="The pages in braille could not be laid out: {why}",
)


def _wanted(publication: Publication) -> bool:
    return publication.settings.editions.braille.enabled and not _in_the_way(publication)


def _in_the_way(publication: Publication) -> tuple[Text, Text] | None:
    """Why braille cannot be made of ``publication``, and what to do; ``None`` if it can."""
    language = publication.metadata.language
    if code_of(language) is None:
        known = sorted(
            language for code in CODES for language in code.languages if language != "no"
        )
        names = joined(", ", (name_of(one) for one in known))
        said = _NO_CODE.filled(language=name_of(primary(language)))
        return said, _HAS_CODES.filled(languages=names)
    if not RUNS_HERE:
        return _NO_TOOLS, _OTHER_MACHINE
    if not locate.makes_braille():
        return _NO_TOOLS, missing(*_TOOLS) or _SET_UP
    return None


def braille_findings(publication: Publication) -> Iterator[Finding]:
    """The warning that braille was asked for and not made."""
    if publication.settings.editions.braille.enabled and (why := _in_the_way(publication)):
        yield Finding(NOT_MADE, Severity.WARNING, Location(SETTINGS), *why)


def _make(document: Document, workshop: Workshop, made: Mapping[str, Made]) -> Made:
    """Make all three, since they are of one translation; the others are ``also``."""
    # Not for a publication without braille: all this takes a while to import.
    from bindery.editions.braille.book import braille_book  # noqa: PLC0415
    from bindery.editions.braille.e_braille_file import ebraille  # noqa: PLC0415
    from bindery.editions.braille.pages_in_ascii import brf  # noqa: PLC0415
    from bindery.editions.braille.pages_in_xml import finished  # noqa: PLC0415
    from bindery.editions.braille.volumes import obfl  # noqa: PLC0415
    from bindery.tools.dotify import LayoutError, laid_out  # noqa: PLC0415

    language = document.publication.metadata.language
    code = code_of(language)
    assert code is not None, "it is not wanted without one"
    book = braille_book(document, code, made[PDF.name].pagination)
    try:
        pages = finished(laid_out(obfl(book), language), book, workshop.moment)
    except LayoutError as error:
        message = _NOT_LAID_OUT.filled(why=verbatim(str(error)))
        raise PipelineError(message, report_it()) from error
    also = (pages, brf(pages, book.settings.brf_table))
    content = ebraille(book, workshop.moment)
    return Made(content, len(book.pages), also=also, findings=book.findings)


def _pef(_document: Document, _workshop: Workshop, made: Mapping[str, Made]) -> Made:
    pages, _ = made[EBRAILLE.name].also
    return Made(pages, _pages_in(pages))


def _brf(_document: Document, _workshop: Workshop, made: Mapping[str, Made]) -> Made:
    pages, rows = made[EBRAILLE.name].also
    return Made(rows, _pages_in(pages))


def _pages_in(pef: bytes) -> int:
    from bindery.editions.braille.pages_in_xml import pages_in  # noqa: PLC0415

    return pages_in(pef)


MAKES_EBRAILLE = Maker(EBRAILLE, _make, _wanted)
MAKES_PEF = Maker(PEF, _pef, _wanted)
MAKES_BRF = Maker(BRF, _brf, _wanted)
