"""What a build has made and the next one may need: files in ``build/work/kept/``.

What a check has seen of pages is kept in the same way, beside its reports.

They are data and never run. One counts only if it is the very file that was written there: a copy,
one that somebody has touched, and one that came with the book have another inode or time of change
(``st_ctime``), which nobody can set. Then it is made again.
"""

import json
import os
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from bindery.pipeline.freshness import code_digest
from bindery.pipeline.last_build import is_plain_file
from bindery.pipeline.own_folder import REPORTS, WORK
from bindery.tools.writing import remove_tree, write_new, write_whole
from bindery.vocabulary.errors import PipelineError

FOLDER = f"{WORK}/kept"
PAGES = f"{REPORTS}/pages"

MOST = 256 * 1024**2
"""Bytes that are kept for a book."""

_INDEX = "index.json"
_KEY = re.compile(r"[0-9a-f]{64}")


class _File(NamedTuple):
    """A file as it was written: inode, time of change, length, and the digest of its content."""

    inode: int
    changed: int
    size: int
    digest: str


class KeptFiles:
    """What is kept for ``book`` in a ``folder`` of its own; ``afresh``, nothing is recalled."""

    def __init__(self, book: Path, *, afresh: bool = False, folder: str = FOLDER) -> None:
        self._folder = book / folder
        self._afresh = afresh
        self._used: dict[str, _File] = {}
        self._new: dict[str, bytes] = {}

    def recall(self, key: str) -> bytes | None:
        """What was kept with this ``key``, if its file is as it was written."""
        noted = self._index[0].get(key)
        if noted is None:
            return None
        path = self._folder / key
        with suppress(OSError):
            content = path.read_bytes() if is_plain_file(path) else b""
            if noted == _state(path.lstat(), content):
                self._used[key] = noted
                return content
        return None

    def keep(self, key: str, content: bytes) -> None:
        """Keep ``content`` when ``save`` is called."""
        self._new[key] = content

    def save(self) -> None:
        """Write what is new, and remove what nobody has asked for twice in a row.

        Not every build asks for all: rules need not look. Where nothing at all was asked for, all
        stays. A disk that is full is no fault. The index is written last: after a kill, it names
        files that are whole, or none.
        """
        if not self._used and not self._new:
            return
        before, idle = self._index
        unasked = [key for key in before if key not in self._used and key not in self._new]
        files = self._used | {key: before[key] for key in unasked if key not in idle}
        left = MOST - sum(file.size for file in files.values())
        with suppress(OSError, PipelineError):
            self._folder.mkdir(parents=True, exist_ok=True)
            for key, content in self._new.items():
                if len(content) <= left:
                    left -= len(content)
                    files[key] = self._written(key, content)
            index = {"code": self._code, "files": files, "idle": unasked}
            write_whole(self._folder / _INDEX, json.dumps(index))
            for path in self._others(files):
                remove_tree(path)

    def _written(self, key: str, content: bytes) -> _File:
        path = self._folder / key
        remove_tree(path)
        write_new(path, content)
        return _state(path.stat(), content)

    def _others(self, files: dict[str, _File]) -> Iterator[Path]:
        for path in self._folder.iterdir():
            if path.name != _INDEX and path.name not in files:
                yield path

    @cached_property
    def _index(self) -> tuple[dict[str, _File], list[str]]:
        """What the last build kept, and the keys that it did not ask for.

        It is nothing, if other code wrote it, or it cannot be read.
        """
        if self._afresh:
            return {}, []
        path = self._folder / _INDEX
        try:
            index = json.loads(path.read_bytes()) if is_plain_file(path) else {}
            files = {key: _File(*noted) for key, noted in index["files"].items()}
            idle = list(map(str, index["idle"]))
            is_own = index["code"] == self._code and all(map(_KEY.fullmatch, files))
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return {}, []
        return (files, idle) if is_own else ({}, [])

    @cached_property
    def _code(self) -> str:
        """What tells the code that makes what is kept from other code."""
        return f"{code_digest()} {sys.version}"


def _state(stat: os.stat_result, content: bytes) -> _File:
    return _File(stat.st_ino, stat.st_ctime_ns, stat.st_size, sha256(content).hexdigest())
