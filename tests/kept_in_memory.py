"""What builds keep, kept in memory."""


class Shelf:
    """Keeps all that it is given, and counts what it recalls."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.recalled = 0

    def recall(self, key: str) -> bytes | None:
        """What was kept."""
        self.recalled += key in self.kept
        return self.kept.get(key)

    def keep(self, key: str, content: bytes) -> None:
        """Keep it."""
        self.kept[key] = content
