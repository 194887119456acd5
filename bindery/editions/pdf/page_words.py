"""The pages that references lead to, said in print: “figur 3 på side 12”."""

from lxml.builder import E

from bindery.document.model import SAYS_PAGE, Element, language_at, mark_language
from bindery.locales import locale_of

TARGET = "data-target"
"""The attribute that a style sheet reads the page's number from."""


def say_pages(body: Element, language: str) -> None:
    """Add to each reference in ``body`` that says its page the words for it; CSS adds the number.

    The words are in an element of their own, which no other edition has. ``language`` is that of
    the text around ``body``.
    """
    for reference in body.iter("a"):
        if SAYS_PAGE in reference.attrib:
            around = language_at(reference, language)
            word = (
                locale_of(around)
                .having("references")
                .word("references.at-page", reference="", page="\ue000")
            )
            before, _, _ = word.text.partition("\ue000")
            words = E.span(before.rstrip() + "\u00a0", {"class": "at-page"})
            words.set(TARGET, reference.get("href") or "")
            mark_language(words, word.language, around)
            reference.append(words)
