"""The criteria that checks can decide fully, and what they must have shown of every file."""

from collections.abc import Mapping, Sequence

from bindery.document.model import Document, chapters_in
from bindery.reports.wcag.absent import ACTIVE
from bindery.reports.wcag.inside import Inside
from bindery.vocabulary.editions import (
    EPUB_33,
    EPUB_ACCESSIBILITY,
    EPUB_TYPE,
    HTML,
    PDF_UA_1,
    PDF_UA_2,
    READ_BACK,
    RULES,
    TEXT_SPACING,
    WCAG_AA,
    edition_of,
)
from bindery.vocabulary.evidence import Evidence, Outcome
from bindery.vocabulary.text import Text

MANUSCRIPT = "manuscript"

DECIDING = frozenset(
    {PDF_UA_1, PDF_UA_2, EPUB_33, EPUB_ACCESSIBILITY, HTML, WCAG_AA, READ_BACK, RULES}
)
"""A file must have passed each of its edition's standards that is among these."""

SPACED = Text(
    nb="Kontrollene økte avstandene i e-boka og sammendraget så mye kriteriet krever, og ingen ord"
    " ble borte. Kriteriet gjelder ikke PDF, der leseren ikke kan endre avstandene.",
    en="The checks increased the spacing in the e-book and the summary as far as the criterion"
    " requires, and no words were lost. It does not apply to PDF, where readers cannot change the"
    " spacing.",
)
LANGUAGE = Text(
    nb="Forfatteren har oppgitt språket ({language}), og kontrollene fant det i alle filene.",
    en="The author has stated the language ({language}), and the checks found it in every file.",
)
NAMES = Text(
    nb="Det eneste som kan betjenes, er lenker og tabeller som kan rulles. Kontrollene fant navn"
    " og rolle på alle.",
    en="The only operable parts are links and scrolling tables. The checks found the name and role"
    " of each.",
)


def proved(
    number: str,
    document: Document,
    inside: Mapping[str, Inside],
    evidence: Sequence[Evidence],
) -> Text | None:
    """Return how the checks have decided one criterion, or ``None`` if they have not.

    ``inside`` is what is in each file, by its path below the book's folder.
    """
    if number == "1.4.12":
        return SPACED if _keeps_its_words(inside, evidence) else None
    if number not in ("3.1.1", "4.1.2") or not inside:
        return None
    if not all(_passed(subject, evidence) for subject in (MANUSCRIPT, *inside)):
        return None
    if number == "4.1.2":
        return None if any(one.kinds & ACTIVE for one in inside.values()) else NAMES
    language = document.publication.metadata.language
    return LANGUAGE.filled(language=language) if _declared(inside, document) else None


def _declared(inside: Mapping[str, Inside], document: Document) -> bool:
    """Whether every file is in the publication's language, or an e-book's in a chapter's own."""
    language = document.publication.metadata.language
    of_chapters = {one.get("lang", language) for one in chapters_in(document.body)}
    return all(
        {one.replace(_IN_BRAILLE, "") for one in file.languages}
        <= ({language, *of_chapters} if _is_e_book(name) else {language})
        for name, file in inside.items()
    )


_IN_BRAILLE = "-Brai"
"""The script that follows the language in braille."""


def _keeps_its_words(inside: Mapping[str, Inside], evidence: Sequence[Evidence]) -> bool:
    """Whether every file whose spacing readers can change was tested so, and lost nothing."""
    spaceable = {name for name in inside if TEXT_SPACING in _standards_of(name)}
    about = [one for one in evidence if one.standard == TEXT_SPACING]
    passed = {one.subject for one in about if one.outcome is Outcome.PASSED}
    sound = all(one.outcome is Outcome.PASSED for one in about if one.subject in spaceable)
    return bool(spaceable) and spaceable <= passed and sound


def _passed(subject: str, evidence: Sequence[Evidence]) -> bool:
    """Whether ``subject`` has passed all that it needs, and failed nothing."""
    about = [one for one in evidence if one.subject == subject]
    passed = {one.standard for one in about if one.outcome is Outcome.PASSED}
    sound = all(
        one.outcome in (Outcome.PASSED, Outcome.CANNOT_TELL)
        or (one.rule and one.outcome is Outcome.INAPPLICABLE)
        for one in about
    )
    return sound and _needed(subject) <= passed


def _needed(subject: str) -> frozenset[str]:
    """Return what the manuscript or a file must have passed; nothing for a picture."""
    return frozenset({RULES}) if subject == MANUSCRIPT else _standards_of(subject) & DECIDING


def _standards_of(name: str) -> frozenset[str]:
    edition = edition_of(name)
    return frozenset(edition.standards) if edition else frozenset()


def _is_e_book(name: str) -> bool:
    edition = edition_of(name)
    return edition is not None and edition.media_type == EPUB_TYPE
