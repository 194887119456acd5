"""The letters that a manuscript prints, line by line, and which of them a typeface lacks."""

import unicodedata
from collections.abc import Callable, Iterator
from functools import partial

from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.manuscript.source.elements import Code, Heading, Link, Paragraph, Span, Table
from bindery.rules.manuscript._settings import words_about
from bindery.vocabulary.findings import Location


def lines_lacking(
    manuscript: Manuscript, covered: frozenset[str]
) -> Iterator[tuple[str, Callable[[str], Location]]]:
    """The words about the book, and each printed line with letters that are not ``covered``.

    Each has where a letter of it is.
    """
    for words in words_about(manuscript.publication):
        yield words.text, lambda _, place=words.location: place  # type: ignore[misc]
    for chapter in manuscript.chapters:
        missing = missing_in("".join(_printed(chapter)), covered)
        lines = enumerate(chapter.lines, start=1) if missing else ()
        for number, line in lines:
            here = "".join(letter for letter in line if letter in missing)
            if here:
                yield here, partial(_place, chapter.path, number, line)


def _place(path: str, number: int, line: str, letter: str) -> Location:
    return Location(path, number, line.index(letter) + 1)


def _printed(chapter: ChapterSource) -> Iterator[str]:
    for element in chapter.elements:
        match element:
            case Paragraph() | Heading() | Link() | Span() | Code():
                yield element.text
            case Table():
                for row in (element.header, *element.rows):
                    yield from row.cells


def missing_in(text: str, covered: frozenset[str]) -> set[str]:
    """The characters of ``text`` that are drawn, and not among those ``covered``."""
    return {character for character in set(text) - covered if not _is_unseen(character)}


def _is_unseen(character: str) -> bool:
    """Whether a character is never drawn: soft hyphens, joiners, variation selectors, breaks."""
    is_selector = "\ufe00" <= character <= "\ufe0f"
    return is_selector or unicodedata.category(character) in {"Cc", "Cf", "Zl", "Zp"}
