"""Write pandoc's blocks in the dialect."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bindery.importing.markdown.captions_found import label_of, without_label
from bindery.importing.markdown.inline_writer import MARK, InlineWriter
from bindery.importing.markdown.pandoc_tree import Node, marks_in, style_of, walk, words_of
from bindery.importing.markdown.table_writer import TableWriter, only_cell
from bindery.importing.remarks import Remarks
from bindery.vocabulary.text import Text

_LISTS = ("BulletList", "OrderedList")
_BETWEEN_LISTS = "<!-- -->"

_BOX = Text(
    nb="Dette var en boks i Word. Passer typen (NOTE, TIP, WARNING …)?",
    en="This was a box in Word. Does the kind fit (NOTE, TIP, WARNING …)?",
)
_LABEL = Text(
    nb="Nummeret i bildeteksten eller tabellteksten skrives av bindery",
    en="The number in the caption is written by bindery",
)
_ONLY_LOOKS = Text(
    nb="Understreking og kapiteler er fjernet; ordene er beholdt",
    en="Underlining and small capitals were removed; the words were kept",
)


@dataclass
class Surroundings:
    """What the blocks of a chapter need of the book around them."""

    remarks: Remarks
    flagged: frozenset[int]
    name_of: Callable[[Node], str]
    """The name of a figure or a table, if something refers to it."""
    heading_id: Callable[[Node], str]


class BlockWriter:
    """Writes the blocks of one chapter."""

    def __init__(self, inlines: InlineWriter, around: Surroundings) -> None:
        self._inlines = inlines
        self._around = around
        self._tables = TableWriter(inlines, self.lines, around.remarks, around.flagged)

    def lines(self, blocks: Sequence[Node]) -> list[str]:
        """The lines of ``blocks``, with an empty one between each two."""
        lines: list[str] = []
        last = ""
        for node in blocks:
            written = self.block(node)
            if not any(line.strip() for line in written):
                continue
            if lines:
                lines.append("")
                if last == node["t"] and last in _LISTS:
                    lines += [_BETWEEN_LISTS, ""]
            lines += written
            last = node["t"]
        return lines

    def block(self, node: Node) -> list[str]:  # noqa: PLR0911, PLR0912 - one for each kind
        """The lines of one block."""
        kind: str = node["t"]
        content: Any = node.get("c")
        if any(one["t"] in ("Underline", "SmallCaps") for one in walk(content)) and kind in (
            "Para",
            "Header",
        ):
            self._around.remarks.add(
                min(marks_in(node), default=0), "looks", "changed", _ONLY_LOOKS, in_chapter=False
            )
        match kind:
            case "Para" | "Plain":
                return self._paragraph(content)
            case "Header":
                return [self.heading(node, content[0])]
            case "BulletList":
                return self._list([("- ", item) for item in content])
            case "OrderedList":
                return self._list(_labelled(content))
            case "BlockQuote":
                return [f"> {line}".rstrip() for line in self.lines(content)]
            case "CodeBlock":
                return _code_block(content[0], str(content[1]))
            case "Table":
                return self._table(node)
            case "Figure":
                return self._figure(node)
            case "Div":
                return self._div(content)
            case "HorizontalRule":
                return ["* * *"]
            case "LineBlock":
                return [f"| {self._inlines.line(line, is_first=False)}" for line in content]
            case "DefinitionList":
                return self._definitions(content)
            case "RawBlock" | "Null":
                return []
        return self._paragraph([{"t": "Str", "c": words_of(node)}])

    def heading(self, node: Node, level: int) -> str:
        """A heading on one line, with its id if something leads to it."""
        bare = [
            one
            for inner in node["c"][2]
            for one in (inner["c"] if inner["t"] in ("Strong", "Emph") else [inner])
        ]
        words = self._inlines.line(bare, breaks=" ", is_first=False)
        words = re.sub(r"(#+)$", r"\\\1", words)
        name = self._around.heading_id(node)
        return f"{'#' * level} {words}" + (f" {{#{name}}}" if name else "")

    def _paragraph(self, inlines: list[Node]) -> list[str]:
        alone = [one for one in inlines if one["t"] == "Math" and one["c"][0]["t"] == "DisplayMath"]
        if alone and len(words_of(inlines).split()) == len(words_of(alone).split()):
            marks = "".join(f"\ue000{number}\ue001" for number in marks_in(inlines))
            lines: list[str] = []
            for one in alone:
                lines += [""] * bool(lines) + ["$$", " ".join(str(one["c"][1]).split()), "$$"]
            return [f"{lines[0]}{marks}", *lines[1:]]
        return self._inlines.line(inlines).split("\n")

    def _list(self, items: Sequence[tuple[str, list[Node]]]) -> list[str]:
        written: list[list[str]] = []
        for label, blocks in items:
            inner = self.lines(_unwrapped(blocks))
            if any(line.strip() for line in inner):
                indent = " " * max(len(label), 2 if label == "- " else 3)
                first, *rest = inner
                written.append(
                    [
                        f"{label:{len(indent)}}{first}",
                        *(f"{indent}{line}".rstrip() for line in rest),
                    ]
                )
        is_loose = any(
            sum(one["t"] in ("Para", "Plain") for one in _unwrapped(blocks)) > 1
            or _has_others(blocks)
            for _, blocks in items
        )
        if not is_loose:
            written = [[line for line in item if line.strip()] for item in written]
        lines: list[str] = []
        for item in written:
            lines += [""] * (is_loose and bool(lines)) + item
        return lines

    def _table(self, node: Node) -> list[str]:
        caption = node["c"][1][1]
        inside = only_cell(node)
        if inside is not None:
            captions = self.lines(_unwrapped(caption))
            return [*captions, *[""] * bool(captions), *self.box(_unwrapped(inside))]
        lines = self._tables.lines(node)
        said = self._caption(caption)
        name = self._around.name_of(node)
        if lines and (said or name):
            lines += ["", f": {said}" + (f" {{#{name}}}" if name else "")]
        elif said:
            lines += [*[""] * bool(lines), said]
        return lines

    def _figure(self, node: Node) -> list[str]:
        _, (_, caption), blocks = node["c"]
        pictures = self.lines(_unwrapped(blocks))
        if not any("![" in line for line in pictures):
            # The picture could not be used, and a remark says so. Its caption says what it was.
            return [*pictures, *[""] * bool(pictures), *self.lines(_unwrapped(caption))]
        said = self._caption(caption)
        if not said:
            return pictures
        name = self._around.name_of(node)
        opened = f"::: {{#{name}}}" if name else "::: figure"
        return [opened, *pictures, "", said, ":::"]

    def _caption(self, blocks: Sequence[Node]) -> str:
        inlines: list[Node] = []
        for block in _unwrapped(list(blocks)):
            if block["t"] in ("Para", "Plain"):
                inlines += ([{"t": "Space"}] if inlines else []) + block["c"]
        label = label_of(words_of(inlines))
        if label:
            number = min(marks_in(inlines), default=0)
            self._around.remarks.add(
                number, "caption-number", "changed", _LABEL, label, in_chapter=False
            )
            inlines = without_label(inlines, label)
        return self._inlines.line(inlines, breaks=" ")

    def box(self, blocks: Sequence[Node]) -> list[str]:
        """Blocks as a note, with the first as its title if that is a bold line."""
        self._around.remarks.add(min(marks_in(list(blocks)), default=0), "box", "guessed", _BOX)
        blocks = list(blocks)
        title = ""
        if len(blocks) > 1 and is_bold_line(blocks[0]):
            bare = [
                one
                for node in blocks[0]["c"]
                for one in (node["c"] if node["t"] == "Strong" else [node])
            ]
            title = f" {self._inlines.line(bare, breaks=' ', is_first=False)}"
            blocks = blocks[1:]
        lines = [f"[!NOTE]{title}", *self.lines(blocks)]
        return [f"> {line}".rstrip() for line in lines]

    def _div(self, content: Sequence[Any]) -> list[str]:
        name = style_of(content[0])
        if re.search(r"boks|box|faktaramme", name, re.IGNORECASE):
            return self.box(_unwrapped(content[1]))
        return self.lines(content[1])

    def _definitions(self, content: Sequence[Any]) -> list[str]:
        lines: list[str] = []
        for term, definitions in content:
            lines += [""] * bool(lines) + [self._inlines.line(term)]
            for blocks in definitions:
                first, *rest = self.lines(blocks) or [""]
                lines += [f": {first}", *(f"  {line}".rstrip() for line in rest)]
        return lines


def is_bold_line(node: Node) -> bool:
    """Whether a paragraph is a short line in bold: a heading to the eye."""
    if node["t"] not in ("Para", "Plain"):
        return False
    inlines = [one for one in node["c"] if one["t"] != "Space" and not _is_mark(one)]
    words = words_of(node)
    return (
        bool(words)
        and all(one["t"] == "Strong" for one in inlines)
        and len(words.split()) <= 12
        and words[-1] not in ".,:;"
    )


def _is_mark(node: Node) -> bool:
    return node["t"] == "Span" and style_of(node["c"][0]) == "BinderyMark"


def _unwrapped(blocks: Sequence[Node]) -> list[Node]:
    """Blocks without the divs that say nothing but a style."""
    return [
        one
        for block in blocks
        for one in (_unwrapped(block["c"][1]) if block["t"] == "Div" else [block])
    ]


def _has_others(blocks: Sequence[Node]) -> bool:
    return any(one["t"] not in ("Para", "Plain", *_LISTS) for one in _unwrapped(blocks))


def _letters(number: int) -> str:
    said = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        said = chr(ord("a") + rest) + said
    return said or "a"


def _roman(number: int) -> str:
    said = ""
    for value, letters in (
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
        (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ):  # fmt: skip
        while number >= value:
            said += letters
            number -= value
    return said or "i"


_STYLES: dict[str, Callable[[int], str]] = {
    "LowerAlpha": _letters,
    "UpperAlpha": lambda number: _letters(number).upper(),
    "LowerRoman": _roman,
    "UpperRoman": lambda number: _roman(number).upper(),
}
_AROUND = {"OneParen": "{})", "TwoParens": "({})"}


def _labelled(content: Sequence[Any]) -> list[tuple[str, list[Node]]]:
    (start, style, delimiter), items = content
    said = _STYLES.get(style["t"], str)
    around = _AROUND.get(delimiter["t"], "{}.")
    # A capital letter and a full stop need two spaces: «A. Hansen» is a name.
    end = "  " if style["t"].startswith("Upper") and around == "{}." else " "
    kept = [item for item in items if words_of(item) or any(True for _ in _pictures(item))]
    return [
        (f"{around.format(said(number))}{end}", item)
        for number, item in enumerate(kept, max(0, int(start)))
    ]


def _pictures(item: Any) -> Any:
    return (one for one in walk(item) if one["t"] in ("Image", "Math", "Table"))


def _code_block(attributes: Sequence[Any], text: str) -> list[str]:
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    kind = attributes[1][0] if attributes[1] else ""
    return [f"{fence}{kind}", *MARK.sub("", text).split("\n"), fence]
