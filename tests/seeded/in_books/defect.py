"""A defect that an author makes in one of three clean books: in bokmål, nynorsk and English."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.own_typefaces import files_named_in
from tests.seeded.defect import line_of

BOOKS = Path(__file__).parents[1] / "books"
SETTINGS = "publication.toml"
CHAPTERS = {
    "nb": {
        1: "01-hvorfor",
        2: "02-byggingen",
        3: "03-gjestene",
        4: "04-vannet",
        5: "05-pengene",
        6: "06-folkene",
        7: "07-stroemmen",
        8: "08-videre",
    },
    "nn": {1: "01-hagen", 2: "02-aaret", 3: "03-haustinga"},
    "en": {1: "01-buying", 2: "02-baking", 3: "03-counting"},
}


@dataclass(frozen=True, slots=True)
class InBook:
    """``old`` becomes ``new`` once in a file of the clean book ``book``, and ``rule`` finds it.

    ``into`` is a chapter's number, or a path below ``manuscript/``. ``at`` stands on the line where
    it is found, in the chapter ``where`` if that is another; unless said, it is the line where
    ``new`` begins to differ. ``line`` is ``None`` where the finding names only a file.
    """

    name: str
    book: str
    into: int | str
    old: str
    new: str
    rule: str
    at: str = ""
    where: int | str = ""
    has_line: bool = True

    def path(self, file: int | str) -> str:
        """The path of ``file`` below the book's folder."""
        name = f"chapters/{CHAPTERS[self.book][file]}.md" if isinstance(file, int) else file
        return f"manuscript/{name}"

    def place(self, sown: Path) -> tuple[str, int | None]:
        """The file and the line where it should be found in the book ``sown``."""
        where = self.path(self.where or self.into)
        if not self.has_line:
            return where, None
        if self.at:
            return where, line_of(self.at, sown / where)
        text = (BOOKS / self.book / self.path(self.into)).read_text(encoding="utf-8")
        alike = 0
        while self.old[alike : alike + 1] == self.new[alike : alike + 1] and alike < len(self.old):
            alike += 1
        return where, text.count("\n", 0, text.index(self.old) + alike) + 1


def sown(defect: InBook, folder: Path) -> Path:
    """The clean book in ``folder``, with ``defect`` in it."""
    shutil.copytree(BOOKS / defect.book, folder)
    path = folder / defect.path(defect.into)
    text = path.read_text(encoding="utf-8")
    times = text.count(defect.old)
    assert times == 1, f"{defect.name}: {times} × {defect.old!r}"
    assert defect.old != defect.new, defect.name
    broken = text.replace(defect.old, defect.new)
    path.write_text(broken, encoding="utf-8")
    for name, content in files_named_in(broken).items():
        beside = folder / "manuscript" / name
        beside.parent.mkdir(exist_ok=True)
        beside.write_bytes(content)
    return folder
