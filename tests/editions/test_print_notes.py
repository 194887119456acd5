"""Notes in print: at the foot of the page, once, with a way there and a way back."""

import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from bindery.document.model import text_of
from bindery.editions.pdf import MAKES_PDF
from bindery.editions.pdf.footnotes import BESIDE, LONGEST, move_notes_to_pages
from bindery.tools.run import run
from tests.shelf import SETTINGS, document_of, workshop_for

NOTES = ".//section[@role='doc-endnotes']"
FOOTNOTES = ".//aside[@role='doc-footnote']"
LONG = "Dette er en setning som er lang nok til å fylle mer enn en linje på en liten side. "


def printed(folder: Path, markdown: str) -> etree._Element:
    """A chapter with its notes where print has them."""
    chapter = document_of(folder, markdown).body[0]
    move_notes_to_pages(chapter, "nb")
    return chapter


def test_a_note_stands_with_its_reference(tmp_path: Path) -> None:
    """The note stands where it is referred to, and its number leads back there."""
    chapter = printed(tmp_path, "# A\n\nEn setning.[^1] Og mer.\n\n[^1]: Noten.\n")
    reference, footnote = chapter.find(".//a[@role='doc-noteref']"), chapter.find(FOOTNOTES)
    assert reference is not None
    assert footnote is not None
    assert reference.getnext() is footnote
    assert footnote.tail == " Og mer."
    assert reference.get("href") == f"#{footnote.get('id')}"
    back = footnote[0].find("a[@role='doc-backlink']")
    assert back is not None
    assert back.get("href") == f"#{reference.get('id')}"
    assert text_of(footnote) == "1Noten."


def test_a_note_is_heard_in_its_own_language(tmp_path: Path) -> None:
    """A Norwegian note to an English passage is Norwegian, and an English one needs no mark."""
    english = "::: {lang=en}\nEnglish.[^1]\n:::\n\nNorsk.[^2]\n\n[^1]: Norsk note.\n[^2]: Note.\n"
    first, second = printed(tmp_path, f"# A\n\n{english}").findall(FOOTNOTES)
    assert (first.get("lang"), second.get("lang")) == ("nb", None)


def test_no_list_is_left_when_all_notes_have_moved(tmp_path: Path) -> None:
    """There is no heading over nothing."""
    chapter = printed(tmp_path, "# A\n\nEn.[^1] To.[^2]\n\n[^1]: Ja.\n[^2]: Nei.\n")
    assert chapter.find(NOTES) is None
    assert [note.get("id") for note in chapter.iterfind(FOOTNOTES)] == ["note-1-1", "note-1-2"]


@pytest.mark.parametrize(
    "markdown",
    [
        "# Tittel[^1]\n\nTekst.\n",
        "# A\n\n## Overskrift[^1]\n",
        "# A\n\n:::: {.table}\n| By[^1] | Fylke |\n|---|---|\n| Bodø | Nordland |\n\nByer\n::::\n",
        "# A\n\n:::: {.table}\n| By | Fylke |\n|---|---|\n| Bodø | Nordland |\n\nByer[^1]\n::::\n",
        "# A\n\n:::: {.figure}\n![Kart](../figures/kart.svg)\n\nKartet.[^1]\n::::\n",
        "# A\n\n[En lenke[^1]](https://example.org)\n",
    ],
    ids=["title", "heading", "header cell", "table's caption", "figure's caption", "link"],
)
def test_names_are_not_broken_by_a_note(tmp_path: Path, markdown: str) -> None:
    """The words by which a reader finds something have no note in their midst."""
    chapter = printed(tmp_path, f"{markdown}\n\n[^1]: Noten.\n")
    assert chapter.find(FOOTNOTES) is None
    assert [item.get("id") for item in chapter.iterfind(f"{NOTES}/ol/li")] == ["note-1-1"]


