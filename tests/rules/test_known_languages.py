"""What a rule does not support it has not passed."""

from pathlib import Path

import pytest

from bindery.reports import words
from bindery.rules.judge import judge
from bindery.rules.manuscript import RULES
from bindery.vocabulary.evidence import Evidence, Outcome
from tests.rules.books import manuscript_of

WORDED = (
    "abbreviation-is-explained",
    "alt-text-begins-with-what-is-shown",
    "alt-text-says-what-is-shown",
    "chapter-reads-easily",
    "colour-is-not-alone",
    "count-agrees-with-list",
    "date-is-a-date",
    "foreign-words-are-marked",
    "instructions-need-no-sight",
    "link-text-says-where",
    "number-is-in-its-language",
    "passage-is-in-its-language",
    "punctuation-follows-its-word",
    "quotation-marks-are-the-languages",
    "range-has-a-dash",
    "text-is-not-in-capitals",
    "unit-stands-apart",
    "words-lead-somewhere",
)
"""The rules that know some languages, and look for what no language is without."""

SENTENCE = "Zai tovi luma kesa vira nomu tase bilo rena. "
TEXT = f"""# Zai tovi

{SENTENCE * 12}

![Luma kesa vira](../figures/kart.svg) og [luma kesa](https://example.org).
"""
PASSAGE = "::: {lang=hu}\nNincs itt senki.\n:::\n"


def _judged(folder: Path, text: str, language: str = "nb") -> dict[str, Evidence]:
    settings = f'language = "{language}"\n'
    files = {"chapters/01.md": text, "publication.toml": settings}
    return {one.rule: one for one in judge(manuscript_of(folder, files), RULES)}


@pytest.mark.parametrize("rule", WORDED)
def test_text_in_a_language_without_words_waits_for_a_person(tmp_path: Path, rule: str) -> None:
    """Where all of a book is in a language that the rule does not know, it cannot tell."""
    one = _judged(tmp_path, TEXT, "hu")[rule]
    assert (one.outcome, one.examined) == (Outcome.CANNOT_TELL, 0)
    assert one.unknown_languages == ("hu",)
    assert "støtter ikke ungarsk" in words.extent(one).nb
    assert "does not support Hungarian" in words.extent(one).en


@pytest.mark.parametrize("rule", WORDED)
def test_the_same_text_in_a_language_with_words_has_been_looked_at(
    tmp_path: Path, rule: str
) -> None:
    """It is the language that makes the difference, and nothing else of the text.

    Words that no dictionary has look like another language, and are found.
    """
    one = _judged(tmp_path, TEXT)[rule]
    has_found = rule == "foreign-words-are-marked"
    assert one.outcome is (Outcome.CANNOT_TELL if has_found else Outcome.PASSED)
    assert one.unknown_languages == ()
    assert one.examined > 0


def test_only_what_has_words_is_counted(tmp_path: Path) -> None:
    """One passage in another language is not among those that passed, and is told of."""
    alone = _judged(tmp_path / "a", TEXT)["colour-is-not-alone"]
    both = _judged(tmp_path / "b", f"{TEXT}\n{PASSAGE}")["colour-is-not-alone"]
    assert (both.outcome, both.examined) == (Outcome.PASSED, alone.examined)
    assert both.unknown_languages == ("hu",)


@pytest.mark.parametrize("rule", WORDED)
def test_where_there_is_no_text_there_is_nothing_to_tell(tmp_path: Path, rule: str) -> None:
    """Code and figures are in no language."""
    text = "```\nfoo bar\n```\n\n1 2 3\n"
    assert _judged(tmp_path, text, "hu")[rule].outcome is Outcome.INAPPLICABLE


def test_every_rule_with_words_is_among_these() -> None:
    """No rule knows languages that are not told of; a dictionary is about no others."""
    known = {rule.name for rule in RULES if rule.extent.languages}
    assert known == {
        *WORDED,
        "words-are-in-the-dictionary",
        "english-words-are-in-the-dictionary",
    }


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Voir [](https://example.org).", "link-text-says-where"),
        ("![IMG_2041](../figures/kart.svg)", "alt-text-says-what-is-shown"),
        ("HASZNOS TUDNIVALÓK MINDENKINEK FONTOSAK", "text-is-not-in-capitals"),
    ],
)
def test_what_is_wrong_in_every_language_is_found_in_every_language(
    tmp_path: Path, text: str, rule: str
) -> None:
    """Who finds something has looked at something."""
    one = _judged(tmp_path, f"# T\n\n{text}\n", "hu")[rule]
    assert (len(one.findings), one.examined) == (1, 1)


def test_a_word_of_one_language_is_not_looked_for_in_another(tmp_path: Path) -> None:
    """French «mer» is the sea, and «sens» no abbreviation that Norwegian words could explain."""
    text = "# T\n\nLa [mer](https://example.org) et l’ONU, la SNCF.\n"
    judged = _judged(tmp_path, text, "fr")
    assert judged["link-text-says-where"].findings == ()
    assert judged["abbreviation-is-explained"].findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "[[ici](https://example.org)]{lang=hu}",
        "[ici](https://example.org){lang=hu}",
        "::: {lang=hu}\n[ici](https://example.org)\n:::",
        "{lang=hu}\n[ici](https://example.org)",
    ],
)
def test_a_link_is_in_the_language_nearest_to_it(tmp_path: Path, text: str) -> None:
    """Its own, that of the words around it, of the paragraph, of the block, of the chapter."""
    one = _judged(tmp_path, f"# T\n\n{text}\n")["link-text-says-where"]
    assert (one.examined, one.unknown_languages) == (0, ("hu",))
