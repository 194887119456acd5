"""A defect: one small change to a clean book, or to one of its finished editions."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Literal

import pikepdf

from tests.shelf import HOUSE

BOOK = Path(__file__).parent / "book"

Kind = Literal["manuscript", "template", "epub", "html", "pdf"]


@dataclass(frozen=True, slots=True)
class Defect:
    """``old`` becomes ``new`` once in the file ``into``, and ``rule`` finds it.

    ``into`` is a path below the book's folder; of an EPUB, one in the archive. A template that the
    book has not is the house's. ``at`` stands on the line where it is found: unless said, the line
    where the change begins. ``where`` is the file it is found in, if that is another.
    """

    name: str
    into: str
    old: str
    new: str
    rule: str
    at: str = ""
    where: str = ""

    @property
    def kind(self) -> Kind:
        """What it is sown into."""
        first = self.into.partition("/")[0]
        if first == "templates":
            return "template"
        return "manuscript" if first == "manuscript" else "epub"

    def changed(self, text: str) -> str:
        """``text`` with the defect in it. What is to be changed must stand there, once."""
        assert text.count(self.old) == 1, f"{self.name}: {text.count(self.old)} × {self.old!r}"
        assert self.old != self.new, self.name
        return text.replace(self.old, self.new)

    def place(self, clean: Path, broken: Path) -> tuple[str, int]:
        """The file and the line where it should be found, of the two books."""
        if not self.at:
            text = (clean / self.into).read_text(encoding="utf-8")
            same = sum(1 for _ in takewhile(_alike, zip(self.old, self.new, strict=False)))
            return self.into, _line(text, text.index(self.old) + same)
        where = self.where or self.into
        text = (broken / where).read_text(encoding="utf-8")
        assert text.count(self.at) == 1, f"{self.name}: {text.count(self.at)} × {self.at!r}"
        return where, _line(text, text.index(self.at))


@dataclass(frozen=True, slots=True)
class PdfDefect:
    """``change`` is made to the finished PDF, and ``rule`` finds it.

    ``said_of`` is what the manuscript says at the place: the finding names that line. Nothing said
    is a finding of the file as a whole.
    """

    name: str
    change: Callable[[pikepdf.Pdf], None]
    rule: str
    said_of: str = ""
    also: tuple[str, ...] = ()
    kind: Kind = "pdf"


def sown(defect: Defect, folder: Path) -> Path:
    """The clean book in ``folder`` with a defect of its manuscript or its templates in it."""
    shutil.copytree(BOOK, folder, dirs_exist_ok=True)
    path = folder / defect.into
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(HOUSE / defect.into, path)
    path.write_text(defect.changed(path.read_text(encoding="utf-8")), encoding="utf-8")
    return folder


def _line(text: str, index: int) -> int:
    return text.count("\n", 0, index) + 1


def _alike(letters: tuple[str, str]) -> bool:
    return letters[0] == letters[1]
