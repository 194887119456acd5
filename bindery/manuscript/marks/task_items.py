"""Tasks: ``- [ ]`` and ``- [x]`` at the beginning of a list's item."""

import re
from collections.abc import Iterator

from bindery.manuscript.marks.edits import Edit
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader

_SIGN = re.compile(r"\[[ xX]\]")
_BOX = re.compile(r"\[(?P<mark>[ xX])\](?=\s|$)")


def _edits(page: Page) -> Iterator[Edit]:
    for item, paragraph, words in zip(page.tokens, page.tokens[1:], page.tokens[2:], strict=False):
        begins_item = item.type == "list_item_open" and paragraph.type == "paragraph_open"
        box = _BOX.match(words.content) if begins_item else None
        if box is None or _is_link(words.children or [], box.end()):
            continue
        at = page.offset(words, 0)
        done = "no" if box["mark"] == " " else "yes"
        drops = box["mark"].strip()
        told = (page.mark("read-as", at, "task", box[0]),)
        yield Edit(at, at + box.end(), (f"[]{{.task done={done}}}",), drops, told)


def _is_link(children: list, end: int) -> bool:  # type: ignore[type-arg]
    """Whether the box is a link: ``[x]`` is one if the chapter says where it leads."""
    first = children[0] if children else None
    return first is not None and first.type == "link_open" and first.meta.get("ends", 0) <= end


TASKS = Reader(_SIGN, _edits)
