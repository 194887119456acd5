"""A layout that came to no end: the words it was at, and their line in the manuscript."""

from bindery.document.model import SOURCE, Document, text_of
from bindery.editions.making import UnprintableError
from bindery.manuscript.requirements import CHAPTER_IS_READABLE
from bindery.tools.limits import TimeLimitError, frames_of
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.findings import Location
from bindery.vocabulary.text import Text

_TOO_DEEP = Text(
    nb="Dette er trykt som kode: Noe her er lagt inn i noe annet altfor mange ganger.",
    en="This is printed as code: something here is nested far too many times.",
)
_LESS_DEEP = Text(
    nb="Bruk færre nivåer av lister, sitater og formler. Over femti er for mange.",
    en="Use fewer levels of lists, quotations and formulas. More than fifty is too many.",
)
_TOO_SLOW = Text(
    nb="Dette er trykt som kode: Layouten tok for lang tid, og stoppet her.",
    en="This is printed as code: the layout took too long, and stopped here.",
)
_SHORTEN = Text(
    nb="Del opp det som er svært langt eller sammensatt her.",
    en="Divide what is very long or complex here.",
)
_STYLES = Text(
    nb="PDF-en kan ikke lages med publikasjonens egne maler ({kind}).",
    en="The PDF cannot be made with the publication’s own templates ({kind}).",
)
_WITHOUT_STYLES = Text(
    nb="Se etter svært store tall, eller parenteser i mange nivåer, i stilarkene i templates/."
    " Flytt ut ett stilark om gangen for å finne det.",
    en="Look for very large numbers, or brackets in many levels, in the style sheets in"
    " templates/. Move one sheet out at a time to find it.",
)
_LETTERS = 60


class StuckError(PipelineError):
    """A layout that stopped at ``words``."""

    def __init__(self, words: str, what: Text, next: Text) -> None:
        super().__init__(what, next)
        self.words = words

    def __reduce__(self) -> tuple[type["StuckError"], tuple[str, Text, Text]]:  # type: ignore[override]
        """Let it be pickled with its words."""
        return StuckError, (self.words, self.what, self.next)

    def told(self, document: Document) -> Exception:
        """The error to raise: a finding at the line that has the words, if one has."""
        place = _place_of(document, self.words)
        if place is None:
            return PipelineError(self.what, self.next)
        return UnprintableError(CHAPTER_IS_READABLE.broken(place, self.what, self.next))


def stuck(error: Exception, *, own_templates: bool) -> Exception:
    """What to raise for ``error``, which ended a layout; itself if nothing is known of it."""
    words = _words_at(error)
    if isinstance(error, TimeLimitError):
        return StuckError(words, _TOO_SLOW, _SHORTEN)
    if own_templates:
        return PipelineError(_STYLES.filled(kind=type(error).__name__), _WITHOUT_STYLES)
    if isinstance(error, RecursionError):
        return StuckError(words, _TOO_DEEP, _LESS_DEEP)
    return error


def _words_at(error: Exception) -> str:
    """The first letters of the innermost box with text that was being laid out."""
    for frame in frames_of(error):
        for value in tuple(frame.f_locals.values()):
            text = getattr(getattr(value, "element", None), "itertext", None)
            if text is not None and (words := _letters("".join(text()))):
                return words
    return ""


def _letters(text: str) -> str:
    """The first letters of ``text``, without what typography changes."""
    return "".join(filter(str.isalnum, text[: 20 * _LETTERS]))[:_LETTERS]


def _place_of(document: Document, words: str) -> Location | None:
    """The line of the innermost block with ``words``."""
    found = None
    for block in document.body.iter() if words else ():
        if block.get(SOURCE) and words in "".join(filter(str.isalnum, text_of(block))):
            found = block
    return None if found is None else Location.stamped(found.get(SOURCE) or "")
