"""The manuscript's files and their names, with symbolic links followed."""

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from unicodedata import normalize

from bindery.manuscript.requirements import FILE_NAME_IS_TEXT
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.text import Text

MANUSCRIPT = "manuscript"
SETTINGS = f"{MANUSCRIPT}/publication.toml"
"""The folder of a book that an author writes in."""

_UNREADABLE = Text(
    nb="{path} kan ikke leses: {reason}.",
    en="{path} cannot be read: {reason}.",
)
_ALLOW = Text(
    nb="Gi deg selv tilgang, eller flytt det ut av publikasjonen.",
    en="Give yourself access, or move it out of the publication.",
)


def files_below(folder: Path, without: str | None = None) -> Iterator[Path]:
    """Every file below ``folder``, in order, with symbolic links followed.

    A link to a folder around it is not followed. A missing folder has no files. Nor is there
    anything in folders with the name ``without``.
    Raises ``PipelineError`` if a folder cannot be read.
    """
    if folder.is_dir():
        yield from _below(folder, frozenset({folder.resolve()}), without)


def _below(folder: Path, above: frozenset[Path], without: str | None) -> Iterator[Path]:
    """The files of ``folder``; ``above`` are the folders around it, and itself."""
    try:
        with os.scandir(folder) as entries:
            inside = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        raise _unreadable(folder, error) from error
    for entry in inside:
        if entry.name == without:
            continue
        path = folder / entry.name
        # Of what is no link, the folder says what it is. A path asks the disk, for every file.
        kind = path if entry.is_symlink() else entry
        if kind.is_file():
            yield path
        elif kind.is_dir() and (real := path.resolve()) not in above:
            yield from _below(path, above | {real}, without)


def is_inside(folder: Path, path: Path) -> bool:
    """Whether ``path``, with symbolic links followed, is below ``folder``.

    A string that cannot be a path, because of a NUL or its length, counts as inside.
    """
    try:
        around, real = os.path.realpath(folder), os.path.realpath(path)
        return real == around or real.startswith(f"{around.rstrip(os.sep)}{os.sep}")
    except (OSError, ValueError):
        return True


def composed(name: str) -> str:
    """``name`` as it is compared: with each letter as one character (Unicode's NFC).

    macOS and some archives write «å» as «a» and a ring, which looks the same.
    """
    return normalize("NFC", name)


def located(folder: Path, name: str) -> Path:
    """The path of the file ``name`` below ``folder``, however the letters of it are composed."""
    path = folder / name
    if name.isascii() or _exists(path):
        return path
    for part in PurePosixPath(name).parts:
        folder = _inside(folder, part)
    return folder


def _inside(folder: Path, part: str) -> Path:
    if part == ".." or _exists(folder / part):
        return folder / part
    try:
        inside = sorted(folder.iterdir())
    except (OSError, ValueError):
        inside = []
    alike = (path for path in inside if composed(path.name) == composed(part))
    return next(alike, folder / part)


def _exists(path: Path) -> bool:
    """Whether there is something at ``path``; ``False`` for a string that cannot be a path."""
    return os.path.exists(path)  # noqa: PTH110 - Path.exists raises for such a string


def contents(path: Path) -> bytes:
    """The bytes of the file at ``path``. Raises ``PipelineError`` if it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> PipelineError:
    return PipelineError(_UNREADABLE.filled(path=path, reason=error.strerror), _ALLOW)


_UNSEEN = re.compile("[\0-\x1f\x7f-\x9f\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}]")

_OF_THE_SYSTEM = "Icon\r"
"""The hidden file in which macOS keeps a folder's own icon."""

_NOT_UTF8 = Text(
    nb="Navnet er ikke skrevet i UTF-8. Andre maskiner leser et annet navn, og da mangler"
    " innholdet for leserne.",
    en="The name is not written in UTF-8. Other machines read another name, and readers then miss"
    " the content.",
)
_HAS_UNSEEN = Text(
    nb="Navnet har linjeskift eller andre usynlige tegn. Det kan ikke skrives i manuset, og da"
    " mangler innholdet for leserne.",
    en="The name has a line break or other invisible characters. It cannot be typed in the"
    " manuscript, and readers then miss the content.",
)
_TWINS = Text(
    nb="To filer har dette navnet, med bokstavene kodet på to måter. Det er umulig å se hvilken"
    " som er ment.",
    en="Two files have this name, with its letters encoded in two ways. It is impossible to see"
    " which one is meant.",
)
_KEEP_ONE = Text(
    nb="Slett den ene, eller gi den et annet navn.",
    en="Delete one of them, or give it another name.",
)
_RENAME = Text(
    nb="Gi filen eller mappen et nytt navn, helst med a–z, tall og bindestreker.",
    en="Rename the file or folder, best with a–z, digits and hyphens.",
)
_NO_FOLDER = Text(nb="Mappen {book} finnes ikke.", en="There is no folder {book}.")
_NO_MANUSCRIPT = Text(
    nb="Mappen {book} har ikke manuscript/.",
    en="The folder {book} has no manuscript/.",
)
_NAME_THE_FOLDER = Text(
    nb="Oppgi mappen som inneholder manuscript/ med --book.",
    en="Name the folder that contains manuscript/ with --book.",
)
_FOLDER_NOT_UTF8 = Text(
    nb="Navnet på mappen {book} er ikke skrevet i UTF-8. Derfor kan publikasjonen ikke bygges der.",
    en="The name of the folder {book} is not written in UTF-8. No publication can be built there.",
)


def require_folder(book: Path) -> None:
    """Raise ``PipelineError`` unless ``book`` is a folder with a name in UTF-8."""
    named = shown(str(book))
    if not book.is_dir():
        raise PipelineError(_NO_FOLDER.filled(book=named), _NAME_THE_FOLDER)
    if _visible_bytes(str(book)) != str(book):
        raise PipelineError(_FOLDER_NOT_UTF8.filled(book=named), _RENAME)


def require_manuscript(book: Path) -> None:
    """Raise ``PipelineError`` unless ``book`` is a folder with a manuscript in it."""
    require_folder(book)
    if not (book / MANUSCRIPT).is_dir():
        raise PipelineError(_NO_MANUSCRIPT.filled(book=book), _NAME_THE_FOLDER)


def unreadable_names(book: Path, folder: str) -> Iterator[Finding]:
    """Report names below ``folder`` of ``book`` that are no printable UTF-8, or not told apart."""
    files = (path for path in files_below(book / folder) if path.name != _OF_THE_SYSTEM)
    paths = [path.relative_to(book) for path in files]
    for path in dict.fromkeys(part for each in paths for part in (*each.parents[::-1], each)):
        if shown(path.name) != path.name:
            message = _HAS_UNSEEN if _UNSEEN.search(path.name) else _NOT_UTF8
            yield FILE_NAME_IS_TEXT.broken(Location(shown(path.as_posix())), message, _RENAME)
    alike: defaultdict[str, list[Path]] = defaultdict(list)
    for path in paths:
        alike[composed(path.as_posix())].append(path)
    for name, twins in alike.items():
        if len(twins) > 1:
            yield FILE_NAME_IS_TEXT.broken(Location(name), _TWINS, _KEEP_ONE)


def shown(name: str) -> str:
    r"""``name`` on one line that can be printed: ``r\xf8d.svg`` where a byte is not UTF-8."""
    return _UNSEEN.sub(lambda one: ascii(one[0])[1:-1], _visible_bytes(name))


def _visible_bytes(name: str) -> str:
    return name.encode(errors="surrogateescape").decode(errors="backslashreplace")
