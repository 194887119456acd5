"""Find stated counts in sentences: «åtte erfaringer», «disse tre:», «the following 5 steps»."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from bindery.prose.readings import Stretch, primary
from bindery.vocabulary.tables import read


@dataclass(frozen=True, slots=True)
class _Language:
    codes: tuple[str, ...]
    numbers: tuple[str, ...]
    listed: str
    tells: str


@dataclass(frozen=True, slots=True)
class _Own:
    between: str
    points: str
    numbers: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Words:
    measured: str
    languages: dict[str, _Language]
    own: dict[str, _Own]


_WORDS = read(_Words, Path(__file__).with_suffix(".toml"))
_SPOKEN = {code: one for one in _WORDS.languages.values() for code in one.codes}
_NUMBERS = {
    code: {word: number for number, word in enumerate(one.numbers, start=2)}
    | _WORDS.own[code].numbers
    for code, one in _SPOKEN.items()
}
LANGUAGES = tuple(_NUMBERS)
MOST = 20

_MEASURED = re.compile(_WORDS.measured, re.IGNORECASE | re.VERBOSE)
_UNSURE_BEFORE = re.compile(
    r"\b(?:minst|høyst|maks|inntil|opptil|nesten|omtrent|omlag|cirka|ca\.?|rundt|over|enn|av|av de|"
    r"av dei|nummer|nr\.?|kapittel|punkt|steg|fase|side|tabell|figur|eller|til|[–-]|least|most|"
    r"about|almost|than|of|of the|chapter|step|figure|table|or|to|up)\s*$",
    re.IGNORECASE,
)
_OF_OTHERS_BEFORE = re.compile(
    r"^(?:slik|dette|her|dei|følgende|this|here)\b.*|\b(?:med|i|fra|frå|for|hos|ved|på|mellom|blant|"
    r"om|de|dei|alle|with|in|from|for|by|at|the|all)\s*$",
    re.IGNORECASE,
)
"""Before a mere mention: no list of four follows «Vi samarbeider med fire kommuner:»."""

_BEFORE_ANOTHER_LIST = re.compile(
    r"^(?:for|til|i|på|med|av|etter|innen|innenfor|under|gjennom|ved|om|når|hvis|to|in|on|with|by|if)"
    r"(?:\s+å(?:\s+\w+){1,2})?(?:\s+(?:reach|meet|de|dei|disse|desse|våre|alle|the|these|our|all))*\s*$",
    re.IGNORECASE,
)
"""Before a purpose: «For å nå de tre målene skal kommunen:» begins a list of actions."""
_OF_SOMETHING_ELSE = re.compile(
    r"\bslik:$|(?<!\ber )(?<!\bvar )\bfølg(?:ende|jande):$", re.IGNORECASE
)

_RECURS = re.compile(
    r"\s(?:\w+\s)?(?:(?:gikk|går|gjekk|kom|kjem|kommer)\s(?:\w+\s)?igjen"
    r"|(?:peker|pekte|peikar|peika|skiller|skilte|skil|skilde)\sseg\sut"
    r"|(?:er|var|are|were)\s(?:\w+\s)?(?:viktig\w*|felles|important|common)"
    r"|(?:stand|stood|came|come)\s(?:out|up|back)|recur\w*|matter\w*)",
    re.IGNORECASE,
)
"""After a number and its noun at the beginning of a sentence that announces a list."""

_ANOTHER_CLAUSE = re.compile(r",\s+(?:og|men|så|and|but|so)\b")
_UNSURE = re.compile(
    r"\b(?:blant anna|blant annet|bl\.\s?a\.|for eksempel|f\.\s?eks\.|noen av|nokre av|among|"
    r"for example|such as|some of|e\.g\.)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Claim:
    """A stated count: the ``number`` and its ``words``, from ``start`` in the sentence.

    ``noun`` is what is counted; empty if that is no word for things that lists count.
    """

    number: int
    words: str
    start: int
    noun: str = ""


def claims(sentence: Stretch) -> Iterator[Claim]:
    """The counts in ``sentence`` that may be of what follows it."""
    language = primary(sentence.language)
    if language not in _NUMBERS or _UNSURE.search(sentence.text):
        return
    if _OF_SOMETHING_ELSE.search(sentence.text):
        return
    for found in _FORMS[language].finditer(sentence.text):
        noun, word = found["listed"] or "", found["number"]
        before = sentence.text[: found.start("number")]
        of_reasons = noun.lower().startswith(("grunn", "årsak")) and before.endswith("av ")
        if (_UNSURE_BEFORE.search(before) and not of_reasons) or _BEFORE_ANOTHER_LIST.match(before):
            continue
        if _ANOTHER_CLAUSE.search(sentence.text, found.end()) and sentence.text.endswith(":"):
            continue
        if not noun and not _may_be_listed(found, sentence.text):
            continue
        start = found.start("number")
        yield Claim(_value(word, language), sentence.text[start : found.end()], start, noun.lower())


def _may_be_listed(found: re.Match[str], text: str) -> bool:
    """Whether a list may follow although the noun is none of the usual ones: «seks personer»."""
    if _MEASURED.match(found["last"] or found["other"]):
        return False
    if found["points"] or found["tells"]:
        return True
    # «Fire ønsker gikk igjen:»
    if text.endswith(":") and _RECURS.match(text, found.end()):
        return True
    return bool(found["last"]) and not _OF_OTHERS_BEFORE.search(text, 0, found.start("number"))


def numbers_in(sentence: Stretch) -> frozenset[int]:
    """Every number from 2 to 20 in ``sentence``, whatever it counts."""
    language = primary(sentence.language)
    words = re.findall(r"\w+", sentence.text)
    known = _NUMBERS.get(language, {})
    return frozenset(
        _value(word, language) for word in words if word.isdecimal() or word.lower() in known
    )


def _value(word: str, language: str) -> int:
    return int(word) if word.isdecimal() else _NUMBERS[language][word.lower()]


def _form(code: str) -> re.Pattern[str]:
    one, own = _SPOKEN[code], _WORDS.own[code]
    number = rf"(?P<number>\b(?:{'|'.join(_NUMBERS[code])}|[2-9]|1\d|20))"
    between = rf"(?:{own.between}\ ){{0,2}}?"
    return re.compile(
        rf"""
        (?:(?P<points>\b{own.points})|(?P<tells>\b{one.tells}))?
        (?<![\d.,:§]){number}[ ]
        (?:{between}(?P<listed>{one.listed})\b
          |{between}(?P<last>[^\W\d]+)(?=:$)
          |(?P<other>[^\W\d]+))
        """,
        re.IGNORECASE | re.VERBOSE,
    )


_FORMS = {code: _form(code) for code in LANGUAGES}
