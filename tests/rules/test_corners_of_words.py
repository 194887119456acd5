"""What the pages of rules on links, notes and words are too short to show."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bindery.manuscript.source import Manuscript
from bindery.prose.readings import readings
from bindery.rules.manuscript import (
    abbreviation_is_explained,
    link_target_has_one_name,
    link_text_has_one_target,
    note_is_referred_to,
    note_is_written_once,
    note_mark_is_read_as_one,
    text_is_not_in_capitals,
)
from bindery.vocabulary.findings import Finding
from tests.rules.books import manuscript_of

CHAPTER = "chapters/01.md"

Find = Callable[[Manuscript], Iterator[Finding]]


def _book(folder: Path, text: str, **files: str) -> Manuscript:
    return manuscript_of(folder, {CHAPTER: f"# Studien\n\n{text}\n", **files})


def _lines(find: Find, manuscript: Manuscript) -> list[int | None]:
    return [finding.location.line for finding in find(manuscript)]


def test_prose_is_in_the_language_nearest_to_it(tmp_path: Path) -> None:
    """A word's own language, then the passage's, then the chapter's; code is not read."""
    text = "::: {lang=en}\nA [ord]{lang=nn} and `kode`.\n:::\n\nEt ord."
    passage, word = list(readings(_book(tmp_path, text)))[1:]
    assert [part.language for part in passage.stretches] == ["en", "nn", "en"]
    assert passage.only("nn").strip("\ufffc") == "ord"
    assert "kode" not in passage.text
    assert word.language == "nb"


@pytest.mark.parametrize(
    "text",
    [
        "Den 2. februar kom hun.",
        "Det var bl.a. Kari som sa det.",
        "Adm.dir. Ole kom.",
        "Skriv til H. C. Andersen.",
        "Det er nr. 4 på lista …",
    ],
)
def test_a_full_stop_is_not_always_the_end(tmp_path: Path, text: str) -> None:
    """Ordinals, initials and words cut short go on."""
    (reading,) = list(readings(_book(tmp_path, text)))[1:]
    assert [sentence.text for sentence in reading.sentences()] == [text]


def test_sentences_know_where_they_stand(tmp_path: Path) -> None:
    """A finding in the second sentence has its own line and column."""
    (reading,) = list(readings(_book(tmp_path, "Ett ord.\n«To ord», sa hun. Tre!")))[1:]
    places = [reading.at(sentence.start) for sentence in reading.sentences()]
    assert [(place.line, place.column) for place in places] == [(3, 1), (4, 1), (4, 19)]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("[Funn](02.md) og [funn](02.md#metode).", []),
        ("[Svar](#svar) og [svar](02.md#svar).", []),
        ("[Svar](https://ks.no/a) og [svar](http://www.ks.no/a/).", []),
        ("[Svar](https://ks.no/a) og [svar](https://ks.no/b).", [3]),
        ("[Svar](https://ks.no/a)\n[«Svar»](https://[ks.no/b).", [4]),
        ("[Svar](02.md#svar)\n[svar](02.md#metode)", [4]),
    ],
)
def test_one_place_has_many_addresses(tmp_path: Path, text: str, lines: list[int]) -> None:
    """A chapter and its title are one place, and so is a page with and without www."""
    manuscript = _book(tmp_path, text, **{"chapters/02.md": "# Metode\n\n## Svar\n"})
    assert _lines(link_text_has_one_target.find, manuscript) == lines


@pytest.mark.parametrize(
    ("second", "found"),
    [
        ("årsrapporten", False),
        ("rapport (PDF)", False),
        ("KS", False),
        ("presentasjonen", True),
    ],
)
def test_two_names_share_a_word(tmp_path: Path, second: str, found: bool) -> None:
    """An ending or a compound is the same word; a name of two letters tells nothing."""
    text = f"[Rapporten](https://example.org/a) og [{second}](https://example.org/a)."
    manuscript = _book(tmp_path, text)
    assert bool(_lines(link_target_has_one_name.find, manuscript)) is found


NOTES = (
    note_is_referred_to,
    note_is_written_once,
    note_mark_is_read_as_one,
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ja.[^A]\n\n[^a]: Noten.", []),
        ("- Ja.[^a]\n\n  [^a]: Noten i punktet.", []),
        ("Ja.[^a]\n\n[^a]: Noten.\n\n- Nei.[^b]\n\n[^b]: En til.", []),
        ("Se `[^to ord]`, x^2^, [^] og [a]^[1].", []),
        ("Ja.[^a]\n\n[^a]: Noten.\n\n    - Med punkt.[^b]\n\n[^b]: B.", []),
        ("Ja.\n\n[^a]: Noten til [^a].", [note_is_referred_to]),
        ("Ja.[^a]\n\n[^a]: Noten.\n[^b]: En til.", [note_is_referred_to]),
    ],
)
def test_notes_belong_to_the_text(tmp_path: Path, text: str, found: list[object]) -> None:
    """Capitals in a name make no difference; a list after a note is not in it."""
    manuscript = _book(tmp_path, text)
    assert [rule for rule in NOTES if [*rule.find(manuscript)]] == found


