"""Abbreviations that are explained once for the chapter: ``*[HTML]: Hypertext Markup Language``."""

import html
import re
from collections.abc import Iterator, Mapping

from bindery.manuscript.marks.edits import Edit
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader

_EXPLAINED = re.compile(r"[ ]{0,3}\*\[(?P<short>[^\[\]\n]+)\]:[ \t]*(?P<long>\S[^\n]*)")
_SIGN = re.compile(r"^[ >]*\*\[[^\[\]\n]+\]:[ \t]*\S", re.MULTILINE)
_WORD = re.compile(r"\w+")
_MOST = 500
"""Abbreviations. No chapter has as many, and each is looked for everywhere."""


def _edits(page: Page) -> Iterator[Edit]:
    explained: dict[str, str] = {}
    lines: set[int] = set()
    for paragraph in page.paragraphs():
        rows = [_EXPLAINED.fullmatch(row.rstrip()) for row in paragraph.content.split("\n")]
        if not all(rows):
            continue
        lines.add(page.offset(paragraph, 0))
        for row in rows:
            assert row is not None
            explained.setdefault(row["short"].strip(), row["long"].strip())
        start, end = page.offset(paragraph, 0), page.offset(paragraph, len(paragraph.content) - 1)
        whole = page.text[start : end + 1]
        told = (page.mark("read-as", start, "abbreviation", rows[0]["short"] if rows[0] else ""),)
        yield Edit(start, end + 1, (), " ".join(_WORD.findall(whole)), told)
    if explained and len(explained) <= _MOST:
        yield from _expanded(page, explained, lines)


def _expanded(page: Page, explained: Mapping[str, str], lines: set[int]) -> Iterator[Edit]:
    """Every whole word of the chapter that is explained, with its expansion."""
    shorts = "|".join(re.escape(short) for short in sorted(explained, key=len, reverse=True))
    pattern = re.compile(rf"(?<!\w)(?:{shorts})(?!\w)")
    for words in page.with_words(pattern).words():
        if words.offset(0) in lines:
            continue
        for found in pattern.finditer(words.plain):
            start, end = words.offset(found.start()), words.offset(found.end() - 1) + 1
            if page.text[start - 1 : start] == "[" and page.text[end : end + 2] == "]{":
                continue  # It is explained there.
            long = html.escape(explained[found[0]], quote=True)
            yield Edit(start, start, ("[",))
            yield Edit(end, end, (f']{{abbr="{long}"}}',))


ABBREVIATIONS = Reader(_SIGN, _edits)
