"""What counts the items of a list, and what is another number."""

from pathlib import Path

import pytest

from bindery.rules.manuscript import count_agrees_with_list
from tests.rules.books import manuscript_of

THREE = "- a\n- b\n- c"


def _lines(folder: Path, text: str, **files: str) -> list[int | None]:
    manuscript = manuscript_of(folder, {"chapters/01.md": f"# Studien\n\n{text}\n", **files})
    return [finding.location.line for finding in count_agrees_with_list.find(manuscript)]


@pytest.mark.parametrize(
    "before",
    [
        "Det er to grunner til dette:",
        "Her er fire råd.",
        "Disse åtte erfaringene deler kommunene:",
        "Kilden nevner 6 personer som hadde ordet:",
        "Planen har fem viktige mål:",
        "Det er særlig seks erfaringer som er felles for de 17.\n\nDisse er:",
        "Vi har to mål. De er:",
        "Rådet har fire medlemmer:",
        "De sju forventningene er følgende:",
        "Studien viser syv kjennetegn:",
    ],
)
def test_these_count_the_list_below(tmp_path: Path, before: str) -> None:
    """A list of three is none of these."""
    assert _lines(tmp_path, f"{before}\n\n{THREE}") == [3]


@pytest.mark.parametrize(
    "before",
    [
        "Det er tre grunner til at 17 kommuner lykkes:",
        "De 17 kommunene kan deles i følgende grupper:",
        "To kommuner har gjort dette:",
        "I løpet av de siste fem årene har kommunen:",
        "Minst to av kravene må være oppfylt:",
        "Fire til fem grunner går igjen:",
        "Det finnes for eksempel to grunner:",
        "For å nå de to målene skal kommunen:",
        "For disse to gruppene gjelder:",
        "De to målene er fulgt opp slik:",
        "Kommunen har to mål, og gjør følgende:",
        "Kommunen har to mål, og de fire neste årene skal vi:",
        "Vi samarbeider med fire kommuner:",
        "Slik svarte fem kommuner:",
        "Se kapittel 2 punkter:",
        "Saken tar 6 uker:",
        "Vi har to mål. De største kommunene er:",
        "Her er fire råd. Noen av dem er nye.",
        "Her er fire råd.\n\nDe er nye.\n\nNoen av dem:",
        "## Fire år med vekst",
        "## 4 Tiltak og ansvar",
        "`Fire råd:`",
    ],
)
def test_these_are_other_numbers(tmp_path: Path, before: str) -> None:
    """Of what is only mentioned, of what the list is for, of parts, times and chapters."""
    assert _lines(tmp_path, f"{before}\n\n{THREE}") == []


@pytest.mark.parametrize(
    "listed",
    [
        "1. a\n\n   - x\n   - y\n\n2. b\n3. c",
        " 9. a\n10. b\n11. c",
        "1. a\n2. b\n\nMellom.\n\n3. c",
        "KS\n: a\n\nLO\n: b\n\nUU\n: c",
        "::: editor-note\n- a\n- b\n- c\n:::",
        "- a\n\n  To ting til.\n\n- b\n\n  > sitat\n\n- c",
    ],
)
def test_a_list_has_three_items(tmp_path: Path, listed: str) -> None:
    """Lists in it are not of it, and a paragraph may cut it in two."""
    assert _lines(tmp_path, f"Det er tre grunner:\n\n{listed}") == []
    assert _lines(tmp_path, f"Det er fire grunner:\n\n{listed}") == [3]


@pytest.mark.parametrize(
    ("below", "lines"),
    [
        ("### Råd 1\n\na\n\n### Råd 2\n\nb", [3]),
        ("### Ta deg tid\n\na\n\n### Vis vilje\n\nb", [3]),
        ("### Bakgrunn\n\na\n\n### Ta deg tid\n\na\n\n### Vis vilje\n\nb\n\n### Si ja\n\nc", []),
        ("### Status\n\na\n\n### En\n\nb\n\n### To\n\nc\n\n### Tre\n\nd\n\n### Økonomi\n\ne", []),
        ("Les dem.\n\n1. a\n2. b", [3]),
        ("Les dem.\n\nNå.\n\nStraks.\n\n- a\n- b", []),
        ("- a\n- b\n- c\n\n## Noe annet\n\n- d", []),
        (
            "::: figure\n![Fjord](../figures/kart.svg)\n\n::: long-description\n- a\n- b\n:::\n:::",
            [],
        ),
    ],
)
def test_a_heading_counts_what_is_below_it(
    tmp_path: Path, below: str, lines: list[int | None]
) -> None:
    """Headings or one list; where either may be of other things, nothing is said."""
    assert _lines(tmp_path, f"## Tre råd fra kommunene\n\n{below}") == lines


def test_the_title_counts_with_the_book(tmp_path: Path) -> None:
    """A subtitle that promises six where the book has three is found in the settings."""
    settings = 'subtitle = "Seks erfaringer fra 17 kommuner"'
    manuscript = manuscript_of(
        tmp_path,
        {
            "chapters/01.md": f"# Studien\n\nDet er tre erfaringer:\n\n{THREE}\n",
            "publication.toml": settings,
        },
    )
    (finding,) = count_agrees_with_list.find(manuscript)
    assert finding.location.path == "manuscript/publication.toml"
    assert finding.location.line == 3


@pytest.mark.parametrize(
    ("language", "before", "found"),
    [
        ("nn", "Desse fire tiltaka er viktige:", True),
        ("nn", "Det er tre grunnar til dette:", False),
        ("en", "There are four reasons for this:", True),
        ("en", "The following 5 steps help:", True),
        ("en", "To reach these four goals we:", False),
        ("en", "There are at least two reasons:", False),
        ("da", "Der er fire grunde:", False),
    ],
)
def test_other_languages_count_with_their_own_words(
    tmp_path: Path, language: str, before: str, found: bool
) -> None:
    """Nynorsk and English; what is in none of the three is left alone."""
    text = f"::: {{lang={language}}}\n{before}\n\n{THREE}\n:::"
    assert bool(_lines(tmp_path, text)) is found
