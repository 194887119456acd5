"""The front door keeps every word, and knows where each was written."""

import re
from collections.abc import Iterator

import pytest

from bindery.manuscript.marks import door
from bindery.manuscript.marks.door import let_in
from bindery.manuscript.marks.edits import Edit, Kept, Traced, without_overlaps
from bindery.manuscript.marks.page import HIDDEN, Book, Page
from bindery.manuscript.marks.parsing import tokens_of
from bindery.manuscript.marks.readers import Reader
from bindery.vocabulary.findings import Location
from bindery.vocabulary.places import Places

EVERYTHING = re.compile("")


def page_of(text: str) -> Page:
    """``text`` with all its tokens."""
    places = Places("a.md", text, text, Traced(text).stretches)
    return Page("a.md", text, tokens_of(text, (), [EVERYTHING]), Book(), places)


def test_what_is_kept_knows_where_it_was_written() -> None:
    """Two rounds of edits later, each letter of the author's has its own place, and no other."""
    written = "en <b>to</b> tre\nfire"
    once = Traced(written).edited([Edit(3, 6, ("[",)), Edit(8, 12, ("]{.b}",))])
    assert once.text == "en [to]{.b} tre\nfire"
    twice = once.edited([Edit(0, 3, ("\n\n", Kept(0, 2), " "))])
    assert twice.text == "\n\nen [to]{.b} tre\nfire"
    places = Places("a.md", twice.text, written, twice.stretches)
    assert places.at(3, 1) == Location("a.md", 1, 1)
    assert places.at(3, 5) == Location("a.md", 1, 7)
    assert places.at(3, 4) == Location("a.md", 1)
    assert places.at(3, 13) == Location("a.md", 1, 14)
    assert places.at(4) == Location("a.md", 2)
    assert places.at(1) == Location("a.md", 1)


@pytest.mark.parametrize(
    "edit",
    [
        Edit(0, 8, (Kept(0, 2),)),
        Edit(0, 8, (Kept(3, 8), Kept(0, 2))),
        Edit(0, 8, (Kept(0, 5), Kept(3, 8))),
        Edit(0, 5, (Kept(0, 8),)),
        Edit(0, 8, (Kept(0, 8),), drops="to"),
    ],
    ids=["lost", "in another order", "twice", "from outside", "said to be dropped"],
)
def test_an_edit_that_loses_or_doubles_a_word_is_known(edit: Edit) -> None:
    """A word is kept once and in order, or named among those that are marks."""
    assert not edit.keeps_words_of("en to tre")


def test_an_edit_that_loses_a_word_is_undone_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The text stays as it is written, and the place is left for a rule to tell."""

    def losing(page: Page) -> Iterator[Edit]:
        yield Edit(4, 6, ("?",))

    monkeypatch.setattr(door, "WORDS", (Reader(re.compile("to"), losing),))
    chapter = let_in("a.md", "en\n\nto tre\n", Book())
    assert chapter.text == "en\n\nto tre\n"
    (mark,) = chapter.marks
    assert (mark.rule, mark.location.line, mark.words) == ("words-are-kept", 3, "to")


def test_of_two_edits_that_overlap_the_first_is_made() -> None:
    """The other is for the next round; an insertion beside one is no overlap."""
    edits = [Edit(4, 8), Edit(2, 6), Edit(2, 2, ("x",)), Edit(6, 6, ("y",))]
    kept = [(one.start, one.end) for one in without_overlaps(edits)]
    assert kept == [(2, 2), (2, 6), (6, 6)]


RANGES = """\
# Tittel med `kode` og <b>feit</b> ##

Et [lenket `ord`](x.md "Tittel") og <https://a.no>, \\* og &amp; og `x`.
  Neste linje med `mer` og ![alt](b.png){.x}.

> Sitat med `kode`
> - punkt `to`
  lat `linje`

| a | b |
|---|---|
| `x\\|y` | \\| `z` |

Term
: Forklaring med `kode`[^1]

[^1]: Note `n`
"""


def test_every_inline_token_has_its_exact_range() -> None:
    """In headings, items, quotations, cells with escaped pipes, terms and notes."""
    page = page_of(RANGES)
    found = [page.text[one.start : one.end] for one in page.inlines()]
    codes = [one for one in found if one.startswith("`")]
    assert codes == re.findall(r"`[^`]+`", RANGES)
    for written in ("<b>", "</b>", "<https://a.no>", "\\*", "![alt](b.png)", "[^1]"):
        assert written in found, written


def test_plain_words_hide_what_is_not_for_readers_of_marks() -> None:
    """Code, addresses and what is escaped are hidden; a link's words are not."""
    (words,) = page_of('Et [lenket `ord`](x.md "T") og \\@a <b>@b</b> `@c`.\n').words()
    shown = words.plain.replace(HIDDEN, "")
    assert shown == "Et lenket  og a @b ."
    at = words.plain.index("@b")
    assert words.page.text[words.offset(at) :].startswith("@b</b>")


ROWS = {
    9: ("---\ntitle: Funn\nweight: 3\n---\n\nTekst\n", "# Funn", 2, "left-out"),
    10: ("---\ntitle: Funn\n---\n# A\n# B\n", "# Funn", 2, "read-as"),
}


@pytest.mark.parametrize(("text", "title", "line", "told"), ROWS.values(), ids=map(str, ROWS))
def test_a_title_above_the_text_is_its_heading(text: str, title: str, line: int, told: str) -> None:
    """It stands at its own line, and what happens to the rest is told once."""
    chapter = let_in("a.md", text, Book())
    row = chapter.text.split("\n").index(title) + 1
    assert chapter.at(row, 3) == Location("a.md", line, 8)
    assert [mark.rule for mark in chapter.marks] == [told]


def test_headings_below_a_title_are_one_level_deeper() -> None:
    """Marks of both kinds, and nothing in code."""
    text = "---\ntitle: T\n---\n# A\n\nB\n=\n\nC\n-\n\n```\n# D\n```\n"
    chapter = let_in("a.md", text, Book())
    assert "\n## A\n\nB\n---\n\n### C\n\n```\n# D\n```\n" in chapter.text


def test_a_chapter_without_foreign_marks_is_as_written() -> None:
    """It costs no places and no copy."""
    chapter = let_in("a.md", "# A\n\nTekst.\n", Book())
    assert (chapter.text, chapter.written, chapter.places) == ("# A\n\nTekst.\n", "", None)


@pytest.mark.parametrize("heading", ["# Funn", "Funn\n====", "## Funn"])
def test_authors_are_below_the_chapters_own_heading(heading: str) -> None:
    """The title is first, whether it is in the front matter or in the text."""
    written = f"---\nauthor: Kari\n---\n\n{heading}\n\nTekst\n"
    words = let_in("a.md", written, Book()).text.split()
    assert words.index("Funn") < words.index("Kari") < words.index("Tekst")
