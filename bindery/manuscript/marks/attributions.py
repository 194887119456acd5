"""Who is quoted: the last line of a quotation, below its words, that is a dash and a name."""

import re
from collections.abc import Iterator

from markdown_it.token import Token

from bindery.manuscript.marks.edits import Edit
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader

_SIGN = re.compile(r"^[ \t>*+-]*>[ \t]*(?:—|–|--)[ \t]*[*_\[]*[^\W\d_]", re.MULTILINE)
_DASH = re.compile(r"(?:—|–|--)[ \t]*[*_\[]*[^\W\d_]")
_ENDS_SENTENCE = re.compile(r"[.!?…:;,][»”\"’)]*$")
_MOST_LETTERS = 120


def _edits(page: Page) -> Iterator[Edit]:
    for index, token in enumerate(page.tokens):
        if token.type == "blockquote_close" and index > 1:
            closed, words = page.tokens[index - 1], page.tokens[index - 2]
            if closed.type == "paragraph_close" and words.type == "inline":
                yield from _of(page, words)


def _of(page: Page, words: Token) -> Iterator[Edit]:
    *above, last = words.content.split("\n")
    is_short = len(last) <= _MOST_LETTERS and not _ENDS_SENTENCE.search(last.rstrip())
    if not above or not is_short or not _DASH.match(last) or any(map(_DASH.match, above)):
        return
    begins = page.offset(words, len(words.content) - len(last))
    prefix = page.prefix(begins)
    if ">" in prefix:
        yield Edit(begins, begins, (f"\n{prefix}",))


ATTRIBUTIONS = Reader(_SIGN, _edits)
