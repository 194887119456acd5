"""What the pages of the rules about language are too short to show."""

from pathlib import Path

import pytest

from bindery.manuscript.source import Manuscript
from bindery.pipeline.fix import changed, fix
from bindery.prose.likeness import looks_like
from bindery.rules.manuscript import (
    dash_is_a_dash,
    one_space_between_words,
    passage_is_in_its_language,
    punctuation_follows_its_word,
    quotation_marks_are_the_languages,
    range_has_a_dash,
    unit_stands_apart,
)
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.rule import Rule
from tests.rules.books import manuscript_of
from tests.rules.sentences_by_language import NOBODYS, SENTENCES
from tests.shelf import write_book

CHAPTER = "chapters/01.md"


def _manuscript(folder: Path, text: str) -> Manuscript:
    return manuscript_of(folder, {CHAPTER: f"# T\n\n{text}\n"})


def _found(rule: Rule[Manuscript], folder: Path, text: str) -> list[Finding]:
    return [*rule.find(_manuscript(folder, text))]


def _mended(rule: Rule[Manuscript], folder: Path, text: str) -> str:
    """``text`` with all that the rule mends."""
    found = _found(rule, folder, text)
    whole, _ = changed(f"# T\n\n{text}\n", found)
    return whole.removeprefix("# T\n\n").removesuffix("\n")


def _lines(listed: str) -> list[str]:
    return [line.strip() for line in listed.strip().splitlines()]


ALL = [(language, line) for language, listed in SENTENCES.items() for line in _lines(listed)]
NEIGHBOURS = frozenset({"nb", "nn", "da", "sv"})


@pytest.mark.parametrize("language", SENTENCES)
def test_a_sentence_in_its_own_language_is_never_foreign(language: str) -> None:
    """Of the sentences whose language is known, none is taken for another language."""
    for sentence in _lines(SENTENCES[language]):
        assert looks_like(sentence, language) is None, sentence


@pytest.mark.parametrize("sentence", _lines(NOBODYS))
def test_names_titles_and_loans_are_not_foreign(tmp_path: Path, sentence: str) -> None:
    """What a Norwegian sentence has of other languages in names and single words is its own."""
    assert _found(passage_is_in_its_language.RULE, tmp_path, sentence) == []


def test_most_foreign_sentences_are_heard() -> None:
    """Of languages far apart nineteen in twenty are told, of neighbours three in five."""
    far = near = far_heard = near_heard = 0
    for language, sentence in ALL:
        for named in SENTENCES:
            if named == language:
                continue
            like = looks_like(sentence, named, ("nb",))
            if like is not None and like.language != language:
                assert {like.language, language} <= NEIGHBOURS
            if {language, named} <= NEIGHBOURS:
                near, near_heard = near + 1, near_heard + (like is not None)
            else:
                far, far_heard = far + 1, far_heard + (like is not None)
    assert far_heard >= 0.95 * far
    assert near_heard >= 0.6 * near


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Han sa: «We have not seen him since he went home», og gikk.", (3, 10, "en")),
        ("Det er bra. We have not seen him since he went home. Da gikk vi.", (3, 13, "en")),
        ("En liste:\n\n- We have not seen him since he went home.", (5, 3, "en")),
        ("[Vi har ikkje sett noko til han sidan]{lang=sv}", (3, 2, "nn")),
        ("[We have not]{lang=en} sett ham siden.", None),
        ("`We have not seen him since he went home`", None),
        ("![We have not seen him since he went home](../figures/kart.svg)", (3, 1, "en")),
        ("[Όλοι οι άνθρωποι γεννιούνται ελεύθεροι και ίσοι]{lang=el}", None),
    ],
)
def test_a_foreign_passage_is_found_where_it_begins(
    tmp_path: Path, text: str, found: tuple[int, int, str] | None
) -> None:
    """In a quotation, among other sentences, in a list and in a wrong mark; not in code."""
    findings = _found(passage_is_in_its_language.RULE, tmp_path, text)
    places = [(one.location.line, one.location.column, one.hint.en) for one in findings]
    if found is None:
        assert places == []
    else:
        ((line, column, hint),) = places
        assert (line, column) == found[:2]
        assert f"lang={found[2]}" in hint


def test_a_chapter_in_another_language_is_one_finding(tmp_path: Path) -> None:
    """Whoever forgot to say that a chapter is in English need not hear it for each paragraph."""
    text = "\n\n".join(_lines(SENTENCES["en"]))
    (finding,) = _found(passage_is_in_its_language.RULE, tmp_path, text)
    assert finding.location.line == 1
    assert "language: en" in finding.hint.en
    marked = manuscript_of(tmp_path / "2", {CHAPTER: f"---\nlanguage: en\n---\n# T\n\n{text}\n"})
    assert [*passage_is_in_its_language.find(marked)] == []


