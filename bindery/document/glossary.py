"""The glossary: its terms can be linked to, and each ``[word]{.term}`` leads to its own."""

import re
from collections.abc import Iterable

from lxml.builder import E

from bindery.document.model import Element, has_class, text_of

TERM = "term"
GLOSSARY = "doc-glossary"
_NO_LETTERS = re.compile(r"[\W_]+")


def mark_terms(glossary: Element) -> None:
    """Make each term in a chapter that is a ``glossary`` a ``dfn`` with an id."""
    for term in glossary.iter("dt"):
        words = text_of(term)
        if words:
            name = _NO_LETTERS.sub("-", words.casefold()).strip("-")
            defined = E.dfn(*term, id=f"ord-{name}")
            defined.text, term.text = term.text, None
            term[:] = [defined]


def link_terms(chapters: Iterable[Element]) -> None:
    """Make each ``.term`` in ``chapters`` a link to what the glossary says of it.

    A word that the glossary does not have stays a word.
    """
    chapters = tuple(chapters)
    names: dict[str, str] = {}
    for chapter in chapters:
        if chapter.get("role") == GLOSSARY:
            for defined in chapter.iterfind(".//dt/dfn"):
                names.setdefault(key_of(text_of(defined)), defined.get("id") or "")
    for chapter in chapters:
        for span in list(chapter.iter("span")):
            if has_class(span, TERM):
                said = span.attrib.pop("data-of", None) or text_of(span)
                _link(span, names.get(key_of(said)))


def key_of(words: str) -> str:
    """``words`` as terms are compared: without regard to capitals and white space."""
    return " ".join(words.split()).casefold()


def _link(span: Element, name: str | None) -> None:
    around = {one.tag for one in span.iterancestors()}
    if name is not None and not around & {"a", "dfn"}:
        span.tag = "a"
        span.set("href", f"#{name}")
        span.set("role", "doc-glossref")
