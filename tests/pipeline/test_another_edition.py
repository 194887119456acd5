"""A new edition is a row, a maker, a reader and its words: all else follows from the row."""

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree, html

from bindery import editions as makers
from bindery import locales
from bindery.document.model import Document, text_of
from bindery.editions.making import Made, Maker, Workshop
from bindery.pipeline.build import build
from bindery.readback import read_back as reading
from bindery.readback.messages import SAYS, Compared, Near
from bindery.vocabulary import editions as table
from bindery.vocabulary.checker import Checker, Subject
from bindery.vocabulary.editions import READ_BACK, Edition, Product
from bindery.vocabulary.findings import Location
from bindery.vocabulary.text import Text, verbatim
from tests.pipeline.releasing import STANDARDS, check_with, invoke_release, prober
from tests.shelf import write_book

pytestmark = pytest.mark.slow

PLAIN_TEXT = "text/plain"
STANDARD = "Plain text 1.0"

PLAIN = Edition(
    "plain",
    ".txt",
    PLAIN_TEXT,
    title=Text(nb="Ren tekst", en="Plain text"),
    called=Text(nb="tekstfilen", en="the text file"),
    standards=(STANDARD, READ_BACK),
    place=5,
    product=Product("E112", "E200", "112A"),
)


def _make(document: Document, _workshop: Workshop, _made: Mapping[str, Made]) -> Made:
    return Made(text_of(document.body).encode(), 1)


def _read(subject: Subject, expected: reading.Expected) -> Compared:
    """The words must be the Document's."""
    said = text_of(expected.document.body)
    near = Near(Location(subject.name), subject.edition.called)
    wrong = SAYS.broken(near, verbatim("other words"))
    return 1, () if subject.output.read_text(encoding="utf-8") == said else (wrong,)


WORDS = """
[editions.plain]
title = "Tekstfil"
purpose = "For alle."
"""


@pytest.fixture(autouse=True)
def another(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the row, the maker, the reader and the words where their like stand."""
    folder = tmp_path_factory.mktemp("words") / "locales"
    shutil.copytree(locales.FOLDER, folder, ignore=shutil.ignore_patterns("*.py*"))
    with (folder / "nb.toml").open("a", encoding="utf-8") as file:
        file.write(WORDS)
    monkeypatch.setattr(locales, "FOLDER", folder)
    *others, last = table.EDITIONS
    _put(monkeypatch, table.EDITIONS, (*others, PLAIN, last))
    *others_made, last_made = makers.MAKERS
    _put(monkeypatch, makers.MAKERS, (*others_made, Maker(PLAIN, _make), last_made))
    _put(monkeypatch, reading.READERS, {**reading.READERS, PLAIN_TEXT: _read})


def _put(monkeypatch: pytest.MonkeyPatch, old: object, new: object) -> None:
    """Let ``new`` be what every module gets that imports ``old``."""
    for name, module in [*sys.modules.items()]:
        if name.partition(".")[0] == "bindery":
            for key, value in [*vars(module).items()]:
                if value is old:
                    monkeypatch.setattr(module, key, new)


def test_it_is_built(tmp_path: Path) -> None:
    """It lies beside the others, under the ending of its row."""
    built = build(write_book(tmp_path, "# Tittel\n\nTekst.\n"))
    assert [output.edition.name for output in built.outputs] == ["pdf", "epub", "plain", "html"]
    assert (tmp_path / "build/proevebok.txt").read_text(encoding="utf-8") == "Tittel Tekst."


@pytest.fixture
def released(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The bundle of a book that is released in all its editions."""
    check_with(monkeypatch, prober(standards=(*STANDARDS, STANDARD)))
    assert invoke_release(write_book(tmp_path, "# Tittel\n\nTekst.\n")) == 0
    return tmp_path / "build/release"


def test_everything_tells_of_it(released: Path) -> None:
    """Evidence, statement, summary, ONIX record, digests and bundle: none has to be taught."""
    page = html.fromstring((released / "reports/evidence.html").read_bytes())
    assert "Ren tekst" in page.xpath("//h3[starts-with(@id, 'edition-')]/text()")
    section = page.xpath("string(//h3[@id='edition-plain']/following-sibling::*[1])")
    assert "proevebok.txt" in section

    basis = released.parent / "reports/grunnlag-for-tilgjengelighetserklaering.html"
    statement = html.fromstring(basis.read_bytes())
    assert "build/proevebok.txt" in statement.xpath("//h3/text()")

    summary = html.fromstring((released / "index.html").read_bytes())
    (offer,) = summary.xpath("//ul[@class='downloads']/li[.//a[@href='proevebok.txt']]")
    assert all(words in text_of(offer) for words in ("Tekstfil", "For alle."))
    (kept,) = summary.xpath("//details/h3[starts-with(., 'Tekstfil')]/following-sibling::ul[1]")
    assert STANDARD in text_of(kept)

    record = etree.parse(released / "onix.xml")
    assert "E112" in record.xpath("//*[local-name()='ProductFormDetail']/text()")

    assert "proevebok.txt" in (released / "SHA256SUMS").read_text(encoding="utf-8")
    with ZipFile(next(released.glob("*.zip"))) as archive:
        assert any(name.endswith("proevebok.txt") for name in archive.namelist())


def test_it_is_read_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Other words than the manuscript's are found by the reader, and keep it from going out."""
    check_with(monkeypatch, prober(standards=(*STANDARDS, STANDARD)))

    def _astray(*_: object) -> Made:
        return Made(b"Noe annet.", 1)

    _put(
        monkeypatch,
        makers.MAKERS,
        tuple(
            Maker(one.edition, _astray) if one.edition is PLAIN else one for one in makers.MAKERS
        ),
    )
    assert invoke_release(write_book(tmp_path, "# Tittel\n\nTekst.\n")) == 1
    assert "edition-says-what-the-manuscript-says" in capsys.readouterr().out


def test_a_standard_that_nobody_judges_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An edition that no checker knows does not go out."""
    none: tuple[Checker, ...] = (prober(),)
    check_with(monkeypatch, *none)
    assert invoke_release(write_book(tmp_path, "# Tittel\n\nTekst.\n")) == 2
    assert "proevebok.txt" in capsys.readouterr().err
