"""Defects of language and letters."""

from tests.seeded.defect import Defect
from tests.seeded.in_manuscript.book import ONE, QUAY, SETTINGS, TWO

LANGUAGE = (
    Defect(
        "A name for a code of a language", ONE, "{lang=en}", "{lang=engelsk}", "language-is-known"
    ),
    Defect("A country for a language", TWO, "::: {lang=en}", "::: {lang=gb}", "language-is-known"),
    Defect(
        "A name for the publication’s language",
        SETTINGS,
        'language = "nb"',
        'language = "norsk"',
        "language-is-known",
    ),
    Defect(
        "Norwegian of neither kind",
        SETTINGS,
        'language = "nb"',
        'language = "no"',
        "norwegian-is-nb-or-nn",
    ),
    Defect(
        "A passage in Norwegian of neither kind",
        ONE,
        "[a safe place to sleep]{lang=en}",
        "[trygg havn]{lang=no}",
        "norwegian-is-nb-or-nn",
    ),
    Defect(
        "An abbreviation that stands for nothing",
        ONE,
        'abbr="Norges geologiske undersøkelse"',
        'abbr=""',
        "abbreviation-has-expansion",
    ),
    Defect(
        "Letters that no typeface has",
        ONE,
        QUAY,
        f"{QUAY} På japansk: 東京.",
        "characters-have-glyphs",
    ),
    Defect(
        "A letter that cannot be printed", ONE, QUAY, f"{QUAY[:-1]}&#11;.", "no-control-characters"
    ),
)
