"""Where the marks of a chapter are in its text, to the letter."""

import random
import re

import pytest

from bindery.manuscript.marks.page import Book, Page
from bindery.manuscript.marks.parsing import tokens_of
from bindery.vocabulary.places import Places, Stretch

_MARKS = ("<b>", "</i >", '<a href="x">', "`a b`", "[x](y)", "![a](b)", "<https://x.no>", "$x_1$")
_MARKS_IN_CELLS = ("<b>", "`a \\| b`", '<a title="a\\|b">', "[x \\| y](z)", "`\\|`")
_WORDS = ("ord", "og", "å|x", "\\*", "&amp;", "*em*", "# a", "æøå", "\t", "1 < 2")
_EVERY = re.compile("")
_TYPES = {"html_inline", "code_inline", "link_open", "image", "math_inline"}


def _page(text: str) -> Page:
    tokens = tokens_of(text, (), [_EVERY])
    return Page("a.md", text, tokens, Book(), Places("a.md", text, text, [Stretch(0, 0)]))


def _line(rng: random.Random) -> str:
    pieces = [rng.choice((*_MARKS, *_WORDS, *_WORDS)) for _ in range(rng.randint(2, 7))]
    return rng.choice((" ", "  ", " x ")).join(("ord", *pieces)).strip()


def _cell(rng: random.Random) -> str:
    pieces = [rng.choice((*_MARKS_IN_CELLS, "ord", "a \\| b")) for _ in range(rng.randint(1, 4))]
    return " ".join(pieces)


def _chapter(rng: random.Random) -> str:
    """Blocks of each kind, one inside another, with lines that go on in each way."""
    blocks: list[str] = []
    for _ in range(rng.randint(1, 5)):
        lines = [_line(rng) for _ in range(rng.randint(1, 3))]
        match rng.randrange(8):
            case 0:
                blocks.append(f"## {lines[0]} ##")
            case 1:
                blocks.append("\n   ".join(lines) + "\n===")
            case 2:
                mark = rng.choice(("- ", "-   ", "-\t", "12. "))
                goes_on = rng.choice(("    ", "\t", ""))
                blocks.append(mark + f"\n{goes_on}".join(lines))
            case 3:
                blocks.append("> " + rng.choice(("\n> ", "\n>", "\n>\t", "\n")).join(lines))
            case 4:
                blocks.append(f"> - {f'{chr(10)}>   '.join(lines)}\n>\n>   {lines[-1]}")
            case 5:
                rows = [f"| {_cell(rng)} |{_cell(rng)}|" for _ in range(2)]
                blocks.append("\n".join((rows[0], "|---|---|", rows[1])))
            case 6:
                blocks.append(f"Ord\n:   {f'{chr(10)}    '.join(lines)}")
            case _:
                blocks.append(f"\n{rng.choice(('', ' ', '    ', chr(9)))}".join(lines))
    return "\n\n".join(blocks)


@pytest.mark.parametrize("seed", range(300))
def test_a_mark_is_where_it_says(seed: int) -> None:
    """The text between a token's start and its end is the mark that was written."""
    page = _page(_chapter(random.Random(seed)))
    for inline in page.inlines():
        if inline.token.type not in _TYPES:
            continue
        written = page.text[inline.start : inline.end]
        match inline.token.type:
            case "html_inline":
                assert re.sub(r"\n[ \t>]*", "\n", written.replace("\\|", "|")) == re.sub(
                    r"\n[ \t>]*", "\n", inline.token.content
                )
            case "code_inline":
                assert written.startswith("`")
                assert written.endswith("`")
            case "link_open":
                assert written[0] in "[<"
                assert written[-1] in ")>"
            case "image":
                assert written.startswith("![")
                assert written.endswith(")")
            case _:
                assert written.startswith("$")
                assert written.endswith("$")


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("# # a <b> # a", "<b>"),
        ("# \\# <b> \\# ##", "<b>"),
        ("| a \\| <b> \\| | b |\n|---|---|\n| 1 | 2 |", "<b>"),
        ('| a | b |\n|---|---|\n| \\| <a title="\\|"> | x |', '<a title="\\|">'),
        ("| a | b |\n|---|---|\n| `\\|` | x |", "`\\|`"),
        ("-\ta\n\t\t<b>", "<b>"),
        ("> a\n<b> c", "<b>"),
        ("1.  a\n>   <b> c", "<b>"),
        ("::: x\n  a <b>\n:::", "<b>"),
        ("[^1]\n\n[^1]: a\n    <b> c", "<b>"),
    ],
)
def test_a_mark_has_its_place_in_every_block(text: str, mark: str) -> None:
    """Signs after a heading, pipes in cells, tabs and lazy lines do not move it."""
    inlines = [one for one in _page(text).inlines() if one.token.type in _TYPES]
    assert [text[one.start : one.end] for one in inlines] == [mark]
