"""Where in a TOML file a key stands. ``tomllib`` reads values and forgets their lines."""

import re

_TABLE = re.compile(r"^\s*\[(?P<array>\[)?\s*(?P<name>[\w.\-\"' ]+?)\s*\]")
_KEY = re.compile(r"^\s*(?P<name>[\w\-\"']+)\s*=")

Place = tuple[str | int, ...]


def key_lines(text: str) -> dict[Place, int]:
    """The line, from 1, of every table and key in ``text``.

    Places are written as validators write them: ``("publication", "contributors", 0, "name")``.
    Inline tables and keys inside multi-line values share the line of the key that holds them.
    """
    lines: dict[Place, int] = {}
    seen: dict[Place, int] = {}
    table: Place = ()
    for number, line in enumerate(text.splitlines(), start=1):
        if heading := _TABLE.match(line):
            table = tuple(part.strip(" \"'") for part in heading["name"].split("."))
            for depth in range(1, len(table) + 1):
                lines.setdefault(table[:depth], number)
            if heading["array"]:
                index = seen.get(table, 0)
                seen[table] = index + 1
                table = (*table, index)
                lines[table] = number
        elif key := _KEY.match(line):
            lines.setdefault((*table, key["name"].strip("\"'")), number)
    return lines


def line_of(lines: dict[Place, int], place: Place) -> int:
    """The line of ``place``, or of the nearest thing around it that is written down, or 1."""
    for depth in range(len(place), 0, -1):
        if place[:depth] in lines:
            return lines[place[:depth]]
    return 1
