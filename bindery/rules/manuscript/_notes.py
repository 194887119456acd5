"""Notes and the references to them, chapter by chapter: no note reaches into another chapter."""

from collections.abc import Iterator

from bindery.manuscript.source import ChapterSource
from bindery.manuscript.source.elements import Note, NoteReference


def label_of(element: Note | NoteReference) -> str:
    """What a reference and its note have in common; capitals make no difference."""
    return element.label.casefold()


def references(chapter: ChapterSource) -> Iterator[tuple[NoteReference, bool]]:
    """Every reference in ``chapter``, and whether it stands in a note itself."""
    in_note = False
    for element in chapter.elements:
        if isinstance(element, Note):
            in_note = True
        elif not element.nested:
            in_note = False
        if isinstance(element, NoteReference):
            yield element, in_note
