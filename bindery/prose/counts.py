"""How many a sentence says there are: «åtte erfaringer», «disse tre:», «the following 5 steps»."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bindery.prose.reading import Stretch, primary

_NORWEGIAN_NUMBERS = (
    "to tre fire fem seks sju åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten "
    "nitten tjue"
)
_ENGLISH_NUMBERS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
_NUMBERS = {
    language: {word: number for number, word in enumerate(words.split(), start=2)}
    for language, words in (("nb", _NORWEGIAN_NUMBERS), ("nn", _NORWEGIAN_NUMBERS))
} | {"en": {word: number for number, word in enumerate(_ENGLISH_NUMBERS.split(), start=2)}}
_NUMBERS["nb"] |= {"syv": 7, "tyve": 20}
LANGUAGES = tuple(_NUMBERS)
MOST = 20

_LISTED = {
    "nb": r"""
        \w*(?:
            (?:grunn|årsak|erfaring|forventning|faktor|utfordring|fordel|kategori|form|verdi|satsing
              |forutsetning|føresetnad|konsekvens|anbefaling|tilråding|tråd|egenskap|aktivitet|løsning
              |løysing|lærdom|leveregel|del)m?(?:er|ar|ene|ane)
            |(?:punkt|prinsipp|kriteri|tema|argument|alternativ|eksemp(?:el|l)|områd)e?(?:r|ne|ra|a)?
            |(?:fase|måte|ulempe|oppgave|oppgåve|gruppe|type|rolle|betingelse|påstand)(?:r|ne|ne)
            |(?:tiltak|krav|råd|tips|spørsmål|mål|steg|trinn|kjennetegn|kjenneteikn|døme|forslag|funn
              |vilkår|hensyn|omsyn|innspill|budskap|poeng|behov|bud|grep|ting)(?:ene|a|ene|ne)?
            |(?:regler|reglar|nøkler|nøklar|kapitler|stikkord|veier|vegar)(?:ne|a|ene)?
        )
        """,
    "en": r"""
        (?:reason|point|thing|experience|lesson|expectation|factor|measure|step|phase|requirement
          |question|goal|aim|objective|example|way|principle|challenge|advantage|benefit|proposal
          |suggestion|alternative|option|task|finding|theme|topic|part|group|type|form|role|value|key
          |condition|consideration|consequence|recommendation|argument|chapter|characteristic
          |feature|rule|tip|categorie)s|criteria
        """,
}
_LISTED["nn"] = _LISTED["nb"]
_BETWEEN = {
    "nb": r"(?:\w{2,}e|felles|særlig|særskilt)",
    "nn": r"(?:\w{2,}e|felles|særskilt)",
    "en": r"(?:(?!of|in|to|on|at|by|or|and|are|is)\w+[^s\W])",
}
_POINTS = {
    "nb": r"(?:disse|følgende|desse|følgjande)\ (?:de\ )?",
    "nn": r"(?:desse|følgjande)\ (?:dei\ )?",
    "en": r"(?:these|the\ following)\ ",
}
_TELLS = {
    "nb": r"(?:nevner|nemner|lister\ opp|omfatter|omfattar|består\ av|del(?:es|t)\ (?:inn\ )?i"
    r"|(?:det|her|dette)\ er|det\ finnes|det\ finst)\ (?:særlig\ |altså\ |i\ alt\ |til\ sammen\ )?",
    "en": r"(?:lists|mentions|consists\ of|divided\ into|(?:there|here|these)\ are)\ ",
}
_TELLS["nn"] = _TELLS["nb"]
_MEASURED = re.compile(
    r"(?:(?:år|måned|månad|uke|veke|dag|dager|dagar|time|minutt|sekund|krone|million|milliard|kilo|"
    r"kilometer|meter|tonn|liter|gang|ansatt|tilsett|innbygger|innbyggjar|side|plass|etasje|grad)"
    r"(?:er|ar|ene|ane|r|e|ne)?|prosent|prosentpoeng|av|til|eller|"
    r"(?:year|month|week|day|hour|minute|second|million|billion|metre|mile|time)s?|per|people|of|"
    r"to|or)\b",
    re.IGNORECASE,
)
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
"""Before what is only mentioned: «Vi samarbeider med fire kommuner:» begins no list of them."""

_BEFORE_ANOTHER_LIST = re.compile(
    r"^(?:for|til|i|på|med|av|etter|innen|innenfor|under|gjennom|ved|om|når|hvis|to|in|on|with|by|if)"
    r"(?:\s+å(?:\s+\w+){1,2})?(?:\s+(?:reach|meet|de|dei|disse|desse|våre|alle|the|these|our|all))*\s*$",
    re.IGNORECASE,
)
"""Before what the list is for: «For å nå de tre målene skal kommunen:» begins a list of deeds."""
_OF_SOMETHING_ELSE = re.compile(
    r"\bslik:$|(?<!\ber )(?<!\bvar )\bfølg(?:ende|jande):$", re.IGNORECASE
)

_ANOTHER_CLAUSE = re.compile(r",\s+(?:og|men|så|and|but|so)\b")
_UNSURE = re.compile(
    r"\b(?:blant anna|blant annet|bl\.\s?a\.|for eksempel|f\.\s?eks\.|noen av|nokre av|among|"
    r"for example|such as|some of|e\.g\.)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Claim:
    """That there are ``number`` of something. ``words`` say it, from ``start`` in the sentence.

    ``noun`` is what there are so many of; empty where it is no word for what lists list.
    """

    number: int
    words: str
    start: int
    noun: str = ""


def claims(sentence: Stretch) -> Iterator[Claim]:
    """What ``sentence`` says of how many there are in what comes after it."""
    language = primary(sentence.language)
    if language not in _NUMBERS or _UNSURE.search(sentence.text):
        return
    if _OF_SOMETHING_ELSE.search(sentence.text):
        return
    for found in _FORMS[language].finditer(sentence.text):
        noun, word = found["listed"] or "", found["number"]
        before = sentence.text[: found.start("number")]
        if _UNSURE_BEFORE.search(before) or _BEFORE_ANOTHER_LIST.match(before):
            continue
        if _ANOTHER_CLAUSE.search(sentence.text, found.end()) and sentence.text.endswith(":"):
            continue
        if not noun and not _may_be_listed(found, sentence.text):
            continue
        start = found.start("number")
        yield Claim(_value(word, language), sentence.text[start : found.end()], start, noun.lower())


def _may_be_listed(found: re.Match[str], text: str) -> bool:
    """Whether there may be a list of what is no word for what lists list: «seks personer»."""
    if _MEASURED.match(found["last"] or found["other"]):
        return False
    if found["points"] or found["tells"]:
        return True
    return bool(found["last"]) and not _OF_OTHERS_BEFORE.search(text, 0, found.start("number"))


def numbers_in(sentence: Stretch) -> frozenset[int]:
    """Every number from 2 to 20 that ``sentence`` names, whatever of."""
    language = primary(sentence.language)
    words = re.findall(r"\w+", sentence.text)
    known = _NUMBERS.get(language, {})
    return frozenset(
        _value(word, language) for word in words if word.isdecimal() or word.lower() in known
    )


def _value(word: str, language: str) -> int:
    return int(word) if word.isdecimal() else _NUMBERS[language][word.lower()]


def _form(language: str) -> re.Pattern[str]:
    number = rf"(?P<number>\b(?:{'|'.join(_NUMBERS[language])}|[2-9]|1\d|20))"
    between = rf"(?:{_BETWEEN[language]}\ ){{0,2}}?"
    return re.compile(
        rf"""
        (?:(?P<points>\b{_POINTS[language]})|(?P<tells>\b{_TELLS[language]}))?
        (?<![\d.,:§]){number}[ ]
        (?:{between}(?P<listed>{_LISTED[language]})\b
          |{between}(?P<last>[^\W\d]+)(?=:$)
          |(?P<other>[^\W\d]+))
        """,
        re.IGNORECASE | re.VERBOSE,
    )


_FORMS = {language: _form(language) for language in _NUMBERS}
