"""Read MyST's directives for what moves: ``:::{iframe} address``, with the title as its content."""

from collections.abc import Iterator

from bindery.manuscript.marks.directives import SIGN, Directive, directive_plugin, directives
from bindery.manuscript.marks.edits import Edit, Piece, rewritten
from bindery.manuscript.marks.html_marks import IS_KNOWN, escaped
from bindery.manuscript.marks.html_media import SITES, address_on, kind_of, opening_of
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader

MEDIA = frozenset({"iframe", "video", *SITES})
"""The directives that are read here."""


def _edits(page: Page) -> Iterator[Edit]:
    for one in directives(page):
        if one.name in MEDIA and one.words:
            yield _link(page, one)


def _link(page: Page, one: Directive) -> Edit:
    where = address_on(one.name, one.words)
    tells = [page.mark("read-as", one.start, "html-media", one.name)]
    title = one.around_content()
    if not title:
        tells.append(page.mark(IS_KNOWN, one.start, "untitled", f"{{{one.name}}}"))
    pieces: list[Piece] = [f"{opening_of(kind_of(one.name, where), where)}\n{one.prefix}"]
    pieces += [*(title or (escaped(where),)), f"\n{one.prefix}:::"]
    return rewritten(page.text, one.start, one.end, pieces, tells)


MEDIA_DIRECTIVES = Reader(SIGN, _edits, directive_plugin)
