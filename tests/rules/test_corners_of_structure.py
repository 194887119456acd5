"""Near misses of headings, tables and lists: what must be found, and what must not."""

from pathlib import Path

import pypdfium2
import pytest

from bindery.document.read import read_document
from bindery.editions.pdf import MAKES_PDF
from bindery.manuscript.load import load
from bindery.manuscript.source import read_source
from bindery.pipeline.fix import fix
from bindery.rules.documentation import FIRST_CHAPTER as CHAPTER
from bindery.rules.manuscript import (
    heading_is_marked_as_heading,
    list_is_marked_as_list,
    list_numbers_are_kept,
    sibling_headings_differ,
    table_fits_the_page,
    table_holds_data,
)
from bindery.vocabulary.publication import Publication
from tests.rules.books import found_in, manuscript_of, shelf_of
from tests.shelf import SETTINGS, workshop_for, write_book


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """A publication with pictures."""
    return shelf_of(tmp_path_factory.mktemp("bok"))


# Headings


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("## A\n\n## B\n\n## a", [7]),
        ("## A\n\n### B\n\n## C\n\n### B", []),
        ("## A\n\n### A", []),
        ("## A\n\n#### B\n\n### B", []),
        ("## *A*\n\n## A {#a}\n\n## A", [5, 7]),
        ("##\n\n##", []),
    ],
)
def test_siblings_are_below_the_same_heading(
    shelf: Publication, text: str, lines: list[int]
) -> None:
    """Capitals, emphasis and names make no difference; another parent does."""
    found = found_in(sibling_headings_differ.RULE, shelf, text)
    assert [finding.location.line for finding in found] == lines


def test_titles_of_chapters_are_siblings(tmp_path: Path) -> None:
    """Two chapters of one name cannot be told apart in the contents; their parts can."""
    files = {CHAPTER: "# Dialog\n\n## Kilder\n", "chapters/02.md": "# Dialog\n\n## Kilder\n"}
    (finding,) = sibling_headings_differ.find(manuscript_of(tmp_path, files))
    assert str(finding.location) == "manuscript/chapters/02.md:1"
    assert "manuscript/chapters/01.md" in finding.message.nb


BELOW = "Kommunen snakker godt med bedriftene."


@pytest.mark.parametrize(
    "text",
    [
        f"Innledning.\n\n**Jevnlig dialog**\n\n{BELOW}",
        f"Innledning.\n\n__Hva nå?__\n\n{BELOW}",
        f"Innledning.\n\n***Jevnlig* dialog**\n\n{BELOW}",
        "Innledning.\n\n**Ta med**\n\n- tau\n- kniv",
        "::: in-summary\nInnledning.\n\n**Tall**\n\n| a | b |\n|---|---|\n| c | d |\n:::",
    ],
)
def test_bold_paragraphs_that_pose_as_headings(shelf: Publication, text: str) -> None:
    """Short, without a full stop, above text, a list or a table."""
    assert len(found_in(heading_is_marked_as_heading.RULE, shelf, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"Innledning.\n\n**Viktig:**\n\n{BELOW}",
        f"Innledning.\n\n**Ring 113.**\n\n{BELOW}",
        f"Innledning.\n\n**Husk livvest!**\n\n{BELOW}",
        f"Innledning.\n\n**Jevnlig dialog** er bra\n\n{BELOW}",
        f"Innledning.\n\n**Jevnlig** og **god**\n\n{BELOW}",
        f"Innledning.\n\n**– Hva gjør dere?**\n\n{BELOW}",
        f"Innledning.\n\n**«Bra for naboen»**\n\n{BELOW}",
        f"Innledning.\n\n**[Les rapporten](https://a.example)**\n\n{BELOW}",
        f"Innledning.\n\n**{'Kommunen snakker godt med bedriftene ' * 3}**\n\n{BELOW}",
        f"**Av Kari Nordmann**\n\n{BELOW}",
        "Hilsen\n\n**Kari Nordmann**\n\nOrdfører",
        "Innledning.\n\n**Kari Nordmann**",
        "Innledning.\n\n**Kommunen**\n\n**Bedriften**\n\n**Fylket**",
        f"Innledning.\n\n**Dialog**\n\n## Strategi\n\n{BELOW}",
        f"Innledning.\n\n- **Dialog**\n\n  {BELOW}",
        f"Innledning.\n\n> **Dialog**\n>\n> {BELOW}",
        f"::: key-message\n{BELOW}\n\n**Dialog**\n\n{BELOW}\n:::",
        "::: table\n| a | b |\n|---|---|\n| c | d |\n\n**Alle**\n\nI alfabetisk rekkefølge.\n:::",
        f"Innledning.\n\n::: editor-note\n**Merk**\n:::\n\n{BELOW}",
    ],
)
def test_bold_paragraphs_that_are_something_else(shelf: Publication, text: str) -> None:
    """Lead-ins, warnings, bylines, signatures, questions put to somebody, captions."""
    assert not found_in(heading_is_marked_as_heading.RULE, shelf, text)


