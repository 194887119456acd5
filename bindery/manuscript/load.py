"""Read all of a publication's folder, once: settings, chapters, images, word list."""

import os
import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from bindery.manuscript.bibliography import read_bibliography
from bindery.manuscript.brand.typeface_files import read_faces
from bindery.manuscript.evaluation import read_evaluation
from bindery.manuscript.files import (
    MANUSCRIPT,
    SETTINGS,
    composed,
    contents,
    files_below,
    is_inside,
    located,
    require_folder,
    shown,
    unreadable_names,
)
from bindery.manuscript.judgements import read_judgements
from bindery.manuscript.marks.door import let_in
from bindery.manuscript.marks.includes import NotReadError, Read, assembled
from bindery.manuscript.marks.page import Book
from bindery.manuscript.requirements import (
    CHAPTER_IS_THERE,
    CHAPTER_IS_UTF8,
    READING_ORDER_HAS_CHAPTERS,
    WORD_LIST_IS_UTF8,
)
from bindery.manuscript.settings import read_settings
from bindery.manuscript.toml_file import key_lines, line_of
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.image_files import IMAGE_SUFFIXES
from bindery.vocabulary.keeping import NOTHING_KEPT, Keeper
from bindery.vocabulary.publication import Chapter, Publication, Settings
from bindery.vocabulary.text import Text

WORD_LIST = "manuscript/words.txt"

_NOT_UTF8 = Text(nb="Ordlista er ikke lagret som UTF-8.", en="The word list is not saved as UTF-8.")
_SAVE_AGAIN = Text(
    nb="Lagre filen på nytt som UTF-8, ett ord på hver linje.",
    en="Save the file again as UTF-8, one word on each line.",
)


