"""Split a document into chapters, and write each of them in the dialect."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from bindery.importing.file_names import plain_name, unlike
from bindery.importing.markdown.block_writer import BlockWriter, Surroundings
from bindery.importing.markdown.captions_found import joined_captions, label_of
from bindery.importing.markdown.guesses import guess_headings, guess_lists
from bindery.importing.markdown.inline_writer import MARK, InlineWriter, Links, Notes
from bindery.importing.markdown.pandoc_tree import Node, marks_in, style_of, walk, words_of
from bindery.importing.remarks import Remark, Remarks
from bindery.vocabulary.text import Text

_FOREWORD = {"nn": "Forord", "nb": "Forord", "da": "Forord", "sv": "Förord"}
_BEFORE = Text(
    nb="Dette sto før den første overskriften, ofte fordi det var en tittelside. Slett det som"
    " publication.toml alt sier",
    en="This was before the first heading, often because it was a title page. Delete what"
    " publication.toml says already",
)
_NO_HEADINGS = Text(
    nb="Dokumentet har ingen overskrifter. Del det med # og ##, så lesere kan finne fram",
    en="The document has no headings. Divide it with # and ##, so that readers can find their way",
)
_EMPTY = Text(nb="Dokumentet er tomt", en="The document is empty")

_REFERRED = re.compile(
    r"(?:figur|figure|fig\.|bilde|tabell|table|tab\.)\s+\d+(?:[.\-–]\d+)*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Source:
    """A document as it came, and what is known of it besides its tree.

    ``picture`` gives the name in ``figures/`` of a picture by its target and the chapter's name, or
    nothing if it cannot be used, and remarks on that. ``sizes`` are those of the letters of each
    paragraph, ``boxes`` the text box that it was in.
    """

    blocks: Sequence[Node]
    remarks: Remarks
    title: str
    language: str
    picture: Callable[[Node, str], str]
    split: str = ""
    flagged: frozenset[int] = frozenset()
    sizes: Mapping[int, float] = field(default_factory=dict)
    boxes: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ChapterFile:
    """A chapter as it is written. ``lines_of`` are the first line of each paragraph by number."""

    name: str
    text: str
    is_front: bool
    lines_of: dict[int, int]
    comments: dict[Remark, int] = field(default_factory=dict)
    """The line of each remark that is a comment in the chapter."""


@dataclass
class _Draft:
    title: Node
    blocks: list[Node]
    is_front: bool = False
    name: str = ""


def write_chapters(source: Source) -> tuple[ChapterFile, ...]:
    """The chapters of ``source``, with every remark that is about one of them in it."""
    blocks = _styled(source.blocks)
    blocks = joined_captions(blocks)
    blocks = guess_headings(blocks, source.sizes, source.boxes, source.remarks)
    blocks = guess_lists(blocks, source.remarks)
    nodes = _boxed(blocks, source.boxes)
    drafts = _split(nodes, source)
    taken: set[str] = set()
    for number, draft in enumerate(drafts, 1):
        words = plain_name(words_of(draft.title), "kapittel")
        draft.name = unlike(f"{number:02}-{words}", taken)
    anchors = _Anchors(drafts)
    written = [_Writing(source, draft, anchors).file() for draft in drafts]
    return _with_what_is_left(written, source)


def _styled(blocks: Sequence[Node]) -> list[tuple[Node, str]]:
    """Blocks with the style each was written in, out of the divs that say it."""
    styled: list[tuple[Node, str]] = []
    for node in blocks:
        if node["t"] != "Div":
            if node["t"] != "Header" or words_of(node):
                styled.append((node, ""))
            continue
        name = style_of(node["c"][0])
        if re.search(r"boks|box|faktaramme", name, re.IGNORECASE):
            styled.append((node, name))
        else:
            styled += [(inner, style or name) for inner, style in _styled(node["c"][1])]
    return styled


def _boxed(blocks: Sequence[tuple[Node, str]], boxes: Mapping[int, int]) -> list[Node]:
    """Blocks, with those that were in one text box together in a div."""
    nodes: list[Node] = []
    last = 0
    for node, _ in blocks:
        numbers = marks_in(node)
        box = boxes.get(numbers[0], 0) if numbers else 0
        if box and box == last:
            nodes[-1]["c"][1].append(node)
        elif box:
            nodes.append({"t": "Div", "c": [["", [], [["custom-style", "boks"]]], [node]]})
        else:
            nodes.append(node)
        last = box
    return nodes


def _split(nodes: list[Node], source: Source) -> list[_Draft]:
    """One draft for each heading of the level that begins chapters, and one for what is before."""
    levels = [node["c"][0] for node in nodes if node["t"] == "Header"]
    level = min(levels, default=0)
    if source.split in ("1", "2"):
        level = max(level, int(source.split)) if levels else 0
    elif len(levels) > 2 and levels.count(level) == 1 and _is_title(nodes[0], level, source):
        # One heading above all others is the title of the whole.
        nodes = nodes[1:]
        level = min(levels[1:])
    if not levels or source.split == "none":
        says = _EMPTY if not nodes else _NO_HEADINGS
        if not levels:
            source.remarks.add(1, "no-headings", "ask", says)
        return [_Draft(_heading(source.title), nodes)]
    drafts: list[_Draft] = []
    for node in nodes:
        if node["t"] == "Header" and node["c"][0] <= level:
            drafts.append(_Draft(node, []))
        else:
            if not drafts:
                title = _FOREWORD.get(source.language, "Preface")
                drafts.append(_Draft(_heading(title), [], is_front=True))
            drafts[-1].blocks.append(node)
    if drafts[0].is_front:
        first = min(marks_in(drafts[0].blocks), default=1)
        source.remarks.add(first, "before-first-heading", "guessed", _BEFORE)
    return drafts


def _is_title(node: Node, level: int, source: Source) -> bool:
    is_highest = node["t"] == "Header" and node["c"][0] == level
    return bool(is_highest and words_of(node).lower() == source.title.lower())


def _heading(words: str) -> Node:
    parts: list[Node] = []
    for word in words.split():
        parts += [{"t": "Space"}] * bool(parts) + [{"t": "Str", "c": word}]
    return {"t": "Header", "c": [1, ["", [], []], parts]}


class _Anchors:
    """Everything that links lead to: in which chapter it is, and by which name."""

    def __init__(self, drafts: Sequence[_Draft]) -> None:
        wanted = {
            str(node["c"][2][0])[1:]
            for draft in drafts
            for node in walk([draft.title, draft.blocks])
            if node["t"] == "Link" and str(node["c"][2][0]).startswith("#")
        }
        self.places: dict[str, tuple[str, str]] = {}
        """By pandoc's name: the chapter, and the name in the chapter, empty for its title."""
        self.named: dict[int, str] = {}
        """The name of a heading, a figure or a table, by the node's identity."""
        self.captioned: set[str] = set()
        taken: set[str] = set()
        for draft in drafts:
            for name in _names_in(draft.title):
                self.places[name] = (draft.name, "")
            for node in draft.blocks:
                for one in [one for one in walk(node) if one["t"] in ("Header", "Figure", "Table")]:
                    self._name(one, draft.name, wanted, taken)
                for name in _names_in(node):
                    if name in wanted and name not in self.places:
                        new = unlike(plain_name(name, "sted"), taken)
                        self.places[name] = (draft.name, new)

    def _name(self, node: Node, chapter: str, wanted: set[str], taken: set[str]) -> None:
        inside = node if node["t"] == "Header" else node["c"][:2]
        names = [name for name in _names_in(inside, attributes=True) if name in wanted]
        names = [name for name in names if name not in self.places]
        if not names:
            return
        words = words_of(node["c"][2] if node["t"] == "Header" else node["c"][1])
        words = words.removeprefix(label_of(words))
        short = plain_name(" ".join(words.split()[:4]), "navn")
        if node["t"] != "Header":
            short = ("fig-" if node["t"] == "Figure" else "tbl-") + short
            self.captioned.update(names)
        new = unlike(short, taken)
        self.named[id(node)] = new
        for name in names:
            self.places[name] = (chapter, new)


