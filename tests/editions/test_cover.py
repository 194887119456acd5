"""The cover's own picture: it is printed, and judged as the images of chapters are."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from bindery.document.read import read_document
from bindery.editions.pdf import MAKES_PDF
from bindery.manuscript.load import load
from bindery.manuscript.source import read_source
from bindery.rules.manuscript import RULES
from tests.shelf import SETTINGS, workshop_for, write_book

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'


def with_cover(path: str) -> str:
    """The settings of a book with the picture at ``path`` on its cover."""
    return f'{SETTINGS}\n[editions.pdf]\ncover = "{path}"\n'


def found(folder: Path, path: str, content: str) -> list[tuple[str, str]]:
    """The rule and place of each finding about images in a book with that cover."""
    book = write_book(folder, "# A\n\nTekst.\n", settings=with_cover(path))
    (book / "manuscript" / "figures").mkdir(exist_ok=True)
    (book / "manuscript" / "figures" / "omslag.svg").write_text(content, encoding="utf-8")
    publication = load(book).publication
    assert publication is not None
    source = read_source(publication)
    findings = [one for rule in RULES for one in rule.find(source) if one.rule.startswith("image")]
    return [(one.rule, one.location.path) for one in findings]


GOLD, BLACK, RED = (217, 164, 65), (0, 0, 0), (255, 0, 0)


def _photo() -> bytes:
    written = BytesIO()
    Image.new("RGB", (90, 90), RED).save(written, "PNG")
    return written.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "colour"),
    [("", GOLD), ("figures/omslag.svg", BLACK), ("figures/omslag.png", RED)],
)
def test_the_cover_has_its_own_picture(
    path: str, colour: tuple[int, int, int], tmp_path: Path
) -> None:
    """In place of the templates' drawing, of whose colours nothing is left; a photo will do too."""
    pictures = {"omslag.svg": DRAWING.encode(), "omslag.png": _photo()}
    files = {f"figures/{name}": content for name, content in pictures.items()}
    write_book(tmp_path, "# A\n", settings=with_cover(path), files=files)
    publication = load(tmp_path).publication
    assert publication is not None
    document = read_document(publication)
    made = MAKES_PDF.make(document, workshop_for(document, tmp_path), {})
    seen = Image.open(BytesIO(made.cover)).convert("RGB").getcolors(1 << 24) or ()
    assert {GOLD, BLACK, RED} & {found for _, found in seen} == {colour}


@pytest.mark.parametrize(
    ("path", "content", "rules"),
    [
        ("figures/omslag.svg", DRAWING, []),
        ("", DRAWING, [("image-file-is-used", "manuscript/figures/omslag.svg")]),
        (
            "figures/nei.svg",
            DRAWING,
            [
                ("image-file-is-used", "manuscript/figures/omslag.svg"),
                ("image-is-there", "manuscript/publication.toml"),
            ],
        ),
        ("figures/omslag.svg", "<svg", [("image-is-readable", "manuscript/publication.toml")]),
        (
            "https://example.org/omslag.svg",
            DRAWING,
            [
                ("image-file-is-used", "manuscript/figures/omslag.svg"),
                ("image-is-local", "manuscript/publication.toml"),
            ],
        ),
        (
            "../../omslag.svg",
            DRAWING,
            [
                ("image-file-is-used", "manuscript/figures/omslag.svg"),
                ("image-is-in-the-manuscript", "manuscript/publication.toml"),
            ],
        ),
    ],
)
def test_it_is_judged_as_other_images_are(
    path: str, content: str, rules: list[tuple[str, str]], tmp_path: Path
) -> None:
    """A picture that is not there, damaged, remote or outside is told at the settings."""
    assert sorted(found(tmp_path, path, content)) == rules
