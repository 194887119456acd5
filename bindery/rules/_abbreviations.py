"""Abbreviations in running text, and the ways an author has of explaining them."""

import re
from collections.abc import Iterator

from bindery.manuscript.source_elements import Element, Link, Prose, Span, Table
from bindery.rules._capitals import CAPITALS, is_roman, is_stressed, shouted

_LETTERS_ALONE = (
    "AIDS CD COVID CV DNA DVD GPS HIV ID IT LED OK PC PDF PIN PR QR SMS SOS TV USB VIP WC WIFI"
)
_STATES_AND_GAMES = "BBC EF EM EU FN NATO NM NRK OL UK UN UNESCO UNICEF US USA VM"
_FORMATS = "CC CSS CSV EPUB GIF HTML ISBN JPEG JSON PNG SVG URL WWW XML"
_COMPANY_FORMS = "AB AG ANS AS ASA DA IKS KF LTD SA"
_NAMES_BY_NOW = "ABB BMW DNB IBM IKEA KPMG REMA SAP SAS TINE"
_CURRENCIES_AND_SIGNS = "AD AM BC DKK EUR GBP NB NOK OBS PM PS SEK USD"
_WINDS = "NE NNE NNV NNW NNØ NV NW NØ SE SSE SSV SSW SSØ SV SW SØ VNV VSV WNW WSW ØNØ ØSØ"

WELL_KNOWN = frozenset(
    " ".join(
        (
            _LETTERS_ALONE,
            _STATES_AND_GAMES,
            _FORMATS,
            _COMPANY_FORMS,
            _NAMES_BY_NOW,
            _CURRENCIES_AND_SIGNS,
            _WINDS,
        )
    ).split()
)
"""What nobody expands: written in full, fewer would know it."""

_LONGEST = 6
_NUMBER_BEFORE = re.compile(r"\d[ \u00a0]?$")
_NUMBER_AFTER = re.compile(r"s?(?:-[A-ZÆØÅ]+)?[ \u00a0-]?\d")
_STANDS_FOR = {"nb": "står for", "nn": "står for", "en": "stands for"}
"""What an office, too, may do: «KTU står for driften.» So what it stands for must be a name."""

_MEANS = {"nb": "betyr|betegner", "nn": "tyder|betyr|nemner", "en": "means"}
_MUCH = {
    "nb": "mye|meget|lite|alt|ingenting|noe|mer|mest|svært|så|at",
    "nn": "mykje|lite|alt|ingenting|noko|meir|mest|svært|så|at",
    "en": "much|little|everything|nothing|something|more|most|a lot|so|that",
}
"""What somebody may mean to others: «KTU betyr mye for kommunen.»"""

_IS_SHORT_FOR = {
    "nb": r"forkortels\w*|kortform\w*|kort for",
    "nn": r"forkorting\w*|kortform\w*|stutt for",
    "en": r"abbreviation\w*|acronym\w*|short for",
}
_SHORTENED_TO = {
    "nb": "forkort(?:et|es|a)(?: gjerne| ofte)?(?: til)?",
    "nn": "forkort(?:a|ast|er ein|er vi)(?: gjerne| ofte)?(?: til)?",
    "en": "abbreviated(?: often)?(?: to| as)?",
}
LANGUAGES = tuple(_MEANS)
"""The languages in which an explanation is heard."""
_GAP = r"[^\w.!?…]+"
"""Between two words of one sentence."""

_LIST_OF_ABBREVIATIONS = re.compile(r"forkort|abbrev|acronym|betyr|betydning|tyding", re.IGNORECASE)


def abbreviations(text: str, ordinary: frozenset[str]) -> Iterator[tuple[str, int]]:
    """The abbreviations of ``text``, each with its place.

    Not among them are Roman numbers, units, standards and codes with a number, words in capitals
    that are stressed, and what nobody expands.
    """
    loud = tuple(shouted(text, ordinary))
    for found in CAPITALS.finditer(text):
        word = found[0]
        is_one = (
            len(word) <= _LONGEST
            and word not in WELL_KNOWN
            and not is_roman(word)
            and not is_stressed(word, ordinary)
            and not _NUMBER_BEFORE.search(text, 0, found.start())
            and not _NUMBER_AFTER.match(text, found.end())
            and not any(found.start() in run for run in loud)
        )
        if is_one:
            yield word, found.start()


def is_explained(word: str, text: str) -> bool:
    """Whether ``text`` says what ``word`` stands for.

    «Kommunesektorens organisasjon (KS)», «KS (Kommunesektorens organisasjon)», «KS står for …»,
    «KS, Kommunesektorens organisasjon».
    """
    name = rf"(?<![\w-]){word}(?:-\w+)?(?!\w)[»”\"]?"
    stands_for, means, much = map(_any_of, (_STANDS_FOR, _MEANS, _MUCH))
    is_short_for, shortened_to = map(_any_of, (_IS_SHORT_FOR, _SHORTENED_TO))
    ways = (
        rf"{name}\s*\([^()]*[^\W\d_A-ZÆØÅ]{{4}}[^()]*\)",
        rf"[^\W\d_]{{3,}}[»”\"]?\s+\((?:[^()]{{0,30}}[\s«“\"])?{name}(?:[\s,;:][^()]*)?\)",
        rf"{name}(?:{_GAP}\w+){{0,3}}{_GAP}{is_short_for}\b",
        rf"\b{is_short_for}(?:{_GAP}\w+){{0,6}}{_GAP}{name}",
        rf"\b{shortened_to}{_GAP}{name}",
        rf"{name}(?:{_GAP}\w+){{0,2}}{_GAP}{means}\s+(?!{much}\b)[«“„\"‘\w]",
        rf"{name}(?:{_GAP}\w+){{0,2}}{_GAP}{stands_for}\s+(?:[«“„\"‘]|[A-ZÆØÅ][^\W\dA-ZÆØÅ])",
    )
    beside = (
        rf"{name}\s*[,–:=]\s*((?:[^\W\d_]|[ -])+)",
        rf"{name}(?:{_GAP}\w+){{0,2}}{_GAP}{stands_for}\s*((?:[^\W\d_]|[ ,-])+)",
    )
    told = (re.search(one, text) for one in beside)
    return any(re.search(way, text) for way in ways) or any(
        _spells(word.lower(), found[1].lower()) for found in told if found
    )


def _any_of(words: dict[str, str]) -> str:
    return rf"(?i:{'|'.join(dict.fromkeys(words.values()))})"


def explained_by(element: Element) -> frozenset[str]:
    """The abbreviations that ``element`` is there to explain: a mark, a term, a list of them."""
    if isinstance(element, Span | Link) and element.attributes.get("abbr") is not None:
        return frozenset(CAPITALS.findall(element.text))
    if isinstance(element, Prose) and element.block == "dt":
        return frozenset({element.text.strip()})
    if isinstance(element, Table) and _LIST_OF_ABBREVIATIONS.search(" ".join(element.header.cells)):
        return frozenset(row.cells[0] for row in element.rows if row.cells)
    return frozenset()


def _spells(letters: str, words: str) -> bool:
    """Whether ``words`` begin with the first of ``letters`` and have the others in their order."""
    rest = iter(words)
    return words[0] == letters[0] and all(letter in rest for letter in letters)
