"""A note that is referred to more than once is one note, and every reference leads to it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import count

from bindery.manuscript.marks.edits import Edit
from bindery.manuscript.marks.page import Inline, Page
from bindery.manuscript.marks.readers import Reader

_SIGN = re.compile(r"\[\^[^\]\s]")
_SEVERAL = 2


def _edits(page: Page) -> Iterator[Edit]:
    references = _references(page)
    names = (name for number in count(1) if f"#{(name := f'note-{number}')}" not in page.text)
    for these in references.values():
        if len(these) < _SEVERAL:
            continue
        name = next(names)
        first, *others = these
        yield Edit(first.start, first.start, ("[",))
        yield Edit(first.end, first.end, (f"]{{#{name} .noted}}",))
        for reference in others:
            label = str(reference.token.meta["label"])
            told = (page.mark("read-as", reference.start, "note-again", f"[^{label}]"),)
            made = (f"[](#{name}){{.noteref}}",)
            yield Edit(reference.start, reference.end, made, label, told)


def _references(page: Page) -> dict[str, list[Inline]]:
    """The references in the text to each note that there is. A note in a note is no reference."""
    in_notes: set[int] = set()
    defined: set[str] = set()
    depth = 0
    for token in page.tokens:
        if token.type == "footnote_reference_open":
            depth += 1
            defined.add(_same(str(token.meta["label"])))
        elif token.type == "footnote_reference_close":
            depth -= 1
        elif token.type == "inline" and depth:
            in_notes.add(id(token))
    found: dict[str, list[Inline]] = defaultdict(list)
    for inline in page.inlines():
        if inline.token.type == "footnote_ref" and id(inline.block) not in in_notes:
            label = _same(str(inline.token.meta["label"]))
            if label in defined:
                found[label].append(inline)
    return found


def _same(label: str) -> str:
    return " ".join(label.casefold().split())


REPEATED_NOTES = Reader(_SIGN, _edits)
