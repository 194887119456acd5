"""Pages as a reader holds them: what stands on them, how large, and where they break."""

import re
from collections import Counter
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from bindery.document.read import read_document
from bindery.editions import makers_of
from bindery.editions.making import Made
from bindery.editions.pdf.looks import LARGE_PRINT as LARGE
from bindery.editions.pdf.print_tree import print_tree
from bindery.editions.summary import MAKES_SUMMARY
from bindery.manuscript.load import load
from bindery.tools.run import run
from bindery.vocabulary.editions import EDITIONS, LARGE_PRINT, PDF, Edition
from tests.shelf import SETTINGS, document_of, maker_of, workshop_for, write_book

pytestmark = pytest.mark.slow

EVERYTHING = """\
# En *tittel* med H~2~O

::: key-message
Budskapet er **viktig**.
:::

Kommunesektorens interesseorganisasjon arbeider for næringsutviklingsprosjektene, og for
fylkeskommunenes samferdselsavdelinger, *som er viktige*, med `kode` og m^2^.[^1] Også her står
samferdselsavdelingene, kompetanseutviklingsprosjektene og befolkningsutviklingen i lange linjer.

## En overskrift

:::: {.table}
| By | Fylke |
|---|---|
| Bodø | *Nordland* |

Byer
::::

Ord
: Forklaring

[^1]: En note med *utheving*.
"""


def pages_of(made: Made, folder: Path) -> list[list[str]]:
    """The lines of each page, from the top."""
    path = folder / "lest.pdf"
    path.write_bytes(made.content)
    text = run(["pdftotext", "-layout", path, "-"]).stdout
    return [
        [line.strip() for line in page.splitlines() if line.strip()] for page in text.split("\f")
    ][:-1]


def make(edition: Edition, folder: Path, *chapters: str, settings: str = "") -> Made:
    """An edition of a book of ``chapters``."""
    document = document_of(folder, *chapters, settings=SETTINGS + settings)
    return maker_of(edition).make(document, workshop_for(document, folder), {})


@cache
def _fonts(content: bytes, folder: Path) -> tuple[tuple[float, str], ...]:
    """The size and name of every font that letters are set in, read from the finished file."""
    path = folder / "skrift.pdf"
    path.write_bytes(content)
    xml = run(["pdftohtml", "-xml", "-i", "-stdout", "-zoom", "1", "-fontfullname", path]).stdout
    found = re.findall(r'<fontspec id="\d+" size="([\d.]+)" family="([^"]+)"', xml)
    return tuple((float(size), family) for size, family in found)


def too_small(made: Made, folder: Path) -> list[tuple[float, str]]:
    """Fonts below 18 pt."""
    return [font for font in _fonts(made.content, folder) if font[0] < 18]


def slanted(made: Made, folder: Path) -> list[tuple[float, str]]:
    """Italic fonts."""
    return [font for font in _fonts(made.content, folder) if "Italic" in font[1]]


def hyphenated(made: Made, folder: Path) -> list[str]:
    """Lines that end in the middle of a word."""
    return [
        line for page in pages_of(made, folder) for line in page if line.endswith(("‐", "\u00ad"))
    ]


def test_large_print_is_large_upright_and_whole(tmp_path: Path) -> None:
    """Nothing is under 18 pt, notes and folios either; nothing is slanted, and no word split."""
    made = make(LARGE_PRINT, tmp_path, EVERYTHING)
    assert _fonts(made.content, tmp_path)
    assert too_small(made, tmp_path) == []
    assert slanted(made, tmp_path) == []
    assert hyphenated(made, tmp_path) == []


def test_ordinary_print_would_not_pass_for_large(tmp_path: Path) -> None:
    """The test above can fail: ordinary print is smaller, has italics and splits long words."""
    made = make(PDF, tmp_path, EVERYTHING)
    assert too_small(made, tmp_path)
    assert slanted(made, tmp_path)
    assert hyphenated(made, tmp_path)


def test_large_print_says_the_same(tmp_path: Path) -> None:
    """Both are made of one tree: every word is in both, in the same order."""
    document = document_of(tmp_path, EVERYTHING)
    workshop = workshop_for(document, tmp_path)
    ordinary, large = print_tree(document, workshop), print_tree(document, workshop, LARGE)
    assert list(ordinary.itertext()) == list(large.itertext())


def test_an_edition_is_made_only_for_those_who_ask(tmp_path: Path) -> None:
    """Large print is off until ``publication.toml`` turns it on, and is offered only then."""
    on = "\n[editions.large-print]\nenabled = true\n"
    made = {edition.name: Made(b"x", 1) for edition in EDITIONS}
    for settings, offered in (("", False), (on, True)):
        document = document_of(tmp_path, "# A\n", settings=SETTINGS + settings)
        wanted = [maker.edition for maker in makers_of(document.publication)]
        assert (LARGE_PRINT in wanted) is offered
        before = {edition.name: made[edition.name] for edition in wanted}
        page = MAKES_SUMMARY.make(
            document, workshop_for(document, tmp_path), before
        ).content.decode()
        assert ("proevebok-large-print.pdf" in page) is offered


@pytest.mark.parametrize(
    ("settings", "folios"),
    [
        ("", ["", "2", "3", "4", "5"]),
        ("\n[editions.pdf]\nroman-front-matter = true\n", ["", "ii", "1", "2", "3"]),
    ],
)
def test_folios_and_contents_agree(tmp_path: Path, settings: str, folios: list[str]) -> None:
    """Contents tell the number that is printed on the page; a cover has none."""
    made = make(PDF, tmp_path, "# Første\n", "# Andre\n", settings=settings)
    cover, contents, *rest = pages_of(made, tmp_path)
    assert cover[-1] == "2026"
    assert [contents[-1], *(page[-1] for page in rest)] == folios[1:]
    rows = dict(line.rsplit(maxsplit=1) for line in contents[1:-1])
    assert rows == {"Første": folios[2], "Andre": folios[3]}


