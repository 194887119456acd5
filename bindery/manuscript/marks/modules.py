"""``import Tabs from '@theme/Tabs';`` and ``export const x = …``: lines that a browser would run.

They are in MDX: paragraphs of their own, or lines above one.
"""

import re
from collections.abc import Iterator, Sequence

from bindery.manuscript.marks.edits import Edit
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader
from bindery.manuscript.marks.rows import span_of_rows

_SIGN = re.compile(r"^(?:import|export)[ \t]", re.MULTILINE)
_IMPORT = re.compile(r"import[ \t](?P<what>[^\"']*)[\"'][^\"']+[\"'];?[ \t]*(?://.*)?")
_ITS_END = re.compile(r"\}[ \t]*from[ \t]*[\"'][^\"']+[\"'];?[ \t]*")
_NAMES = re.compile(r"[\w$*{},\s]*")
_EXPORT = re.compile(r"export[ \t]+(?:const|let|var|default|function|async|class)\b[^=({;]*[=({;]")
_EXPORT_NAMES = re.compile(r"export[ \t]+[{*][\w$*{},\s]*(?:from[ \t]*[\"'][^\"']+[\"'])?;?")
_LONGEST = 40


def module_rows(rows: Sequence[str]) -> int:
    """How many of ``rows``, from the first, are such lines."""
    taken = 0
    while taken < len(rows) and (count := _statement(rows, taken)):
        taken += count
    return taken


def _statement(rows: Sequence[str], first: int) -> int:
    row = rows[first].rstrip()
    if row.startswith("import"):
        found = _IMPORT.fullmatch(row)
        if found is not None:
            return 1 if _says_what(found["what"]) else 0
        if row[6:7] in (" ", "\t") and "{" in row and _NAMES.fullmatch(row):
            return _until_its_end(rows, first)
        return 0
    if _EXPORT_NAMES.fullmatch(row):
        return 1
    return _until_closed(rows, first) if _EXPORT.match(row) else 0


def _says_what(what: str) -> bool:
    names = what.strip()
    if not names:
        return True
    return names.endswith("from") and _NAMES.fullmatch(names) is not None


def _until_its_end(rows: Sequence[str], first: int) -> int:
    for number in range(first + 1, len(rows)):
        if _ITS_END.fullmatch(rows[number].strip()):
            return number + 1 - first
        if not _NAMES.fullmatch(rows[number]):
            break
    return 0


def _until_closed(rows: Sequence[str], first: int) -> int:
    """To the row that closes what is opened; to the end of the paragraph if none does."""
    depth = 0
    for number in range(first, len(rows)):
        depth += sum(rows[number].count(sign) for sign in "([{")
        depth -= sum(rows[number].count(sign) for sign in ")]}")
        if depth <= 0:
            return number + 1 - first
    return len(rows) - first


def _edits(page: Page) -> Iterator[Edit]:
    for before, block in zip(page.tokens, page.tokens[1:], strict=False):
        if before.type != "paragraph_open" or before.level or block.type != "inline":
            continue
        if _SIGN.match(block.content) is None:
            continue
        rows = block.content.split("\n")
        if count := module_rows(rows):
            start, end = span_of_rows(page, block, 0, count)
            shown = rows[0] if len(rows[0]) <= _LONGEST else f"{rows[0][:_LONGEST].rstrip()} …"
            tells = (page.mark("left-out", start, "module", shown),)
            yield Edit(start, end, (), page.text[start:end], tells)


MODULES = Reader(_SIGN, _edits)
