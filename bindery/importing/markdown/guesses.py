"""What an author meant and Word was not told: headings in bold, and lists typed by hand."""

import re
from collections.abc import Mapping, Sequence

from bindery.importing.markdown.block_writer import is_bold_line
from bindery.importing.markdown.pandoc_tree import Node, marks_in, words_of
from bindery.importing.remarks import Remarks
from bindery.vocabulary.text import Text

Styled = tuple[Node, str]

_ENOUGH_HEADINGS = 2
"""Headings of Word's own: in a document with so many, a bold line is taken for what it is."""
_DEEPEST = 6

_HEADING = Text(
    nb="Overskriften er gjettet fra halvfet skrift",
    en="The heading is guessed from bold type",
)
_NUMBER = Text(
    nb="Nummeret foran overskriften er fjernet: kapitler får nummer av bindery",
    en="The number before the heading was removed: bindery numbers chapters",
)
_LIST = Text(
    nb="Lista er gjettet fra tegn skrevet for hånd",
    en="The list is guessed from signs typed by hand",
)
_BULLET = re.compile(r"[-–•·▪*]$")
_NUMBERED = re.compile(r"(\d{1,3})[.)]$")
_SECTION = re.compile(r"(\d+(?:\.\d+)*)\.?$")


def guess_headings(
    blocks: Sequence[Styled],
    sizes: Mapping[int, float],
    boxes: Mapping[int, int],
    remarks: Remarks,
) -> list[Styled]:
    """``blocks``, with bold lines as headings if there are hardly any real ones."""
    real = sum(node["t"] == "Header" and bool(words_of(node)) for node, _ in blocks)
    if real >= _ENOUGH_HEADINGS:
        return list(blocks)
    found = [
        at
        for at, (node, _) in enumerate(blocks)
        if is_bold_line(node)
        and min(marks_in(node), default=0) not in boxes
        and at + 1 < len(blocks)
        and not (is_bold_line(blocks[at + 1][0]) and blocks[at + 1][0]["t"] != "Header")
    ]
    looks = sorted({_size(blocks[at][0], sizes) for at in found}, reverse=True)
    guessed = list(blocks)
    for at in found:
        node = blocks[at][0]
        number = min(marks_in(node), default=0)
        inlines = [
            one for part in node["c"] for one in (part["c"] if part["t"] == "Strong" else [part])
        ]
        level = looks.index(_size(node, sizes)) + 1 + (1 if real else 0)
        first = words_of(inlines).split(" ")[0]
        if (section := _SECTION.match(first)) and len(words_of(inlines).split()) > 1:
            level = section[1].count(".") + 1
            inlines = _without_first(inlines, first)
            remarks.add(number, "heading-number", "changed", _NUMBER, first, in_chapter=False)
        remarks.add(number, "heading-guessed", "guessed", _HEADING)
        guessed[at] = (
            {"t": "Header", "c": [min(level, _DEEPEST), ["", [], []], inlines]},
            "",
        )
    return guessed


def _size(node: Node, sizes: Mapping[int, float]) -> float:
    return sizes.get(min(marks_in(node), default=0), 0.0)


def _without_first(inlines: Sequence[Node], first: str) -> list[Node]:
    """``inlines`` without the word they begin with."""
    kept = list(inlines)
    left = len(first)
    while kept and left > 0 and kept[0]["t"] == "Str":
        text = str(kept[0]["c"])
        if len(text) > left:
            kept[0] = {"t": "Str", "c": text[left:]}
            left = 0
        else:
            left -= len(text)
            kept.pop(0)
    while kept and kept[0]["t"] in ("Space", "SoftBreak"):
        kept.pop(0)
    return kept


def guess_lists(blocks: Sequence[Styled], remarks: Remarks) -> list[Styled]:
    """``blocks``, with two or more lines that begin with a typed sign or number as a list."""
    guessed: list[Styled] = []
    at = 0
    while at < len(blocks):
        items = _typed_items(blocks, at)
        if len(items) < 2:
            guessed.append(blocks[at])
            at += 1
            continue
        first = str(items[0][0])
        number = min(marks_in(blocks[at][0]), default=0)
        remarks.add(number, "list-guessed", "guessed", _LIST)
        content = [[{"t": "Para", "c": _without_first(node["c"], sign)}] for sign, node in items]
        if _NUMBERED.match(first):
            for sign, node in items:
                remarks.add(
                    min(marks_in(node), default=0), "list-number", "changed", _LIST, sign,
                    in_chapter=False,
                )  # fmt: skip
            kind = [
                int(first[:-1]),
                {"t": "Decimal"},
                {"t": "Period" if first[-1] == "." else "OneParen"},
            ]
            guessed.append(({"t": "OrderedList", "c": [kind, content]}, ""))
        else:
            guessed.append(({"t": "BulletList", "c": content}, ""))
        at += len(items)
    return guessed


def _typed_items(blocks: Sequence[Styled], at: int) -> list[tuple[str, Node]]:
    """The paragraphs from ``at`` that begin with one sign, or with numbers that follow."""
    items: list[tuple[str, Node]] = []
    for node, _ in blocks[at:]:
        if node["t"] != "Para" or not node["c"] or node["c"][0]["t"] != "Str":
            break
        sign = str(node["c"][0]["c"])
        if len(node["c"]) < 3 or node["c"][1]["t"] not in ("Space", "SoftBreak"):
            break
        numbered = _NUMBERED.match(sign)
        if not numbered and not _BULLET.match(sign):
            break
        if items:
            before = _NUMBERED.match(items[-1][0])
            follows = (
                before and numbered and int(numbered[1]) == int(before[1]) + 1
                if before or numbered
                else sign == items[-1][0]
            )
            if not follows:
                break
        elif numbered and int(numbered[1]) != 1:
            break
        items.append((sign, node))
    return items