@pytest.mark.parametrize(
    "note",
    ["ord " * (LONGEST // 4 + 2), "Kode:\n\n    ```\n    x\n    ```"],
    ids=["too long", "code"],
)
def test_what_a_page_may_not_hold_stays_at_the_chapters_end(tmp_path: Path, note: str) -> None:
    """A long note stays in the list, with its number, and the short ones leave."""
    chapter = printed(tmp_path, f"# A\n\nEn.[^a] To.[^b]\n\n[^a]: Kort.\n[^b]: {note}\n")
    assert [item.get("id") for item in chapter.iterfind(FOOTNOTES)] == ["note-1-1"]
    (left,) = chapter.iterfind(f"{NOTES}/ol/li")
    assert (left.get("id"), left.get("value")) == ("note-1-2", "2")
    assert left.find(".//a[@role='doc-backlink']") is not None


def test_a_note_of_several_paragraphs_moves_whole(tmp_path: Path) -> None:
    """All its blocks go along, and its worded way back does not."""
    note = "[^1]: Først.\n\n    Så *dette*.\n\n    - og\n    - dette\n"
    chapter = printed(tmp_path, f"# A\n\nEn.[^1]\n\n{note}")
    footnote = chapter.find(FOOTNOTES)
    assert footnote is not None
    assert [block.tag for block in footnote] == ["span", "p", "p", "ul"]
    said = [text_of(block) for block in (*footnote[:-1], *footnote[-1])]
    assert said == ["1", "Først.", "Så dette.", "og", "dette"]


PLACES = {
    "avsnitt": f"{LONG} ord.[^b] {LONG * 4}\n",
    "utheving": f"{LONG} *ord ord.[^b] {LONG}* {LONG * 4}\n",
    "liste": f"- {LONG} ord.[^b] {LONG * 4}\n- {LONG}\n",
    "loesliste": f"- {LONG} ord.[^b] {LONG * 4}\n\n  {LONG}\n\n- {LONG}\n",
    "definisjon": f"Ord\n: {LONG} ord.[^b] {LONG * 4}\n",
    "term": f"Ord.[^b]\n: {LONG}\n",
    "sitat": f"> {LONG} ord.[^b] {LONG * 4}\n",
    "budskap": f"::: key-message\n{LONG} ord.[^b] {LONG * 4}\n:::\n",
    "tabell": f":::: {{.table}}\n| A | B |\n|---|---|\n| {LONG * 2} | b |\n"
    f"| {LONG} ord.[^b] {LONG * 4} | c |\n\nTabell\n::::\n",
}


@pytest.mark.slow
@pytest.mark.long
def test_no_note_is_lost_or_printed_twice(tmp_path: Path) -> None:
    """Wherever on the page its reference falls, a note is printed once: there or a page later."""
    filled = [
        (place, lines) for at, place in enumerate(PLACES) for lines in range(6 + at % 3, 15, 3)
    ]
    chapters = [
        "\n\n".join(
            [
                f"# Tittel\n\nKort.[^a] {LONG}",
                *["Fyll."] * lines,
                PLACES[place],
                f"[^a]: {LONG * 2}\n[^b]: Note{place}{lines}x\n",
            ]
        )
        for place, lines in filled
    ]
    settings = f'{SETTINGS}\n[editions.pdf]\npage-size = "A5"\n'
    document = document_of(tmp_path, *chapters, settings=settings)
    made = MAKES_PDF.make(document, workshop_for(document, tmp_path), {})
    (tmp_path / "b.pdf").write_bytes(made.content)
    text = run(["pdftotext", "-raw", tmp_path / "b.pdf", "-"]).stdout
    found = Counter(re.findall(r"Note([a-z]+)(\d+)x", text))
    assert found == {(place, str(lines)): 1 for place, lines in filled}


def test_marks_are_apart_only_where_they_meet(tmp_path: Path) -> None:
    """Words between two marks keep them apart."""
    text = "# T\n\nEn.[^1][^2] To.[^3] *Tre*.[^4]\n\n[^1]: A\n[^2]: B\n[^3]: C\n[^4]: D\n"
    marks = [one for one in printed(tmp_path, text).iter("a") if one.get("role") == "doc-noteref"]
    assert [BESIDE in (one.get("class") or "").split() for one in marks] == [0, 1, 0, 0]