@pytest.mark.parametrize(
    ("above", "marks"),
    [
        ("", "##"),
        ("## A", "###"),
        ("### A", "###"),
        ("### A\n\n### B", "###"),
        ("## A\n\n#### B", "####"),
        ("#### A\n\n###### B", "####"),
        ("#### A\n\n## B", "###"),
    ],
)
def test_a_fake_heading_is_told_its_level(shelf: Publication, above: str, marks: str) -> None:
    """One below the heading it stands under, when the headings above have followed their hints."""
    text = f"{above}\n\nInnledning.\n\n**Dialog**\n\n{BELOW}"
    (finding,) = found_in(heading_is_marked_as_heading.RULE, shelf, text)
    assert f"skriv {marks} foran" in finding.hint.nb


# Tables

LONG = "Kommunen snakker jevnlig og godt med bedriftene på stedet. " * 3


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ("| A |\n|---|\n| B |", True),
        ("| A | B |\n|---|---|", True),
        (f"| A | B |\n|---|---|\n| {LONG} | {LONG} |", True),
        (f"| A | B |\n|---|---|\n| {LONG} | |", False),
        (f"| A | B |\n|---|---|\n| Ja | {LONG} |\n| Nei | {LONG} |", False),
        (f"| A | B |\n|---|---|\n| {LONG} | {LONG} |\n| {LONG} | 12 |", False),
        ("| A | B |\n|---|---|\n| C | D |", False),
    ],
)
def test_what_is_no_table(shelf: Publication, table: str, found: bool) -> None:
    """One word to look up in any row makes data of it; one record is a table, too."""
    assert bool(found_in(table_holds_data.RULE, shelf, table)) == found


def _wide(longest: int, columns: int = 6) -> str:
    cells = "|".join(("næringsutviklingen" * 2)[:longest] for _ in range(columns))
    return f"|{'|'.join('abcdefghi'[:columns])}|\n{'|---' * columns}|\n|{cells}|"


@pytest.mark.parametrize(
    ("table", "found"),
    [
        (_wide(14), False),
        (_wide(19), True),
        (_wide(19).replace("næring", "næring "), False),
        (_wide(19).replace("næring", "næring\N{NO-BREAK SPACE}"), True),
        (_wide(19).replace("ngsutv", "ng-utv"), False),
        (f"{_wide(14)}\n| ![{'bilde' * 12}](../figures/kart.svg) |||||", False),
        (f"{_wide(14)}\n| ${'x' * 60}$ |||||", False),
        (f"{_wide(14)}\n| `{'x' * 60}` |||||", True),
    ],
)
def test_what_has_no_room(shelf: Publication, table: str, found: bool) -> None:
    """A line may end at a space or a hyphen; how wide a formula is drawn is not known."""
    assert bool(found_in(table_fits_the_page.RULE, shelf, table)) == found


