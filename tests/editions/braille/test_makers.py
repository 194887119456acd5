"""The three braille editions: when they are made, what is told when not, and what is in them."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest
from lxml import etree

from bindery.document.model import Document
from bindery.editions import makers_of
from bindery.editions.braille import makers
from bindery.editions.braille.makers import MAKES_EBRAILLE, braille_findings
from bindery.editions.braille.pages_in_ascii import TABLES
from bindery.editions.making import Made
from bindery.finished.braille_pages import read_pef
from bindery.finished.epub import FinishedEpub, read_epub
from bindery.manuscript.load import load
from bindery.readback.braille import brf_tables
from bindery.readback.braille.compare_ebraille import compared_ebraille
from bindery.readback.braille.compare_pages import compared_pages
from bindery.tools import inventory, locate
from bindery.tools.locate import dotify_jars
from bindery.vocabulary.editions import BRF, EBRAILLE, EPUB, PDF, PEF
from bindery.vocabulary.publication import Publication
from tests.editions.braille.made import BRAILLE, made
from tests.shelf import SETTINGS, workshop_for, write_book

OPF = "{http://www.idpf.org/2007/opf}"


def publication(folder: Path, settings: str) -> Publication:
    """A book of one chapter with these settings."""
    loaded = load(write_book(folder, "# Tittel\n\nTekst.\n", settings=settings))
    assert loaded.publication is not None, loaded.findings
    return loaded.publication


def made_of(one: Publication) -> list[str]:
    """The names of its editions."""
    return [maker.edition.name for maker in makers_of(one)]


def test_braille_is_made_when_it_is_asked_for(tmp_path: Path) -> None:
    """A publication without the key has none, and nobody is told anything."""
    without = publication(tmp_path / "a", SETTINGS)
    assert "ebraille" not in made_of(without)
    assert list(braille_findings(without)) == []
    asked = publication(tmp_path / "b", SETTINGS + BRAILLE)
    assert made_of(asked)[-4:] == ["ebraille", "pef", "brf", "html"]
    assert list(braille_findings(asked)) == []


def test_without_the_tools_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other editions are made; a warning names the command that gets what is missing."""
    asked = publication(tmp_path, SETTINGS + BRAILLE)
    monkeypatch.setattr(locate, "TOOLS", tmp_path)
    assert "ebraille" not in made_of(asked)
    (told,) = braille_findings(asked)
    assert told.rule == "braille-is-made"
    assert told.location.path == "manuscript/publication.toml"
    assert "liblouis, Dotify" in told.hint.en
    assert "setup --only braille" in told.hint.nb


def test_java_is_got_along_with_the_tools(monkeypatch: pytest.MonkeyPatch) -> None:
    """Checkers need it as well, but the command for those does not get the tools for braille."""
    nothing = tuple(replace(tool, version=lambda: "") for tool in inventory.INVENTORY)
    monkeypatch.setattr(inventory, "INVENTORY", nothing)
    told = inventory.missing("liblouis", "Dotify", "Java")
    assert told is not None
    assert told.en.startswith("liblouis, Dotify, Java is missing")
    assert told.en.endswith("setup --only braille")


def test_a_language_without_braille_is_refused_by_name(tmp_path: Path) -> None:
    """There is no German braille, and the author gets to know of which languages there is."""
    asked = publication(tmp_path, SETTINGS.replace('"nb"', '"de"') + BRAILLE)
    assert "ebraille" not in made_of(asked)
    (told,) = braille_findings(asked)
    assert "tysk" in told.message.nb
    assert "German" in told.message.en
    assert "nynorsk" in told.hint.nb


