"""What is written another way before it is translated, and where each letter is from."""

import pytest

from bindery.document.braille.codes import CODES, NORWEGIAN, code_of
from bindery.document.braille.folding import folded


@pytest.mark.parametrize(
    ("written", "translated"),
    [
        ("don’t, KS’ råd", "don't, KS' råd"),
        ("‘hei’", "«hei»"),
        ("1\u00a0000\u00a0000 kr", "1.000.000 kr"),
        ("12\u202f500,50", "12.500,50"),
        ("tlf. 12 34 56", "tlf. 12 34 56"),
        ("kl.\u00a010", "kl. 10"),
        ("be\u00adfolk\u200bning", "befolkning"),
        ("x² og x¹⁰", "x^2 og x^10"),
        ("10−5", "10-5"),
        ("avsnitt 4.b og 19c", "avsnitt 4.⠰b og 19c"),
        ("https://a.no/NL/lov", "https://a.no/⠠n⠠l/lov"),
        ("A/S", "A/S"),
    ],
)
def test_norwegian_is_written_as_its_table_can(written: str, translated: str) -> None:
    """Apostrophes, groups of digits, spaces and signs that the table would write wrongly."""
    assert folded(written, NORWEGIAN).text == translated


def test_each_letter_knows_where_it_is_from() -> None:
    """What is added belongs to the letter after it, and what is removed to none."""
    made = folded("a\u00adb x²", NORWEGIAN)
    assert made.text == "ab x^2"
    assert made.origins == (0, 2, 3, 4, 5, 5)


@pytest.mark.parametrize(
    ("language", "code"), [("nb", "norwegian"), ("nn-NO", "norwegian"), ("SE", "norwegian")]
)
def test_a_language_has_its_code(language: str, code: str) -> None:
    """Regions and capitals do not matter."""
    found = code_of(language)
    assert found is not None
    assert found.name == code


def test_a_language_without_a_code_has_none() -> None:
    """No braille is made of German: its six dots write no capitals, and cannot be read back."""
    assert code_of("de") is None
    assert len({language for code in CODES for language in code.languages}) == sum(
        len(code.languages) for code in CODES
    )
