"""The terms of the glossary as their author wrote them, and the words that lead to them."""

from collections.abc import Iterator

from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.manuscript.source.elements import Heading, Prose, Span
from bindery.vocabulary.rule import Extent
from bindery.vocabulary.text import Unit, without_soft_hyphens

GLOSSARY = "glossary"


def is_glossary(chapter: ChapterSource) -> bool:
    """Whether a chapter is a glossary, by its front matter or a class on its title."""
    title = next((one for one in chapter.every(Heading) if one.level == 1), None)
    on_title = title is not None and title.has_class(GLOSSARY)
    return chapter.chapter.front_matter.kind == GLOSSARY or on_title


def terms_of(manuscript: Manuscript) -> Iterator[Prose]:
    """Every term that a glossary explains."""
    for chapter in filter(is_glossary, manuscript.chapters):
        yield from (one for one in chapter.every(Prose) if one.block == "dt" and one.text.strip())


def references_of(manuscript: Manuscript) -> Iterator[Span]:
    """Every word that is to lead to the glossary."""
    return (one for one in manuscript.every(Span) if one.has_class("term"))


def key_of(words: str) -> str:
    """``words`` as terms are compared: without regard to capitals and white space."""
    return " ".join(without_soft_hyphens(words).split()).casefold()


TERMS: Extent[Manuscript] = Extent(
    Unit(nb=("term i ordlista", "termer i ordlista"), en=("glossary term", "glossary terms")),
    lambda manuscript: sum(1 for _ in terms_of(manuscript)),
)
REFERENCES: Extent[Manuscript] = Extent(
    Unit(
        nb=("henvisning til ordlista", "henvisninger til ordlista"),
        en=("reference to the glossary", "references to the glossary"),
    ),
    lambda manuscript: sum(1 for _ in references_of(manuscript)),
)