def _names_in(node: object, *, attributes: bool = True) -> list[str]:
    """The names of all that pandoc has named in ``node``."""
    names = []
    if attributes and isinstance(node, list) and node and isinstance(node[0], list) and node[0]:
        names.append(str(node[0][0]))
    for one in walk(node):
        content = one.get("c")
        if one["t"] in ("Span", "Div", "Figure", "Table", "Link", "CodeBlock") and content:
            names.append(str(content[0][0]))
        elif one["t"] == "Header" and content:
            names.append(str(content[1][0]))
    return [name for name in names if name]


class _Writing:
    """One chapter that is being written."""

    def __init__(self, source: Source, draft: _Draft, anchors: _Anchors) -> None:
        self._source = source
        self._draft = draft
        self._anchors = anchors
        self._notes = Notes()
        self._told: list[Remark] = []
        links = Links(self._address_of, self._reference_of, self._picture, source.remarks)
        self._inlines = InlineWriter(self._notes, links)
        around = Surroundings(
            source.remarks,
            source.flagged,
            name_of=lambda node: anchors.named.get(id(node), ""),
            heading_id=lambda node: anchors.named.get(id(node), ""),
        )
        self._blocks = BlockWriter(self._inlines, around)

    def file(self) -> ChapterFile:
        """The chapter, with the remarks above what they are about."""
        remarks = self._source.remarks
        remarks.current = max(marks_in(self._draft.title), default=remarks.current)
        title = self._blocks.heading(self._draft.title, 1)
        lines = [title, *self._comments(marks_in(self._draft.title))]
        level = 1
        for node in self._draft.blocks:
            numbers = marks_in(node)
            remarks.current = max(numbers, default=remarks.current)
            if node["t"] == "Header":
                # No level is left out, however the document jumps.
                level = min(level + 1, max(2, node["c"][0] - self._draft.title["c"][0] + 1), 6)
                written = [self._blocks.heading(node, level)]
            else:
                written = self._blocks.lines([node])
            comments = self._comments([*numbers, remarks.current])
            lines += comments
            if any(line.strip() for line in written):
                lines += ["", *written] if not comments else written
        for number, blocks in enumerate(self._notes.blocks, 1):
            first, *rest = self._blocks.lines(blocks) or [""]
            lines += ["", f"[^{number}]: {first}"]
            lines += [f"    {line}".rstrip() for line in rest]
        text, lines_of, comments_at = _without_marks("\n".join(lines) + "\n")
        told = {self._told[at]: line for at, line in comments_at.items()}
        return ChapterFile(f"{self._draft.name}.md", text, self._draft.is_front, lines_of, told)

    def _comments(self, numbers: Sequence[int]) -> list[str]:
        """The remarks up to these paragraphs, as comments with an empty line before the first."""
        told = dict.fromkeys(self._source.remarks.up_to(max(numbers, default=0)))
        comments = []
        for remark in told:
            self._told.append(remark)
            mark = f"\ue003{len(self._told) - 1}\ue004"
            comments.append(f"{remark.comment(self._source.language)}{mark}")
        return ["", *comments] if comments else []

    def _address_of(self, name: str) -> str:
        """The address that leads to a place; of ``=name``, the name to write at the place."""
        is_place = name.startswith("=")
        found = self._anchors.places.get(name.removeprefix("="))
        if found is None:
            return ""
        chapter, new = found
        if is_place:
            is_named = new in self._anchors.named.values()
            return new if new and not is_named and chapter == self._draft.name else ""
        if chapter == self._draft.name and new:
            return f"#{new}"
        return f"{chapter}.md" + (f"#{new}" if new else "")

    def _reference_of(self, name: str, words: str, before: str) -> str:
        """A reference by number to a figure or a table; empty if a link says more."""
        found = self._anchors.places.get(name)
        if found is None or name not in self._anchors.captioned:
            return ""
        if re.fullmatch(r"\d+(?:[.\-–]\d+)*", words):
            return f"[-@{found[1]}]"
        if not _REFERRED.fullmatch(words) or re.search(r"\w$", MARK.sub("", before)):
            return ""
        new = found[1]
        return f"@{new[0].upper()}{new[1:]}" if words[0].isupper() else f"@{new}"

    def _picture(self, node: Node) -> str:
        return self._source.picture(node, self._draft.name)


