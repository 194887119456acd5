"""What a source gives to a publication, whichever kind of source it is."""

from collections import Counter
from dataclasses import dataclass, field

from bindery.importing.answers import Answers
from bindery.importing.book_settings import Known, Order
from bindery.importing.remarks import Remark, Remarks


@dataclass(frozen=True, slots=True)
class Brought:
    """A source as it was read, before anything is written.

    ``files`` are by path below the publication's folder. ``lines_of`` are, by the chapter's path,
    the line of each of the source's paragraphs, and ``comments_at`` that of each remark in it.
    ``words`` are counted in the source itself;
    without them the lines of the author are kept as they are, and nothing is counted.
    """

    answers: Answers
    known: Known
    order: Order
    files: dict[str, bytes]
    remarks: Remarks
    lines_of: dict[str, dict[int, int]] = field(default_factory=dict)
    comments_at: dict[str, dict[Remark, int]] = field(default_factory=dict)
    words: Counter[str] | None = None
    formulas: int = 0
    is_markdown: bool = False
    """Whether the words are those of the author's own lines."""
    content: bytes = b""
