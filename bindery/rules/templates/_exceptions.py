"""Exceptions in style sheets: where one rule is put aside for one place, and why.

``/* unntak lines-can-be-seen: Pynt. */`` (``exception`` in English) on the line above a declaration
holds for that line, and above a selector for all that stands below it.
"""

import re
from collections.abc import Iterator

from bindery.rules._exceptions import Exemption
from bindery.rules.templates._sheets import Sheet
from bindery.rules.templates._styles import Styles

_COMMENT = re.compile(
    r"/\*\s*(?:unntak|exception)\s+(?P<rule>[a-z0-9]+(?:-[a-z0-9]+)+)\s*"
    r"(?::\s*(?P<reason>.*?))?\s*\*/",
    re.DOTALL,
)


def exceptions_in(styles: Styles) -> Iterator[Exemption]:
    """Every exception that is written, whether it holds or not."""
    for sheet in styles.sheets.values():
        for location, text in sheet.comments:
            if found := _COMMENT.fullmatch(text):
                assert location.line is not None
                reason = " ".join((found["reason"] or "").split())
                last = location.line + text.count("\n")
                yield Exemption(found["rule"], reason, location, _lines_below(sheet, last))


def _lines_below(sheet: Sheet, last: int) -> range:
    """The line after the comment's ``last``, or all lines of the rule that begins there."""
    lines = sheet.text.split("\n")
    depth, end = 0, last
    for line in lines[last:]:
        end += 1
        depth += line.count("{") - line.count("}")
        if depth <= 0:
            break
    return range(last + 1, end + 1)
