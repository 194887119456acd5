"""The reader of each code, and how the manuscript's text is written to be compared with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bindery.document.braille.codes import NORWEGIAN, UEB, Code
from bindery.readback.braille import norwegian, norwegian_signs, ueb
from bindery.readback.braille.read_cells import Read


@dataclass(frozen=True, slots=True)
class CodeReader:
    """How cells are read, and how text is written as they are read."""

    read: Callable[[str], Read]
    as_read: Callable[[str], str]


READERS: Mapping[str, CodeReader] = {
    NORWEGIAN.name: CodeReader(norwegian.read, norwegian_signs.as_read),
    UEB.name: CodeReader(ueb.read, ueb.as_read),
}


def reader_of(code: Code) -> CodeReader:
    """The reader of ``code``."""
    return READERS[code.name]
