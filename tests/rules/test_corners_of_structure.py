"""Near misses of images, headings, tables and lists: what must be found, and what must not."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from bindery.document.paper import FIGURE_HEIGHT
from bindery.document.read import read_document
from bindery.editions.pdf import PDF
from bindery.manuscript.load import load
from bindery.manuscript.source import Manuscript, read_source
from bindery.pipeline.fix import fix
from bindery.rules import (
    alt_text_differs_from_caption,
    complex_image_has_long_description,
    heading_is_marked_as_heading,
    image_does_not_flash,
    image_file_is_used,
    image_is_sharp_in_print,
    image_stands_still,
    list_is_marked_as_list,
    sibling_headings_differ,
    table_fits_the_page,
    table_holds_data,
)
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.publication import Chapter, Publication
from bindery.vocabulary.rule import Rule
from tests.rules.books import PICTURES, manuscript_of
from tests.shelf import HOUSE, SETTINGS, workshop_for, write_book

CHAPTER = "chapters/01.md"
SMALL = "![Alta by](../figures/lite-foto.png)"


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """A publication with pictures, whose chapter is another one in every test."""
    shown = "".join(f"![Alta by](../figures/{name})" for name in ("kart.svg", *PICTURES))
    return manuscript_of(tmp_path_factory.mktemp("bok"), {CHAPTER: f"# T\n\n{shown}\n"}).publication


def _found(rule: Rule[Manuscript], shelf: Publication, text: str) -> list[Finding]:
    chapter = Chapter(f"manuscript/{CHAPTER}", f"# T\n\n{text}\n")
    return [*rule.find(read_source(replace(shelf, chapters=(chapter,))))]


def _book(folder: Path, text: str, **pictures: bytes) -> Manuscript:
    files = {f"figures/{name.replace('_', '.')}": content for name, content in pictures.items()}
    loaded = load(write_book(folder, f"# T\n\n{text}\n", files=files))
    assert loaded.publication is not None
    return read_source(loaded.publication)


# Images


@pytest.mark.parametrize(
    ("alt", "caption", "same"),
    [
        ("Kommunene i studien.", "Kommunene i studien", True),
        ("kommunene  i\nstudien", "Figur 3. Kommunene i *studien*. Kart: Ola.", True),
        ("Kommunene i studien", "Kommunene i studien, fra Grimstad i sør til Alta i nord.", False),
        ("Folketallet i 2023", "Folketallet i 2024", False),
        ("Søyler som stiger fra 3 til 9", "Folketallet i 2024", False),
        ("Alta", "", False),
    ],
)
def test_what_repeats_the_caption(shelf: Publication, alt: str, caption: str, same: bool) -> None:
    """Marks and the figure's number make no difference; years and words that are added do."""
    text = f"::: figure\n![{alt}](../figures/kart.svg)\n\n{caption}\n:::"
    assert bool(_found(alt_text_differs_from_caption.RULE, shelf, text)) == same


def test_the_paragraph_after_an_image_is_no_caption(shelf: Publication) -> None:
    """Only a figure has one."""
    text = "![Alta by](../figures/kart.svg)\n\nAlta by."
    assert not _found(alt_text_differs_from_caption.RULE, shelf, text)


@pytest.mark.parametrize(
    ("description", "found"),
    [
        ("", True),
        ("\n\n::: long-description\nAlle punktene.\n:::", False),
        ("\n\n::: editor-note\nEn merknad.\n:::", True),
    ],
)
def test_what_is_long_has_a_long_description(
    shelf: Publication, description: str, found: bool
) -> None:
    """Any other block in the figure describes nothing."""
    text = (
        f":::: figure\n![{'Et punkt. ' * 26}](../figures/kart.svg)\n\nTeksten.{description}\n::::"
    )
    assert bool(_found(complex_image_has_long_description.RULE, shelf, text)) == found


def test_two_full_sentences_are_not_long(shelf: Publication) -> None:
    """250 characters are allowed, however many lines they are written on."""
    text = f"![{('ord ' * 62).strip()}\nto](../figures/kart.svg)"
    assert not _found(complex_image_has_long_description.RULE, shelf, text)


def test_an_image_is_used_wherever_it_is_shown(tmp_path: Path) -> None:
    """In a heading, in a link, with its name escaped: the file is the same."""
    text = "## ![Alta](../figures/a%20b.svg)\n\n[![Rana](./../figures/c.svg)](https://a.example)"
    drawing = '<svg xmlns="http://www.w3.org/2000/svg"/>'
    files = {f"figures/{name}.svg": drawing for name in ("a b", "c", "d")}
    manuscript = manuscript_of(tmp_path, {CHAPTER: f"# T\n\n{text}\n", **files})
    unused = [str(finding.location) for finding in image_file_is_used.find(manuscript)]
    assert unused == ["manuscript/figures/d.svg"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (SMALL, True),
        (f"::: figure\n{SMALL}\n\nAlta.\n:::", True),
        (f"{SMALL}{{width=40%}}", False),
        (f"{SMALL}{{width=7cm}}", True),
        (f"{SMALL}{{width=6cm}}", False),
        (f"{SMALL}{{height=3em}}", False),
        (f"{SMALL}{{.decorative}}", False),
        (f"Her er {SMALL}.", False),
        (f"## {SMALL}", False),
        (f"| {SMALL} | b |\n|---|---|\n| {SMALL} | d |", False),
        (f"- {SMALL}", False),
        ("![Alta by](../figures/foto.png)", False),
    ],
)
def test_images_on_their_own_are_sharp(shelf: Publication, text: str, found: bool) -> None:
    """What stands in a line, or is printed small, needs fewer pixels."""
    assert bool(_found(image_is_sharp_in_print.RULE, shelf, text)) == found


