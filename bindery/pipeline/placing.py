"""Put what was made in place all at once: after a kill, the next command does the rest.

Everything is written to a folder of its own in ``build/work/`` first. When that is whole, one
rename says so, and only then are files of the last build replaced.
"""

import errno
import os
from collections.abc import Mapping
from pathlib import Path

from bindery.pipeline.last_build import NOTE, NOTE_NAME, digest_of, is_plain_file, last_build
from bindery.pipeline.own_folder import BUILD, WORK
from bindery.tools.installation import COMMAND
from bindery.tools.stopped_early import not_stopped
from bindery.tools.writing import remove_tree, write_new

UNFINISHED = f"{BUILD}/UNFINISHED"
"""The new editions that are not in place yet. Beside it, ``build/`` may have a mixed set."""

RELEASE = f"{BUILD}/release"
STAGED_RELEASE = f"{WORK}/release"

_STAGED = f"{WORK}/next"
_EXPLAINED = "README.txt"
_EXPLANATION = f"""\
Utgavene i build/ er fra to ulike bygg, fordi det siste ble stoppet. Kjør: {COMMAND} build
The editions in build/ are of two builds, because the last one was stopped. Run: {COMMAND} build
"""
_WHOLE_RELEASE = f"{WORK}/release.whole"
_EARLIER_RELEASE = f"{WORK}/release.earlier"


def place_editions(book: Path, editions: Mapping[str, bytes], note: bytes) -> None:
    """Put ``editions``, by their names in ``build/``, in place of those of the last build.

    ``note`` is what the next build will know of this one. Editions that the last build left, and
    this one does not have, are removed unless somebody has changed them.
    """
    for name in editions:
        if (book / BUILD / name).is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), name)
    staged = book / _STAGED
    remove_tree(staged)
    staged.mkdir(parents=True)
    for name, content in {**editions, NOTE_NAME: note, _EXPLAINED: _EXPLANATION.encode()}.items():
        write_new(staged / name, content)
    with not_stopped():
        staged.rename(book / UNFINISHED)
        finish(book)


def place_release(book: Path) -> None:
    """Put the release that is staged in place of the last one."""
    with not_stopped():
        (book / STAGED_RELEASE).rename(book / _WHOLE_RELEASE)
        finish(book)


def finish(book: Path) -> None:
    """Put in place what was whole when a command was killed, and remove what was not."""
    with not_stopped():
        _finish_editions(book)
        _finish_release(book)
        remove_tree(book / _STAGED)


def _finish_editions(book: Path) -> None:
    unfinished = book / UNFINISHED
    if not (unfinished.is_dir() and not unfinished.is_symlink()):
        remove_tree(unfinished)
        return
    new = last_build(book, f"{UNFINISHED}/{NOTE_NAME}")
    if new is not None:
        last = last_build(book)
        for path in new.digests:
            if is_plain_file(unfinished / path.name):
                (unfinished / path.name).replace(path)
        for path, digest in (last.digests if last else {}).items():
            if path not in new.digests and digest_of(path) == digest:
                path.unlink()
        (book / WORK).mkdir(exist_ok=True)
        (unfinished / NOTE_NAME).replace(book / NOTE)
    remove_tree(unfinished)


def _finish_release(book: Path) -> None:
    whole, earlier, release = book / _WHOLE_RELEASE, book / _EARLIER_RELEASE, book / RELEASE
    if whole.is_dir() and not whole.is_symlink():
        remove_tree(earlier)
        if os.path.lexists(release):
            release.rename(earlier)
        whole.rename(release)
    remove_tree(earlier)
