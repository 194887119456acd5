"""The words that say, first in each edition, that it is a draft with errors."""

from lxml.builder import E

from bindery.document.model import Document, Element, say
from bindery.locales import Word, locale_of

DRAFT_SHEET = "draft.css"
"""The style sheet that the editions of a draft have too."""

DRAFT = "draft"
"""The class of the paragraph."""


def draft_words(document: Document) -> Word | None:
    """The words, in the language of ``document``; ``None`` if it is no draft."""
    key = "parts.for-comments" if document.for_comments else "parts.draft"
    locale = locale_of(document.publication.metadata.language)
    return locale.word(key) if document.draft else None


def mark_draft(page: Element, document: Document) -> None:
    """Begin ``page`` with the words, if ``document`` is a draft."""
    if words := draft_words(document):
        page.insert(0, say(words, E.p({"class": DRAFT}), document.publication.metadata.language))


def label_of(document: Document) -> str:
    """The label of editions that claim nothing: a draft, or known faults; else empty."""
    if words := draft_words(document):
        return words.text
    locale = locale_of(document.publication.metadata.language)
    return locale.word("parts.known-faults").text if document.has_known_faults else ""
