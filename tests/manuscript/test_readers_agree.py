"""The reader that renders and the reader that lints see the same book.

Every heading, link, image, table and fenced div that pandoc makes of a chapter is one that rules
look at, at the same line and column and inside as many divs, and the other way round.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bindery.document.for_pandoc import for_pandoc
from bindery.manuscript.marks.door import let_in
from bindery.manuscript.marks.page import Book
from bindery.manuscript.source.elements import Div, Element, Heading, Image, Link, Table
from bindery.manuscript.source.from_tokens import read_elements
from bindery.tools.locate import pandoc
from bindery.tools.pandoc import DIALECT
from bindery.tools.run import run
from bindery.vocabulary.publication import Chapter

ROOT = Path(__file__).parents[2]
CORPUS = sorted((ROOT / "tests" / "corpus").glob("*.md"))
CHAPTERS = sorted((ROOT / "manuscript" / "chapters").glob("*.md"))

# pandoc sets quotation marks and dashes; the source has what the author typed.
AS_TYPED = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "--", "—": "---", "…": "...", "\xa0": " "}
)
Seen = tuple[int, int, str, tuple[object, ...]]


@pytest.mark.parametrize("file", [*CORPUS, *CHAPTERS], ids=lambda file: file.stem)
def test_both_readers_see_the_same(file: Path) -> None:
    """Headings, links, images, tables and divs are the same, in the same places and order."""
    # One reader counts a tab as one column, the other as up to four.
    text = let_in(file.name, file.read_text(encoding="utf-8"), Book()).text.expandtabs(4)
    shorter = _shorter(text)
    ours = [_without_column(seen, shorter) for seen in _seen_by_rules(text)]
    theirs = [_without_column(seen, shorter) for seen in set(_seen_by_pandoc(text))]
    assert sorted(ours, key=str) == sorted(theirs, key=str)


NUMBERS = frozenset({"noteref", "example"})
"""Classes of empty links that the front door makes."""


def _shorter(text: str) -> set[int]:
    """The lines that pandoc gets without a comment, where columns are not the author's."""
    pairs = zip(text.split("\n"), for_pandoc(text).text.split("\n"), strict=True)
    return {number for number, (ours, theirs) in enumerate(pairs, 1) if len(ours) > len(theirs)}


def _without_column(seen: Seen, shorter: set[int]) -> Seen:
    line, column, kind, said = seen
    return line, 0 if line in shorter else column, kind, said


def test_the_corpus_has_everything() -> None:
    """An empty corpus proves nothing: each kind of element is in it many times."""
    kinds = [kind for file in CORPUS for _, _, kind, _ in _seen_by_rules(file.read_text("utf-8"))]
    rare = [kind for kind in ("heading", "link", "image", "table", "div") if kinds.count(kind) < 10]
    assert rare == []


def _place(seen: Seen) -> tuple[int, int]:
    return seen[:2]


def _typed(text: str) -> str:
    return " ".join(text.translate(AS_TYPED).split())


def _seen_by_rules(text: str) -> list[Seen]:
    elements = read_elements(Chapter("chapter.md", text))
    return sorted((seen for element in elements for seen in _as_seen(element)), key=_place)


def _as_seen(element: Element) -> Iterator[Seen]:
    line, column = element.location.line or 0, element.location.column or 0
    match element:
        case Heading():
            yield line, 0, "heading", (element.level, _typed(element.text), element.name)
        case Link():
            around = sum(1 for _ in element.divs())
            yield line, column, "link", (element.target, _typed(element.text), around)
        case Image():
            around = sum(1 for _ in element.divs())
            yield line, column, "image", (element.source, _typed(element.alt), around)
        case Div():
            around = sum(1 for _ in element.divs())
            yield line, 0, "div", (*element.attributes.classes, around)
        case Table():
            rows = (element.header, *element.rows)
            cells = tuple(tuple(_typed(cell) for cell in row.cells) for row in rows)
            yield line, 0, "table", cells


