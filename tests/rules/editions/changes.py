"""The examples of the rules of editions: small changes to finished editions that are sound.

``tests/books/sound`` is the book. In a rule's page a change is a block marked ``diff`` and the name
of a file: what stands after ``-`` is there, and what stands after ``+`` comes in its place, the
first time it occurs. A change to the PDF is a block marked ``python``, with the file as ``pdf``.
"""

import re
import shutil
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pikepdf

from bindery.document.read import read_document
from bindery.editions.making import Made
from bindery.manuscript.load import load
from bindery.vocabulary.checker import Subject
from bindery.vocabulary.editions import EBRAILLE, EPUB, PDF, SUMMARY, edition_named
from tests.shelf import HOUSE, maker_of, workshop_for

IN_ROOT = ("mimetype", "META-INF/container.xml", "package.opf", "index.html")
"""The files of an eBraille that are in no folder of its own."""

SOUND = HOUSE / "tests/books/sound"

_PLACE = re.compile(r"^In `(?P<place>.+)`:$")
_FENCE = re.compile(r"^```(?P<language>diff|python)(?: (?P<file>\S+))?$")


@dataclass(frozen=True)
class Change:
    """A change to one ``file``, and the file in which the rule finds it."""

    file: str
    lines: tuple[str, ...]
    place: str = ""

    @property
    def edition(self) -> str:
        """The edition it is a change to."""
        if self.file in IN_ROOT or self.file.startswith("ebraille/"):
            return EBRAILLE.name
        return {"html": "html", "pdf": "pdf"}.get(self.file.rpartition(".")[2], "epub")

    def applied_to(self, text: str) -> str:
        """``text`` with every hunk's new words in place of the old ones."""
        for old, new in self._hunks():
            assert old in text, f"{self.file} does not have: {old}"
            text = text.replace(old, new, 1)
        return text

    def _hunks(self) -> list[tuple[str, str]]:
        hunks: list[tuple[list[str], list[str]]] = []
        for line in self.lines:
            sign, words = line[:1], line[1:]
            if sign == "-" and (not hunks or hunks[-1][1]):
                hunks.append(([], []))
            hunks[-1][sign == "+"].append(words)
        return [("\n".join(old), "\n".join(new)) for old, new in hunks]


def changes(section: str) -> list[Change]:
    """The changes that a section of a rule's page shows."""
    found = []
    place = ""
    lines = iter(section.splitlines())
    for line in lines:
        if named := _PLACE.match(line):
            place = named["place"]
        elif fence := _FENCE.match(line):
            inside = tuple(iter(lambda: next(lines), "```"))
            found.append(Change(fence["file"] or "kart-og-tall.pdf", inside, place))
    return found


def make_sound_editions(folder: Path) -> None:
    """Write the PDF, the EPUB, the eBraille and the summary of the sound book into ``folder``."""
    publication = load(SOUND).publication
    assert publication is not None
    document = read_document(publication)
    made: dict[str, Made] = {}
    for edition in (PDF, EPUB, EBRAILLE, SUMMARY):
        made[edition.name] = maker_of(edition).make(document, workshop_for(document, folder), made)
        name = f"{publication.slug}{edition.suffix}"
        (folder / name).write_bytes(made[edition.name].content)


def subject_of(folder: Path, edition: str) -> Subject:
    """The sound edition in ``folder``, or the changed one."""
    row = edition_named(edition)
    return Subject(row, folder, folder / f"kart-og-tall{row.suffix}", folder)


def changed(sound: Path, folder: Path, change: Change) -> Subject:
    """The sound editions copied to ``folder``, with one ``change``."""
    for file in sound.glob("kart-og-tall.*"):
        shutil.copy(file, folder)
    subject = subject_of(folder, change.edition)
    if change.edition == PDF.name:
        _change_pdf(subject.output, change)
    elif change.edition == SUMMARY.name:
        subject.output.write_text(change.applied_to(subject.output.read_text("utf-8")), "utf-8")
    else:
        _change_epub(subject.output, change)
    return subject


def _change_pdf(file: Path, change: Change) -> None:
    with pikepdf.open(BytesIO(file.read_bytes())) as pdf:
        exec("\n".join(change.lines), {"pdf": pdf, "pikepdf": pikepdf})
        pdf.save(file)


def _change_epub(file: Path, change: Change) -> None:
    with ZipFile(BytesIO(file.read_bytes())) as before, ZipFile(file, "w", ZIP_STORED) as after:
        for name in before.namelist():
            content = before.read(name)
            if name in (change.file, f"EPUB/{change.file}"):
                content = change.applied_to(content.decode()).encode()
            after.writestr(_named(name, change), content)


def _named(name: str, change: Change) -> str:
    """The name of a file after ``change``: if the container gives the package another, that one."""
    if change.file == "META-INF/container.xml" and name == "package.opf":
        return re.findall('full-path="([^"]+)"|$', change.lines[-1])[0] or name
    return name
