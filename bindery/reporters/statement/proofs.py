"""The criteria that checks can decide whole, and what they must have shown of every file."""

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from bindery.document.model import Document
from bindery.reporters.statement.absent import ACTIVE
from bindery.reporters.statement.inside import Inside
from bindery.vocabulary.evidence import Evidence, Outcome
from bindery.vocabulary.text import Text

CHECKERS = {
    ".pdf": frozenset({"veraPDF", "bindery"}),
    ".epub": frozenset({"EPUBCheck", "Ace"}),
    ".html": frozenset({"Nu", "axe"}),
    ".png": frozenset[str](),
    "": frozenset({"bindery"}),
}
"""Who must have passed a file, by its ending. The manuscript has none, a picture needs nobody."""

MANUSCRIPT = "manuscript"

LANGUAGE = Text(
    nb="Forfatteren har oppgitt språket ({language}), og kontrollene fant det i alle filene.",
    en="The author has stated the language ({language}), and the checks found it in every file.",
)
NAMES = Text(
    nb="Det eneste som kan betjenes, er lenker og tabeller som kan rulles. Kontrollene fant navn"
    " og rolle på alle.",
    en="All that can be operated is links and tables that scroll. The checks found the name and"
    " role of each.",
)


def proved(
    number: str,
    document: Document,
    inside: Mapping[str, Inside],
    evidence: Sequence[Evidence],
) -> Text | None:
    """How the checks have decided one criterion, or ``None`` where they have not.

    ``inside`` is what is in each file, by its path below the book's folder.
    """
    if number not in ("3.1.1", "4.1.2") or not inside:
        return None
    if not all(_passed(subject, evidence) for subject in (MANUSCRIPT, *inside)):
        return None
    if number == "4.1.2":
        return None if any(one.kinds & ACTIVE for one in inside.values()) else NAMES
    language = document.publication.metadata.language
    of_chapters = {one.get("lang", language) for one in document.body.iterfind("section")}
    for subject, file in inside.items():
        allowed = {language, *of_chapters} if subject.endswith(".epub") else {language}
        if not file.languages <= allowed:
            return None
    return LANGUAGE.filled(language=language)


def _passed(subject: str, evidence: Sequence[Evidence]) -> bool:
    """Whether every checker that ``subject`` needs has passed it, and none has failed it."""
    about = [one for one in evidence if one.subject == subject]
    passed = {one.checker for one in about if one.outcome is Outcome.PASSED}
    sound = all(one.outcome in (Outcome.PASSED, Outcome.CANNOT_TELL) for one in about)
    needed = CHECKERS.get(PurePosixPath(subject).suffix)
    return sound and needed is not None and needed <= passed