@pytest.mark.parametrize(
    ("size", "in_figure", "found"),
    [
        ((96, 96), True, False),
        ((600, 300), True, True),
        ((600, 1200), True, False),
        ((600, 1200), False, True),
        ((804, 100), False, False),
        ((800, 100), False, True),
    ],
)
def test_how_many_pixels_are_enough(
    tmp_path: Path, size: tuple[int, int], in_figure: bool, found: bool
) -> None:
    """An icon is small; a figure that is high is printed small, so that it has room on its page."""
    written = BytesIO()
    Image.new("1", size).save(written, "PNG")
    image = "![Alta by](../figures/a.png)"
    text = f"::: figure\n{image}\n\nAlta.\n:::" if in_figure else image
    manuscript = _book(tmp_path, text, a_png=written.getvalue())
    assert bool([*image_is_sharp_in_print.find(manuscript)]) == found


def test_the_style_sheet_gives_figures_the_height_that_the_rule_reckons_with() -> None:
    """The same number stands in the style sheet."""
    style = (HOUSE / "templates/print/print.css").read_text(encoding="utf-8")
    assert f"max-height: calc(var(--page-height) * {FIGURE_HEIGHT})" in style


def _animation(shades: list[int], lasts: int, side: int) -> bytes:
    frames = [Image.new("L", (800, 600), 128) for _ in shades]
    for frame, shade in zip(frames, shades, strict=True):
        frame.paste(shade, (0, 0, side, side))
    written = BytesIO()
    frames[0].save(
        written, "WEBP", save_all=True, append_images=frames[1:], duration=lasts, lossless=True
    )
    return written.getvalue()


@pytest.mark.parametrize(
    ("shades", "lasts", "side", "flashes"),
    [
        ([0, 255], 125, 500, True),
        ([0, 255], 167, 500, False),
        ([0, 255], 100, 120, False),
        ([200, 210], 100, 500, False),
        ([245, 255], 100, 500, False),
        ([0, 64, 128, 192, 255], 100, 500, False),
        ([0, 255, 0, 255, 0, 255, 0, *[0] * 20], 80, 500, False),
        ([0, 255, 0, 255, 0, 255, 0, 255, 0, *[0] * 20], 80, 500, True),
    ],
    ids=["4 Hz", "3 Hz", "small", "faint", "light", "once over", "three", "four"],
)
def test_what_flashes(
    tmp_path: Path, shades: list[int], lasts: int, side: int, flashes: bool
) -> None:
    """More than three times in a second, a quarter of the view, and by more than a tenth."""
    moving = _animation(shades, lasts, side)
    manuscript = _book(tmp_path, "![Et lys](../figures/a.webp)", a_webp=moving)
    assert bool([*image_does_not_flash.find(manuscript)]) == flashes
    assert bool([*image_stands_still.find(manuscript)]) != flashes


def test_a_file_is_said_to_move_once(shelf: Publication) -> None:
    """At the first place where it is shown."""
    shown = "![Vannet stiger](../figures/flo.gif)"
    (finding,) = _found(image_stands_still.RULE, shelf, f"{shown}\n\n{shown}")
    assert finding.location.line == 3


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
    found = _found(sibling_headings_differ.RULE, shelf, text)
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
    assert len(_found(heading_is_marked_as_heading.RULE, shelf, text)) == 1


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
    assert not _found(heading_is_marked_as_heading.RULE, shelf, text)


def test_a_fake_heading_is_told_its_level(shelf: Publication) -> None:
    """One below the heading it stands under."""
    text = f"## A\n\nInnledning.\n\n**Dialog**\n\n{BELOW}"
    (finding,) = _found(heading_is_marked_as_heading.RULE, shelf, text)
    assert "### foran" in finding.hint.nb


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
    assert bool(_found(table_holds_data.RULE, shelf, table)) == found


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
    assert bool(_found(table_fits_the_page.RULE, shelf, table)) == found


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


@pytest.mark.parametrize("longest", [15, 18])
def test_a_table_that_is_said_to_be_too_wide_is_so_on_paper(tmp_path: Path, longest: int) -> None:
    """In the finished PDF words are split where the rule warns, and nowhere else."""
    book = write_book(tmp_path, f"# T\n\n{_wide(longest)}\n")
    publication = load(book).publication
    assert publication is not None
    warned = bool([*table_fits_the_page.find(read_source(publication))])
    document = read_document(publication)
    made = PDF.make(document, workshop_for(document, tmp_path), {})
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
    ],
)
def test_what_poses_as_a_list(shelf: Publication, text: str) -> None:
    """One finding for each list, however many points it has."""
    assert len(_found(list_is_marked_as_list.RULE, shelf, text)) == 1


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
    ],
)
def test_what_is_no_list(shelf: Publication, text: str) -> None:
    """Speech, asides, dates, addresses, poems and real lists."""
    assert not _found(list_is_marked_as_list.RULE, shelf, text)


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("– tau\n– kniv\n– votter", "- tau\n- kniv\n- votter"),
        ("Ta med:\n\n – tau\n\n – kniv\n\n – votter", "Ta med:\n\n - tau\n\n - kniv\n\n - votter"),
        ("Ta med:\n•\tTau.\n•\tKniv.\n•\tVotter.", "Ta med:\n- Tau.\n- Kniv.\n- Votter."),
        ("• tau\n• kniv", None),
        ("– Tau\n– Kniv\n– Votter", None),
        ("– tau\\\n– kniv\\\n– votter", None),
        ("– tau\n– kniv\n– votter\nOg mer.", None),
        ("– tau\n – kniv\n– votter", None),
        ("> • tau\n> • kniv\n> • votter", None),
        ("a) tau\nb) kniv\nc) votter", None),
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
