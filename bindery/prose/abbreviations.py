"""Words in capitals and abbreviations, and how a text explains them."""

import re
from collections.abc import Iterable, Iterator

from bindery.manuscript.source.elements import Element, Link, Prose, Span, Table

CAPITALS = re.compile(r"(?<![\w./@&-])[A-ZÆØÅÄÖ]{2,}(?=(?:s|en|er|et|ene)?(?![\w@&]))")
"""Two capitals or more that begin a word. What a hyphen or an ending joins to them is apart."""

_NORWEGIAN = """
alle aldri alltid at av bare både da de den denne det dette disse du eller en er et etter for
fra før gjør god godt ha han har hun husk hva hvem hver hvis hvor i ikke ingen inn ja jeg kan kun
man med mellom men mer må nei nå ny nye når og også om opp over på samme se seg sin skal skulle
slik som stopp så til under ut uten var ved vi vil viktig være å dei eit ein frå hugs ikkje
korleis kva kven meir noko nokon vere
bakgrunn del forord funn innhold innleiing innledning kapittel kilder kjelder merknad metode mål sak
side tabell figur tiltak vedlegg
"""
_ENGLISH = """
a all always an and any are be but by can do for from has have if important in is it must never no
not note now of on only or our read that the this to we who will with you your
"""
_COMMON = {"nb": _NORWEGIAN, "nn": _NORWEGIAN, "en": _ENGLISH}
LANGUAGES_OF_CAPITALS = tuple(_COMMON)
COMMON = frozenset(" ".join(_COMMON.values()).split())
"""Words that are written in capitals to be stressed, or to look like a title."""

_LONGEST_ABBREVIATION = 6
_ROMAN = re.compile(r"(?=.)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ORDINARY = re.compile(r"\b[A-ZÆØÅÄÖ]?[a-zæøåäöéèóòôü]{2,}\b")
_BETWEEN = re.compile(r"[ \u00a0,:;–]+(?:(?:[IÅØ]|\d+)[ \u00a0]+)?")
_STRESSED_AT_LEAST = 2
_RUN_AT_LEAST = 3


def is_roman(word: str) -> bool:
    """Whether ``word``, in capitals, is a Roman number."""
    return bool(_ROMAN.fullmatch(word))


def ordinary_words(texts: Iterable[str]) -> frozenset[str]:
    """The words, in small letters, that ``texts`` also write with small letters.

    A word of these that stands in capitals is stressed, and no abbreviation.
    """
    return frozenset(word.lower() for text in texts for word in _ORDINARY.findall(text))


def is_stressed(word: str, ordinary: frozenset[str]) -> bool:
    """Whether ``word``, in capitals, is a word of the language rather than an abbreviation."""
    small = word.lower()
    return len(word) > _LONGEST_ABBREVIATION or small in COMMON or small in ordinary


def shouted(text: str, ordinary: frozenset[str]) -> Iterator[range]:
    """Where three words or more follow each other in capitals, and are no row of abbreviations."""
    run: list[re.Match[str]] = []
    for word in [*CAPITALS.finditer(text), None]:
        if word and run and _BETWEEN.fullmatch(text, run[-1].end(), word.start()):
            run.append(word)
            continue
        stressed = [one for one in run if is_stressed(one[0], ordinary)]
        if len(run) >= _RUN_AT_LEAST and len(stressed) >= _STRESSED_AT_LEAST:
            yield range(run[0].start(), run[-1].end())
        run = [word] if word else []


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
LANGUAGES_OF_EXPLANATIONS = tuple(_MEANS)
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
