"""MyST's roles for the glossary and the index: ``{term}`` and ``{index}`` before code, as spans."""

import re
from collections.abc import Iterator

from bindery.manuscript.marks.edits import Edit, Kept, Piece
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader

_SIGN = re.compile(r"\{(?:term|index)\}`")
_ROLE = re.compile(r"\{(term|index)\}\Z")
_TARGET = re.compile(r"[ \t]*<([^<>\n]+)>[ \t]*\Z")
_NOT_PLAIN = re.compile(r"[\\`*_\[\]<>$~^{}|@\"\n]|:[ \t]")
_LEVELS = re.compile(r"[^;]+")


def _edits(page: Page) -> Iterator[Edit]:
    for one in page.inlines():
        if one.token.type != "code_inline":
            continue
        role = _ROLE.search(page.text[max(0, one.start - len("{index}")) : one.start])
        if role is None:
            continue
        begins = one.start - len(role[0])
        ticks = len(one.token.markup)
        first, last = one.start + ticks, one.end - ticks
        target = _TARGET.search(page.text[first:last])
        words = Kept(first, last if target is None else first + target.start())
        said = page.text[words.start : words.end] + (target[1] if target else "")
        # What is escaped, and what pairs or sees other entries, stays as it is.
        if _NOT_PLAIN.search(said) or page.text[begins - 1 : begins] == "\\":
            continue
        pieces: list[Piece] = ["[", words, f"]{{.{role[1]}"]
        if target is not None:
            pieces.append(' of="' if role[1] == "term" else ' entry="')
            for level in _LEVELS.finditer(target[1]):
                start = first + target.start(1) + level.start()
                pieces += ["!"] if level.start() else []
                pieces.append(Kept(start, start + len(level[0])))
            pieces.append('"')
        mark = page.mark("read-as", begins, "role", role[0])
        yield Edit(begins, one.end, (*pieces, "}"), role[1], (mark,))


MYST_TERMS = Reader(_SIGN, _edits)
