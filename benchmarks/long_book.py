"""A generated book of any length, the same each time, to measure the cost of a long PDF.

Its words mean nothing, but its structure is that of a long report: chapters of some twenty-five
pages, with headings, paragraphs, lists, tables, figures, notes, links, quotations, formulas, and
passages in English.
"""

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path
from random import Random

PAGES = 600
SEED = 2026
PAGES_A_CHAPTER = 25.0
"""The average number of A4 pages of a chapter, with the default templates."""

SETTINGS = """\
[publication]
title = "En lang bok"
language = "nb"
publisher = "bindery"
rights = "CC BY 4.0"
version = "1.0.0"
date = 2026-11-23
identifier = "urn:uuid:5d3f1c0e-6d1f-4c5a-9a55-2f1f2f0e2026"
slug = "lang-bok"
accessibility-contact = "post@bindery.example"
description = "En bok uten mening, like lang hver gang, til å måle med."

[reading-order]
chapters = [{chapters}]
"""

NORWEGIAN = (
    "og i det som på en er til av for at med de den har ikke om et men fra så også kan vil "
    "kommune kommunen kommunene næringsliv bedrift bedrifter arbeidsplass arbeidsplasser "
    "utvikling samarbeid strategi langsiktig vekst folketall innbygger region regionen sentrum "
    "havn fjord skole barnehage bibliotek idrettslag dugnad næringsutvikling næringslivet "
    "verdiskaping kompetanse rekruttering infrastruktur bredbånd veg jernbane ferje energi "
    "kraftverk fiskeri havbruk landbruk skogbruk reiseliv industri bygg anlegg handel tjenester "
    "offentlig privat styre leder ansatt rådgiver ordfører kommunestyret formannskapet plan "
    "planlegging regulering tomt tomter bolig boliger leie eie kjøpe selge bygge rive ruste opp "
    "bevare fornye åpne stenge tidlig sent ofte sjelden alltid aldri noen mange få flere færre "
    "større mindre høy lav god bedre erfaring erfaringer kunnskap undersøkelse undersøkelsen "
    "rapport rapporten tabell figur kapittel viser peker beskriver forklarer drøfter anbefaler "
    "vurderer måler teller sammenligner skiller øst vest nord sør kyst innland øy øyer fjell dal "
    "vidde by bygd tettsted grense nabokommune år måned uke dag tid gang del deler grunn årsak "
    "virkning mål middel tiltak virkemiddel støtte "
)
ENGLISH = (
    "the of and to in a is that for it as with on by this are be which from or an at not we can "
    "municipality business growth region report development long term strategy cooperation jobs "
    "people place work measure result experience knowledge plan local national public private "
)
CODE = "def les(bok):\n    return [kapittel for kapittel in bok if kapittel.side > 1]"


def write_long_book(folder: Path, pages: int = PAGES, seed: int = SEED) -> None:
    """Write a manuscript of about ``pages`` pages into ``folder``."""
    count = max(1, round(pages / PAGES_A_CHAPTER))
    manuscript = folder / "manuscript"
    (manuscript / "chapters").mkdir(parents=True)
    (manuscript / "figures").mkdir()
    names = [f"chapters/{number:03}.md" for number in range(1, count + 1)]
    listed = ", ".join(f'"{name}"' for name in names)
    files = {"publication.toml": SETTINGS.format(chapters=listed)}
    for number, name in enumerate(names, start=1):
        chapter = _Chapter(Random(seed * 1000 + number), number, count)  # noqa: S311 - no secret
        files[name] = chapter.markdown()
        files[f"figures/{number:03}.svg"] = chapter.drawing()
    for name, text in files.items():
        (manuscript / name).write_text(text, encoding="utf-8")


_PLAIN = re.compile(r"\w+")


