"""Comma-separated values, each field with the exact places of its letters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bindery.manuscript.marks.edits import Piece
from bindery.manuscript.marks.table_carrier import kept
from bindery.manuscript.marks.table_model import Written


@dataclass(slots=True)
class Field:
    """A field: its lines, each in parts where a quotation mark was doubled."""

    lines: list[list[Written]] = field(default_factory=lambda: [[]])

    def pieces(self, prefix: str) -> Iterator[Piece]:
        """The lines, letter by letter, each with its end."""
        for parts in self.lines:
            for number, part in enumerate(parts):
                yield from kept(part, words=number == 0)
            if parts:
                yield f"\n{prefix}"


def fields_of(lines: Sequence[Written], delimiter: str) -> list[list[Field]]:
    """The fields of each row. One in quotation marks may go on over several lines."""
    rows: list[list[Field]] = []
    is_open = False
    for line in lines:
        if not is_open:
            if not line.text.strip():
                continue
            rows.append([])
        at = 0
        while at <= len(line.text):
            if not is_open:
                rows[-1].append(Field())
                at += len(line.text[at:]) - len(line.text[at:].lstrip(" "))
                is_open = line.text.startswith('"', at)
                at += is_open
            else:
                rows[-1][-1].lines.append([])
            if not is_open:
                end = line.text.find(delimiter, at)
                end = len(line.text) if end < 0 else end
                rows[-1][-1].lines[-1].append(line.part(at, end).stripped())
                at = end + len(delimiter)
                continue
            at, is_open = _quoted(line, at, rows[-1][-1])
            if is_open:
                break
            end = line.text.find(delimiter, at)
            at = len(line.text) + 1 if end < 0 else end + len(delimiter)
    return rows


def _quoted(line: Written, at: int, into: Field) -> tuple[int, bool]:
    """Read up to the end of a quoted field or of the line; where it ends, and if it goes on."""
    while True:
        end = line.text.find('"', at)
        if end < 0:
            into.lines[-1].append(line.part(at))
            return len(line.text), True
        is_doubled = line.text.startswith('""', end)
        into.lines[-1].append(line.part(at, end + is_doubled))
        at = end + 1 + is_doubled
        if not is_doubled:
            return at, False
