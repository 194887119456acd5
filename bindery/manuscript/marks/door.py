"""Let a chapter in: replace foreign marks by plain ones, and remember where everything was."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256

from pydantic import TypeAdapter

from bindery.manuscript.front_matter import Opening, read_opening
from bindery.manuscript.marks.edits import Edit, Traced, without_overlaps
from bindery.manuscript.marks.opening import edits_of
from bindery.manuscript.marks.page import Book, Page
from bindery.manuscript.marks.parsing import tokens_of
from bindery.manuscript.marks.readers import Reader
from bindery.manuscript.marks.registry import BLOCKS, WORDS
from bindery.manuscript.requirements import WORDS_ARE_KEPT
from bindery.vocabulary.keeping import NOTHING_KEPT, Keeper
from bindery.vocabulary.places import Places, Stretch
from bindery.vocabulary.publication import Chapter, Mark

MOST_ROUNDS = 60
"""Rounds of readers: one for each level of blocks in one another."""


@dataclass(frozen=True, slots=True)
class _Plain:
    """A chapter in the plain dialect, where its letters were written, and what was read as else."""

    text: str
    stretches: tuple[Stretch, ...]
    marks: tuple[Mark, ...]


_KEPT = TypeAdapter(_Plain)


def let_in(
    path: str,
    written: str,
    book: Book,
    sources: Sequence[tuple[str, int]] = (),
    keeper: Keeper = NOTHING_KEPT,
) -> Chapter:
    """The chapter at ``path`` in the plain dialect.

    ``sources`` are the file and the number of each line of what is ``written``, if some were read
    from other files. What ``keeper`` recalls is not read again.
    """
    opening = read_opening(written)
    plain = _plain(path, written, book, opening, keeper)
    is_as_written = plain.text == written and not sources
    return Chapter(
        path,
        plain.text,
        opening.front_matter,
        "" if is_as_written else written,
        None if is_as_written else Places(path, plain.text, written, plain.stretches),
        tuple(sources),
        plain.marks,
    )


def _plain(path: str, written: str, book: Book, opening: Opening, keeper: Keeper) -> _Plain:
    known = (book.written_for, book.chapters, sorted(book.images), sorted(book.sources))
    rests_on = repr((path, written, known))
    key = sha256(rests_on.encode(errors="surrogatepass")).hexdigest()
    with suppress(ValueError):
        return _KEPT.validate_json(keeper.recall(key) or b"")
    door = _Door(path, written, book)
    door.make(edits_of(path, written, opening))
    door.read()
    plain = _Plain(door.text, tuple(door.stretches), tuple(door.marks))
    # A name that is not UTF-8 cannot be kept.
    with suppress(ValueError):
        keeper.keep(key, _KEPT.dump_json(plain))
    return plain


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

    @property
    def stretches(self) -> Sequence[Stretch]:
        """Where each letter of the text was written."""
        return self._traced.stretches

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
        places = Places(self._path, text, self._written, self.stretches)
        plugins = dict.fromkeys(reader.plugin for reader in asked if reader.plugin is not None)
        return Page(self._path, text, tokens_of(text, plugins, signs), self._book, places)

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
