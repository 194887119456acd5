"""Put the lines of other files where a chapter includes them, as four tools write it."""

import posixpath
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from bindery.vocabulary.findings import Location
from bindery.vocabulary.publication import Mark

RULE = "include-is-there"
"""The rule that tells what cannot be included."""

DEEPEST = 8
"""Files that include one another, the chapter among them."""

MOST_LETTERS = 20_000_000
"""Letters that a chapter may have with all it includes: more is no book."""

_SIGN = re.compile(r"\{\{[<#%]|\{(?:literal)?include\}|--8<--")
_QUARTO = re.compile(r"\s*\{\{[<%]\s*include\s+[\"']?(?P<file>[^\s\"'>%]+)[\"']?\s*[>%]\}\}\s*")
_MDBOOK = re.compile(
    r"(?P<indent>\s*)\{\{#(?:include|rustdoc_include|playground|playpen)\s+(?P<file>[^\s}:]+)"
    r"(?P<part>:[^\s}]*)?[^}\n]*\}\}\s*"
)
_SNIPPET = re.compile(r"\s*--8<--\s+[\"'](?P<file>[^\"':]+)(?P<part>:[^\"']*)?[\"']\s*")
_FENCED = re.compile(r"(?P<mark>`{3,}|:{3,}|~{3,})\{include\}\s*(?P<file>\S+)\s*")
_FENCE = re.compile(r"\s*(?:>\s*)*(?P<mark>`{3,}|~{3,})")
_ANCHOR = re.compile(r"ANCHOR(?P<end>_END)?:\s*(?P<name>[\w-]+)")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.M)


class NotReadError(Exception):
    """A file that cannot be included; its ``kind`` says why."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


Read = Callable[[str], str]
"""The text of a file by its path below the book's folder; raises ``NotReadError``."""


@dataclass(slots=True)
class Assembled:
    """A chapter with all it includes: its lines, and the file and the number of each.

    ``marks`` are the includes that are printed as they are written.
    """

    lines: list[str] = field(default_factory=list)
    sources: list[tuple[str, int]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    letters: int = 0

    @property
    def text(self) -> str:
        """All of its lines."""
        return "\n".join(self.lines)


def assembled(path: str, text: str, read: Read, written_for: str) -> Assembled | None:
    """The chapter ``text`` with the files it includes, or ``None`` if it includes none."""
    if not _SIGN.search(text):
        return None
    found = Assembled()
    _Assembler(found, path, read, written_for).add(path, list(enumerate(text.split("\n"), 1)), ())
    plain = len(found.lines) == text.count("\n") + 1 and not found.marks
    return None if plain and {name for name, _ in found.sources} == {path} else found


_Line = tuple[int, str]


class _Assembler:
    def __init__(self, found: Assembled, path: str, read: Read, written_for: str) -> None:
        self._found = found
        self._path = path
        self._read = read
        self._in_code = written_for == "mdbook"

    def add(self, path: str, lines: Sequence[_Line], around: tuple[str, ...]) -> None:
        """Add the ``lines`` of a file, and instead of each include what it includes."""
        fence = ""
        at = 0
        while at < len(lines):
            number, line = lines[at]
            at += 1
            block = None if fence else _FENCED.fullmatch(line)
            if block is not None and (after := _closing(lines, at, block["mark"])) is not None:
                if self._include(path, block["file"], "", around, ""):
                    at = after
                    continue
            elif include := self._line_of(line, inside=bool(fence)):
                indent = line[: len(line) - len(line.lstrip())]
                part = include.groupdict().get("part") or ""
                if self._include(path, include["file"], part, around, indent):
                    continue
            if opens := _FENCE.match(line):
                fence = _fence_after(fence, opens["mark"], line)
            self._keep(path, number, line)

    def _line_of(self, line: str, *, inside: bool) -> re.Match[str] | None:
        """The include that ``line`` is; in code only if the tool includes there."""
        if "{{" not in line and "--8<--" not in line:
            return None
        if inside and not self._in_code:
            return _SNIPPET.fullmatch(line)
        return _QUARTO.fullmatch(line) or _MDBOOK.fullmatch(line) or _SNIPPET.fullmatch(line)

    def _include(
        self, path: str, name: str, part: str, around: tuple[str, ...], indent: str
    ) -> bool:
        """Add what ``name`` means in the file ``path``; whether that can be done."""
        beside = posixpath.normpath(posixpath.join(posixpath.dirname(path), name))
        try:
            if beside in (*around, path):
                raise NotReadError("circle")
            if len(around) + 1 >= DEEPEST:
                raise NotReadError("deep")
            text = _FRONT_MATTER.sub(lambda one: "\n" * one[0].count("\n"), self._read(beside))
            if self._found.letters + len(text) > MOST_LETTERS:
                raise NotReadError("long")
            lines = list(_part(text, part.removeprefix(":")))
            if not lines:
                raise NotReadError("part")
        except NotReadError as error:
            place = Location(self._path, len(self._found.lines) + 1)
            self._found.marks.append(Mark(RULE, place, error.kind, f"{name}{part}"))
            return False
        while lines and not lines[-1][1].strip():
            lines.pop()
        self.add(
            beside, [(n, indent + line if line else line) for n, line in lines], (*around, path)
        )
        return True

    def _keep(self, path: str, number: int, line: str) -> None:
        self._found.lines.append(line)
        self._found.sources.append((path, number))
        self._found.letters += len(line) + 1


def _closing(lines: Sequence[_Line], at: int, mark: str) -> int | None:
    """The line after the one that closes the block opened with ``mark``, below its options."""
    for number in range(at, len(lines)):
        line = lines[number][1].strip()
        if line and line == mark[0] * len(line) and len(line) >= len(mark):
            return number + 1
        if line and not line.startswith(":"):
            return None
    return None


def _fence_after(fence: str, mark: str, line: str) -> str:
    """The fence that is open after a ``line`` with ``mark``."""
    if not fence:
        return mark
    is_alone = not line.strip(" >").strip(mark[0])
    return "" if mark[0] == fence[0] and len(mark) >= len(fence) and is_alone else fence


def _part(text: str, part: str) -> Iterator[_Line]:
    """The lines of ``text`` that ``part`` asks for: ``2:10``, ``:10``, or between two anchors."""
    lines = list(enumerate(text.split("\n"), start=1))
    name = part.partition(":")[0]
    if not part or not name or name.isdecimal():
        first, colon, last = part.partition(":")
        start = int(first) if first.isdecimal() else 1
        end = int(last) if last.isdecimal() else (len(lines) if colon or not part else start)
        yield from ((n, line) for n, line in lines[start - 1 : end] if not _ANCHOR.search(line))
        return
    inside = False
    for number, line in lines:
        anchor = _ANCHOR.search(line)
        if anchor and anchor["name"] == name:
            inside = not anchor["end"]
        elif inside and not anchor:
            yield number, line
