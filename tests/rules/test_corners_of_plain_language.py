"""What the pages of the rules about plain language and the dictionary are too short to show."""

from pathlib import Path

import pytest

from bindery.manuscript.load import load
from bindery.manuscript.source import Manuscript, read_source
from bindery.prose.readings import Lix, clauses, lix_of, readings, words_in
from bindery.rules.judge import judge
from bindery.rules.manuscript import (
    RULES,
    chapter_reads_easily,
    paragraph_is_short,
    sentence_is_short,
    words_are_in_the_dictionary,
)
from bindery.tools import hunspell, locate
from bindery.vocabulary.evidence import Outcome
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.rule import Rule
from tests.rules.books import manuscript_of
from tests.shelf import write_book

CHAPTER = "chapters/01.md"


def _manuscript(folder: Path, text: str) -> Manuscript:
    return manuscript_of(folder, {CHAPTER: f"# T\n\n{text}\n"})


def _found(rule: Rule[Manuscript], folder: Path, text: str) -> list[Finding]:
    return [*rule.find(_manuscript(folder, text))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Vi møtes kl. 10 i 2. etasje. Ta med f.eks. boller, bl.a. til H. C. Andersen.", 2),
        ("Den 17. mai er det tog. Det går ca. kl. 9.", 2),
        ("Hun spurte: «Kommer du?» Han svarte ikke.", 3),
        ("Ja! Nei? Kanskje … Da så.", 4),
        ("NHOs adm.dir. Ole E. Almlid sa bl.a. dette.", 1),
        ("Han bor i Oslo nå: der er det fint.", 1),
    ],
)
def test_a_full_stop_is_not_always_an_end(tmp_path: Path, text: str, count: int) -> None:
    """Abbreviations, ordinals, clock times and initials do not end a sentence."""
    _, reading = readings(_manuscript(tmp_path, text))
    assert len([*clauses(reading)]) == count


def test_a_sentence_is_found_at_its_own_line_and_column(tmp_path: Path) -> None:
    """The second sentence of a paragraph, and not the paragraph, is where the cursor goes."""
    long = " ".join(["ord"] * 36)
    (finding,) = _found(sentence_is_short.RULE, tmp_path, f"Kort. {long.capitalize()}.")
    assert (finding.location.line, finding.location.column) == (3, 7)
    assert "36" in finding.message.nb
    assert _found(sentence_is_short.RULE, tmp_path / "2", f"{long[4:].capitalize()}.") == []


def test_a_list_is_not_a_long_sentence(tmp_path: Path) -> None:
    """Each item is read on its own, and so is each cell and each paragraph."""
    items = "\n".join(f"- {' '.join(['ord'] * 20)}" for _ in range(9))
    assert _found(sentence_is_short.RULE, tmp_path, items) == []
    assert _found(paragraph_is_short.RULE, tmp_path / "2", items) == []


def test_words_are_counted_as_they_are_read() -> None:
    """A number is a word, a soft hyphen is no letter, and a compound with a hyphen is one."""
    assert words_in("Det bor 1 204 i KS-huset på Havne\u00adgata.") == (
        ["Det", "bor", "1 204", "i", "KS-huset", "på", "Havnegata"]
    )


def test_lix_is_what_bjoernsson_says() -> None:
    """Words in a sentence, and words of more than six letters in a hundred."""
    lix = lix_of("Kommunen samarbeider med bedriftene.") + lix_of("Det går bra for alle nå.")
    assert lix == Lix(words=10, sentences=2, long_words=3)
    assert lix.index == 10 / 2 + 100 * 3 / 10
    assert Lix().index == 0


