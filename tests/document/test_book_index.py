"""The index has every marked word once, sorted by the language, with links to its places."""

from pathlib import Path

import pytest
from lxml import etree

from bindery.document.model import text_of
from bindery.locales.sorting import sort_key
from tests.shelf import document_of

MARKED = (
    "# A\n\n[Vert]{.index} og [vert]{.index} i et avsnitt.\n\n[verten]{.index entry=vert} i et"
    ' annet.\n\n[Ål]{.index}[]{.index entry="mat!fisk!ørret"}[]{.index entry=mat see=vert}\n'
)


def lines(listed: etree._Element, depth: int = 0) -> list[str]:
    """The entries, with the targets of their links."""
    found = []
    for item in listed.findall("li"):
        words = [text_of(one) for one in item if one.tag in ("span", "em")]
        links = [one.get("href", "") for one in item.findall("a")]
        found.append("  " * depth + " ".join([*words, *links]))
        for below in item.findall("ul"):
            found += lines(below, depth + 1)
    return found


def test_a_chapter_of_its_own_comes_last(tmp_path: Path) -> None:
    """With the language's name, and no number."""
    document = document_of(tmp_path, MARKED, "# B\n\nIngenting.\n")
    last = document.chapters[-1]
    assert [(one.title, one.number) for one in document.chapters[1:]] == [
        ("B", "2"),
        ("Stikkord", ""),
    ]
    section = document.chapter(last)
    assert section.get("role") == "doc-index"
    listed = section.find("ul")
    assert listed is not None
    assert lines(listed) == [
        "mat se #" + str(next(one.get("id") for one in listed if text_of(one).startswith("Vert"))),
        "  fisk",
        "    ørret #stikkord-4",
        "Vert #stikkord-1 #stikkord-2",
        "Ål #stikkord-3",
    ]


def test_it_is_where_its_chapter_is(tmp_path: Path) -> None:
    """``# Oppslag {.index}`` keeps its title and its text."""
    document = document_of(tmp_path, MARKED, "# Oppslag {.index}\n\nOrd i boka.\n", "# C\n")
    assert [one.title for one in document.chapters] == ["A", "Oppslag", "C"]
    section = document.chapter(document.chapters[1])
    assert [one.tag for one in section] == ["h1", "p", "ul"]


def test_words_stay_and_marks_go(tmp_path: Path) -> None:
    """A second mark in the same block is not a place of its own."""
    document = document_of(tmp_path, MARKED)
    section = document.chapter(document.chapters[0])
    assert [text_of(one) for one in section.iter("p")] == [
        "Vert og vert i et avsnitt.",
        "verten i et annet.",
        "Ål",
    ]
    assert len(section.findall(".//span")) == 4


def test_a_book_without_marks_has_no_index(tmp_path: Path) -> None:
    """Nor an empty chapter for it."""
    document = document_of(tmp_path, "# A\n\nB.\n")
    assert [one.title for one in document.chapters] == ["A"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", ["10", "3", "Aker", "é", "ed", "Zebra", "Ärla", "ærlig", "øl", "Ås", "Я"]),
        ("sv", ["zon", "åka", "ärlig", "ö"]),
        ("de", ["Abend", "Äpfel", "Apfelsine", "Straße", "Strom"]),
        ("en", ["ad hoc", "adder", "naïve", "navy"]),
    ],
)
def test_words_are_sorted_as_the_language_sorts_them(language: str, words: list[str]) -> None:
    """Letters with other signs are sorted with their own, unless the alphabet has them."""
    mixed = [*words[1::2], *words[::2]]
    assert sorted(mixed, key=lambda one: sort_key(one, language)) == words
