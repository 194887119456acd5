"""An address on paper has no hyphen that is not its own, wherever a line ends in it."""

from pathlib import Path

import pytest

from bindery.tools import locate
from bindery.tools.run import run
from tests.editions.structure.laid import printed, tree

CSS = "p, td { width: 110pt; hyphens: auto; hyphenate-character: '‐' } td { padding: 0 }"


def lines_of(folder: Path, body: str) -> list[str]:
    """The lines of the page, as drawn."""
    path = folder / "bok.pdf"
    path.write_bytes(printed(folder, body, CSS).content)
    pdftotext = locate.pdftotext()
    assert pdftotext is not None
    return run([pdftotext, path, "-"]).stdout.split()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("address", "lines"),
    [
        (
            "kommunikasjonsavdelingen@kommunen.example",
            ["kommunikasjonsavdelingen@", "kommunen.example"],
        ),
        (
            "https://kommunen.example/forvaltningsdatabase/plan",
            ["https://kommunen.", "example/", "forvaltningsdatabase/", "plan"],
        ),
        ("#kommunestyremedlemmenes", ["#", "kommunestyremedlemmenes"]),
        ("forvaltningsdatabase_plan.xlsx", ["forvaltningsdatabase_", "plan.xlsx"]),
        ("urn:kommune:forvaltningsdatabase:v3", ["urn:kommune:", "forvaltningsdatabase:", "v3"]),
    ],
)
@pytest.mark.parametrize("around", ["<p>{}</p>", "<p><code>{}</code></p>", "<p><a>{}</a></p>"])
def test_an_address_breaks_after_its_signs(
    tmp_path: Path, address: str, lines: list[str], around: str
) -> None:
    """In text, code and links; and it is read as one word."""
    body = around.format(address)
    found = lines_of(tmp_path, body)
    assert "".join(found) == address
    if "code" not in around:
        assert found == lines
    (tmp_path / "again").mkdir()
    assert f"“{address}”" in tree(tmp_path / "again", body, CSS)


@pytest.mark.slow
def test_a_piece_without_room_breaks_without_a_mark(tmp_path: Path) -> None:
    """It does not run out of the page."""
    account = "A1" * 40
    found = lines_of(tmp_path, f"<p>{account}</p>")
    assert len(found) > 3
    assert "".join(found) == account


@pytest.mark.slow
def test_words_are_still_divided(tmp_path: Path) -> None:
    """As words of their language."""
    found = lines_of(tmp_path, "<p>Kommunestyremedlemmenes næringslivsorganisasjoner</p>")
    assert any(line.endswith(("‐", "\N{SOFT HYPHEN}")) for line in found)


@pytest.mark.slow
def test_a_column_of_addresses_leaves_room_for_words(tmp_path: Path) -> None:
    """A table's column is as narrow as its longest piece, where it must be."""
    row = "<tr><td>Et langt navn</td><td>urn:kommune:innsyn:sporsmal:plan:v3</td></tr>"
    css = "table { width: 150pt; border-spacing: 0 } td { padding: 0 }"
    path = tmp_path / "bok.pdf"
    path.write_bytes(printed(tmp_path, f"<table>{row}</table>", css).content)
    found = run(["pdftotext", "-layout", path, "-"]).stdout
    assert "urn:kommune:innsyn:sporsmal" not in found