def test_a_short_chapter_has_no_lix(tmp_path: Path) -> None:
    """Of a few words the number means nothing; and it is not made for English."""
    heavy = "Næringsutviklingsstrategien forutsetter konsekvensutredninger. "
    assert _found(chapter_reads_easily.RULE, tmp_path / "1", heavy * 5) == []
    assert len(_found(chapter_reads_easily.RULE, tmp_path / "2", heavy * 40)) == 1
    english = f"::: {{lang=en}}\n{heavy * 40}\n:::"
    assert _found(chapter_reads_easily.RULE, tmp_path / "3", english) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kommunen bruker f.eks. post@komunen.no og komunen.no.",
        "Plan- og bygningsloven, bygnings- og planloven, e-post og 3-åringer.",
        "`komunen` og $komunen + 1$ og [komunen]{lang=en} og [áhkku]{lang=se}",
        "Rolf Røtnes bor i Karlsøy. Røtnes sier ja. Røtnes’ bok er god, og Karlsøys folk er enige.",
        "| Navn | Sted |\n|---|---|\n| Xyløy | Zwqvik |",
        "- Xyløy\n- Zwqvik, ei øy",
        "ABC, KS og NHO møttes hos HV-parken.",
        "Noen av dem så poenget, og naboen hørte på radioen.",
        "We have not seen him since he went home, and nobody else has.",
        "Vertskap\u00adet er godt.",
    ],
)
def test_these_are_not_misspelt(tmp_path: Path, text: str) -> None:
    """Names, addresses, halves of words, code, other languages and the dictionary's own gaps."""
    found = _found(words_are_in_the_dictionary.RULE, tmp_path, text)
    assert [finding.message.nb for finding in found] == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Komunen er med.", "Komunen"),
        ("Det er (komunen) som sier det.", "komunen"),
        ("[Vi har ikke sett det]{lang=nn}", "ikke"),
        ("Han sa: «Komunen er med.»", "Komunen"),
    ],
)
def test_these_are(tmp_path: Path, text: str, word: str) -> None:
    """A capital at the beginning of a sentence hides nothing; nynorsk has its own dictionary."""
    found = _found(words_are_in_the_dictionary.RULE, tmp_path, text)
    assert f"«{word}»" in found[0].message.nb


def test_a_word_is_found_once_and_counted(tmp_path: Path) -> None:
    """The first place is told, and how many there are."""
    (finding,) = _found(
        words_are_in_the_dictionary.RULE, tmp_path, "Her er komunen.\n\nKomunen, og komunen."
    )
    assert (finding.location.line, finding.location.column) == (3, 8)
    assert "3 steder" in finding.message.nb


def test_a_book_has_words_of_its_own(tmp_path: Path) -> None:
    """What is on the book's list is right, with any capital and with the genitive's s."""
    text = "# T\n\nKomunen bor i dvergskapet. Komunens hus.\n"
    files = {"words.txt": "# Våre ord\nkomunen\nDvergskapet # et skap\n".encode("utf-8-sig")}
    loaded = load(write_book(tmp_path, text, files=files))
    assert loaded.publication is not None
    assert loaded.publication.words == {"komunen", "Dvergskapet"}
    assert [*words_are_in_the_dictionary.find(read_source(loaded.publication))] == []


def test_a_list_of_words_that_cannot_be_read_is_a_finding(tmp_path: Path) -> None:
    """In Latin-1 its æ, ø and å would match nothing."""
    files = {"words.txt": "øy\n".encode("latin-1")}
    loaded = load(write_book(tmp_path, "# T\n", files=files))
    assert [finding.rule for finding in loaded.findings] == ["word-list-is-utf8"]


@pytest.fixture
def no_dictionary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that has no Norwegian dictionary."""
    monkeypatch.setattr(locate, "DICTIONARIES", (tmp_path,))
    monkeypatch.delenv(locate.DICTIONARIES_VARIABLE, raising=False)


@pytest.mark.usefixtures("no_dictionary")
def test_without_a_dictionary_nothing_is_tested(tmp_path: Path) -> None:
    """A rule that has nothing to look with has not passed, and the message says what to run."""
    manuscript = _manuscript(tmp_path / "bok", "Komunen er med.")
    rule = words_are_in_the_dictionary.RULE
    judged = {one.rule: one for one in judge(manuscript, RULES)}
    assert judged[rule.name].outcome is Outcome.UNTESTED
    assert judged["sentence-is-short"].outcome is Outcome.PASSED
    missing = rule.missing()
    assert missing
    assert "hunspell-no" in missing.nb
    assert "hunspell-en-gb" in missing.nb
    assert hunspell.norwegian() == hunspell.english() == ""


def test_a_dictionary_is_looked_for_where_hunspell_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``DICPATH`` goes before the operating system's folders; one file of the two is none."""
    monkeypatch.setenv(locate.DICTIONARIES_VARIABLE, str(tmp_path))
    usual = locate.dictionary("nb_NO")
    (tmp_path / "nb_NO.aff").touch()
    assert locate.dictionary("nb_NO") == usual
    (tmp_path / "nb_NO.dic").touch()
    assert locate.dictionary("nb_NO") == (tmp_path / "nb_NO.aff", tmp_path / "nb_NO.dic")
