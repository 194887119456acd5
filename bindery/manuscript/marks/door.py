"""Let a chapter in: replace foreign marks by plain ones, and remember where everything was."""

from collections.abc import Iterable, Iterator, Sequence

from bindery.manuscript.front_matter import read_opening
from bindery.manuscript.marks.edits import Edit, Traced, without_overlaps
from bindery.manuscript.marks.opening import edits_of
from bindery.manuscript.marks.page import Book, Page
from bindery.manuscript.marks.parsing import tokens_of
from bindery.manuscript.marks.readers import Reader
from bindery.manuscript.marks.registry import BLOCKS, WORDS
from bindery.manuscript.requirements import WORDS_ARE_KEPT
from bindery.vocabulary.places import Places
from bindery.vocabulary.publication import Chapter, Mark

MOST_ROUNDS = 60
"""Rounds of readers: one for each level of blocks in one another."""


def let_in(path: str, written: str, book: Book, sources: Sequence[tuple[str, int]] = ()) -> Chapter:
    """The chapter at ``path`` in the plain dialect.

    ``sources`` are the file and the number of each line of what is ``written``, if some were read
    from other files.
    """
    opening = read_opening(written)
    door = _Door(path, written, book)
    door.make(edits_of(path, written, opening))
    door.read()
    is_as_written = door.text == written and not sources
    return Chapter(
        path,
        door.text,
        opening.front_matter,
        "" if is_as_written else written,
        None if is_as_written else door.places(),
        tuple(sources),
        tuple(door.marks),
    )


class _Door:
    """Makes what is written plain, one round after another."""

    def __init__(self, path: str, written: str, book: Book) -> None:
        self._path = path
        self._written = written
        self._book = book
        self._traced = Traced(written)
        self.marks: list[Mark] = []

    @property
    def text(self) -> str:
        """The chapter as it is now."""
        return self._traced.text

    def places(self) -> Places:
        """Where each letter of the text was written."""
        return Places(self._path, self.text, self._written, self._traced.stretches)

    def read(self) -> None:
        """Ask those who read blocks as long as one changes the text, then those who read words.

        A text is parsed once for all of them.
        """
        for _ in range(MOST_ROUNDS):
            blocks, words = self._asked(BLOCKS), self._asked(WORDS)
            if not blocks and not words:
                return
            page = self._page([*blocks, *words])
            if not self._read(page, blocks):
                break
        else:
            words = self._asked(WORDS)
            page = self._page(words)
        self._read(page, words)

    def _asked(self, readers: Sequence[Reader]) -> list[Reader]:
        """Those of ``readers`` whose sign is in the text."""
        text = self.text
        return [reader for reader in readers if reader.sign.search(text)]

    def _page(self, asked: Sequence[Reader]) -> Page:
        """The text with the tokens of the readers that are ``asked``."""
        text = self.text
        signs = [reader.sign for reader in asked]
        plugins = dict.fromkeys(reader.plugin for reader in asked if reader.plugin is not None)
        return Page(self._path, text, tokens_of(text, plugins, signs), self._book, self.places())

    def _read(self, page: Page, readers: Sequence[Reader]) -> bool:
        """Ask ``readers``; whether one of them changed the text."""
        return self.make(self._sound(page, (edit for each in readers for edit in each.edits(page))))

    def _sound(self, page: Page, edits: Iterable[Edit]) -> Iterator[Edit]:
        """Those of ``edits`` that keep all words. The others are told, and not made."""
        for edit in without_overlaps(edits):
            if edit.keeps_words_of(page.text):
                yield edit
            else:
                told = page.mark(
                    WORDS_ARE_KEPT.name, edit.start, words=page.text[edit.start : edit.end]
                )
                if told not in self.marks:
                    self.marks.append(told)

    def make(self, edits: Iterable[Edit]) -> bool:
        """Make ``edits``, and keep what they tell; whether they changed the text."""
        made = tuple(edits)
        self.marks.extend(mark for edit in made for mark in edit.tells)
        changed = any(edit.pieces or edit.end > edit.start for edit in made)
        if changed:
            self._traced = self._traced.edited(made)
        return changed
