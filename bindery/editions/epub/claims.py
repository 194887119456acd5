"""A claim the content does not bear out fails the build."""

from bindery.document.finished.claims import unborne
from bindery.document.finished.epub import read_epub
from bindery.document.finished.whole import UnreadableError
from bindery.manuscript.templates import unusable
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

_MISLEADS = Text(
    nb="E-boka sier «{name}: {value}», men det stemmer ikke i {file}. Det krever at {needs}. Den "
    "som velger bok etter det, blir villedet.",
    en="The e-book says “{name}: {value}”, but that is not so in {file}. It takes that {needs}. "
    "Who chooses a book by it is misled.",
)
_MEND = Text(
    nb="Se i bokas egen templates/: rett malen eller stilen, eller slett den for å bruke husets. "
    "Har boka ingen egne, er feilen i bindery.",
    en="Look in the book’s own templates/: mend the template or style, or delete it to use the "
    "house’s. If the book has none of its own, the fault is bindery’s.",
)


def require_claims(content: bytes) -> None:
    """Raise ``PipelineError`` for the first claim in an EPUB that its files do not bear out."""
    try:
        book = read_epub(content)
    except UnreadableError as error:
        raise unusable("epub/document.xhtml.j2", str(error)) from error
    for one in unborne(book):
        message = _MISLEADS.filled(name=one.name, value=one.value, file=one.file, needs=one.needs)
        raise PipelineError(message, _MEND)