def test_a_note_belongs_to_one_chapter(tmp_path: Path) -> None:
    """Two chapters may each have a note 1; neither may use the other's."""
    again = "# Metode\n\nJa.[^1]\n\n[^1]: Noten i kapittel 2.\n"
    manuscript = _book(tmp_path, "Ja.[^1]\n\n[^1]: Noten.", **{"chapters/02.md": again})
    assert [finding for rule in NOTES for finding in rule.find(manuscript)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Kontoret for teknikk (heretter KTU) har flyttet. KTU-bygget står tomt.",
        "KTU (Kontoret for teknisk utvikling) har flyttet.",
        "KTU, Kontoret for teknisk utvikling, har flyttet.",
        "KTU-avtalen (avtalen om teknisk utvikling) gjelder.",
        "KTU står for «kort tid ute».",
        "KTU betyr kontor, teknologi og utvikling.",
        "KTU betyr slank produksjon.",
        "::: {lang=en}\nKTU means artificial intelligence.\n:::",
        "Kort tid ute, forkortet KTU, er en regel.",
        "Det heter kort tid ute og forkortes gjerne til KTU.",
        "Forkortelsen for kort tid ute er KTU.",
        "KTU er en forkortelse for kort tid ute.",
        "Bokstavene KTU, som står for kontoret for teknisk utvikling, er nye.",
        "KTU betyr Kontoret for teknisk utvikling.",
        "::: {lang=nn}\nKTU er stutt for kort tid ute.\n:::",
        "::: {lang=en}\nKTU stands for “kept too used”.\n:::",
        "::: {lang=en}\nKTU is short for that.\n:::",
        "Ring KTU.\n\nKTU\n: Kontoret for teknisk utvikling",
        "Ring KTU.\n\n| Forkortelse | Betyr |\n|---|---|\n| KTU | Kontoret |",
        "## Om KTU\n\nKTU står for «kort tid ute».",
        "::: table\n| KTU |\n|---|\n| 1 |\n\nKontoret for teknisk utvikling (KTU).\n:::",
        "Kong Harald V, Haakon VII, 12 MW, NOK 500, EN 301 549, A4, CO~2~, rom B2, 40 GWh.",
        "EU, FN, NATO og USA har PDF-er. Firmaet Nordvik Bygg AS vant.",
        "Du må IKKE gå. Vi sier det STORT, for det er stort. `KTU` er kode.",
        "Se www.example.org/KTU eller post@KTU.no.",
    ],
)
def test_these_are_explained_or_are_no_abbreviations(tmp_path: Path, text: str) -> None:
    """Every way an author has of saying what letters stand for, and letters that need none."""
    assert _lines(abbreviation_is_explained.find, _book(tmp_path, text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "KTUs leder sluttet.",
        "Ring KTU-kontoret.",
        "Ring KTU (2019).",
        "Kommunen står for drift. KTU betaler.",
        "Kommunen står for drift, og KTU betaler.",
        "Ring KTU. Kommunen står for Kortreist mat.",
        "KTU står for driften.",
        "KTU betyr mye for kommunen.",
        "Det betyr at KTU må betale.",
        "Hva betyr det? KTU svarer.",
        "KTU har forkortet ventetida.",
        "Ventetida er forkortet hos KTU.",
    ],
)
def test_these_are_abbreviations(tmp_path: Path, text: str) -> None:
    """With an ending or in a compound, with something else between brackets or said of it."""
    assert _lines(abbreviation_is_explained.find, _book(tmp_path, text)) == [3]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("NITO, LO, NHO og KS var der.", False),
        ("Se ISO, NS, EN og DIN.", False),
        ("ABC DEF GHI", False),
        ("## KS og NHO", False),
        ("## NHO", False),
        ("| KODE 1A | SVAR |\n|---|---|\n| AB CD EF | 1 |", False),
        ("Vi MÅ IKKE glemme det.", False),
        ("## INNLEDNING", True),
        ("DETTE ER VIKTIG å vite.", True),
        ("HUSK Å MELDE DEG PÅ INNEN FREDAG", True),
        ("READ THIS FIRST.", True),
    ],
)
def test_capitals_are_for_abbreviations(tmp_path: Path, text: str, found: bool) -> None:
    """Rows of abbreviations and codes are none; titles and cries are."""
    assert bool(_lines(text_is_not_in_capitals.find, _book(tmp_path, text))) is found