def read_word_list(book: Path) -> tuple[frozenset[str], tuple[Finding, ...]]:
    """The words in ``book``'s list, one on each line, without comments after ``#``.

    The list is optional.
    """
    path = book / WORD_LIST
    if not path.is_file():
        return frozenset(), ()
    try:
        text = contents(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = Location(WORD_LIST, error.object[: error.start].count(b"\n") + 1)
        return frozenset(), (WORD_LIST_IS_UTF8.broken(place, _NOT_UTF8, _SAVE_AGAIN),)
    return frozenset(_words(text)), ()


def _words(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if word := line.partition("#")[0].strip():
            yield word


LINE_END = re.compile("\r\n?|\n")
"""The line endings of all systems (CommonMark 0.31.2, 2.1)."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A publication, or the findings that prevent it from being loaded; never both."""

    publication: Publication | None
    findings: tuple[Finding, ...]


def load(book: Path, keeper: Keeper = NOTHING_KEPT) -> Loaded:
    """Read the publication in the folder ``book``: settings, chapters, images and the rest.

    What ``keeper`` recalls of chapters that are as they were is not read again.
    """
    require_folder(book)
    settings, findings = read_settings(book)
    if settings is None:
        return Loaded(None, findings)
    if unreadable := tuple(unreadable_names(book, MANUSCRIPT)):
        return Loaded(None, unreadable)
    reader = _ChapterReader(book, settings)
    chapters = tuple(reader.chapters())
    evaluation, unusable = read_evaluation(book)
    judgements, not_judged = read_judgements(book)
    words, not_utf8 = read_word_list(book)
    faces, no_faces = read_faces(book, settings.brand)
    if reader.findings or unusable or not_judged or not_utf8 or no_faces:
        found = (*reader.findings, *unusable, *not_judged, *not_utf8, *no_faces)
        return Loaded(None, found)
    images = _images(book)
    written_for = settings.manuscript.written_for
    read = _reading_in(book)
    bibliography = read_bibliography(book, settings.citations, chapters)
    paths = tuple(chapter.path for chapter in chapters)
    context = Book(written_for, paths, images, bibliography.keys)
    plain = tuple(
        replace(_let_in(chapter, context, read, keeper), in_book=chapter.in_book)
        for chapter in chapters
    )
    publication = Publication(
        book, settings, plain, images, evaluation, words, bibliography, judgements, faces
    )
    return Loaded(publication, ())


def _let_in(chapter: Chapter, book: Book, read: Read, keeper: Keeper) -> Chapter:
    """``chapter``, as it is written, with what it includes, in the plain dialect."""
    whole = assembled(chapter.path, chapter.text, read, book.written_for)
    if whole is None:
        return let_in(chapter.path, chapter.text, book, keeper=keeper)
    plain = let_in(chapter.path, whole.text, book, whole.sources, keeper)
    return replace(plain, marks=(*whole.marks, *plain.marks))


def _reading_in(book: Path) -> Read:
    """How the text of a file below ``manuscript/`` of ``book`` is read."""
    manuscript = book / MANUSCRIPT

    def read(path: str) -> str:
        file = located(book, path)
        if not is_inside(manuscript, file):
            raise NotReadError("outside")
        if not is_file(file):
            raise NotReadError("missing")
        try:
            return LINE_END.sub("\n", contents(file).decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise NotReadError("unreadable") from None

    return read


def is_file(path: Path) -> bool:
    """Whether ``path`` is a file; ``False`` for a string that cannot be a path."""
    return os.path.isfile(path)  # noqa: PTH113 - Path.is_file raises for such a string


class _ChapterReader:
    """Reads the chapters in reading order and collects findings about them."""

    def __init__(self, book: Path, settings: Settings) -> None:
        self.book = book
        self.order = settings.reading_order
        self.findings: list[Finding] = []

    def chapters(self) -> Iterator[Chapter]:
        if not (self.order.chapters or self.order.parts):
            self._order(
                Text(nb="Leserekkefølgen har ingen kapitler.", en="The reading order is empty."),
                Text(
                    nb='Skriv chapters = ["chapters/01-….md"] under [reading-order].',
                    en='Write chapters = ["chapters/01-….md"] below [reading-order].',
                ),
            )
        first: dict[Path, str] = {}
        seen = Counter(name for name, _ in self.order.in_order)
        for name, place in self.order.in_order:
            text = self._text(name)
            if text is not None:
                file = located(self.book / MANUSCRIPT, name).resolve()
                if (other := first.setdefault(file, name)) != name or seen[name] > 1:
                    self._repeated(name, other)
                path = composed(f"{MANUSCRIPT}/{posixpath.normpath(name)}")
                yield Chapter(path, text, in_book=place)

    def _text(self, name: str) -> str | None:
        manuscript = self.book / MANUSCRIPT
        path = located(manuscript, name)
        if not is_inside(manuscript, path):
            self._absent(name, _OUTSIDE)
            return None
        if not is_file(path):
            self._absent(name, _NO_SUCH_FILE)
            return None
        try:
            return LINE_END.sub("\n", contents(path).decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            line = error.object[: error.start].count(b"\n") + 1
            self.findings.append(
                CHAPTER_IS_UTF8.broken(
                    Location(f"{MANUSCRIPT}/{PurePosixPath(name)}", line),
                    Text(
                        nb="Kapittelet er ikke lagret som UTF-8.",
                        en="The chapter is not saved as UTF-8.",
                    ),
                    Text(
                        nb="Lagre filen på nytt som UTF-8. Da blir æ, ø og å riktige overalt.",
                        en="Save the file again as UTF-8, so that every letter is read as written.",
                    ),
                )
            )
            return None

    def _absent(self, name: str, what: Text) -> None:
        location = Location(SETTINGS, self._line_naming(name))
        self.findings.append(
            CHAPTER_IS_THERE.broken(location, what.filled(name=shown(name)), _WHERE_CHAPTERS_ARE)
        )

    def _repeated(self, name: str, other: str) -> None:
        message = _TWICE if name == other else _SAME_FILE
        location = Location(SETTINGS, self._line_naming(name))
        finding = READING_ORDER_HAS_CHAPTERS.broken(
            location, message.filled(name=shown(name), other=shown(other)), _KEEP_ONE
        )
        if finding not in self.findings:
            self.findings.append(finding)

    def _order(self, message: Text, hint: Text) -> None:
        text = (self.book / SETTINGS).read_text(encoding="utf-8-sig")
        line = line_of(key_lines(text), ("reading-order", "chapters"))
        self.findings.append(
            READING_ORDER_HAS_CHAPTERS.broken(Location(SETTINGS, line), message, hint)
        )

    def _line_naming(self, name: str) -> int | None:
        lines = (self.book / SETTINGS).read_text(encoding="utf-8-sig").splitlines()
        return next((n for n, line in enumerate(lines, 1) if f'"{name}"' in line), None)


_TWICE = Text(nb="Kapittelet «{name}» står flere ganger.", en="Duplicate chapter: “{name}”.")
_SAME_FILE = Text(
    nb="«{name}» og «{other}» er samme fil.", en="“{name}” and “{other}” are the same file."
)
_KEEP_ONE = Text(nb="Behold det ene.", en="Keep one of them.")
_OUTSIDE = Text(
    nb="«{name}» ligger utenfor mappen manuscript/.",
    en="“{name}” is outside the folder manuscript/.",
)
_NO_SUCH_FILE = Text(nb="Kapittelet «{name}» finnes ikke.", en="There is no chapter “{name}”.")
_WHERE_CHAPTERS_ARE = Text(
    nb="Kapitler er filer i manuscript/chapters/. Sjekk navnet.",
    en="Chapters are files in manuscript/chapters/. Check the name.",
)


def _images(book: Path) -> dict[str, bytes]:
    """Every image below ``manuscript/``, by its path below the book's folder, composed."""
    manuscript = book / MANUSCRIPT
    return {
        composed(path.relative_to(book).as_posix()): contents(path)
        for path in files_below(manuscript)
        if path.suffix.lower() in IMAGE_SUFFIXES and is_inside(manuscript, path)
    }
