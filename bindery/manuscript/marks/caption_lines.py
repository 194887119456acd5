"""The caption of a table that is a line of its own: ``: text {#tbl-x}`` or ``Table: text``."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bindery.manuscript.marks.edits import Piece
from bindery.manuscript.marks.table_carrier import kept
from bindery.manuscript.marks.table_model import Written
from bindery.manuscript.source.attributes import BRACES, Attributes, attributes_in

CAPTION = re.compile(r"(?::|[Tt]able:)[ \t]+(?=\S)")
"""The mark that begins a caption."""

_BRACES_AT_END = re.compile(rf"[ \t]*({BRACES.pattern})[ \t]*$")
_PAIRS = frozenset({"lang"})


@dataclass(frozen=True, slots=True)
class Caption:
    """The lines of a caption without its mark and braces; ``drops`` are the words of these.

    ``begins`` is the offset of the mark.
    """

    lines: tuple[Written, ...]
    attributes: Attributes
    drops: str
    begins: int

    def pieces(self, prefix: str) -> Iterator[Piece]:
        """The paragraph, without the last line's end."""
        for number, line in enumerate(self.lines):
            if number:
                yield f"\n{prefix}"
            yield from kept(line, words=True)

    @property
    def said(self) -> str:
        """The attributes that a table can have, as they are written in braces."""
        about = self.attributes
        pairs = [f'{key}="{value}"' for key, value in about.pairs if key in _PAIRS]
        name = [f"#{about.name}"] if about.name else []
        return " ".join((*name, *(f".{one}" for one in about.classes), *pairs))


def caption_lines(lines: Iterable[str]) -> int:
    """How many of ``lines``, below a table, are its caption; a blank line may be above it."""
    taken, begun = 0, False
    for number, line in enumerate(lines):
        if begun:
            if not line.strip():
                return taken
        elif CAPTION.match(line.lstrip(" ")) and len(line) - len(line.lstrip(" ")) < 4:
            begun = True
        elif line.strip() or number:
            return 0
        taken = number + 1
    return taken if begun else 0


def read_caption(lines: Sequence[Written]) -> Caption | None:
    """The caption that ``lines`` are; ``None`` if they do not begin with its mark."""
    filled = [line.stripped() for line in lines if line.text.strip()]
    mark = CAPTION.match(filled[0].text) if filled else None
    if mark is None:
        return None
    drops, attributes, begins = mark[0], Attributes(), filled[0].start
    filled[0] = filled[0].part(mark.end())
    if braces := _BRACES_AT_END.search(filled[-1].text):
        attributes = attributes_in(braces[1])
        drops += braces[0]
        filled[-1] = filled[-1].part(0, braces.start())
    return Caption(tuple(line for line in filled if line.text), attributes, drops, begins)
