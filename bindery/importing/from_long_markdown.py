"""Import one long file of Markdown: its lines go into chapters, at its own headings."""

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from markdown_it import MarkdownIt

from bindery.importing.answers import Answers
from bindery.importing.book_settings import Known, Order
from bindery.importing.file_names import plain_name, unlike
from bindery.importing.folders.folder_plan import Plan, describe, front_matter
from bindery.importing.from_folder import Taken
from bindery.importing.independent_words import words
from bindery.importing.read_source import Brought
from bindery.importing.remarks import Remarks
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

_NOT_READ = Text(nb="{source} kan ikke leses.", en="{source} cannot be read.")
_SMALLER = Text(
    nb="Filen er for stor, eller er ikke tekst. Del den i flere filer i en mappe.",
    en="The file is too large, or is not text. Split it into several files in a folder.",
)
_FRONT = Text(
    nb="Linjene over teksten (front matter) er flyttet til publication.toml så langt de passer",
    en="The lines above the text (front matter) were moved to publication.toml as far as they fit",
)
_MOVED = Text(
    nb="{count} noter og lenkemål er flyttet til kapitlene som bruker dem",
    en="{count} notes and link targets were moved to the chapters that use them",
)
_LINKED = Text(
    nb="{count} lenker til andre kapitler har fått navnet på filen",
    en="{count} links to other chapters got the name of the file",
)

_DIV = re.compile(r"[ \t]*(:{3,})[ \t]*(\S*)")
_DEFINED = re.compile(r"[ ]{0,3}\[(\^?[^\]\n]+)\]:(?=[ \t]*\S)")
_USED = re.compile(r"\[(\^?[^\[\]\n]+)\](?![:(])")
_TO_PLACE = re.compile(r"(?<=\]\()#([^)\s]+)(?=\))")
_ID = re.compile(r"\{[^{}\n]*#([\w:.-]+)[^{}\n]*\}")


@dataclass
class _Part:
    """Some lines of the file that become a chapter."""

    title: str
    lines: list[str]
    name: str = ""
    ids: set[str] = field(default_factory=set)


def from_long_markdown(source: Path, answers: Answers) -> Brought:
    """The chapters of the file at ``source``, split at the highest heading found twice."""
    taken = Taken(source.parent, Remarks())
    text = taken.text(source.name)
    if text is None or "\0" in text:
        raise PipelineError(_NOT_READ.filled(source=source.name), _SMALLER)
    taken.files.clear()
    plan = Plan("commonmark")
    describe(plan, front_matter(text))
    body = re.sub(
        r"\A---[ \t]*\r?\n.*?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", "", text, flags=re.DOTALL
    )
    if len(body) < len(text):
        front = text[: len(text) - len(body)]
        taken.remarks.add(0, "front-matter", "changed", _FRONT, front, in_chapter=False)
    lines = re.findall(r"[^\n]*\n|[^\n]+", body)
    level, starts = _cuts(body, lines, answers.split)
    parts = _parts(lines, starts, plan.title or source.stem)
    taken_names: set[str] = set()
    taken.take_included(source.name, body, "commonmark")
    for number, part in enumerate(parts, 1):
        part.name = unlike(f"{number:02}-{plain_name(part.title, 'kapittel')}", taken_names)
    _share_definitions(parts, taken.remarks)
    _link_chapters(parts, taken.remarks)
    taken.take_pictures(body)
    pictures = {name.removeprefix("manuscript/"): each for name, each in taken.files.items()}
    title = plan.title or (parts[0].title if level > 1 or len(parts) == 1 else "")
    chapters = [f"chapters/{part.name}.md" for part in parts]
    return Brought(
        answers=Answers(title=title, language=plan.language, rights=plan.rights),
        known=Known(plan.subtitle, plan.description, plan.authors, plan.day),
        order=Order(chapters=chapters),
        files={
            **{f"manuscript/chapters/{name}": each for name, each in pictures.items()},
            **{
                f"manuscript/chapters/{part.name}.md": "".join(part.lines).encode()
                for part in parts
            },
        },
        remarks=taken.remarks,
        lines_of={f"manuscript/{name}": {} for name in chapters},
        words=words(_whole(source)),
        is_markdown=True,
    )


