"""Fourteen Word reports: no word is lost without being named, and all of them can be read."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bindery.pipeline.check import check_own
from bindery.vocabulary.findings import Severity
from tests.importing import word as w
from tests.importing.importing import KNOWN, Book, imported, written
from tests.importing.reports import NASTY, REPORTS
from tests.importing.word import Word

Get = Callable[[str], Book]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Get]:
    """Each report, imported when it is first asked for."""
    folder = tmp_path_factory.mktemp("reports")
    made: dict[str, Book] = {}

    def get(name: str) -> Book:
        if name not in made:
            made[name] = imported(folder, REPORTS[name])
        return made[name]

    yield get


def test_there_are_enough() -> None:
    """Each kind of trouble that real files have is in one of them."""
    assert len(REPORTS) >= 12


@pytest.mark.parametrize("name", REPORTS)
def test_each_word_is_kept_or_named(name: str, book: Get) -> None:
    """Counted in the XML of the Word file and in what readers get, by code of its own."""
    report = book(name).imported.report
    assert report.source is not None
    assert sum(report.source.values()) > 25
    assert report.lost == {}
    assert next(report.closing()).nb.endswith("Tapt uten å være nevnt: 0.")


@pytest.mark.parametrize("name", REPORTS)
def test_each_is_a_publication_and_no_draft(name: str, book: Get) -> None:
    """Nothing that was written is shown in another way than it means."""
    one = book(name)
    assert [f"{each.location} {each.rule}" for each in one.document.findings] == []
    drafting = {"link-leads-somewhere", "table-can-be-read", "image-is-there", "html-is-whole"}
    drafting |= {"link-is-safe", "left-out"}
    if name != "marks":
        # There, what looks like a mark is meant as it is.
        drafting |= {"marks-left-in-text", "signs-in-text-are-no-marks"}
    wrong = [each for each in one.found() if each.rule in drafting]
    assert [f"{each.location} {each.rule} {each.message.en}" for each in wrong] == []


@pytest.mark.parametrize("name", REPORTS)
def test_every_comment_of_the_import_is_reported(name: str, book: Get) -> None:
    """What the report says of a line of a chapter is a comment at that line, and is a finding."""
    one = book(name)
    rules = ("import-is-looked-through", "import-is-settled")
    found = {(each.location.path, each.location.line) for each in one.found() if each.rule in rules}
    told = {
        (entry.path, entry.line) for entry in one.imported.report.entries if entry.remark.in_chapter
    }
    assert told == found


@pytest.mark.slow
def test_the_well_styled_report_has_no_errors_untouched(book: Get) -> None:
    """Built and checked by every rule and by the read-back, as it was imported."""
    checked = check_own(book("well_styled").path)
    assert checked.evidence
    told = [one for one in checked.findings if one.severity is not Severity.INFO]
    assert [f"{one.location} {one.rule} {one.message.en}" for one in told] == []


def test_the_well_styled_report_is_as_it_was(book: Get) -> None:
    """Headings, list, note, figure, table, language, references: nothing is asked."""
    one = book("well_styled")
    assert [name for name in one.kinds() if name != "caption-number"] == []
    assert list(one.chapters) == ["01-innledning.md", "02-okonomi.md"]
    assert one.publication.metadata.title == "Årsrapport for Nordvik"
    assert one.publication.metadata.subtitle == "Resultater og planer"
    assert "- bygge ny skole\n- rydde i parken\n" in one.text
    assert "::: {#fig-besok-i-to-maneder}\n![Søylene viser" in one.text
    assert "Se @fig-besok-i-to-maneder og @tbl-kostnader-i-tusen-kroner." in one.text
    assert "[a sound and stable result]{lang=en}" in one.text
    assert "[^1]: Se også nettsiden." in one.text
    words = "".join(one.document.body.itertext())
    assert "Se figur 1" in words and "tabell 1" in words


def test_headings_and_lists_by_hand_are_guessed_and_marked(book: Get) -> None:
    """Bold lines by their number, dashes and numbers as lists; a box keeps its title."""
    one = book("action_plan")
    assert list(one.chapters) == ["01-bakgrunn-for-planen.md", "02-tiltak-som-folger.md"]
    assert "\n## Mål\n" in one.text
    assert "\n1) søke\n2) vente\n3) få svar\n" in one.text
    assert "> [!NOTE] Husk dette\n> Fristen er i mai.\n" in one.text
    assert one.kinds().count("heading-guessed") == 3
    assert one.kinds().count("list-guessed") == 2
    assert "internt" not in re.sub(r"<!--.*?-->", "", one.text)
    assert "| Drift | 100 | 300 |" in one.text
    assert "tab-columns" in one.kinds()


def test_what_word_keeps_beside_the_text_is_beside_it(book: Get) -> None:
    """Tracked changes and comments stand above their paragraph, and must be settled."""
    text = book("budget_note").text
    above = text[: text.index("Summen er 5 millionar kroner.")].rstrip().splitlines()[-2:]
    assert all(line.startswith("<!-- sjekk før utgivelse: Kari") for line in above)
    assert "Kommentar fra Per: «Sjekk dette med økonomi før møtet» -->\nUsikkert tal" in text
    assert "Dette er eit notat" in text
    assert "## Detaljar" in text
    assert "https://nordvik.example/b.png" in text
    assert book("budget_note").publication.metadata.language == "nn"


def test_languages_are_marked_where_word_can_be_believed(book: Get) -> None:
    """Neither a name, a number nor a sentence with a wrong mark is in another language."""
    spans = re.findall(r"\[([^\]]*)\]\{lang=(\w+)\}", book("english_report").text)
    assert spans == [
        ("jeg leser fordi jeg liker det", "nb"),
        ("ich lese jeden Tag ein Buch", "de"),
    ]
    assert "{lang=" not in book("action_plan").text
    others = re.findall(r"\{lang=(\w+)\}", book("many_scripts").text)
    assert others == ["ru", "ar", "zh"]


def test_references_lead_to_their_places(book: Get) -> None:
    """To a heading in another chapter and to a place in a paragraph; the contents are left out."""
    one = book("references")
    assert "[Mål](02-mal.md)" in one.text
    assert "[det samme](01-innledning.md#her)" in one.text
    assert "Et sted []{#her}midt" in one.text
    assert {"contents", "header-or-footer", "page-number", "link"} <= set(one.kinds())
    assert "consultantplus" not in one.text


def test_pictures_that_cannot_be_shown_are_told_of(book: Get) -> None:
    """The original is kept, the chapter says how to save it as PNG, and nothing is broken."""
    one = book("drawn_things")
    assert (one.path / "import/originals/tegning.emf").is_file()
    assert "EMF" in one.text
    assert "![](../figures/01-bildene-01.png){.decorative}" in one.text
    assert "«Fødte i kommunen; 2024 31, 2025 28»" in one.text
    assert {"alternative", "no-alternative", "chart", "picture-not-shown"} <= set(one.kinds())
    assert "::: figure\n![IMG_2031.jpg](../figures/01-bildene-02.jpg)\n\nEt foto fra" in one.text


def test_styles_of_the_house_are_read_by_their_level(book: Get) -> None:
    """A style with an outline level is a heading, an indent is no quotation, a box is a note."""
    one = book("own_styles")
    assert list(one.chapters) == ["01-strategi-for-biblioteket.md", "02-veien-videre.md"]
    assert "\n## Flere lesere\n" in one.text
    assert one.text.count("\n> ") == 3
    assert "ikke til publisering" not in re.sub(r"<!--.*?-->", "", one.text)


def test_a_form_says_what_is_not_filled_in(book: Get) -> None:
    """Prompts, ballot boxes, a table of one cell, a table that places text."""
    one = book("form")
    assert "(ikke krysset av) Ja (krysset av) Nei" in one.text
    assert {"empty-field", "box", "layout-table", "heading-in-table"} <= set(one.kinds())


def test_numbers_that_word_makes_in_cells_are_told_of(tmp_path: Path) -> None:
    """They are in no file: a cell with nothing but such a number would be empty."""
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'
    cell = w.cell(w.paragraph(properties=number))
    table = w.table(
        w.row("Nr.", "Krav", header=True), w.row(cell, "A"), w.row(cell, "B"), columns=2
    )
    book = written(tmp_path, Word(w.paragraph("Krav", style="Heading1"), table))
    assert "sjekk før utgivelse: 2 celler har bare et nummer" in book.text


def test_lists_are_lists(book: Get) -> None:
    """Nested, with letters, one after another, with a line break in an item."""
    one = book("lists")
    lists = one.document.body.iter("ul", "ol")
    assert len(list(lists)) == 8
    assert "  - under første\n    - under der\n" in one.text
    assert "- én linje\\\n  to linjer\n" in one.text


def test_without_headings_there_is_one_chapter(book: Get) -> None:
    """The report says so first, and the lines of an address stay lines."""
    one = book("no_headings")
    assert len(one.chapters) == 1
    assert one.imported.report.entries[0].remark.kind == "no-headings"
    assert "Nordvik skole\\\nSkoleveien 1\\\n1234 Nordvik" in one.text


def test_a_table_that_no_page_has_room_for_is_paragraphs(book: Get) -> None:
    """4,000 cells, and one that is drawn because cells have lists and two rows of headers."""
    one = book("large_tables")
    assert "r0k0 – r0k1" in one.text
    assert "table-too-large" in one.kinds()
    (table,) = one.document.body.iter("table")
    assert len(list(table.iter("th"))) == 4
    assert len(list(table.iter("li"))) == 2


def test_what_is_before_the_first_heading_is_a_chapter(book: Get) -> None:
    """It is in front, and marked; the author that Word has noted is a contributor."""
    one = book("title_page")
    assert next(iter(one.chapters)) == "01-forord.md"
    assert one.publication.settings.reading_order.front == ("chapters/01-forord.md",)
    assert [each.name for each in one.publication.metadata.contributors] == ["Kari Nordmann"]
    assert "before-first-heading" in one.kinds()


def _plain(text: str) -> str:
    """``text`` with the quotation marks that bindery gives every text in Norwegian."""
    text = " ".join(text.split())
    return re.sub(r"[\"«»“”'’‘]", "'", text)


def test_text_that_looks_like_marks_is_text(book: Get) -> None:
    """As a paragraph, in a list, in a cell and in a heading, in every dialect that is read."""
    body = book("marks").document.body
    kinds = {"p": NASTY, "li": NASTY, "td": NASTY, "h2": NASTY[:40]}
    for kind, texts in kinds.items():
        said = {_plain("".join(one.itertext())) for one in body.iter(kind)}
        assert [text for text in texts if _plain(text) not in said] == [], kind
    said = {_plain("".join(one.itertext())) for one in body.iter("p")}
    assert [t for t in NASTY[:12] if _plain(f"før {t} etter") not in said] == []
    bold = {_plain("".join(one.itertext())) for one in body.iter("strong")}
    assert _plain(NASTY[0]) in bold


def test_a_language_of_a_style_is_that_of_its_words(tmp_path: Path) -> None:
    """Of a paragraph's style, of a run's, and of what such a style is based on."""
    report = w.Word(language="nb-NO", title="Lesing")
    english = '<w:rPr><w:lang w:val="en-GB"/></w:rPr>'
    report.own_styles = (
        '<w:style w:type="paragraph" w:styleId="Abstract"><w:name w:val="Summary in English"/>'
        f"{english}</w:style>"
        '<w:style w:type="paragraph" w:styleId="Last"><w:name w:val="Last of the summary"/>'
        '<w:basedOn w:val="Abstract"/></w:style>'
        f'<w:style w:type="character" w:styleId="Foreign"><w:name w:val="Fremmed"/>{english}'
        "</w:style>"
    )
    report.body = [
        w.paragraph("Om lesing", style="Heading1"),
        w.paragraph("Vi leser fordi vi liker det, og fordi vi må."),
        w.paragraph("We read because we like it, and for no other reason.", style="Abstract"),
        w.paragraph("That is the whole of the story.", style="Last"),
        w.paragraph(
            "De kaller det ", w.run("the joy of reading", '<w:rStyle w:val="Foreign"/>'), " der."
        ),
    ]
    text = written(tmp_path, report).text
    assert "[We read because we like it, and for no other reason.]{lang=en}" in text
    assert "[That is the whole of the story.]{lang=en}" in text
    assert "[the joy of reading]{lang=en}" in text
    assert text.count("lang=") == 3


def test_the_standard_style_says_the_language_of_the_document(tmp_path: Path) -> None:
    """Whatever Word's own default is: what is in that style is in no other language."""
    report = w.Word(language="it-IT", title="Reading")
    report.own_styles = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:rPr><w:lang w:val="en-US"/></w:rPr></w:style>'
    )
    report.body = [
        w.paragraph("Reading", style="Heading1"),
        w.paragraph("We read because we like it, and at home."),
    ]
    book = written(tmp_path, report)
    assert book.publication.metadata.language == "en"
    assert "lang=" not in book.text


def test_comments_can_be_left_out_of_the_chapters(tmp_path: Path) -> None:
    """The report has them; nothing is left to settle."""
    answers = replace(KNOWN, comments="drop")
    for name in ("kept", "left"):
        (tmp_path / name).mkdir()
    kept = imported(tmp_path / "kept", REPORTS["budget_note"])
    left = imported(tmp_path / "left", REPORTS["budget_note"], answers)
    said = "Kommentar fra"
    assert said in kept.text
    assert said not in left.text
    assert left.kinds().count("comment") == kept.kinds().count("comment") > 0
    assert not left.imported.report.lost
    assert said in (left.path / "import/report.md").read_text("utf-8")
