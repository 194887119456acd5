"""Blocks of code: lines, numbers, titles, kinds of words; and nothing of it where nobody asks."""

from pathlib import Path

import pytest
from lxml import etree

from bindery.document.code_blocks import letters_fitting, size_of_code
from bindery.document.code_kinds import kinds_in
from bindery.document.model import Document, Element, text_of
from bindery.document.paper import LARGE_PRINT_PAPER, PAPER
from bindery.document.read import read_document
from bindery.manuscript.load import load
from bindery.tools import pandoc
from tests.shelf import SETTINGS, write_book

A4 = letters_fitting(PAPER["A4"], 12)
LONG = "x" * (A4 + 1)


def document_of(folder: Path, text: str, told: str = "") -> Document:
    """The Document of a chapter."""
    publication = load(write_book(folder, f"# A\n\n{text}", settings=SETTINGS + told)).publication
    assert publication is not None
    return read_document(publication)


def blocks(document: Document) -> list[str]:
    """The blocks of code as they are marked up."""
    found: list[str] = []
    for pre in document.body.iter("pre"):
        pre.tail = None
        pre.attrib.pop("data-source")
        found.append(etree.tostring(pre, encoding="unicode"))
    return found


def test_a_block_of_short_lines_stays_as_it_is(tmp_path: Path) -> None:
    """A line that just fits is short."""
    (block,) = blocks(document_of(tmp_path, f"```py\n{'x' * A4}\ny\n```\n"))
    assert block == f'<pre data-code-language="py"><code>{"x" * A4}\ny</code></pre>'


def test_each_line_is_an_element_where_one_is_long(tmp_path: Path) -> None:
    """Its line break is in it, so that a copy has the lines of the manuscript."""
    (block,) = blocks(document_of(tmp_path, f"```\n{LONG}\n\ny\n```\n"))
    line = '<span class="line">'
    assert block == (
        f'<pre class="lines"><code>{line}{LONG}\n</span>{line}\n</span>{line}y</span></code></pre>'
    )


@pytest.mark.parametrize(
    ("extra", "size"), [(0, 0), (1, 11.5), (letters_fitting(PAPER["A4"], 12, 9) - A4, 9), (99, 0)]
)
def test_print_has_the_largest_letters_that_fit(extra: int, size: float) -> None:
    """Not under nine points, and as large as the text where it does not help."""
    pre = etree.fromstring(f"<pre><code>{'x' * (A4 + extra)}</code></pre>")
    assert size_of_code(pre, PAPER["A4"], 12) == size


def test_large_print_never_has_smaller_letters() -> None:
    """It promises its size for all that is read."""
    pre: Element = etree.fromstring(f"<pre><code>{'x' * 60}</code></pre>")
    assert size_of_code(pre, LARGE_PRINT_PAPER, 18) == 0


def test_a_list_leaves_less_room(tmp_path: Path) -> None:
    """A line that fits on the page need not fit in a list."""
    (block,) = blocks(document_of(tmp_path, f"- a\n\n  ```\n  {'x' * A4}\n  ```\n"))
    assert 'class="lines"' in block


def test_lines_have_numbers(tmp_path: Path) -> None:
    """From the number that is asked for."""
    text = '```{.py .numberLines startFrom="9"}\nx\ny\n```\n'
    (block,) = blocks(document_of(tmp_path, text))
    assert block.startswith(
        '<pre data-code-language="py" class="numbered lines">'
        '<code style="counter-reset: line 8"><span class="line">x\n</span>'
    )


def test_a_title_is_the_caption_of_the_block(tmp_path: Path) -> None:
    """It is above the code, and its signs are words."""
    document = document_of(tmp_path, '```{.py title="a_b.py"}\nx\n```\n')
    (figure,) = document.body.iter("figure")
    parts = [(part.tag, text_of(part)) for part in figure]
    assert parts == [("figcaption", "a_b.py"), ("pre", "x")]


def test_words_have_kinds_if_asked(tmp_path: Path) -> None:
    """Neighbours of a kind are one, and the letters are the same."""
    told = "\n[code]\ncolours = true\n"
    (block,) = blocks(document_of(tmp_path, '```py\nif x: y = "a" # b\n```\n', told))
    assert block == (
        '<pre data-code-language="py"><code><span class="keyword">if</span> x: y = '
        '<span class="string">"a"</span> <span class="comment"># b</span></code></pre>'
    )


def test_nobody_pays_for_colours_that_are_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pandoc is not asked for kinds."""

    def run(_: str) -> str:
        raise AssertionError

    monkeypatch.setattr(pandoc, "highlighted", run)
    assert "keyword" not in blocks(document_of(tmp_path, "```py\nif x: y\n```\n"))[0]


def test_kinds_are_one_run_and_never_change_a_letter() -> None:
    """Fences and HTML in code, unknown languages and empty blocks do not touch the others."""
    written = [("py", "~~~\n# <b>"), ("no-such", "if"), ("", "if"), ("js", 'let a = "x"')]
    first, second, third, last = kinds_in(written)
    assert first is not None
    assert "\n".join("".join(words for words, _ in line) for line in first) == written[0][1]
    assert (second, third) == (None, None)
    assert last is not None
    assert last[0][-1] == ('"x"', "string")


def test_the_language_is_said_if_asked(tmp_path: Path) -> None:
    """Once, above the block, by the name people know."""
    told = "\n[code]\nlanguage-is-said = true\n"
    document = document_of(tmp_path, "```js\nx\n```\n\n```\ny\n```\n", told)
    said = [one.text for one in document.body.iter("p") if one.get("class") == "code-language"]
    assert said == ["Kode, JavaScript"]