def test_less_paper_and_larger_letters_have_less_room(tmp_path: Path) -> None:
    """A table that fits A4 may not fit A5, nor large print, and is told of once."""
    for more in (
        '[editions.pdf]\npage-size = "A5"\n',
        "[editions.large-print]\nenabled = true\n",
    ):
        settings = f"{SETTINGS}\n{more}"
        loaded = load(write_book(tmp_path, f"# T\n\n{_wide(14)}\n", settings=settings))
        assert loaded.publication is not None
        assert len([*table_fits_the_page.find(read_source(loaded.publication))]) == 1


@pytest.mark.slow
@pytest.mark.parametrize("longest", [15, 18])
def test_a_table_that_is_said_to_be_too_wide_is_so_on_paper(tmp_path: Path, longest: int) -> None:
    """In the finished PDF words are split where the rule warns, and nowhere else."""
    book = write_book(tmp_path, f"# T\n\n{_wide(longest)}\n")
    publication = load(book).publication
    assert publication is not None
    warned = bool([*table_fits_the_page.find(read_source(publication))])
    document = read_document(publication)
    made = MAKES_PDF.make(document, workshop_for(document, tmp_path), {})
    printed = pypdfium2.PdfDocument(made.content)
    text = "".join(page.get_textpage().get_text_bounded() for page in printed)
    whole = text.count(("næringsutviklingen" * 2)[:longest])
    assert (warned, whole) == ((False, 6) if longest == 15 else (True, 0))


# Lists


