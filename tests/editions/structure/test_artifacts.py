"""What is only for the eye is an artifact, with its kind; all else is heard."""

import re
from io import BytesIO
from pathlib import Path

import pikepdf

from tests.editions.structure.laid import LOREM, heard, printed
from tests.editions.structure.test_breaks import TABLE

HEADS = """
@page { @top-left { content: "Løpende tittel" } @bottom-right { content: counter(page) } }
p { background: #eee; border: 1pt solid black }
"""


def content(folder: Path, body: str, css: str) -> str:
    """The content streams of all pages."""
    with pikepdf.open(BytesIO(printed(folder, body, css).content)) as pdf:
        return "\n".join(page.Contents.read_bytes().decode("latin-1") for page in pdf.pages)


def test_running_heads_and_folios_are_not_heard(tmp_path: Path) -> None:
    """They are on the page, and in no structure element."""
    pdf = heard(tmp_path, f"<p>{LOREM * 12}</p>", HEADS)
    assert [set(page.furniture) for page in pdf.pages] == [
        {"Løpende tittel", str(number)} for number in range(1, len(pdf.pages) + 1)
    ]
    assert "Løpende" not in pdf.roots[0].text


def test_each_says_what_it_is(tmp_path: Path) -> None:
    """Heads are a page's header, folios its footer, a table's head above its next part too."""
    stream = content(tmp_path, f"<p>{LOREM}</p>{TABLE}", HEADS)
    assert "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC" in stream
    assert "/Artifact<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>BDC" in stream
    assert "/Artifact<</Type/Pagination/Subtype/Header>>BDC" in stream
    assert "/Artifact<</Type/Layout>>BDC" in stream
    assert not re.search(r"/Artifact\s+BMC", stream)


def test_everything_drawn_is_marked(tmp_path: Path) -> None:
    """Nothing on the page is neither content nor artifact, and marks never nest."""
    stream = content(tmp_path, f"<p>{LOREM}</p>{TABLE}<ul><li>ett</li></ul>", HEADS)
    depth = 0
    for line in stream.splitlines():
        if line.endswith("BDC"):
            assert depth == 0
            depth = 1
        elif line == "EMC":
            depth = 0
        elif line.endswith((" TJ", " Tj", " Do")) or line in ("f", "f*", "S", "B"):
            assert depth == 1, line
    assert depth == 0


def test_leaders_are_not_heard(tmp_path: Path) -> None:
    """A row of dots is for the eye."""
    css = "p::after { content: leader('.') '7' }"
    assert heard(tmp_path, "<p>Innledning</p>", css).roots[0].text == "Innledning 7"