def _whole(source: Path) -> str:
    """The words of the source, read again: the count takes nothing from the import."""
    content = source.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _cuts(body: str, lines: list[str], split: str) -> tuple[int, dict[int, str]]:
    """The level that chapters begin at, and the line of each heading of it with its words."""
    tokens = MarkdownIt("commonmark").parse(body)
    inside = _in_divs(lines)
    headings: list[tuple[int, int, str]] = []
    for at, token in enumerate(tokens):
        if token.type == "heading_open" and token.level == 0 and token.map is not None:
            line = token.map[0]
            if line not in inside:
                headings.append((int(token.tag[1]), line, tokens[at + 1].content))
    counted = Counter(level for level, _, _ in headings)
    often = min((level for level, count in counted.items() if count > 1), default=0)
    level = int(split) if split in ("1", "2") else often
    if split == "none":
        level = 0
    return level, {line: words for one, line, words in headings if one <= level}


def _in_divs(lines: list[str]) -> set[int]:
    """The lines that are inside a block between colons: no chapter begins there."""
    inside: set[int] = set()
    depth = 0
    for at, line in enumerate(lines):
        if found := _DIV.match(line):
            depth = max(0, depth + (1 if found[2] else -1))
        elif depth:
            inside.add(at)
    return inside


def _parts(lines: list[str], starts: dict[int, str], title: str) -> list[_Part]:
    parts: list[_Part] = []
    for at, line in enumerate(lines):
        if at in starts:
            parts.append(_Part(re.sub(r"[ \t]*\{[^{}]*\}$", "", starts[at]), []))
        elif not parts and line.strip():
            parts.append(_Part(title, []))
        if parts:
            parts[-1].lines.append(line)
    return parts or [_Part(title, lines)]


def _share_definitions(parts: list[_Part], remarks: Remarks) -> None:
    """Put the definition of each note and link into the chapters that use it."""
    defined: dict[str, list[str]] = {}
    owners: dict[str, _Part] = {}
    for part in parts:
        for name, block in _definitions(part.lines).items():
            if name not in defined:
                defined[name], owners[name] = block, part
    moved = 0
    users = {name: [one for one in parts if _uses(one, name)] for name in defined}
    for name, block in defined.items():
        others = [one for one in users[name] if one is not owners[name]]
        for one in others:
            if one.lines and not one.lines[-1].endswith("\n"):
                one.lines[-1] += "\n"
            one.lines += [*([] if not one.lines[-1].strip() else ["\n"]), *block]
            moved += 1
        if others and owners[name] not in users[name]:
            at = _place_of(owners[name].lines, block)
            del owners[name].lines[at : at + len(block)]
    if moved:
        remarks.add(0, "definitions", "changed", _MOVED.filled(count=moved), in_chapter=False)


def _definitions(lines: list[str]) -> dict[str, list[str]]:
    """The lines of each definition, with those that are indented below it."""
    found: dict[str, list[str]] = {}
    is_code = False
    for at, line in enumerate(lines):
        if re.match(r"[ ]{0,3}(?:```|~~~)", line):
            is_code = not is_code
        if not is_code and (name := _DEFINED.match(line)):
            end = at + 1
            while end < len(lines) and re.match(r"(?:[ ]{2,}|\t)\S", lines[end]):
                end += 1
            block = [one if one.endswith("\n") else f"{one}\n" for one in lines[at:end]]
            found.setdefault(name[1].lower(), block)
    return found


def _uses(part: _Part, name: str) -> bool:
    return any(
        used[1].lower() == name
        for line in part.lines
        if not _DEFINED.match(line)
        for used in _USED.finditer(line)
    )


def _place_of(lines: list[str], block: list[str]) -> int:
    return next(
        at
        for at in range(len(lines))
        if [line.rstrip("\n") for line in lines[at : at + len(block)]]
        == [line.rstrip("\n") for line in block]
    )


def _link_chapters(parts: list[_Part], remarks: Remarks) -> None:
    """Write the file in links to places that are in another chapter now."""
    for part in parts:
        tokens = MarkdownIt("commonmark").parse("".join(part.lines))
        for at, token in enumerate(tokens):
            if token.type == "heading_open":
                said = tokens[at + 1].content
                part.ids |= {_slug(re.sub(r"\{[^{}]*\}$", "", said)), *_ID.findall(said)}
        part.ids |= set(_ID.findall("".join(part.lines)))
    count = 0

    def linked(here: _Part, found: "re.Match[str]") -> str:
        nonlocal count
        other = next((one for one in parts if found[1] in one.ids), None)
        if found[1] in here.ids or other is None:
            return found[0]
        count += 1
        return f"{other.name}.md#{found[1]}"

    for part in parts:
        part.lines = [_TO_PLACE.sub(partial(linked, part), line) for line in part.lines]
    if count:
        remarks.add(0, "links", "changed", _LINKED.filled(count=count), in_chapter=False)


def _slug(words: str) -> str:
    """The name that GitHub and pandoc give a heading."""
    plain = re.sub(r"[^\w\s-]", "", words.strip().lower())
    return re.sub(r"\s+", "-", plain)