_COMMENT = re.compile("\ue003(\\d+)\ue004")
"""The number of a comment in what is written, until its line is known."""


def _without_marks(text: str) -> tuple[str, dict[int, int], dict[int, int]]:
    """``text`` without the numbers of paragraphs and comments, and the line of each."""
    found: tuple[dict[int, int], dict[int, int]] = ({}, {})
    plain = []
    for at, line in enumerate(text.split("\n"), 1):
        bare = line
        for mark, lines_of in zip((MARK, _COMMENT), found, strict=True):
            for one in mark.finditer(bare):
                lines_of.setdefault(int(one[1]), at)
            bare = mark.sub("", bare)
        plain.append(bare.rstrip())
    return "\n".join(plain), *found


def _with_what_is_left(written: list[ChapterFile], source: Source) -> tuple[ChapterFile, ...]:
    """The chapters, with the remarks that came too late at the end of the last."""
    last = max(source.remarks.by_number, default=0)
    comments = list(dict.fromkeys((*source.remarks.up_to(last), *source.remarks.nowhere())))
    told = [one.comment(source.language) for one in comments]
    if told and written:
        end = written[-1]
        first = end.text.count("\n") + 2
        text = f"{end.text}\n" + "\n".join(told) + "\n"
        lines = {**end.comments, **{one: first + at for at, one in enumerate(comments)}}
        written[-1] = ChapterFile(end.name, text, end.is_front, end.lines_of, lines)
    return tuple(written)
