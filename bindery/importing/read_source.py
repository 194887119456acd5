"""What a source gives to a publication, whichever kind of source it is."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from bindery.importing.answers import Answers
from bindery.importing.book_settings import Known, Order
from bindery.importing.figures_kept import FiguresKept
from bindery.importing.markdown.book_writer import ChapterFile
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


def brought_as(
    chapters: Sequence[ChapterFile],
    figures: FiguresKept,
    *,
    answers: Answers,
    known: Known,
    remarks: Remarks,
    words: Counter[str],
    content: bytes,
    formulas: int = 0,
) -> Brought:
    """A document that was written as ``chapters`` with their ``figures``."""
    paths = [(one, f"manuscript/chapters/{one.name}") for one in chapters]
    return Brought(
        answers=answers,
        known=known,
        order=Order(
            chapters=[f"chapters/{one.name}" for one in chapters if not one.is_front],
            front=[f"chapters/{one.name}" for one in chapters if one.is_front],
        ),
        files={
            **{path: one.text.encode() for one, path in paths},
            **{f"manuscript/figures/{name}": each for name, each in figures.files.items()},
            **{f"import/originals/{name}": each for name, each in figures.originals.items()},
        },
        remarks=remarks,
        lines_of={path: one.lines_of for one, path in paths},
        comments_at={path: one.comments for one, path in paths},
        words=words,
        formulas=formulas,
        content=content,
    )
