"""The copy to comment on, read back: words, numbers, languages, alternatives and comments."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pypdfium2
import pytest
from lxml import etree

from bindery.document.model import Element
from bindery.manuscript.load import load
from bindery.pipeline.draft import build_draft
from tests.shelf import DRAWING, SETTINGS, document_of, write_book

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

FIRST = """# Havna

Byen har *en* havn, og [the harbour is old]{lang=en}. Les om [skipene](#skip).[^1]

[^1]: Fra 1950.

    1. Dagboka.
    2. Et brev.

## Skip {#skip}

::: figure
![Kart over havna](../figures/kart.svg)

Havna sett fra nord
:::

![](../figures/kart.svg)

| År | Skip |
|----|-----:|
| 2026 | 12 |

: Skip i havna

- Ett punkt
- Et annet punkt

## Uten lenke hit

::: key-message
Skolen er stor.

Og ny.
:::
"""
SECOND = """# Til slutt

## All is well {lang=en}

::: {lang=en}
The end of it.
:::

Og **takk** for det.

{lang=en}
So long.
"""
PARAGRAPHS = ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "2.1", "2.2", "2.3"]


class Draft:
    """The files of a draft, and what Word has in its one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        write_book(
            folder, FIRST, SECOND, settings=SETTINGS, files={"figures/kart.svg": DRAWING.encode()}
        )
        self.drafted = build_draft(folder, lambda _: None, "en")
        self.word, self.pdf = (path.read_bytes() for path in self.drafted.files)
        with ZipFile(BytesIO(self.word)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.body = self.tree("word/document.xml")
        self.comments = self.tree("word/comments.xml")

    def tree(self, name: str) -> Element:
        """A part of the Word file."""
        return etree.fromstring(self.parts[name])


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Draft:
    """A draft of a small book with everything in it that Word could lose."""
    return Draft(tmp_path_factory.mktemp("draft"))


def style_of(element: Element, kind: str = "p") -> str:
    """The style of a paragraph (``p``) or a run (``r``)."""
    named = element.find(f"{W}{kind}Pr/{W}{kind}Style")
    return "" if named is None else named.get(f"{W}val") or ""


def words_in(element: Element, *, numbers: bool = False) -> str:
    """The words of a paragraph as Word shows them, with or without its number."""
    runs = (run for run in element.iter(f"{W}r", f"{M}r"))
    texts = (
        text.text or ""
        for run in runs
        if numbers or style_of(run, "r") != "ParagraphNumber"
        for text in run.iter(f"{W}t", f"{M}t")
    )
    return " ".join("".join(texts).split())


def test_the_files_say_that_they_are_drafts(draft: Draft) -> None:
    """In their names, in their text, and in no claim of a standard."""
    assert [path.name for path in draft.drafted.files] == [
        "proevebok-draft.docx",
        "proevebok-draft.pdf",
    ]
    assert sorted(path.name for path in (draft.folder / "build").iterdir()) == [
        "proevebok-draft.docx",
        "proevebok-draft.pdf",
        "work",
    ]
    says = "Utkast til kommentar, ikke til utgivelse"
    assert says in [words_in(one) for one in draft.body.iter(f"{W}p")]
    assert says in pypdfium2.PdfDocument(draft.pdf)[0].get_textpage().get_text_range()
    with pikepdf.open(BytesIO(draft.pdf)) as pdf:
        claims = pdf.Root.Metadata.read_bytes()
    assert b"pdfuaid" not in claims
    assert b"pdfaid" not in claims


def test_word_has_the_words_of_the_manuscript(draft: Draft, tmp_path: Path) -> None:
    """Each once and in order; notes at the foot of the page, captions by their objects."""
    document = document_of(tmp_path, FIRST, SECOND)
    unseen = (
        ".//section[@role='doc-endnotes']|.//a[@role='doc-noteref']|.//*[contains(@class, 'heard')]"
    )
    for note in document.body.xpath(unseen):
        note.text = None
        for child in list(note):
            note.remove(child)
    expected = " ".join(" ".join(document.body.itertext()).split())
    expected = re.sub(r"\s+(?=[.,])", "", expected)
    shown = [words_in(one) for one in draft.body.iter(f"{W}p")]
    title, subtitle, author, notice, *others = (one for one in shown if one)
    assert (title, subtitle, author) == ("Prøvebok", "Om å prøve", "Ola Nordmann")
    assert notice.startswith("Utkast")
    assert " ".join(others).split() == expected.split()
    notes = draft.tree("word/footnotes.xml")
    said = [words_in(one) for one in notes.iter(f"{W}p")]
    assert said[-3:] == ["Fra 1950.", "1. Dagboka.", "2. Et brev."]


def test_a_paragraph_has_the_same_number_in_both(draft: Draft) -> None:
    """The chapter's, and its own in the chapter."""
    in_word = {}
    for paragraph in draft.body.iter(f"{W}p"):
        for run in paragraph.iter(f"{W}r"):
            if style_of(run, "r") == "ParagraphNumber":
                in_word["".join(run.itertext()).strip()] = words_in(paragraph)
    assert sorted(in_word) == PARAGRAPHS
    pdf = pypdfium2.PdfDocument(draft.pdf)
    pages = " ".join(page.get_textpage().get_text_range() for page in pdf)
    text = " ".join(pages.replace("\ufffe", "").split())
    for number, words in in_word.items():
        begins = " ".join(words.split()[:3])
        assert f"{number} {begins}" in text, number


def test_headings_tables_and_title_are_words_own(draft: Draft) -> None:
    """So that its outline, its screen readers and its list of files know them."""
    paragraphs = list(draft.body.iter(f"{W}p"))
    levels = {words_in(one): style_of(one) for one in paragraphs if "Heading" in style_of(one)}
    assert levels == {
        "Havna": "Heading1",
        "Skip": "Heading2",
        "Uten lenke hit": "Heading2",
        "Til slutt": "Heading1",
        "All is well": "Heading2",
    }
    (table,) = draft.body.iter(f"{W}tbl")
    headers = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in table.iter(f"{W}tr")]
    assert headers == [True, False]
    core = draft.parts["docProps/core.xml"].decode()
    assert "<dc:title>Prøvebok</dc:title>" in core
    assert "Ola Nordmann" in core
    assert "2026-11-23T00:00:00Z</dcterms:created>" in core


def test_only_what_is_referred_to_has_a_bookmark(draft: Draft) -> None:
    """Pandoc makes one for each heading and section."""
    starts = [one.get(f"{W}name") for one in draft.body.iter(f"{W}bookmarkStart")]
    anchors = {one.get(f"{W}anchor") for one in draft.body.iter(f"{W}hyperlink")} - {None}
    assert starts == ["skip"]
    assert anchors == {"skip"}
    assert len(list(draft.body.iter(f"{W}bookmarkEnd"))) == 1


def test_languages_are_kept(draft: Draft) -> None:
    """Of the document, of words and of whole paragraphs."""
    styles = draft.tree("word/styles.xml")
    assert {one.get(f"{W}val") for one in styles.iter(f"{W}lang")} == {"nb"}
    said: dict[str, str] = {}
    for run in draft.body.iter(f"{W}r"):
        language = run.find(f"{W}rPr/{W}lang")
        if language is not None:
            own = language.get(f"{W}val") or ""
            said[own] = said.get(own, "") + "".join(run.itertext())
    english = ("the harbour is old", "All is well", "2.1 The end of it.", "2.3 So long.")
    assert said == {"en": "".join(english)}


def test_alternatives_are_kept(draft: Draft) -> None:
    """Also of a drawing, which Word gets as a picture."""
    told = [one.get("descr") for one in draft.body.iter(f"{WP}docPr")]
    assert told == ["Kart over havna", ""]
    assert not any("data:" in (one.get("descr") or "") for one in draft.body.iter())
    assert sum(name.startswith("word/media/") for name in draft.parts) >= 1


def test_a_comment_is_at_the_paragraph_that_it_is_about(draft: Draft) -> None:
    """The finding about the image without a text is on its paragraph, in the language asked for."""
    said = {
        one.get(f"{W}id"): " ".join("".join(one.itertext()).split())
        for one in draft.comments.iter(f"{W}comment")
    }
    (number,) = (key for key, words in said.items() if words.startswith("[image-has-alt-text]"))
    assert "has no alternative text" in said[number]
    (start,) = (
        one for one in draft.body.iter(f"{W}commentRangeStart") if one.get(f"{W}id") == number
    )
    paragraph = next(start.iterancestors(f"{W}p"))
    (picture,) = paragraph.iter(f"{WP}docPr")
    assert picture.get("descr") == ""
    ends = {one.get(f"{W}id") for one in draft.body.iter(f"{W}commentRangeEnd")}
    assert ends == set(said)
    assert len(said) == draft.drafted.told


def test_print_has_the_finding_below_its_paragraph(draft: Draft) -> None:
    """With its number."""
    pdf = pypdfium2.PdfDocument(draft.pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in pdf)
    assert "1.3 [image-has-alt-text]" in " ".join(text.split())


def test_a_draft_of_what_cannot_be_read_is_not_made(tmp_path: Path) -> None:
    """The findings say why, and no file is left."""
    book = write_book(tmp_path, "# A\n", settings=SETTINGS.replace('language = "nb"', ""))
    assert load(book).publication is None
    made = build_draft(book, lambda _: None, "nb")
    assert made.files == ()
    assert [one.rule for one in made.findings] == ["settings-are-valid"]


pytestmark = pytest.mark.slow
"""One book is laid out, and pandoc is run."""
