"""A note is one note, and every reference leads to it: also the second, and one in another note.

A note that only other notes refer to is referred to in the text as well, after the note that leads
there: a note in a note would be in no edition.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import count

from bindery.manuscript.marks.edits import Edit
from bindery.manuscript.marks.page import Inline, Page
from bindery.manuscript.marks.readers import Reader

_SIGN = re.compile(r"\[\^[^\]\s]")

_References = Mapping[str, list[Inline]]


def _edits(page: Page) -> Iterator[Edit]:
    in_text, in_notes = _references(page)
    read = dict.fromkeys(in_text)
    behind = {label: list(_behind(label, read, in_notes)) for label in in_text}
    again = [one for label in read for one in in_notes.get(label, ()) if _label(one) in read]
    again += [one for these in in_text.values() for one in these[1:]]
    named = {_label(one) for one in again}
    free = (name for number in count(1) if f"#{(name := f'note-{number}')}" not in page.text)
    names = {label: next(free) for label in in_text if label in named}
    names |= {label: next(free) for labels in behind.values() for label in labels}
    for label, (first, *_) in in_text.items():
        added = [f"[[^{inner}]]{{#{names[inner]} .noted}}" for inner in behind[label]]
        if label in names:
            yield Edit(first.start, first.start, ("[",))
            added.insert(0, f"]{{#{names[label]} .noted}}")
        if added:
            yield Edit(first.end, first.end, ("".join(added),))
    for one in again:
        written = str(one.token.meta["label"])
        told = (page.mark("read-as", one.start, "note-again", f"[^{written}]"),)
        made = (f"[](#{names[_label(one)]}){{.noteref}}",)
        yield Edit(one.start, one.end, made, written, told)
    for label, these in in_notes.items():
        for one in these if label not in read else ():
            # Such a note is in no edition, and pandoc would turn in a circle of them.
            yield Edit(one.start, one.start, ("\\",))


def _behind(label: str, read: dict[str, None], in_notes: _References) -> Iterator[str]:
    """The notes that ``label`` leads to, in reading order, but for those ``read`` already."""
    waiting = [iter(in_notes.get(label, ()))]
    while waiting:
        reference = next(waiting[-1], None)
        if reference is None:
            waiting.pop()
        elif (inner := _label(reference)) not in read:
            read[inner] = None
            yield inner
            waiting.append(iter(in_notes.get(inner, ())))


def _references(page: Page) -> tuple[_References, _References]:
    """The references in the text by the note they lead to, and those in notes by the note around.

    All of them lead to notes that there are.
    """
    around: dict[int, str] = {}
    defined: set[str] = set()
    open_notes: list[str] = []
    for token in page.tokens:
        if token.type == "footnote_reference_open":
            open_notes.append(_same(str(token.meta["label"])))
            defined.add(open_notes[-1])
        elif token.type == "footnote_reference_close":
            open_notes.pop()
        elif token.type == "inline" and open_notes:
            around[id(token)] = open_notes[-1]
    in_text: dict[str, list[Inline]] = defaultdict(list)
    in_notes: dict[str, list[Inline]] = defaultdict(list)
    for inline in page.inlines():
        if inline.token.type == "footnote_ref" and _label(inline) in defined:
            if (note := around.get(id(inline.block))) is None:
                in_text[_label(inline)].append(inline)
            else:
                in_notes[note].append(inline)
    return in_text, in_notes


def _label(reference: Inline) -> str:
    return _same(str(reference.token.meta["label"]))


def _same(label: str) -> str:
    return " ".join(label.casefold().split())


NOTE_REFERENCES = Reader(_SIGN, _edits)
