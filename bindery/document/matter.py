"""What each chapter is in the book: its kind, its number, the part it is in."""

import re
from collections.abc import Iterable, Sequence
from itertools import count
from typing import get_args

from lxml.builder import E

from bindery.document.contents import name_of
from bindery.document.model import PART, ChapterPart, Element, add_class, has_class, say
from bindery.locales import Word, locale_of
from bindery.vocabulary.publication import Chapter, Metadata
from bindery.vocabulary.reading_order import ChapterKind, PartOfBook

KINDS: tuple[str, ...] = get_args(ChapterKind)
INDEX = "index"
"""The class on the title of the chapter that the index is made in."""

NUMBER = "number"
"""The class of the number before a title: “Vedlegg A.”"""

_NUMBERED_KINDS = ("introduction", "conclusion")
"""The other kinds have no number, wherever in the book they are."""

_ROLES_BY_MATTER = {"body": "doc-chapter", "appendix": "doc-appendix"}
_CLASSES_BY_MATTER = {"front": "front", "appendix": "appendix", "back": "back"}


def kind_of(chapter: Chapter, section: Element) -> str:
    """The kind of ``chapter``: from its front matter, or a class on its title; empty if none."""
    heading = section.find("h1")
    classes = [] if heading is None else (heading.get("class") or "").split()
    on_title = next((name for name in classes if name in (*KINDS, INDEX)), "")
    written = chapter.front_matter.kind
    return written if written in KINDS else on_title


def numbers_of(chapters: Sequence[Chapter], sections: Sequence[Element]) -> list[str]:
    """What each chapter is numbered: ``2``, ``A`` for an appendix, empty without a number."""
    figures, letters = count(1), count(1)
    numbers = []
    for chapter, section in zip(chapters, sections, strict=True):
        kind = kind_of(chapter, section)
        heading = section.find("h1")
        unnumbered = heading is not None and has_class(heading, "unnumbered")
        if unnumbered or (kind and kind not in _NUMBERED_KINDS):
            numbers.append("")
        elif chapter.in_book.matter == "appendix":
            numbers.append(letter(next(letters)))
        else:
            numbers.append(str(next(figures)) if chapter.in_book.matter == "body" else "")
    return numbers


def letter(number: int) -> str:
    """``A`` for 1, ``Z`` for 26, ``AA`` for 27."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def mark_matter(chapter: Chapter, section: Element, number: str, language: str) -> None:
    """Give ``section`` the role of what it is in the book, and an appendix its letter."""
    matter = chapter.in_book.matter
    kind = kind_of(chapter, section)
    if role := f"doc-{kind}" if kind else _ROLES_BY_MATTER.get(matter, ""):
        section.set("role", role)
    else:
        section.attrib.pop("role", None)
    if name := _CLASSES_BY_MATTER.get(matter):
        add_class(section, name)
    heading = section.find("h1")
    if matter == "appendix" and number and heading is not None:
        word = locale_of(language).word("parts.appendix", letter=number)
        _number(heading, word, language)


def part_section(part: PartOfBook, number: int, metadata: Metadata) -> Element:
    """The ``section`` of a part of the book, with its title and without its chapters."""
    heading = E.h1(part.title, id=f"del-{number}-tittel")
    language = metadata.language
    _number(heading, locale_of(language).word("parts.part", number=number), language)
    section = E.section(heading, {"class": "part", "role": PART, "id": f"del-{number}"})
    section.set("aria-labelledby", heading.get("id") or "")
    return section


_WRITTEN_NUMBER = r"(?:\d+|[IVXLC]+|[A-ZÆØÅ])\b"


def _number(heading: Element, word: Word, language: str) -> None:
    """Begin ``heading`` with ``word``, unless its author has written such a number already."""
    named = word.text.rstrip(".").rpartition(" ")[0]
    written = rf"{re.escape(named)}\s+{_WRITTEN_NUMBER}"
    if named and re.match(written, name_of(heading), re.IGNORECASE):
        return
    label = say(word, E.span({"class": NUMBER}), language)
    label.tail, heading.text = f" {(heading.text or '').lstrip()}", None
    heading.insert(0, label)


def with_parts(
    sections: Sequence[Element], chapters: Iterable[ChapterPart], parts: Sequence[Element]
) -> Element:
    """The book's ``body``: the chapters in order, those of a part in the part's ``section``."""
    body = E.body()
    for section, chapter in zip(sections, chapters, strict=True):
        if not chapter.part:
            body.append(section)
            continue
        part = parts[chapter.part - 1]
        if part.getparent() is None:
            body.append(part)
        part.append(section)
    return body


def chapter_part(
    chapter: Chapter, section: Element, position: int, number: str, title: str
) -> ChapterPart:
    """What the editions know of a chapter. ``title`` is used where it has no heading."""
    heading = section.find("h1")
    identity = section.get("id")
    assert identity is not None
    if heading is not None:
        title = name_of(heading)
        section.set("aria-labelledby", heading.get("id") or identity)
    return ChapterPart(
        id=identity,
        position=position,
        title=title,
        running_title=chapter.front_matter.short_title or title,
        number=number,
        matter=chapter.in_book.matter,
        part=chapter.in_book.part,
        listed=heading is None or not has_class(heading, "unlisted"),
        path=chapter.path,
    )


def made_chapter(section: Element, position: int) -> ChapterPart:
    """What the editions know of a chapter that bindery makes, such as the index."""
    title = name_of(section[0])
    return ChapterPart(section.get("id") or "", position, title, title, matter="back")
