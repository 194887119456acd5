"""A defect: one small change to a clean book, or to one of its finished editions."""

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from itertools import takewhile
from pathlib import Path
from zipfile import ZipFile

import pikepdf

from tests.shelf import HOUSE

BOOK = Path(__file__).parent / "book"


@dataclass(frozen=True, slots=True)
class Defect:
    """``old`` becomes ``new`` once in the file ``into``, and ``rule`` finds it.

    ``into`` is a path below the book's folder. A template that the book has not is the house's.
    ``at`` stands on the line where it is found: unless said, the line where the change begins.
    ``where`` is the file it is found in, if that is another; as a whole, if nothing stands there.
    """

    name: str
    into: str
    old: str
    new: str
    rule: str
    at: str = ""
    where: str = ""
    book: str = "clean"

    @property
    def kind(self) -> str:
        """What it is sown into."""
        return "manuscript" if self.into.startswith("manuscript/") else "template"

    def place(self, clean: Path, broken: Path) -> tuple[str, int | None]:
        """The file and the line where it should be found, of the two books."""
        if self.where and not self.at:
            return self.where, None
        if not self.at:
            file = clean / self.into
            if not file.exists():
                file = HOUSE / self.into
            text = file.read_text(encoding="utf-8")
            pairs = zip(self.old, self.new, strict=False)
            alike = takewhile(lambda pair: pair[0] == pair[1], pairs)
            return self.into, _line(text, text.index(self.old) + len([*alike]))
        where = self.where or self.into
        return where, line_of(self.at, broken / where)


@dataclass(frozen=True, slots=True)
class EditionDefect:
    """``old`` becomes ``new`` once in a finished edition, and ``rule`` finds it.

    ``into`` is a file in the EPUB, or the summary. ``said_of`` stands on the line of the manuscript
    that the finding names, of the chapter ``where``; with nothing said it names the edition.
    ``also`` are rules that see the same in their own way: one looks at the edition by itself, one
    beside the manuscript.
    """

    name: str
    into: str
    old: str
    new: str
    rule: str
    said_of: str = ""
    where: str = ""
    also: tuple[str, ...] = ()
    book: str = "clean"

    @property
    def edition(self) -> str:
        """The edition's name."""
        return "html" if self.into.endswith(".html") else "epub"

    @property
    def kind(self) -> str:
        """What it is sown into."""
        return {"epub": "EPUB", "html": "summary"}[self.edition]

    def changed_in(self, content: bytes) -> bytes:
        """The edition with the defect in it."""
        if self.edition == "html":
            return replaced(self, content.decode()).encode()
        broken = BytesIO()
        with ZipFile(BytesIO(content)) as clean, ZipFile(broken, "w") as archive:
            for entry in clean.infolist():
                file = clean.read(entry)
                if entry.filename == self.into:
                    file = replaced(self, file.decode()).encode()
                archive.writestr(entry, file)
        return broken.getvalue()


@dataclass(frozen=True, slots=True)
class PdfDefect:
    """``change`` is made to the finished PDF of ``book``, and ``rule`` finds it. Else as above."""

    name: str
    change: Callable[[pikepdf.Pdf], None]
    rule: str
    said_of: str = ""
    where: str = ""
    also: tuple[str, ...] = ()
    kind: str = "PDF"
    edition: str = "pdf"
    book: str = "clean"

    def changed_in(self, content: bytes) -> bytes:
        """The PDF with the defect in it."""
        broken = BytesIO()
        with pikepdf.open(BytesIO(content)) as pdf:
            self.change(pdf)
            pdf.save(broken, deterministic_id=True)
        return broken.getvalue()


AnyDefect = Defect | EditionDefect | PdfDefect


def replaced(defect: Defect | EditionDefect, text: str) -> str:
    """``text`` with the defect in it. What is to be changed must stand there, once."""
    times = text.count(defect.old)
    assert times == 1, f"{defect.name}: {times} × {defect.old!r}"
    assert defect.old != defect.new, defect.name
    return text.replace(defect.old, defect.new)


def slug(defect: AnyDefect) -> str:
    """A name for a folder."""
    return re.sub(r"\W+", "-", f"{defect.kind} {defect.name}".lower()).strip("-")


def sown(defect: Defect | None, folder: Path) -> Path:
    """The clean book in ``folder``, with a ``defect`` of its manuscript or its templates in it."""
    for part in ("manuscript", "templates"):
        shutil.rmtree(folder / part, ignore_errors=True)
    shutil.copytree(BOOK, folder, dirs_exist_ok=True)
    if defect is not None:
        path = folder / defect.into
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(HOUSE / defect.into, path)
        path.write_text(replaced(defect, path.read_text(encoding="utf-8")), encoding="utf-8")
    return folder


def line_of(words: str, path: Path) -> int:
    """The line of the file at ``path`` where ``words`` stand, once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(words) == 1, f"{path.name}: {text.count(words)} × {words!r}"
    return _line(text, text.index(words))


def _line(text: str, index: int) -> int:
    return text.count("\n", 0, index) + 1
