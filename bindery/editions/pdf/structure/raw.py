"""An object of the file that is written by hand."""

import pydyf


class Raw(pydyf.Object):  # type: ignore[misc]
    """An object whose bytes are known."""

    def __init__(self, data: bytes = b"null") -> None:
        super().__init__()
        self.bytes = data

    @property
    def data(self) -> bytes:
        """The object as the file has it."""
        return self.bytes
