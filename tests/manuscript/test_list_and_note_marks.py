"""Lists, tasks, lines, notes and abbreviations as authors write them, read as the plain dialect."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bindery.manuscript.load import load
from bindery.manuscript.marks.door import let_in
from bindery.manuscript.marks.labels import label_at, runs
from bindery.manuscript.marks.page import Book
from bindery.manuscript.source import read_source
from bindery.rules.manuscript import ids_are_unique
from bindery.vocabulary.publication import Chapter
from tests.shelf import write_book

SPACE = "\N{NO-BREAK SPACE}"


def read(text: str) -> Chapter:
    """``text`` as the front door lets it in."""
    return let_in("a.md", text, Book())


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        ("i)", [("i", 1, 1)]),
        ("i) ii)", [("i", 1, 2)]),
        ("i) j)", [("a", 9, 2)]),
        ("h) i) j)", [("a", 8, 3)]),
        ("v) vi)", [("i", 5, 2)]),
        ("c)", [("a", 3, 1)]),
        ("A) B)", [("A", 1, 2)]),
        ("I) II) IV)", [("I", 1, 2), ("I", 4, 1)]),
        ("a) b) d) e)", [("a", 1, 2), ("a", 4, 2)]),
        ("(9) (10)", [("1", 9, 2)]),
    ],
)
def test_the_whole_list_settles_its_numerals(
    labels: str, found: list[tuple[str, int, int]]
) -> None:
    """``i)`` is roman alone or before ``ii)``; a label out of order begins a list of its own."""
    read_labels = [label for each in labels.split() if (label := label_at(f"{each} x"))]
    assert runs(read_labels) == found


PLAIN = {
    "Krav:\na) x\nb) y\n": ("Krav:\n::: {.list type=a delim=paren start=1}\n1) x\n1) y\n:::\n"),
    "I) en\nII) to\n": "::: {.list type=I delim=paren start=1}\n1) en\n01) to\n:::\n",
    "A.  en\nB.  to\n": "::: {.list type=A delim=period start=1}\n1)  en\n1)  to\n:::\n",
    "> (a) x\n> (b) y\n": "> ::: {.list type=a delim=parens start=1}\n> 01) x\n> 01) y\n> :::\n",
    "- a) x\n  b) y\n": "- ::: {.list type=a delim=paren start=1}\n  1) x\n  1) y\n  :::\n",
    "(iii) x\n\n    mer\n": "(iii) x\n\n    mer\n",
    "#. en\n#. to\n": "1. en\n1. to\n",
    "(@) en\n(@to) to (@to) (@x)\n": (
        "::: {.list .example type=1 delim=parens}\n01) en\n"
        "0001) []{#example-to}to [](#example-to){.example} (@x)\n:::\n"
    ),
    "- [x] a\n- [ ] b\n": "- []{.task done=yes} a\n- []{.task done=no} b\n",
    "a[^1] b[^1]\n\n[^1]: N\n": "a[[^1]]{#note-1 .noted} b[](#note-1){.noteref}\n\n[^1]: N\n",
    "a^[n *m*] b\n": "a[n *m*]{.inline-note} b\n",
    "| en\n|  to\n|\n| - tre\n": (f"::: line-block\nen\\\n{SPACE}to\n\n\\- tre\n:::\n"),
    "a ==b c== d\n": "a [b c]{.mark} d\n",
    "KS\n\n*[KS]: Kom\n": '[KS]{abbr="Kom"}\n\n\n',
    "> a\n> — Navn\n": "> a\n> \n> — Navn\n",
}


@pytest.mark.parametrize("written", PLAIN, ids=lambda written: written.split("\n")[0])
def test_it_is_read_as_the_plain_dialect(written: str) -> None:
    """Both readers see the same list, note or line, and what is read is read once."""
    chapter = read(written)
    assert chapter.text == PLAIN[written]
    assert "words-are-kept" not in {mark.rule for mark in chapter.marks}
    assert read(chapter.text).text == chapter.text


@pytest.mark.parametrize(
    "text",
    [
        "A. Hansen\n\nB. Nilsen",
        "f. eks. dette",
        "Tekst\na) bare en",
        "Tekst\nb) to\nc) tre",
        "1. en\n2. to",
        "a\\) x\nb\\) y",
        "```\na) x\nb) y\n- [x] z\n| v\n```",
        "    a) x\n    b) y",
        "[x] er ingen oppgave",
        "- [x](y.md)",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "a==b==c == d ==",
        "`==x==` og `^[x]`",
        "x^[1]^",
        "> – Kommer du?\n> – Ja, sa hun.",
        "a[^1] b[^2]\n\n[^1]: N\n[^2]: M",
        "a[^1] b[^1]",
    ],
)
def test_it_is_text_or_commonmarks(text: str) -> None:
    """Initials, sentences, code, speech and what CommonMark has are left as they are."""
    chapter = read(f"# T\n\n{text}\n")
    assert chapter.text == f"# T\n\n{text}\n"
    assert chapter.marks == ()


def test_each_kind_is_told_at_its_line() -> None:
    """Nothing is read as something else in silence."""
    text = "- [x] a\n\n| b\n\nc^[d] ==e==\n\n#. f\n\n(@) g\n\nh[^i] j[^i]\n\n[^i]: k\n\n*[l]: m\n"
    told = {(mark.kind, mark.location.line) for mark in read(text).marks}
    assert told == {
        ("task", 1),
        ("line-block", 3),
        ("inline-note", 5),
        ("marked-words", 5),
        ("number-sign", 7),
        ("example", 9),
        ("note-again", 11),
        ("abbreviation", 15),
    }


@pytest.mark.parametrize(
    ("notes", "text", "told"),
    [
        (
            "a[^1] b\n\n[^1]: N[^2].\n\n[^2]: M\n",
            "a[^1][[^2]]{#note-1 .noted} b\n\n[^1]: N[](#note-1){.noteref}.\n\n[^2]: M\n",
            1,
        ),
        (
            "a[^1] b[^2]\n\n[^1]: N[^2].\n\n[^2]: M\n",
            "a[^1] b[[^2]]{#note-1 .noted}\n\n[^1]: N[](#note-1){.noteref}.\n\n[^2]: M\n",
            1,
        ),
        (
            "a[^1]\n\n[^1]: N[^1].\n",
            "a[[^1]]{#note-1 .noted}\n\n[^1]: N[](#note-1){.noteref}.\n",
            1,
        ),
        ("a\n\n[^1]: N[^2].\n\n[^2]: M[^1].\n", "a\n\n[^1]: N\\[^2].\n\n[^2]: M\\[^1].\n", 0),
        ("a[^1]\n\n[^1]: N[^x].\n", "a[^1]\n\n[^1]: N[^x].\n", 0),
    ],
)
def test_a_note_in_a_note_is_one_of_the_text(notes: str, text: str, told: int) -> None:
    """It comes after the note that leads to it. One that nothing leads to is in no edition."""
    chapter = read(notes)
    assert chapter.text == text
    assert [mark.kind for mark in chapter.marks] == ["note-again"] * told


NUMBERS = st.integers(0, 7)


@given(st.lists(NUMBERS, max_size=4), st.lists(st.lists(NUMBERS, max_size=4), max_size=8))
def test_every_note_that_is_led_to_is_in_the_text_once(
    in_text: list[int], notes: list[list[int]]
) -> None:
    """However notes lead to each other, in circles too. No reference is left in them."""
    marks = [" ".join(f"[^{number}]" for number in numbers) for numbers in (in_text, *notes)]
    body = [f"[^{number}]: Note {mark}." for number, mark in enumerate(marks[1:])]
    chapter = read("\n\n".join((f"# T\n\nTekst {marks[0]}", *body)))
    text, *others = [one for one in chapter.text.split("\n\n") if not one.startswith("# ")]
    reached, waiting = set[int](), [number for number in in_text if number < len(notes)]
    while waiting:
        reached.add(number := waiting.pop())
        waiting += [one for one in notes[number] if one < len(notes) and one not in reached]
    written = re.findall(r"\[\^(\d)\]", text)
    assert sorted(int(one) for one in written if int(one) < len(notes)) == sorted(reached)
    for number, note in enumerate(others):
        left = re.findall(r"(?<!\\)\[\^(\d)\](?!:)", note)
        assert all(int(one) >= len(notes) for one in left), (number, note)


def test_two_chapters_may_each_have_a_note_in_two_places(tmp_path: Path) -> None:
    """The names that the front door makes are no names of the author's."""
    text = "# {}\n\nJa.[^1] Ja.[^1]\n\n[^1]: Noten.\n"
    publication = load(write_book(tmp_path, text.format("A"), text.format("B"))).publication
    assert publication is not None
    assert list(ids_are_unique.find(read_source(publication))) == []
