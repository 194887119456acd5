"""Read what is written for one format: ``{=html}`` is read as HTML, and the rest is left out."""

import re
from collections.abc import Iterator

from markdown_it.token import Token

from bindery.manuscript.marks.edits import Edit, Kept, Piece
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader

IS_READ = "raw-block-is-read"

_FORMAT = re.compile(r"\{=(?P<format>[\w-]+)\}")
_HTML = frozenset({"html", "html4", "html5"})
_LONGEST = 40


def _read(page: Page) -> Iterator[Edit]:
    for token in page.tokens:
        if token.type == "fence" and (found := _FORMAT.fullmatch(token.info.strip())):
            yield _block(page, token, found["format"])
    for inline in page.inlines():
        found = _FORMAT.match(page.text, inline.end)
        if inline.token.type == "code_inline" and found:
            ticks = len(inline.token.markup)
            start, end = inline.start, found.end()
            first, last = start + ticks, inline.end - ticks
            tags = f"{found['format']}"
            if found["format"] in _HTML:
                tells = (page.mark("read-as", start, "raw-html", found[0]),)
                yield Edit(start, end, (Kept(first, last),), tags, tells)
            else:
                yield _left_out(page, start, end, page.text[first:last])


def _block(page: Page, token: Token, name: str) -> Edit:
    start, end = page.begins(token), page.ends(token)
    if name not in _HTML:
        return _left_out(page, start, end, token.content)
    assert token.map is not None
    prefix = page.prefix(start)
    pieces: list[Piece] = []
    # A blank line would end the HTML, and what follows would be Markdown.
    for line, row in enumerate(token.content.split("\n"), start=token.map[0] + 1):
        words = row.strip()
        if words:
            at = page.starts[line] + page.lines[line].rfind(words)
            pieces += [f"\n{prefix}", Kept(at, at + len(words))]
    tells = (page.mark("read-as", start, "raw-html", f"{{={name}}}"),)
    return Edit(start, end, tuple(pieces), name, tells)


def _left_out(page: Page, start: int, end: int, content: str) -> Edit:
    """Nothing, told with its first words."""
    words = " ".join(content.split())
    shown = words if len(words) <= _LONGEST else f"{words[:_LONGEST].rstrip()} …"
    return Edit(start, end, (), page.text[start:end], (page.mark(IS_READ, start, words=shown),))


RAW_BLOCKS = Reader(_FORMAT, _read)
