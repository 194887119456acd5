"""A right Technique is made as it should be and heard as written, and a wrong one is found."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from bindery.checkers.verapdf import VERAPDF
from bindery.document.model import Document
from bindery.document.read import read_document
from bindery.editions.pdf import MAKES_PDF
from bindery.manuscript.load import load
from bindery.manuscript.source import read_source
from bindery.readback.read_back import read_back
from bindery.rules.editions.judge_editions import FINISHED_EDITIONS
from bindery.vocabulary.checker import Subject
from bindery.vocabulary.editions import PDF
from bindery.vocabulary.findings import Finding
from tests.once import Once
from tests.seeded.defect import PdfDefect
from tests.seeded.techniques.right import NOT_MADE, RIGHT
from tests.seeded.techniques.right.book import SLUG, techniques_book
from tests.seeded.techniques.right.structure import structure_of
from tests.seeded.techniques.right.technique import Right
from tests.seeded.techniques.sowing import letters, one_of, section_of, sown, split, words
from tests.seeded.techniques.wrong import FORTY, SOWN
from tests.shelf import HOUSE, workshop_for

pytestmark = pytest.mark.slow

EDITION = f"build/{SLUG}.pdf"
THE_RIGHT = {
    *(f"G1_{n:02}" for n in range(1, 2)),
    *(f"G2_{n:02}" for n in range(1, 7)),
    *(f"G3_{n:02}" for n in range(1, 3)),
    *(f"G4_{n:02}" for n in range(1, 6)),
    *(f"G5_{n:02}" for n in range(1, 5)),
    *(f"H_{n:02}" for n in range(1, 10)),
    *(f"L_{n:02}" for n in range(1, 16)),
}
THE_WRONG = {
    *(f"G1_F{n:02}" for n in range(1, 2)),
    *(f"G2_F{n:02}" for n in range(1, 5)),
    *(f"G3_F{n:02}" for n in range(1, 5)),
    *(f"G4_F{n:02}" for n in range(1, 8)),
    *(f"G5_F{n:02}" for n in range(1, 7)),
    *(f"H_F{n:02}" for n in range(1, 9)),
    *(f"L_F{n:02}" for n in range(1, 11)),
}
IN_MANY_PIECES = {"G2_02": words, "G2_03": letters}
"""Right Techniques that bindery does not make, but that are heard as it makes them."""

Look = Callable[[bytes], list[Finding]]


@pytest.fixture(scope="session")
def book(once: Once) -> Path:
    """A folder with the book and its PDF."""

    def make(folder: Path) -> None:
        document = _document(techniques_book(folder))
        made = MAKES_PDF.make(replace(document, draft=False), workshop_for(document, folder), {})
        file = folder / EDITION
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(made.content)

    return once("techniques", make)


def _document(book: Path) -> Document:
    publication = load(book).publication
    assert publication is not None
    return read_document(publication)


@pytest.fixture(scope="session")
def look(book: Path, tmp_path_factory: pytest.TempPathFactory) -> Look:
    """What is found in a PDF of the book."""
    document = _document(book)
    compared = read_back(document, read_source(document.publication))

    def found(content: bytes) -> list[Finding]:
        folder = tmp_path_factory.mktemp("technique")
        file = folder / EDITION
        file.parent.mkdir()
        file.write_bytes(content)
        subject = (Subject(PDF, folder, file, folder),)
        evidence = (*compared.check(subject), *FINISHED_EDITIONS.check(subject))
        return [finding for one in evidence for finding in one.findings]

    return found


def test_every_technique_has_its_place() -> None:
    """Each right one is made, or it is told why not; each of the forty wrong ones is sown."""
    made = [one.name.partition(" ")[0] for one in RIGHT]
    assert sorted([*made, *IN_MANY_PIECES, *NOT_MADE]) == sorted(THE_RIGHT)
    assert {*FORTY} == THE_WRONG
    assert len(FORTY) == len({one.name for one in FORTY.values()})


def test_the_right_ones_are_found_right(book: Path, look: Look) -> None:
    """Neither the comparison nor a rule finds anything in them."""
    assert look((book / EDITION).read_bytes()) == []


def test_verapdf_finds_nothing(book: Path, tmp_path: Path) -> None:
    """It finds no error in the right ones, by PDF/UA-1 or PDF/A-2a."""
    evidence = VERAPDF.check((Subject(PDF, book, book / EDITION, tmp_path),))
    assert [finding for one in evidence for finding in one.findings] == []
    assert all(one.examined for one in evidence)


@pytest.mark.parametrize("right", RIGHT, ids=lambda right: right.name)
def test_a_right_one_is_made(right: Right, book: Path) -> None:
    """Its structure is the Technique's."""
    with pikepdf.open(book / EDITION) as pdf:
        section = section_of(pdf, right.name.partition(" ")[0] if right.chapter else "")
        assert structure_of(pdf, section) == right.structure


@pytest.mark.parametrize("technique", IN_MANY_PIECES)
def test_text_in_many_pieces_is_heard_as_one(technique: str, book: Path, look: Look) -> None:
    """What other tools make in a container for each word or letter is right, too."""

    def change(pdf: pikepdf.Pdf, section: pikepdf.Dictionary) -> None:
        paragraph = one_of(section, "P", -1)
        marks = split(paragraph, IN_MANY_PIECES[technique])
        assert len(marks) > 3
        paragraph.K = pikepdf.Array(marks)

    defect = PdfDefect(technique, sown("G2_01", change), "")
    assert look(defect.changed_in((book / EDITION).read_bytes())) == []


@pytest.mark.parametrize("wrong", SOWN, ids=lambda wrong: wrong.name)
def test_a_wrong_one_is_found(wrong: PdfDefect, book: Path, look: Look) -> None:
    """By its rules, in its chapter or in the edition, and nowhere else."""
    found = look(wrong.changed_in((book / EDITION).read_bytes()))
    said = [f"{one.rule} {one.location} {one.message.en}" for one in found]
    assert {one.rule for one in found} == {wrong.rule, *wrong.also}, said
    assert {one.location.path for one in found} <= {wrong.where, EDITION}, said


def test_parents_are_kept_right(book: Path) -> None:
    """A change leaves no mark without the element that has it."""
    with pikepdf.open(BytesIO(FORTY["L_F06"].changed_in((book / EDITION).read_bytes()))) as pdf:
        section = section_of(pdf, "L_03")
        marked = [one for one in section.K if one.S == pikepdf.Name.P]
        numbers = [*pdf.Root.StructTreeRoot.ParentTree.Nums]
        rows = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        for one in marked:
            row = rows[int(one.Pg.StructParents)]
            for mark in one.K if isinstance(one.K, pikepdf.Array) else [one.K]:
                assert row[int(mark)].objgen == one.objgen


def test_what_is_not_made_is_told() -> None:
    """``docs/limits.md`` names each, with the reason."""
    told = (HOUSE / "docs/limits.md").read_text(encoding="utf-8")
    assert [one for one in (*NOT_MADE, *IN_MANY_PIECES) if one not in told] == []
