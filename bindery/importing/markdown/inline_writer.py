"""Write pandoc's inlines in the dialect."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from bindery.importing.markdown.escaping import at_start, escaped
from bindery.importing.markdown.pandoc_tree import Node, style_of, words_of
from bindery.importing.remarks import Remarks
from bindery.manuscript.addresses import is_safe, is_whole
from bindery.vocabulary.text import Text

MARK = re.compile("\ue000(\\d+)\ue001")
"""A paragraph's number in what is written, until its line is known."""

_NOT_A_LINK = Text(
    nb="Lenken førte til «{address}», som ikke virker i publikasjonen. Ordene er beholdt",
    en="The link led to “{address}”, which does not work in the publication. Its words were kept",
)
_EDGE = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)
_FLAT = re.compile(r"[\w)\]}”»\"'`]")
_ALPHA = re.compile(r"\w")


@dataclass
class Notes:
    """The notes of one chapter, which are written at its end."""

    blocks: list[list[Node]] = field(default_factory=list)

    def mark(self, content: list[Node]) -> str:
        """The mark of a new note."""
        self.blocks.append(content)
        return f"[^{len(self.blocks)}]"


@dataclass
class Links:
    """Where links inside the document lead to, and how pictures are shown."""

    address_of: Callable[[str], str]
    reference_of: Callable[[str, str, str], str]
    picture: Callable[[Node], str]
    remarks: Remarks


class InlineWriter:
    """Writes the inlines of one chapter."""

    def __init__(self, notes: Notes, links: Links) -> None:
        self._notes = notes
        self._links = links
        self._brackets = 0

    def line(self, inlines: Sequence[Node], *, breaks: str = "\\\n", is_first: bool = True) -> str:
        """``inlines`` as a paragraph, whose lines end with ``breaks``."""
        said = self._joined(inlines)
        said = re.sub(r"[ \t]*\ue002[ \t]*", "\ue002", said).strip(" \ue002")
        lines = said.split("\ue002")
        return breaks.join(at_start(line) if is_first else line for line in lines)

    def _joined(self, inlines: Iterable[Node]) -> str:
        pieces: list[str] = []
        every = _merged(list(inlines))
        for at, node in enumerate(every):
            piece = self._piece(node, "".join(pieces[-3:]))
            if node["t"] in _MARKS and piece:
                following = self._beginning(every[at + 1 :])
                piece = _set(node, piece, "".join(pieces[-2:]), following)
            pieces.append(piece)
        return "".join(pieces)

    def _beginning(self, rest: Sequence[Node]) -> str:
        for node in rest[:2]:
            if words := words_of([node]) or (" " if node["t"] in _SPACES else ""):
                return words[:1]
        return ""

    def _piece(self, node: Node, before: str) -> str:  # noqa: PLR0911, PLR0912 - for each kind
        kind: str = node["t"]
        content: Any = node.get("c")
        match kind:
            case "Str":
                plain = str(content).replace("\u00a0", " ").replace("\u00ad", "")
                return escaped(plain, in_brackets=self._brackets > 0)
            case "Space" | "SoftBreak":
                return " "
            case "LineBreak":
                return "\ue002"
            case "Emph" | "Strong" | "Strikeout" | "Superscript" | "Subscript":
                return self._joined(content)
            case "Underline" | "SmallCaps":
                return self._joined(content)
            case "Quoted":
                sign = '"' if content[0]["t"] == "DoubleQuote" else "'"
                return f"{sign}{self._joined(content[1])}{sign}"
            case "Code":
                return _code(str(content[1]))
            case "Math":
                return f"${' '.join(str(content[1]).split())}$"
            case "Note":
                return self._notes.mark(content)
            case "Image":
                return self._links.picture(node)
            case "Span":
                return self._span(content)
            case "Link":
                return self._link(content, before)
            case "RawInline":
                return escaped(str(content[1]))
            case "Cite":
                return self._joined(content[1])
        return escaped(words_of(node))

    def _span(self, content: Sequence[Any]) -> str:
        attributes, inlines = content
        style = style_of(attributes)
        if style == "BinderyMark":
            return f"\ue000{words_of(inlines)}\ue001"
        in_language = style.startswith("BinderyLang-")
        inner = self._in_brackets(inlines) if in_language else self._joined(inlines)
        if in_language and inner.strip():
            language = style.split("-")[1]
            start, words, end = _EDGE.match(inner).groups()  # type: ignore[union-attr]
            return f"{start}[{words}]{{lang={language}}}{end}"
        name = str(attributes[0])
        if name and (address := self._links.address_of(f"={name}")):
            return f"[]{{#{address}}}{inner}"
        return inner

    def _in_brackets(self, inlines: Iterable[Node]) -> str:
        """``inlines`` as they are written between brackets, which a closing one would end."""
        self._brackets += 1
        written = self._joined(inlines)
        self._brackets -= 1
        return written

    def _link(self, content: Sequence[Any], before: str) -> str:
        inlines, target = content[1], str(content[2][0])
        words = self._in_brackets(inlines).replace("\ue002", " ")
        bare = MARK.sub("", words)
        if not bare.strip():
            return words
        if target.startswith("#"):
            name = target[1:]
            if reference := self._links.reference_of(name, bare.strip(), before):
                return reference
            address = self._links.address_of(name)
            return f"[{words}]({address})" if address else words
        if not is_whole(target) or not is_safe(target):
            shown = target[:80].replace("{", "(").replace("}", ")")
            self._links.remarks.add(
                0, "link", "changed", _NOT_A_LINK.filled(address=shown), in_chapter=False
            )
            return words
        if bare.strip() == target and re.match(r"https?://[^\s()<>\[\]*_\\]+\w$", target):
            return target
        address = re.sub(r"[\s<>]", lambda sign: f"%{ord(sign[0]):02X}", target)
        return f"[{words}](<{address}>)" if re.search(r"[()]", address) else f"[{words}]({address})"


