"""A word that falls back to another language says so in every edition; a mark that is lost is told.

Each mark is taken away by itself: whatever bindery says, some mark of it is among them.
"""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pikepdf
import pytest

from bindery.document.model import MATHML, Document
from bindery.document.read import read_document
from bindery.editions.making import Made
from bindery.editions.summary import MAKES_SUMMARY
from bindery.finished.documents import read_page
from bindery.finished.epub import FinishedEpub, read_epub
from bindery.finished.pdf.read import read_pdf
from bindery.manuscript.load import load
from bindery.pipeline.build import build
from bindery.readback.html.compare_html import compared_e_book, compared_summary
from bindery.readback.messages import LANGUAGE, Compared
from bindery.readback.pdf.compare_pdf import compared_pdf
from bindery.vocabulary.evidence import Evidence, Outcome
from bindery.vocabulary.text import verbatim
from tests.readback.web import e_book
from tests.shelf import HOUSE, SETTINGS, document_of, workshop_for, write_book

pytestmark = pytest.mark.slow

BOOKS = HOUSE / "tests/books"
OWN = {"nynorsk": "nn", "sami": "se", "swedish": "sv"}
"""The language of each small book."""

FINNISH = """\
# Satama

::: key-message
Satama on auki.
:::

Laivat tulevat.[^1]

| Laiva | Paikat | Satama | Aika |
|-------|--------|--------|------|
| Aava  | 120 henkilöä | Helsinki | kello kahdeksan aamulla |

$$\\sum_{n=1}^{3} n = 1 + 2 + 3 = 6 = 2 + 4$$

::: editor-note
Luvut.
:::

::: {.link-block kind=video}
Laivat
:::

[^1]: Alaviite.
"""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small books, and one in a language that bindery has no words in, all of them built."""
    folder = tmp_path_factory.mktemp("books")
    for name in OWN:
        shutil.copytree(BOOKS / name, folder / name)
    settings = SETTINGS.replace('language = "nb"', 'language = "fi"')
    ncx = "\n[editions.epub]\nncx = true\n"
    write_book(folder / "finnish", FINNISH, settings=settings + ncx)
    for book in sorted(folder.iterdir()):
        build(book)
    return folder


@cache
def document_in(book: Path) -> Document:
    """The Document of the book."""
    publication = load(book).publication
    assert publication is not None
    return read_document(publication)


def output(book: Path, suffix: str) -> Path:
    """The edition whose file ends like this."""
    slug = document_in(book).publication.slug
    return book / f"build/{slug}{suffix}"


def read_back(book: Path, file: Path) -> Compared:
    """What reading ``file`` back tells, as an edition of the book."""
    document = document_in(book)
    if file.suffix == ".epub":
        return compared_e_book(read_epub(file, file.name), document)
    if file.suffix == ".html":
        return compared_summary(read_page(file, file.name), document)
    return compared_pdf(read_pdf(file), document, file.name)


EDITIONS = (".pdf", ".epub", ".html")
ALL = [(book, suffix) for book in (*OWN, "finnish") for suffix in EDITIONS]


@pytest.mark.parametrize(("book", "suffix"), ALL)
def test_a_book_in_any_language_is_read_back_without_a_finding(
    shelf: Path, book: str, suffix: str
) -> None:
    """Its own words are in the languages that their marks say."""
    examined, findings = read_back(shelf / book, output(shelf / book, suffix))
    assert examined > 15
    assert list(findings) == []


def spoken_in(book: Path) -> Iterator[tuple[str, set[str]]]:
    """The languages of all words of each edition, by its ending."""
    for suffix in (".epub", ".html"):
        file = output(book, suffix)
        heard = read_epub(file) if suffix == ".epub" else read_page(file, file.name)
        marked = {
            language
            for root in heard.documents.values()
            for language in root.xpath("//@lang | //@xml:lang")
        }
        if isinstance(heard, FinishedEpub):
            marked |= {str(of.get(f"{XML}lang", heard.language)) for _, _, of in heard.properties}
        yield suffix, marked
    pdf = read_pdf(output(book, ".pdf"))
    yield (
        ".pdf",
        {word.language for root in pdf.roots for one in root.walk() for word in one.words()}
        | {one.language for root in pdf.roots for one in root.walk()}
        | {language for one in pdf.elements for language in one.contents_languages},
    )


XML = "{http://www.w3.org/XML/1998/namespace}"


@pytest.mark.parametrize(
    ("book", "languages"),
    [
        ("nynorsk", {"nn"}),
        ("swedish", {"sv", "en"}),
        ("sami", {"se", "nb"}),
        ("finnish", {"fi", "en"}),
    ],
)
def test_no_other_language_is_in_the_editions(shelf: Path, book: str, languages: set[str]) -> None:
    """Nynorsk is all nynorsk; what another language lacks is in the one it falls back to."""
    for suffix, spoken in spoken_in(shelf / book):
        # The Swedish summary has no formula, which is what Swedish has no words for.
        wanted = {"sv"} if (book, suffix) == ("swedish", ".html") else languages
        assert spoken == wanted, suffix


def test_only_formulas_are_english_in_a_swedish_book(shelf: Path) -> None:
    """Its e-book has every other word."""
    book = read_epub(output(shelf / "swedish", ".epub"))
    english = [one for root in book.documents.values() for one in root.iterfind(".//*[@lang='en']")]
    assert [[child.tag for child in one] for one in english] == [[f"{MATHML}math"]]


def test_words_of_sami_are_sami(shelf: Path) -> None:
    """What bindery knows in Northern Sámi is said in it, and what it does not know in Norwegian."""
    book = read_epub(output(shelf / "sami", ".epub"))
    headings = {
        "".join(one.itertext()): one.get("lang")
        for root in book.documents.values()
        for one in root.iter("{*}h1", "{*}h2")
    }
    assert headings == {
        "": None,
        "Olmmošvuoigatvuođaid oppamáilmmálaš julggaštus": None,
        "Sisdoallu": None,
        "Sideliste": "nb",
        "Landemerker": "nb",
        "Govvosat": None,
        "Tabeallat": None,
        "Artihkal 1": None,
        "Gielat": None,
        "Noter": "nb",
        "Girjji birra": None,
    }


MARK = re.compile(r' (?:xml:)?lang="(?:nb|en)"')
MARKED = re.compile(rf"<[^<>]*{MARK.pattern}[^<>]*>")


def without_marks(text: str) -> Iterator[str]:
    """The text without one of its marks of another language, each in turn."""
    for tag in MARKED.finditer(text):
        yield text[: tag.start()] + MARK.sub("", tag[0]) + text[tag.end() :]


def in_archive(epub: bytes) -> Iterator[tuple[str, bytes]]:
    """The e-book without one of its marks, each in turn, and the file it was taken from."""
    with ZipFile(BytesIO(epub)) as before:
        files = {name: before.read(name) for name in before.namelist()}
    for changed in (name for name in files if name.endswith(("xhtml", "opf", "ncx"))):
        for text in without_marks(files[changed].decode()):
            archive = BytesIO()
            with ZipFile(archive, "w") as after:
                for name, data in files.items():
                    after.writestr(name, text.encode() if name == changed else data)
            yield changed, archive.getvalue()


def told(book: Path, file: Path) -> set[str]:
    """The rules that the findings on ``file`` are of."""
    return {finding.rule for finding in read_back(book, file)[1]}


@pytest.mark.parametrize(("book", "fewest"), [("sami", 20), ("finnish", 25), ("swedish", 1)])
def test_a_lost_mark_in_the_e_book_is_told(
    shelf: Path, tmp_path: Path, book: str, fewest: int
) -> None:
    """In the text, the titles, the navigation document, the NCX and the package document."""
    taken = 0
    for name, content in in_archive(output(shelf / book, ".epub").read_bytes()):
        twin = tmp_path / f"{taken}.epub"
        twin.write_bytes(content)
        assert told(shelf / book, twin) == {LANGUAGE.name}, (name, taken)
        taken += 1
    assert taken >= fewest


@pytest.mark.parametrize(("book", "fewest"), [("sami", 30), ("finnish", 37)])
def test_a_lost_mark_in_the_summary_is_told(
    shelf: Path, tmp_path: Path, book: str, fewest: int
) -> None:
    """In its text, its list of contents, its offers and its particulars."""
    page = output(shelf / book, ".html").read_text(encoding="utf-8")
    twins = list(without_marks(page))
    for number, text in enumerate(twins):
        twin = tmp_path / f"{number}.html"
        twin.write_text(text, encoding="utf-8")
        assert told(shelf / book, twin) == {LANGUAGE.name}, number
    assert len(twins) >= fewest


def pdf_without_marks(file: Path, folder: Path) -> Iterator[Path]:
    """The PDF without one of its marks, each in turn."""
    with pikepdf.open(file) as pdf:
        marked = [
            one.objgen
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and "/Lang" in one and "/Pages" not in one
        ]
    for number, place in enumerate(marked):
        with pikepdf.open(file) as pdf:
            del pdf.get_object(place)["/Lang"]
            pdf.save(folder / f"{number}.pdf")
        yield folder / f"{number}.pdf"


@pytest.mark.parametrize(("book", "fewest"), [("sami", 11), ("finnish", 15), ("swedish", 1)])
def test_a_lost_mark_in_the_pdf_is_told(
    shelf: Path, tmp_path: Path, book: str, fewest: int
) -> None:
    """In its structure tree, and in the descriptions of its links."""
    taken = 0
    for twin in pdf_without_marks(output(shelf / book, ".pdf"), tmp_path):
        assert told(shelf / book, twin) == {LANGUAGE.name}, twin.name
        taken += 1
    assert taken >= fewest


def said(standard: str, checker: str, outcome: Outcome) -> Evidence:
    """What a checker has found out about a file."""
    unit = verbatim("–")
    return Evidence(checker, "1", "–", standard, 1, unit, outcome)


def test_a_lost_mark_among_the_proofs_is_told(shelf: Path, tmp_path: Path) -> None:
    """What a released summary says of each file, where nothing but its own words is known."""
    document = document_in(shelf / "sami")
    proven = {
        "pdf": (
            said("PDF/UA-1", "veraPDF", Outcome.PASSED),
            said("PDF/UA-1", "Matterhorn", Outcome.CANNOT_TELL),
            said("bindery read-back", "bindery", Outcome.PASSED),
        )
    }
    made = {"pdf": Made(b"-" * 1_400_000, 1), "epub": Made(b"-" * 70_000, 3)}
    workshop = replace(workshop_for(document, tmp_path), proven=proven)
    page = MAKES_SUMMARY.make(document, workshop, made).content.decode()
    for words in ("tilgjengelig PDF", "noe må kontrolleres manuelt", "1 side, 1,4\u00a0MB"):
        assert f'<span lang="nb">{words}</span>' in page
    whole = tmp_path / "whole.html"
    whole.write_text(page, encoding="utf-8")
    assert told(shelf / "sami", whole) == set()
    for number, text in enumerate(without_marks(page)):
        twin = tmp_path / f"{number}.html"
        twin.write_text(text, encoding="utf-8")
        assert told(shelf / "sami", twin) == {LANGUAGE.name}, number


def test_a_mark_that_the_document_lacks_is_told(tmp_path: Path) -> None:
    """What every edition is made from is not believed either: the files of languages are."""
    settings = SETTINGS.replace('language = "nb"', 'language = "fi"')
    number = 0
    while True:
        document = document_of(tmp_path, FINNISH, settings=settings)
        marked = [one for one in document.body.iter() if "lang" in one.attrib]
        if number == len(marked):
            break
        del marked[number].attrib["lang"]
        epub = read_epub(e_book(document, tmp_path), "proevebok.epub")
        _, findings = compared_e_book(epub, document)
        assert [finding.rule for finding in findings] == [LANGUAGE.name], number
        number += 1
    assert number == 7
