"""Highlighted words: ``==words==``, at the edges of words and in one line."""

import re
from collections.abc import Iterator

from bindery.manuscript.marks.edits import Edit
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader

_SIGN = re.compile(r"==[^\s=]")
_MARKED = re.compile(r"(?<![=\w])==(?=[^\s=])(?P<words>[^=\n]*[^\s=])==(?![=\w])")


def _edits(page: Page) -> Iterator[Edit]:
    for words in page.words():
        for found in _MARKED.finditer(words.plain):
            inside = found["words"]
            if inside.count("[") != inside.count("]"):
                continue
            start, end = words.offset(found.start()), words.offset(found.end() - 1) + 1
            told = (page.mark("read-as", start, "marked-words", page.text[start:end]),)
            yield Edit(start, start + 2, ("[",), tells=told)
            yield Edit(end - 2, end, ("]{.mark}",))


HIGHLIGHTS = Reader(_SIGN, _edits)
