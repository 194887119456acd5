"""A word comes with its language; what a language lacks comes from the one after it."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from bindery import locales
from bindery.editions.summary import MAKES_SUMMARY
from bindery.locales import FOLDER, Word, locale_of, quotation_marks
from bindery.locales.for_authors import name_of, written_date
from bindery.vocabulary.text import Text
from tests.shelf import SETTINGS, document_of, workshop_for

DAY = date(2026, 11, 23)
VERSION = "particulars.version-of-date"


@pytest.mark.parametrize(
    ("asked", "key", "word"),
    [
        ("nb", "parts.contents", Word("Innhold", "nb")),
        ("nn", "parts.contents", Word("Innhald", "nn")),
        ("se", "parts.contents", Word("Sisdoallu", "se")),
        ("se", "parts.notes", Word("Noter", "nb")),
        ("sv", "formulas.signs.times", Word("times", "en")),
        ("fi", "parts.contents", Word("Contents", "en")),
        ("", "parts.contents", Word("Contents", "en")),
        ("en-GB", "parts.contents", Word("Contents", "en-GB")),
        ("nn-NO", "parts.contents", Word("Innhald", "nn-NO")),
        ("NB-no", "parts.contents", Word("Innhold", "NB-no")),
        ("no", "parts.contents", Word("Innhold", "no")),
        ("se-NO", "parts.notes", Word("Noter", "nb")),
    ],
)
def test_a_word_says_its_language(asked: str, key: str, word: Word) -> None:
    """The reader's own language as it was asked for, or the one that the word came from."""
    assert locale_of(asked).word(key) == word


def test_what_is_filled_in_is_written_in_the_words_language() -> None:
    """A date in a Norwegian word is Norwegian, also in a book in Sámi."""
    assert locale_of("se").word(VERSION, version="1.0", date=DAY) == Word(
        "1.0, 23. november 2026", "nb"
    )
    assert locale_of("de").word(VERSION, version="1.0", date=DAY).text == "1.0, 23. November 2026"


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("nb", "23. november 2026"),
        ("nn", "23. november 2026"),
        ("en", "23 November 2026"),
        ("sv", "23 november 2026"),
        ("da", "23. november 2026"),
        ("uk", "23 листопада 2026\u202fр."),
        ("pl", "23 listopada 2026"),
        ("ar", "23 نوفمبر 2026"),
    ],
)
def test_dates_are_written_as_the_language_does(language: str, written: str) -> None:
    """CLDR's long date, English as it is written in Europe."""
    assert locale_of(language).word(VERSION, version="", date=DAY).text[2:] == written


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("nb", ("0 sider", "1 side", "2 sider", "5 sider")),
        ("en", ("0 pages", "1 page", "2 pages", "5 pages")),
        ("pl", ("0 stron", "1 strona", "2 strony", "5 stron")),
        ("uk", ("0 сторінок", "1 сторінка", "2 сторінки", "5 сторінок")),
        ("ar", ("0 صفحة", "صفحة واحدة", "صفحتان", "5 صفحات")),
        ("se", ("0 sider", "1 side", "2 sider", "5 sider")),
    ],
)
def test_a_number_has_its_plural(language: str, forms: tuple[str, ...]) -> None:
    """Each language has its own forms, and its own rule for them."""
    counted = [locale_of(language).counted("pages", count).text for count in (0, 1, 2, 5)]
    assert counted == list(forms)


def test_numbers_and_lists_are_the_languages() -> None:
    """The decimal mark, and the word before the last of several."""
    assert [locale_of(one).decimal(1.4) for one in ("nb", "se", "en", "fi")] == [
        "1,4",
        "1,4",
        "1.4",
        "1.4",
    ]
    assert locale_of("en").listed(["a", "b", "c"]) == "a, b and c"
    assert locale_of("de").listed(["a", "b"]) == "a und b"