@pytest.mark.parametrize(
    "text",
    [
        "– tau\n– kniv",
        "Ta med:\n– tau\n– kniv\n– votter",
        "Ta med:\n\n– Tau\n\n– Kniv",
        "– Tau\n\n– Kniv\n\n– Votter",
        "Ta med:\n– Tau til to\n– Kniv\n– Votter.",
        "-- tau\n-- kniv",
        "Ta med:\n-tau\n-kniv",
        " • tau\n • kniv",
        "Ta med\n• tau\n• kniv",
        "Ta med:\n\n•\ttau\n\n•\tkniv",
        "✓ Tau.\n✓ Kniv.",
        "a) tau\nb) kniv",
        "Ta med:\n\n(1) Tau.\n\n(2) Kniv.",
        "Ta med:\n2) tau\n3) kniv",
        "i) tau\nii) kniv\niii) votter",
        "– tau,\n  og mer tau\n– kniv",
        "- Ta med:\n  – tau\n  – kniv",
        "Ta med:\\\ntau\\\nkniv\\\nvotter",
        "Ta med:\n\ntau  \nkniv  \nvotter",
        "Ta med:\n\n- tau\n– kniv\n- votter\n– lue",
        "Ta med:\n– tau\n- kniv\n– votter\n- lue",
        "- tau\n- kniv\n– votter\n– lue",
        "– tau\n– kniv\n- votter\n- lue",
        "- tau\n\n– kniv\n\n- votter\n\n– lue",
        "- Tau til to\n– Kniv\n- Votter",
    ],
)
def test_what_poses_as_a_list(shelf: Publication, text: str) -> None:
    """One finding for each list, however many points it has."""
    assert len(found_in(list_is_marked_as_list.RULE, shelf, text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "– Jeg kom, sa hun.",
        "– Jeg kom, sa hun.\n\n– Ja, sa han.\n\n– Det var bra.",
        "– Jeg kom, sa hun.\n– Ja, sa han.",
        "Da sa hun:\n\n– Jeg kom.\n\n– Ja?\n\n– Nei!",
        "– Ja\n\n– Nei",
        "– ja",
        "Søstrene\n– den eldste og den yngste –\nvar der, og brødrene\n– alle tre – også.",
        "Det er to grunner til dette, nemlig\n2) at det koster, og\n3) at det tar tid.",
        "Møtet varte fra\n17. mai til\n18. mai.",
        "> Skapet skal være låst.\n>\n> — Instruks for fyrvesenet",
        "• ett punkt alene",
        "- tau\n- kniv",
        "1. tau\n2. kniv",
        "a) tau\n\nTekst.\n\nb) kniv",
        "c) tau\na) kniv",
        "−5 grader\n−7 grader",
        "Skriv til:\\\nKommunen\\\nPostboks 1\\\n0001 Oslo",
        "Skriv til:\n\nKari Nordmann\\\nStorgata\\\nAlta",
        "Diktet går slik:\n\n> tau\\\n> kniv\\\n> votter",
        "Diktet går slik:\n\nnå kommer båten med det lange tauet\\\nog båten går\\\nog alt er bra",
        "Ta med tau\\\nkniv\\\nvotter",
        "Ta med:\\\ntau\nkniv\\\nvotter",
        "```\n– tau\n– kniv\n```",
        "```\n- tau\n– kniv\n- votter\n– lue\n```",
        "- tau\n  – og kniv\n- votter\n  – og lue",
        "- Kommunen har laget en plan som alle i bygda har fått lese\n– og den er god\n- Fylket",
        "- tau\n- kniv\n\n– Ta med tau, sa hun.\n\n– Tau?",
        "- tau\n– kniv",
        "- tau\n\n– Ta med tau, sa hun.\n\n- kniv\n\n– Ta med kniv, sa han.\n\n- lue",
    ],
)
def test_what_is_no_list(shelf: Publication, text: str) -> None:
    """Speech, asides, dates, addresses, poems and real lists."""
    assert not found_in(list_is_marked_as_list.RULE, shelf, text)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("– tau\n– kniv\n– votter", "- tau\n- kniv\n- votter"),
        ("Ta med:\n\n – tau\n\n – kniv\n\n – votter", "Ta med:\n\n - tau\n\n - kniv\n\n - votter"),
        ("Ta med:\n•\tTau.\n•\tKniv.\n•\tVotter.", "Ta med:\n- Tau.\n- Kniv.\n- Votter."),
        ("Ta med:\n\n– tau\n- kniv\n– votter", "Ta med:\n\n- tau\n- kniv\n- votter"),
        ("- tau\n\n– kniv\n\n- votter", "- tau\n\n- kniv\n\n- votter"),
        ("• tau\n• kniv", None),
        ("– Tau\n– Kniv\n– Votter", None),
        ("– tau\\\n– kniv\\\n– votter", None),
        ("– tau\n– kniv\n– votter\nOg mer.", None),
        ("– tau\n – kniv\n– votter", None),
        ("> • tau\n> • kniv\n> • votter", None),
        ("Ja:\nb) tau\nc) kniv\nd) votter", None),
    ],
)
def test_only_what_cannot_be_misread_is_mended(
    tmp_path: Path, text: str, mended: str | None
) -> None:
    """Three points or more, one to a line; what is mended is a list, and nothing more is found."""
    book = write_book(tmp_path, f"# T\n\n{text}\n")
    fix(book)
    written = (book / "manuscript" / CHAPTER).read_text(encoding="utf-8")
    assert written == f"# T\n\n{mended or text}\n"
    loaded = load(book)
    assert loaded.publication is not None
    assert bool([*list_is_marked_as_list.find(read_source(loaded.publication))]) == (mended is None)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("1. a\n3. b", [4]),
        ("10. a\n11. b\n13. c", [5]),
        ("> 1. a\n> 2. b\n> 4. c", [5]),
        ("1. a\n\n   1. x\n   3. y\n\n2. b", [6]),
        ("1. a\n   - x\n   - y\n2. b", []),
        ("1. a\n\n   avsnitt\n\n2. b\n3. c", []),
        ("1) a\n2) b\n\nTekst\n\n4) c", []),
        ("0. a\n1. b", []),
        ("1. a\n1. b", []),
    ],
)
def test_numbers_that_are_skipped_are_told(tmp_path: Path, text: str, lines: list[int]) -> None:
    """A list within an item, or after a paragraph, is counted by itself."""
    book = write_book(tmp_path, f"# T\n\n{text}\n")
    publication = load(book).publication
    assert publication is not None
    found = list_numbers_are_kept.RULE.find(read_source(publication))
    assert [one.location.line for one in found] == lines
