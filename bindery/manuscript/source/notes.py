"""The notes of a chapter, and where they are referred to."""

from collections.abc import Iterator

from bindery.manuscript.source.elements import Element, Note, NoteReference


def label_of(element: Note | NoteReference) -> str:
    """The label that a reference shares with its note, without regard to case."""
    return element.label.casefold()


def references(elements: tuple[Element, ...]) -> Iterator[NoteReference]:
    """Every reference in the text of a chapter's ``elements``.

    One in a note does not count: a note that the text leads to has none left.
    """
    note = None
    for element in elements:
        if isinstance(element, Note):
            note = element
        elif not element.nested:
            note = None
        if isinstance(element, NoteReference) and note is None:
            yield element
