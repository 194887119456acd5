"""A publication's own typefaces: which files are used, and why others are not."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont, newTable

from bindery.manuscript.load import load
from bindery.vocabulary.findings import Finding
from tests.own_typefaces import LICENCE, typeface
from tests.shelf import SETTINGS, write_book

REGULAR, BOLD = "brand/Latin-Regular.ttf", "brand/Latin-Bold.ttf"
GOOD = {REGULAR: typeface(REGULAR), BOLD: typeface(BOLD), "brand/OFL.txt": LICENCE}


def settings_for(*body: str) -> str:
    """The settings of a book with its text in these files."""
    return f"{SETTINGS}\n[brand.typefaces]\nbody = {list(body)}\n".replace("'", '"')


def found(folder: Path, files: Mapping[str, bytes], *body: str) -> tuple[Finding, ...]:
    """The findings of a book with these files, its text in those of ``body``."""
    settings = settings_for(*(body or (REGULAR, BOLD)))
    return load(write_book(folder, "# A\n", settings=settings, files=dict(files))).findings


def test_a_good_typeface_says_what_it_is(tmp_path: Path) -> None:
    """Its family, weight and slant, and its letters."""
    book = write_book(tmp_path, "# A\n", settings=settings_for(REGULAR, BOLD), files=GOOD)
    publication = load(book).publication
    assert publication is not None
    regular, bold = publication.faces
    assert (regular.weight, regular.italic, bold.weight) == (400, False, 700)
    assert regular.family == "Latin"
    assert ord("å") in regular.characters
    assert ord("ŋ") not in regular.characters


def variable() -> bytes:
    """A typeface that says that its weight can be chosen."""
    font = TTFont(BytesIO(GOOD[REGULAR]))
    font["fvar"] = newTable("fvar")
    font["fvar"].axes, font["fvar"].instances = [], []
    written = BytesIO()
    font.save(written)
    return written.getvalue()


@pytest.mark.parametrize(
    ("files", "says"),
    [
        ({REGULAR: GOOD[REGULAR], "brand/OFL.txt": LICENCE}, "There is no typeface"),
        ({**GOOD, BOLD: b"PK\3\4"}, "is not a typeface that can be used"),
        ({**GOOD, BOLD: GOOD[BOLD][:900]}, "is not a typeface that can be used"),
        ({**GOOD, BOLD: variable()}, "is a variable typeface"),
        ({**GOOD, BOLD: typeface(BOLD, embedding=0x0002)}, "forbids embedding"),
        ({**GOOD, BOLD: typeface(BOLD, embedding=0x0104)}, "forbids subsets"),
        ({**GOOD, BOLD: typeface(BOLD, embedding=0x0200)}, "only allows pictures"),
        ({**GOOD, "brand/OFL.txt": b""}, "licence of"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_typeface_that_cannot_be_used_is_told_at_its_line(
    tmp_path: Path, files: Mapping[str, bytes], says: str
) -> None:
    """Nothing is built in another typeface without a word."""
    findings = found(tmp_path, files)
    assert findings
    for finding in findings:
        assert finding.rule == "brand-can-be-used"
        assert finding.location.line == settings_for().count("\n")
        assert says in finding.message.en


@pytest.mark.parametrize("embedding", [0x0000, 0x0004, 0x0008, 0x000A])
def test_what_the_licence_allows_is_used(tmp_path: Path, embedding: int) -> None:
    """Installable, for print and preview, editable; the least restrictive bit applies."""
    assert found(tmp_path, {**GOOD, BOLD: typeface(BOLD, embedding=embedding)}) == ()


@pytest.mark.parametrize("name", ["OFL-Andika.txt", "LICENSE", "Lisens.pdf", "COPYING.md"])
def test_a_licence_has_one_of_its_usual_names(tmp_path: Path, name: str) -> None:
    """Beside the typeface."""
    files = {path: content for path, content in GOOD.items() if path != "brand/OFL.txt"}
    assert found(tmp_path / "a", {**files, f"brand/{name}": LICENCE}) == ()
    elsewhere = found(tmp_path / "b", {**files, f"figures/{name}": LICENCE})
    assert "licence" in elsewhere[0].message.en


@pytest.mark.parametrize("missing", [REGULAR, BOLD])
def test_text_needs_regular_and_bold(tmp_path: Path, missing: str) -> None:
    """Bold words must look bold, and other words must not."""
    (finding,) = found(tmp_path, GOOD, *{REGULAR, BOLD} - {missing})
    assert ("bold style" if missing == BOLD else "regular style") in finding.message.en


def test_a_file_outside_the_manuscript_is_not_read(tmp_path: Path) -> None:
    """Neither by its path nor by a symbolic link."""
    (tmp_path / "book/manuscript").mkdir(parents=True)
    (tmp_path / "outside.ttf").write_bytes(GOOD[REGULAR])
    (tmp_path / "book/manuscript/link.ttf").symlink_to(tmp_path / "outside.ttf")
    for name in ("../../outside.ttf", "link.ttf", str(tmp_path / "outside.ttf")):
        findings = found(tmp_path / "book", GOOD, name, BOLD)
        assert "outside the folder" in findings[0].message.en