@pytest.mark.parametrize(
    ("rule", "written", "mended"),
    [
        (quotation_marks_are_the_languages, "Si “ja”, takk.", "Si «ja», takk."),
        (quotation_marks_are_the_languages, "Si „ja“, ”nei” og “*kan* hende”.", None),
        (quotation_marks_are_the_languages, "Si “ja eller\nnei”.", "Si «ja eller\nnei»."),
        (dash_is_a_dash, "Ja - eller nei -\nkanskje.", "Ja – eller nei –\nkanskje."),
        (range_has_a_dash, "I 1998-2003 og side 3-4.", "I 1998–2003 og side 3–4."),
        (unit_stands_apart, "10%, 5,5km og 20°C.", "10 %, 5,5 km og 20 °C."),
        (punctuation_follows_its_word, "Ja , nei 10 , og .", "Ja, nei 10, og."),
        (one_space_between_words, "Ja  eller   nei.", "Ja eller nei."),
    ],
)
def test_a_safe_change_is_made(
    tmp_path: Path, rule: object, written: str, mended: str | None
) -> None:
    """What is written is changed at its place, and then there is nothing left to find."""
    one: Rule[Manuscript] = rule.RULE  # type: ignore[attr-defined]
    after = _mended(one, tmp_path / "1", written)
    assert after == (mended or "Si «ja», «nei» og «*kan* hende».")
    assert _found(one, tmp_path / "2", after) == []


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (quotation_marks_are_the_languages, 'Si "ja", «nei», ‘kanskje’ og «se “her”».'),
        (quotation_marks_are_the_languages, "[“So”]{lang=en} og [”så”]{lang=sv}, 5″ og KS’."),
        (dash_is_a_dash, "inn- og utland, e-post, Ja -- nei, 5 - 3, `a - b` og $a - b$"),
        (dash_is_a_dash, "- Ja\n- Nei"),
        (range_has_a_dash, "2026-11-23, 978-82-123, COVID-19, NS 1990-2010, 2222-3333 og 12-15"),
        (range_has_a_dash, "`1998-2003`, sak 2019-2020/14 og 06–22-ruta"),
        (unit_stands_apart, "10%-regelen, A4, 3D, 5G, 10 %, 10&nbsp;% og `10%`"),
        (unit_stands_apart, "[10% of 5km]{lang=en}"),
        (
            punctuation_follows_its_word,
            "Og så … Ja[^1] . Nei ![x](../figures/kart.svg) .\n\n[^1]: N",
        ),
        (punctuation_follows_its_word, "Filen .txt og 2 : 1, og [Pourquoi ?]{lang=fr}"),
        (
            one_space_between_words,
            "a ![x](../figures/kart.svg) b `a  b`\n\n| a  | b |\n|--|--|\n| c  | d |",
        ),
    ],
)
def test_these_are_written_as_they_should_be(tmp_path: Path, rule: object, text: str) -> None:
    """Codes, numbers, formulas, other languages, and what a mark or an image stands between."""
    one: Rule[Manuscript] = rule.RULE  # type: ignore[attr-defined]
    assert [finding.message.nb for finding in _found(one, tmp_path, text)] == []


def test_what_has_an_escape_in_it_is_found_at_its_place(tmp_path: Path) -> None:
    """A backslash, an entity or a soft hyphen earlier in the line does not move the change."""
    written = r"\*Stjerne\* &amp; en blø\-t, `a` - “ja” i tabell"
    mended = _mended(dash_is_a_dash.RULE, tmp_path / "1", written)
    assert mended == written.replace(" - ", " – ")
    table = "| a | b |\n|---|---|\n| x \\| her - der | 10% |"
    assert _mended(dash_is_a_dash.RULE, tmp_path / "2", table).splitlines()[2] == (
        "| x \\| her – der | 10% |"
    )
    assert _mended(unit_stands_apart.RULE, tmp_path / "3", table).splitlines()[2].endswith("10 % |")


def test_fixes_of_all_rules_can_be_made_at_once(tmp_path: Path) -> None:
    """``invoke check --fix`` ends with a manuscript in which nothing is left to mend."""
    text = "# T\n\nSi “ja , - nei”  i 1998-2003 , 10% av oss.\n"
    book = write_book(tmp_path, text)
    fix(book)
    written = (book / "manuscript/chapters/01.md").read_text(encoding="utf-8")
    assert written == "# T\n\nSi «ja, – nei» i 1998–2003, 10 % av oss.\n"