_MARKS = {"Emph": "*", "Strong": "**", "Strikeout": "~~", "Superscript": "^", "Subscript": "~"}
_SPACES = frozenset({"Space", "SoftBreak", "LineBreak"})


def _merged(inlines: list[Node]) -> list[Node]:
    """Neighbours of one kind as one, so that no mark ends where it begins again."""
    merged: list[Node] = []
    for node in inlines:
        last = merged[-1] if merged else None
        if last is not None and last["t"] == node["t"] and node["t"] in _MARKS:
            merged[-1] = {"t": node["t"], "c": [*last["c"], *node["c"]]}
        else:
            merged.append(node)
    return merged


def _set(node: Node, inner: str, before: str, following: str) -> str:
    """``inner`` between the marks of its kind, if they can be read there."""
    sign = _MARKS[node["t"]]
    marks = "".join(found[0] for found in MARK.finditer(inner))
    bare = MARK.sub("", inner)
    if "\ue002" in bare:
        # Emphasis over a forced line break is written line by line.
        lines = [
            _set(node, line, "", "") if line.strip() else line for line in bare.split("\ue002")
        ]
        return "\ue002".join(lines) + marks
    start, words, end = _EDGE.match(bare).groups()  # type: ignore[union-attr]
    if not words or not re.search(r"[^\W_]|[^\w\s]", words):
        return f"{start}{words}{end}{marks}"
    if sign in ("^", "~"):
        is_plain = not re.search(r"[\s^~\[\]]", words)
        return f"{start}{sign}{words}{sign}{end}{marks}" if is_plain else f"{bare}{marks}"
    before = MARK.sub("", before)
    # Beside a letter, a mark must have a letter on its other side, too.
    if not end and _ALPHA.match(following):
        while words and not _ALPHA.match(words[-1]):
            end = words[-1] + end
            words = words[:-1]
            if words.endswith("\\"):
                words, end = words[:-1], f"\\{end}"
    if not start and _ALPHA.search(before[-1:]):
        while words and not _ALPHA.match(words[0]):
            step = 2 if words[0] == "\\" else 1
            start += words[:step]
            words = words[step:]
    if not words:
        return f"{start}{end}{marks}"
    return f"{start}{sign}{words}{sign}{end}{marks}"


def _code(text: str) -> str:
    ticks = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    pad = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{ticks}{pad}{' '.join(text.split()) or ' '}{pad}{ticks}"