def test_what_is_read_together_is_in_one_language() -> None:
    """The nearest language that has all of it: a table, or some words."""
    se = locale_of("se")
    assert se.having("parts.contents").language == "se"
    assert se.having("parts.contents", "parts.notes").language == "nb"
    assert se.having("formulas").language == "nb"
    assert locale_of("sv").having("formulas").language == "en"
    with pytest.raises(KeyError):
        se.word("parts.of-no-language")


def test_what_is_said_is_known_again() -> None:
    """Whatever is filled in; a number only where one belongs; nothing for other words."""
    se = locale_of("se")
    assert se.language_of("Tabealla 12", ("blocks.table",)) == "se"
    assert se.language_of("Tabealla av to", ("blocks.table",)) is None
    assert se.language_of("Omslaget til «Havn». Kommunen.", ("parts",)) == "nb"
    assert se.language_of("Oversikt", ("parts",)) is None


@pytest.mark.parametrize(
    ("language", "marks"),
    [
        ("nb", "«»‘’"),
        ("no", "«»‘’"),
        ("nn-NO", "«»‘’"),
        ("sv", "””’’"),
        ("fi", "””’’"),
        ("uk", "«»„“"),
        ("en", "“”‘’"),
        ("ja", "「」『』"),
        ("lt", "„“„“"),
        ("pt-BR", "“”‘’"),
        ("pt-PT", "«»“”"),
        ("sr-Latn", "„“‘‘"),
        ("sms", "\"\"''"),
    ],
)
def test_quotation_marks(language: str, marks: str) -> None:
    """A language has its own, also without other words; those of the rest stay straight."""
    assert "".join(quotation_marks(language)) == marks


def test_french_marks_stand_apart() -> None:
    """A narrow space that no line breaks at."""
    assert quotation_marks("fr-CA")[:2] == ("«\u202f", "\u202f»")


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("nb", Text(nb="bokmål", en="bokmål")),
        ("se", Text(nb="nordsamisk", en="Northern Sámi")),
        ("uk", Text(nb="ukrainsk", en="Ukrainian")),
        ("fkv", Text(nb="kvensk", en="Kven")),
        ("und", Text(nb="et språk som ikke er oppgitt", en="a language that is not stated")),
        ("qqq", Text(nb="«qqq»", en="“qqq”")),
    ],
)
def test_authors_know_a_language_by_its_name(language: str, name: Text) -> None:
    """CLDR's, but for the languages it calls otherwise; the tag, where nobody has a name."""
    assert name_of(language) == name


def test_authors_read_dates_in_their_language() -> None:
    """Norwegian and English."""
    assert written_date(DAY) == Text(nb="23. november 2026", en="23 November 2026")


FAROESE = """\
[language]
cldr = "fo"
falls-back-to = "da"
date = "long"
quotation-marks = ["„", "“", "‚", "‘"]
alphabet = "aábdðefghiíjklmnoóprstuúvyýæø"

[parts]
contents = "Innihald"

[blocks]
key-message = "Stutt sagt"
"""


def test_a_language_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its file a language is used; what it lacks is read in the one it falls back to."""
    folder = tmp_path / "locales"
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("*.py*"))
    (folder / "fo.toml").write_text(FAROESE, encoding="utf-8")
    monkeypatch.setattr(locales, "FOLDER", folder)
    settings = SETTINGS.replace('language = "nb"', 'language = "fo"')
    long = "Havn. " * 401
    chapter = f'# Havn\n\n::: key-message\nHavnin er "góð".\n\n{long}\n:::\n'
    document = document_of(tmp_path, chapter, settings=settings)
    page = MAKES_SUMMARY.make(document, workshop_for(document, tmp_path), {}).content.decode()
    assert '<h2 id="hopp">Innihald</h2>' in page
    assert '<h2 id="kort-sagt">Stutt sagt</h2>' in page
    assert '<h2 id="om-utgaven"><span lang="da">Om denne udgave</span></h2>' in page
    assert "Havnin er „góð“." in page