def _seen_by_pandoc(text: str) -> Iterator[Seen]:
    program = pandoc()
    assert program is not None
    prepared = for_pandoc(text)
    finished = run([program, f"--from={DIALECT}", "--to=json"], stdin=prepared.text)
    assert finished.status == 0, finished.stderr
    for node, depth in _nodes(json.loads(prepared.restored(finished.stdout))["blocks"]):
        content: Any = node.get("c")
        match node["t"]:
            case "Header":
                level, attributes, inlines = content
                said = (level, _typed(_words(inlines)), attributes[0])
                yield _position(node)[0], 0, "heading", said
            case "Link" if not NUMBERS.isdisjoint(content[0][1]):
                pass  # The number of a note or an example is no link for rules.
            case "Link" if "ref" in content[0][1]:
                pass  # The words of a reference are made, so it is another element for rules.
            case "Link" | "Image" as kind:
                _, inlines, (target, _) = content
                yield *_position(node), kind.lower(), (target, _typed(_words(inlines)), depth)
            case "Div" if not _is_wrapper(node):
                yield _position(node)[0], 0, "div", (*_attributes(node)[1], depth)
            case "Table":
                _, _, _, (_, head), bodies, _ = content
                rows = [*head, *(row for body in bodies for row in body[3])]
                cells = tuple(tuple(_typed(_words(cell[4])) for cell in row[1]) for row in rows)
                yield _position(node)[0], 0, "table", cells


def _nodes(tree: Any, depth: int = 0) -> Iterator[tuple[dict[str, Any], int]]:
    """Every element of pandoc's tree, and how many fenced divs are around it.

    What stands in an image's alternative text is not one.
    """
    if isinstance(tree, list):
        for branch in tree:
            yield from _nodes(branch, depth)
    elif isinstance(tree, dict):
        yield tree, depth
        if tree["t"] == "Note":
            # It is written elsewhere, and in the corpus not in a div.
            depth = 0
        if tree["t"] != "Image":
            inside = tree["t"] == "Div" and not _is_wrapper(tree)
            yield from _nodes(tree.get("c"), depth + inside)


def _is_wrapper(node: Any) -> bool:
    """Whether pandoc made this div itself, to carry a position or attributes."""
    return any(key == "wrapper" for key, _ in _attributes(node)[2])


def _position(node: Any) -> tuple[int, int]:
    """Where an element begins, or where the first thing in it does: blocks in notes have no place.

    ``data-pos`` is ``line:column-line:column;…``. A heading that begins a list item has its own
    after the item's.
    """
    own = [pair[1] for pair in _attributes(node)[2] if pair[0] == "data-pos"]
    ranges = [*own[-1:]] or [*_positions(node)]
    starts = [each.split("-")[0].split(":") for each in ";".join(ranges).split(";") if each]
    return min((int(line), int(column)) for line, column in starts)


def _attributes(node: Any) -> Any:
    return node["c"][1 if node["t"] == "Header" else 0]


def _positions(tree: Any) -> Iterator[str]:
    if isinstance(tree, dict):
        yield from _positions(tree.get("c"))
    elif isinstance(tree, list) and len(tree) == 2 and tree[0] == "data-pos":
        yield tree[1]
    elif isinstance(tree, list):
        for branch in tree:
            yield from _positions(branch)


def _words(tree: Any) -> str:
    if isinstance(tree, list):
        return "".join(map(_words, tree))
    return _said_by(tree["t"], tree.get("c")) if isinstance(tree, dict) else ""


def _said_by(kind: str, content: Any) -> str:
    match kind:
        case "Str":
            return str(content)
        case "Space" | "SoftBreak" | "LineBreak":
            return " "
        case "Code" | "Math":
            return str(content[1])
        case "Quoted":
            mark = '"' if content[0]["t"] == "DoubleQuote" else "'"
            return f"{mark}{_words(content[1])}{mark}"
        case "Note" | "RawInline":
            return ""
        case _:
            return _words(content)
