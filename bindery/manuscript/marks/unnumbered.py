"""``# Forord {-}``: the hyphen of pandoc's headings without a number, as ``.unnumbered``."""

import re
from collections.abc import Iterator

from bindery.manuscript.marks.edits import Edit
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader

_SIGN = re.compile(r"\{-[ \t}]|[ \t]-\}")
_WORD = re.compile(r"[^\s{}]+")


def _edits(page: Page) -> Iterator[Edit]:
    """Write ``.unnumbered`` for the hyphen in the braces that end a heading."""
    for words in page.words():
        plain = words.plain.rstrip()
        if words.kind == "heading" and plain.endswith("}"):
            inside = _WORD.finditer(plain, plain.rfind("{") + 1)
            if hyphen := next((one for one in inside if one[0] == "-"), None):
                at = words.offset(hyphen.start())
                yield Edit(at, at + 1, (".unnumbered",))


UNNUMBERED = Reader(_SIGN, _edits)
