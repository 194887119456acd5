"""What is written where a block of code begins: read, or left out and told."""

import pytest

from bindery.manuscript.marks.door import let_in
from bindery.manuscript.marks.page import Book
from bindery.manuscript.source.dialect import dialect

READ = [
    ("rust,ignore", "rust", ["ignore"]),
    ("js {1,3}", "js", ["{1,3}"]),
    ("python showLineNumbers", "{.python .numberLines}", []),
    ("{.python .numberLines startFrom=5}", '{.python .numberLines startFrom="5"}', []),
    ('{.python .numberLines startFrom="5"}', '{.python .numberLines startFrom="5"}', []),
    ("{.c++}", "c++", []),
    ("{#kode .python}", "{.python #kode}", []),
    ("python {#kode}", "{.python #kode}", []),
    ("python linenos=true hl_lines=3", "{.python .numberLines}", ["hl_lines=3"]),
    ("python", "python", []),
]
OF_OTHERS = ["{python}", "{r, echo=FALSE}", "{figure} a.png", "{=html}"]


@pytest.mark.parametrize(("info", "plain", "unused"), READ)
def test_it_is_read(info: str, plain: str, unused: list[str]) -> None:
    """The language is the first word; what is left out is told."""
    chapter = let_in("k.md", f"```{info}\nx, {{1}}\n```\n", Book())
    assert chapter.text == f"```{plain}\nx, {{1}}\n```\n"
    assert [mark.words for mark in chapter.marks] == unused


@pytest.mark.parametrize("info", OF_OTHERS)
def test_what_is_no_block_of_code_is_left_alone(info: str) -> None:
    """Chunks, directives and raw blocks are not for this reader."""
    chapter = let_in("k.md", f"```{info}\nx\n```\n", Book())
    assert "listing" not in chapter.text
    assert [mark.words for mark in chapter.marks if mark.kind == "code-option"] == []


def test_a_title_stands_above_the_code() -> None:
    """Its signs are words, and it keeps its place in the file."""
    chapter = let_in("k.md", '```{.py title="a_b*.py" #lst-a}\nx\n```\n\nEtter\n', Book())
    assert chapter.text == ("::: {.listing #lst-a}\na\\_b\\*.py\n\n```py\nx\n```\n:::\n\nEtter\n")
    assert chapter.places is not None
    at = chapter.text.index("py\n\n```")
    assert chapter.places.origin(at)[0] == len('```{.py title="a_b*.')


def test_it_is_read_in_a_list_and_a_quotation() -> None:
    """The marks of the blocks around are kept on every line."""
    written = '- a\n\n  > ```py title="a.py"\n  > x\n  > ```\n'
    plain = "- a\n\n  > ::: {.listing}\n  > a.py\n  >\n  > ```py\n  > x\n  > ```\n  > :::\n"
    assert let_in("k.md", written, Book()).text == plain


def test_a_block_that_never_ends_is_read_too() -> None:
    """As CommonMark has it, to the end of the chapter."""
    assert let_in("k.md", "```rust,x\na", Book()).text == "```rust\na"


def test_a_block_with_a_name_for_references_is_a_listing() -> None:
    """Its lines keep their numbers."""
    written = '```{#lst-a .py .numberLines startFrom="5"}\nx\n```\n'
    plain = '::: {.listing #lst-a}\n```{.py .numberLines startFrom="5"}\nx\n```\n:::\n'
    assert let_in("k.md", written, Book()).text == plain


def test_a_title_with_code_in_it_leaves_a_fence_a_fence() -> None:
    """CommonMark allows no backtick after the backticks that open one."""
    written = "# T\n\n```{code} yaml\n:caption: Filen `a.yml`\n\n# ingen overskrift\n```\n"
    chapter = let_in("a.md", written, Book())
    kinds = [token.type for token in dialect().parse(chapter.text)]
    assert kinds.count("heading_open") == 1
    assert kinds.count("fence") == 1
    assert "Filen a.yml" in chapter.text
