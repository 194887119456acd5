"""Compare an edition with its manuscript, passage by passage: every difference is a finding."""

from collections.abc import Collection, Iterator, Sequence

from bindery.readback.align import Pair, aligned, plain, same_text
from bindery.readback.details import boxes, languages, spans
from bindery.readback.links import Counterparts, compare_links
from bindery.readback.messages import OBJECTS, Near, differs, elsewhere, extra, missing, other_kind
from bindery.readback.passages import Book, Note, Passage
from bindery.vocabulary.findings import Finding


class Comparison:
    """Compares one edition with one Document. ``file`` is the place of findings without a line.

    What an edition adds to the manuscript may be missing, unless the ``whole`` is known.
    """

    def __init__(self, said: Book, heard: Book, file: Near, *, whole: bool = False) -> None:
        self._whole = whole
        self.said = said
        self._heard = heard
        self._file = file
        self.main = aligned(said.passages, heard.passages, _text, _both_objects)
        self.notes = _notes_paired(said.notes, heard.notes)
        self._of_note = {
            pair: aligned(
                said.notes[pair[0]].passages, heard.notes[pair[1]].passages, _text, _both_objects
            )
            for pair in self.notes
            if pair[0] is not None and pair[1] is not None
        }
        self.counterparts = Counterparts(said, heard, self.main, self._of_note)

    @property
    def examined(self) -> int:
        """How many passages were looked for in the edition."""
        passages = (*self.said.passages, *(p for note in self.said.notes for p in note.passages))
        return sum(1 for passage in passages if self._whole or not passage.added)

    def findings(self) -> Iterator[Finding]:
        """Every difference, in the order of the book; then those in the notes."""
        yield from self._passages(self.said.passages, self._heard.passages, self.main)
        for pair in self.notes:
            yield from self._note(pair)

    def _note(self, pair: Pair) -> Iterator[Finding]:
        ours = None if pair[0] is None else self.said.notes[pair[0]]
        theirs = None if pair[1] is None else self._heard.notes[pair[1]]
        if ours is None or theirs is None:
            said = ours.passages if ours else ()
            heard = theirs.passages if theirs else ()
            alone: list[Pair] = [(at, None) for at in range(len(said))]
            alone += [(None, at) for at in range(len(heard))]
            yield from self._passages(said, heard, alone)
            return
        pairs = self._of_note[(pair[0], pair[1])]
        yield from self._passages(ours.passages, theirs.passages, pairs)
        yield from self.counterparts.tied(ours, theirs, self._file)

    def _passages(
        self, said: Sequence[Passage], heard: Sequence[Passage], pairs: list[Pair]
    ) -> Iterator[Finding]:
        moved = dict(_moved(said, heard, pairs))
        near = self._file
        for at, other in pairs:
            if at is not None:
                near = self._file.at(said[at])
            if at is None and other is not None:
                if other not in moved.values():
                    yield extra(heard[other], near)
            elif at is not None and other is None:
                if at in moved:
                    yield elsewhere(said[at], near)
                    yield from self._pair(said[at], heard[moved[at]], near)
                elif self._whole or not said[at].added:
                    yield missing(said[at], near)
            elif at is not None and other is not None:
                yield from self._pair(said[at], heard[other], near)

    def _pair(self, said: Passage, heard: Passage, near: Near) -> Iterator[Finding]:
        if not same_text(said.text, heard.text):
            yield differs(said, heard, near)
        if (said.kind, said.level) != (heard.kind, heard.level):
            yield other_kind(said, heard, near)
        if self._whole or not said.added:
            yield from boxes(said, heard, near)
        if same_text(said.text, heard.text):
            yield from languages(said, heard, near)
            yield from spans(said, heard, near)
            yield from compare_links(said, heard, near, self.counterparts)


def _notes_paired(said: Sequence[Note], heard: Sequence[Note]) -> list[Pair]:
    """Pair the notes with the same text, wherever they are; then those with similar text.

    A note that does not fit on its page is at the end of the chapter, after later ones.
    """
    same: dict[int, int] = {}
    for key in (_with_label, _without_label):
        free: dict[str, list[int]] = {}
        for other in _without(heard, same.values()):
            free.setdefault(key(heard[other]), []).append(other)
        for at in _without(said, same):
            if twins := free.get(key(said[at])):
                same[at] = twins.pop(0)
    ours, theirs = _without(said, same), _without(heard, same.values())
    rest = aligned([said[at] for at in ours], [heard[at] for at in theirs], _with_label)
    return [
        *same.items(),
        *(
            (None if at is None else ours[at], None if other is None else theirs[other])
            for at, other in rest
        ),
    ]


def _without(notes: Sequence[Note], taken: Collection[int]) -> list[int]:
    """The numbers of the notes that are not ``taken``."""
    taken = set(taken)
    return [at for at in range(len(notes)) if at not in taken]


def _with_label(note: Note) -> str:
    return f"{note.label} {_without_label(note)}"


def _without_label(note: Note) -> str:
    return plain("\n".join(passage.text for passage in note.passages))


def _text(passage: Passage) -> str:
    return passage.text


def _both_objects(said: Passage, heard: Passage) -> bool:
    return said.kind == heard.kind and said.kind in OBJECTS


def _moved(
    said: Sequence[Passage], heard: Sequence[Passage], pairs: list[Pair]
) -> Iterator[tuple[int, int]]:
    """Yield the passages that the edition has in another place, with that place."""
    extra = [other for at, other in pairs if at is None and other is not None]
    for at in (at for at, other in pairs if at is not None and other is None):
        text = said[at].text
        same = next((one for one in extra if text and same_text(text, heard[one].text)), None)
        if same is not None:
            extra.remove(same)
            yield at, same
