"""What is made from the same text again and again, and may be kept from one build to the next."""

from typing import Protocol


class Keeper(Protocol):
    """Keeps what is slow to make. A key says all that it is made from, besides bindery's code."""

    def recall(self, key: str) -> bytes | None:
        """What was kept with this ``key``, if it is here as it was."""

    def keep(self, key: str, content: bytes) -> None:
        """Keep ``content``. The ``key`` is of hexadecimal digits."""


class _NothingKept:
    """Everything is made afresh."""

    def recall(self, key: str) -> bytes | None:
        """Nothing."""
        return None

    def keep(self, key: str, content: bytes) -> None:
        """Nothing is kept."""


NOTHING_KEPT: Keeper = _NothingKept()