def test_a_table_that_needs_it_gets_the_paper_turned(tmp_path: Path) -> None:
    """A table with many long words stands on a turned page, under its heading; folios go on."""
    words = ["Kommunedirektør", "Næringssjef", "Kompetanse", "Rekruttering", "Samferdsel", "By"]
    rows = "\n".join("| " + " | ".join(row) + " |" for row in (words, ["---"] * 6, words))
    table = f":::: {{.table}}\n{rows}\n\nTabell\n::::\n"
    settings = "\n[editions.pdf]\nroman-front-matter = true\n"
    made = make(
        PDF, tmp_path, f"# A\n\nFør.\n\n## Tabellen\n\n{table}\nEtter.\n", settings=settings
    )
    with pikepdf.open(BytesIO(made.content)) as pdf:
        turned = [page.mediabox[2] > page.mediabox[3] for page in pdf.pages]
    assert turned == [False, False, False, True, False, False]
    _, *pages = pages_of(made, tmp_path)
    assert [page[-1] for page in pages] == ["ii", "1", "2", "3", "4"]
    assert "Tabellen" in pages[2]


@pytest.mark.slow
def test_a_cell_higher_than_a_page_keeps_its_end(tmp_path: Path) -> None:
    """Its row goes on over to the next page; a row that has room on one is not parted."""
    long = " ".join(f"ord{number}" for number in range(900))
    short = " ".join(f"kort{number}" for number in range(90))
    made = make(
        PDF, tmp_path, f"# A\n\n| Tid | Tale |\n|---|---|\n| 1 | {long} |\n| 2 | {short} |\n"
    )
    pages = [" ".join(page).split() for page in pages_of(made, tmp_path)]
    words = [word for page in pages for word in page]
    assert [word for word in words if word.startswith("ord")] == long.split()
    assert sum("kort0" in page or "kort89" in page for page in pages) == 1


@pytest.mark.parametrize(("edition", "size"), [(PDF, 12), (LARGE_PRINT, 18)])
def test_every_line_stands_on_the_grid(tmp_path: Path, edition: Edition, size: int) -> None:
    """Text keeps to half lines over headings, lists, tables, blocks and notes."""
    made = make(edition, tmp_path, EVERYTHING + "\n- ett\n- to\n\n  tre\n\n> Sitat\n\nTil slutt.\n")
    path = tmp_path / "linjer.pdf"
    path.write_bytes(made.content)
    boxes = run(["pdftotext", "-f", "3", "-bbox", path, "-"]).stdout
    words = re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]+)</word>', boxes)
    half_line = size * 0.75
    heights = Counter(round(float(bottom) - float(top), 1) for top, bottom, _ in words)
    usual = heights.most_common(1)[0][0]
    at = {
        word: round(float(top) / half_line % 1, 2) % 1
        for top, bottom, word in words
        if abs(float(bottom) - float(top) - usual) < 0.1 and 70 < float(top) < 755
    }
    assert {"Nordland", "Forklaring", "utheving.", "tre", "Sitat", "slutt."} <= set(at)
    first = at["Kapittel"]
    off = {
        word: place
        for word, place in at.items()
        if min(abs(place - first), 1 - abs(place - first)) > 0.05
    }
    assert off == {}


@pytest.mark.slow
def test_nothing_is_parted_from_what_it_announces(tmp_path: Path) -> None:
    """No page ends in a heading, in a caption without its table, or in one line of a paragraph."""
    line = "Dette er en setning som er lang nok til å fylle mer enn en linje på en liten side. "
    parts = (
        f"## Overskrift\n\n{line * 3}\n",
        ":::: {.table}\n| A | B |\n|---|---|\n| en | to |\n| tre | fire |\n\nTabelltekst\n::::\n",
    )
    chapters = [
        "\n\n".join(["# Tittel", *["Fyll."] * lines, part])
        for part in parts
        for lines in range(8, 18)
    ]
    made = make(PDF, tmp_path, *chapters, settings='\n[editions.pdf]\npage-size = "A5"\n')
    pages = pages_of(made, tmp_path)[2:-1]
    assert len(pages) > len(chapters)
    for page in pages:
        *_, last, _folio = page
        assert last not in ("Overskrift", "Tabelltekst")
        assert last.split() != ["A", "B"]
        if "Overskrift" in page[:-1]:
            assert len(page) - page.index("Overskrift") > 3


@pytest.mark.parametrize("sides", ["", 'width="500" height="1500"'])
def test_a_high_picture_ends_on_its_page(sides: str, tmp_path: Path) -> None:
    """Its lower edge is not lost below the paper, in a figure or alone in a paragraph."""
    drawing = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 300" {sides}>'
        '<rect y="280" width="100" height="20" fill="#ff0000"/></svg>'
    )
    files = {"figures/a.svg": drawing.encode()}
    write_book(tmp_path, "# A\n\n![Alt](../figures/a.svg)\n", files=files)
    publication = load(tmp_path).publication
    assert publication is not None
    document = read_document(publication)
    made = maker_of(PDF).make(document, workshop_for(document, tmp_path), {})
    pages = [page.render(scale=0.5).to_pil() for page in pypdfium2.PdfDocument(made.content)]
    colours = {colour for page in pages for _, colour in page.convert("RGB").getcolors(1 << 24)}
    assert (255, 0, 0) in colours