def test_another_machine_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the engine does not run, no command can get it."""
    monkeypatch.setattr(makers, "RUNS_HERE", False)
    (told,) = braille_findings(publication(tmp_path, SETTINGS + BRAILLE))
    assert "x86_64" in told.hint.en


@pytest.fixture(scope="module")
def ebraille() -> FinishedEpub:
    """The eBraille of the small book."""
    return read_epub(made()[1][EBRAILLE.name].content)


@pytest.mark.slow
def test_two_makes_give_the_same_bytes(tmp_path: Path) -> None:
    """Nothing in the files says when they were made."""
    document, editions = made()
    again = MAKES_EBRAILLE.make(document, workshop_for(document, tmp_path), editions)
    assert again.content == editions[EBRAILLE.name].content
    assert again.also == (editions[PEF.name].content, editions[BRF.name].content)


@pytest.mark.slow
def test_the_ebraille_says_what_it_is(ebraille: FinishedEpub) -> None:
    """Its cells, its code, who made it, and that nobody has proofread it."""
    said = {name: value for name, value, _ in ebraille.properties}
    assert said["a11y:brailleCellType"] == "6"
    assert said["a11y:brailleSystem"] == "Norwegian-6dot grade1"
    assert said["a11y:completeTranscription"] == "true"
    assert said["a11y:producer"] == "Prøveforlaget"
    assert said["a11y:tactileGraphics"] == "none"
    assert "Ingen som leser punktskrift" in said["schema:accessibilitySummary"]
    assert ("language", "nb-Brai") in [(name, value) for name, value, _ in ebraille.dublin_core]


@pytest.mark.slow
def test_the_page_list_has_print_digits_and_cells(ebraille: FinishedEpub) -> None:
    """A page is called by its cells, and by the digits that the others in the room say."""
    links = ebraille.navigation_entries("page-list")
    assert [link.get("title") for link in links] == ["1", "2", "3", "4", "5", "6"]
    assert [link.text for link in links][:3] == ["⠼⠁", "⠼⠃", "⠼⠉"]


@pytest.mark.slow
def test_the_container_is_as_readers_expect() -> None:
    """The type comes first and is not compressed; navigation and package are in the root."""
    with ZipFile(BytesIO(made()[1][EBRAILLE.name].content)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert archive.read("mimetype") == b"application/epub+zip"
        assert {"index.html", "package.opf"} <= set(archive.namelist())


@pytest.mark.slow
def test_the_pef_follows_its_schema() -> None:
    """The schema is the one in Dotify's own archive."""
    (library, _) = dotify_jars()
    with ZipFile(library) as archive:
        schema = archive.read("org/daisy/braille/utils/pef/resource-files/pef-2008-1-full.rng")
    rules = etree.RelaxNG(etree.fromstring(schema))
    assert rules.validate(etree.fromstring(made()[1][PEF.name].content)), rules.error_log


@pytest.mark.slow
def test_the_brf_is_rows_and_form_feeds() -> None:
    """Each page ends with a form feed, and each row with a carriage return and a line feed."""
    content = made()[1][BRF.name].content
    pages = read_pef(made()[1][PEF.name].content).pages
    assert content.count(b"\f") == len(pages)
    assert content.isascii()
    assert b"\n" not in content.replace(b"\r\n", b"")


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_ascii_has_64_cells(name: str) -> None:
    """No two cells have one character, and the reader's own table says the same."""
    assert len(set(TABLES[name])) == 64
    cells = {sign: chr(0x2800 + at) for at, sign in enumerate(TABLES[name])}
    assert cells == brf_tables.TABLES[name]


@pytest.fixture(scope="module")
def long_book() -> Iterator[tuple[Document, dict[str, Made]]]:
    """A book of many sheets, in volumes of 20, with the proof of who has read it."""
    proof = '\n[editions.braille.proofread]\nby = "Kari"\non = 2026-11-30\nversion = "1.0.0"\n'
    sized = BRAILLE + 'sheets = 20\npaper = "32x29"\n' + proof
    document, editions = made(SETTINGS + sized, 24)
    yield document, dict(editions)


@pytest.mark.slow
def test_volumes_are_read_back(long_book: tuple[Document, dict[str, Made]]) -> None:
    """Each volume has its title page and its part of the contents, and no word is lost between."""
    document, editions = long_book
    e_book = read_epub(editions[EPUB.name].content)
    pages = read_pef(editions[PEF.name].content)
    assert len(pages.volumes) > 1
    assert max(pages.volumes) <= 40
    count, findings = compared_pages(pages, document, PEF.called, e_book)
    assert count > 7_000
    assert findings == ()


@pytest.mark.slow
def test_who_has_proofread_it_is_said(long_book: tuple[Document, dict[str, Made]]) -> None:
    """A name and a date replace the words that nobody has, for that version alone."""
    document, editions = long_book
    finished = read_epub(editions[EBRAILLE.name].content)
    said = {name: value for name, value, _ in finished.properties}
    assert "Kari har lest korrektur, 30. november 2026" in said["schema:accessibilitySummary"]
    assert compared_ebraille(finished, document, None)[1] == ()
    newer = document.publication.settings
    other = replace(newer.publication, version="1.0.1")
    changed = replace(document.publication, settings=replace(newer, publication=other))
    findings = compared_ebraille(finished, replace(document, publication=changed), None)[1]
    assert any("Ingen" in one.message.nb for one in findings)
    assert editions[PDF.name].count > 1
