"""What a warm process keeps of chapters and pages: in its memory, never in the publication."""

from collections import OrderedDict
from threading import Lock

from bindery.vocabulary.keeping import NOTHING_KEPT, Keeper

MOST = 256 * 1024**2
"""Bytes that are kept. What has not been asked for longest is forgotten first."""


class InMemory:
    """A ``Keeper`` that also recalls what ``before`` has: what the last build kept, only read."""

    def __init__(self, before: Keeper = NOTHING_KEPT, most: int = MOST) -> None:
        self._before = before
        self._most = most
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._size = 0
        # Chapters are read while pages are laid out.
        self._alone = Lock()

    def recall(self, key: str) -> bytes | None:
        """What was kept with this ``key``."""
        with self._alone:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        content = self._before.recall(key)
        if content is not None:
            self.keep(key, content)
        return content

    def keep(self, key: str, content: bytes) -> None:
        """Keep ``content``, if there can be room for it."""
        if len(content) > self._most:
            return
        with self._alone:
            self._size += len(content) - len(self._kept.pop(key, b""))
            self._kept[key] = content
            while self._size > self._most:
                _, forgotten = self._kept.popitem(last=False)
                self._size -= len(forgotten)