class _Chapter:
    """One chapter of ``count``, with a random generator of its own."""

    def __init__(self, chance: Random, number: int, count: int) -> None:
        self._chance, self._number, self._count = chance, number, count
        self._notes: list[str] = []

    def markdown(self) -> str:
        """The chapter as an author would write it."""
        title = f"# {self._title()} {{#kapittel-{self._number}}}"
        sections = [self._section(number) for number in range(1, 13)]
        blocks = [title, self._key_message(), *(block for one in sections for block in one)]
        return "\n\n".join([*blocks, *self._notes]) + "\n"

    def drawing(self) -> str:
        """A chart of eight bars, with a name for screen readers."""
        heights = [self._chance.randrange(10, 100) for _ in range(8)]
        bars = "".join(
            f'<rect x="{20 + 40 * at}" y="{110 - height}" width="30" height="{height}"/>'
            for at, height in enumerate(heights)
        )
        return (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 350 120" width="350" '
            f'height="120"><title>Søyler</title><g fill="#0b4a4f">{bars}</g></svg>\n'
        )

    def _section(self, number: int) -> Iterator[str]:
        """A heading, then paragraphs with one of the other blocks after each."""
        yield f"## {self._title()} {{#del-{self._number}-{number}}}"
        yield self._paragraph()
        yield self._blocks()[number - 1]()
        yield f"### {self._title()}"
        yield self._paragraph()
        yield (self._bullets, self._numbered)[number % 2]()
        yield self._paragraph()

    def _blocks(self) -> tuple[Callable[[], str], ...]:
        """The blocks of which each section of a chapter has one."""
        return (
            self._figure,
            self._table,
            self._long_table,
            self._definitions,
            self._quotation,
            self._foreign_passage,
            self._formula,
            self._code,
            self._link_block,
            self._editor_note,
            self._nested_list,
            self._loose_list,
        )

    def _words(self, least: int, most: int, words: str = NORWEGIAN) -> str:
        """Words as in running text, in which the first ones of the list are frequent."""
        all_words = words.split()
        places = (self._chance.random() ** 2 for _ in range(self._chance.randint(least, most)))
        found = [all_words[int(len(all_words) * place)] for place in places]
        return " ".join(word for word, _ in groupby(found))

    def _title(self) -> str:
        return self._words(2, 7).capitalize()

    def _sentence(self, words: str = NORWEGIAN) -> str:
        first, *rest = self._words(7, 22, words).split()
        middle = len(rest) // 2
        phrase = self._phrase() if words is NORWEGIAN else "then"
        if {*rest[middle - 1 : middle + 1]} & {*_PLAIN.findall(phrase)}:
            phrase = "$a^2 + b^2$"  # no word twice
        rest.insert(middle, phrase)
        return f"{first.capitalize()} {' '.join(rest)}."

    def _phrase(self) -> str:
        """Now and then something else than plain words."""
        makers: dict[Callable[[], str], int] = {
            lambda: self._words(1, 2): 60,
            lambda: f"*{self._words(1, 3)}*": 6,
            lambda: f"**{self._words(1, 2)}**": 6,
            lambda: f'"{self._words(2, 5)}"': 5,
            lambda: f"[{self._words(2, 4, ENGLISH)}]{{lang=en}}": 4,
            lambda: '[NHO]{abbr="Næringslivets Hovedorganisasjon"}': 3,
            lambda: f"[undersøkelsen av {self._words(2, 3)}](https://example.org/rapport)": 3,
            self._cross_reference: 4,
            self._note: 4,
            lambda: "`les(bok)`": 2,
            lambda: "CO~2~ og 40 m^2^": 2,
            lambda: "$a^2 + b^2$": 1,
        }
        (make,) = self._chance.choices(list(makers), list(makers.values()))
        return make()

    def _cross_reference(self) -> str:
        chapter, section = self._chance.randint(1, self._count), self._chance.randint(1, 12)
        return f"[del {section} av kapittel {chapter}]({chapter:03}.md#del-{chapter}-{section})"

    def _note(self) -> str:
        name = f"n{len(self._notes) + 1}"
        self._notes.append(f"[^{name}]: {self._words(6, 25).capitalize()}.")
        return f"ord[^{name}]"

    def _paragraph(self) -> str:
        return " ".join(self._sentence() for _ in range(self._chance.randint(3, 8)))

    def _key_message(self) -> str:
        return f"::: key-message\n{self._words(10, 25).capitalize()}.\n:::"

    def _bullets(self) -> str:
        return "\n".join(f"- {self._sentence()}" for _ in range(self._chance.randint(3, 7)))

    def _numbered(self) -> str:
        return "\n".join(f"{at}. {self._sentence()}" for at in range(1, 5))

    def _nested_list(self) -> str:
        inner = "\n".join(f"    - {self._words(3, 9)}" for _ in range(3))
        return "\n".join(f"- {self._words(3, 9)}\n{inner}" for _ in range(4))

    def _loose_list(self) -> str:
        return "\n\n".join(f"- {self._sentence()}\n\n  {self._sentence()}" for _ in range(4))

    def _definitions(self) -> str:
        return "\n\n".join(f"{self._title()}\n: {self._sentence()}" for _ in range(5))

    def _quotation(self) -> str:
        return f"> {self._sentence()}\n>\n> {self._sentence()}"

    def _foreign_passage(self) -> str:
        return f"::: {{lang=en}}\n{self._sentence(ENGLISH)} {self._sentence(ENGLISH)}\n:::"

    def _formula(self) -> str:
        return f"$$\\sum_{{k=1}}^{{{self._chance.randint(3, 9)}}} k^2 = \\frac{{a}}{{b}}$$"

    def _code(self) -> str:
        return f"```\n{CODE}\n```"

    def _link_block(self) -> str:
        href = "https://example.org/video"
        return f'::: {{.link-block kind=video href="{href}"}}\n{self._title()}\n:::'

    def _editor_note(self) -> str:
        return f"::: editor-note\n{self._sentence()}\n:::"

    def _figure(self) -> str:
        return (
            f":::: {{.figure #figur-{self._number}}}\n"
            f"![Åtte søyler av ulik høyde, for hvert år fra 2018 til 2025.]"
            f"(../figures/{self._number:03}.svg)\n\n{self._title()}.\n\n"
            f"::: long-description\n{self._sentence()}\n:::\n::::"
        )

    def _table(self) -> str:
        return self._rows(self._chance.randint(4, 9))

    def _long_table(self) -> str:
        """A table of two or three pages."""
        return self._rows(self._chance.randint(60, 90))

    def _rows(self, count: int) -> str:
        numbers = [
            " | ".join(str(self._chance.randrange(100, 99_999)) for _ in range(3))
            for _ in range(count)
        ]
        rows = "\n".join(f"| {self._words(1, 2).capitalize()} | {each} |" for each in numbers)
        return (
            ":::: {.table .row-headers}\n| Sted | 2023 | 2024 | 2025 |\n|---|--:|--:|--:|\n"
            f"{rows}\n\n{self._title()}.\n::::"
        )
