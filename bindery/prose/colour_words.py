"""Passages that refer to something by its colour alone, in Norwegian and English."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bindery.prose.reading import Stretch, primary

_WORDS = {
    "nb": {
        "dashed": "stiplede",
        "hatched": "skraverte",
        "shape": "med en trekant i",
        "pattern": "med prikker",
        "word": "med ordet «…» og",
        "name": "«…»",
        "key": "(rødt: …)",
    },
    "nn": {
        "dashed": "stipla",
        "hatched": "skraverte",
        "shape": "med ein trekant i",
        "pattern": "med prikkar",
        "word": "med ordet «…» og",
        "name": "«…»",
        "key": "(raudt: …)",
    },
    "en": {
        "dashed": "dashed",
        "hatched": "hatched",
        "shape": "with a triangle in",
        "pattern": "with dots",
        "word": "with the word “…” and",
        "name": "“…”",
        "key": "(red: …)",
    },
}
_POINTS_OUT = re.compile(r"(?P<which>(?:de|dei|den|det|the) .+) (?P<thing>\S+)", re.IGNORECASE)
_MARKS = re.compile(r"(?P<how>.+?) (?:med|i|in|with) (?P<colour>\S+(?P<lettering> \S+)?)")
_LINE = re.compile(r"linj|strek|kurve|line|curve", re.IGNORECASE)
_PRESSED = re.compile(r"knapp|ikon|button|icon", re.IGNORECASE)
_WRITTEN = re.compile(r"tekst|skrift|bokstav|ord|text|word|label", re.IGNORECASE)
_WRITES = re.compile(
    r"skr[ei]v|understrek|uthev|written|printed|underlined|highlighted", re.IGNORECASE
)
_FILLS = re.compile(r"farg|skraver|colou?red|shaded", re.IGNORECASE)


def beside_colour(words: str, language: str) -> tuple[str, ...]:
    """Ways to go on from ``words``, each with a name, a shape or a pattern as well.

    An ellipsis stands for what only the author knows. ``language`` is ``nb``, ``nn`` or ``en``.
    """
    if found := _POINTS_OUT.fullmatch(words):
        return _pointed_out(found, _WORDS[language])
    if found := _MARKS.fullmatch(words):
        return (_marked(found, _WORDS[language]),)
    colours, _, rest = words.partition(" ")
    return (f"{colours} {_WORDS[language]['key']} {rest}",)


def _pointed_out(found: re.Match[str], say: dict[str, str]) -> tuple[str, ...]:
    """«den røde linjen»: its name, or another look."""
    if _PRESSED.search(found["thing"]):
        return (f"{found[0]} {say['name']}",)
    if _WRITTEN.match(found["thing"]):
        return (f"{found[0]} (…)",)
    look = say["dashed"] if _LINE.search(found["thing"]) else say["hatched"]
    return f"{found[0]} (…)", f"{found['which']}, {look} {found['thing']}"


def _marked(found: re.Match[str], say: dict[str, str]) -> str:
    """«merket med grønt»: a word among words, a pattern in an area, a shape elsewhere."""
    how, colour = found["how"], found["colour"]
    if found["lettering"] or _WRITES.match(how):
        return f"{how} {say['word']} {colour}"
    if _FILLS.match(how):
        return f"{found[0]} {say['pattern']}"
    return f"{how} {say['shape']} {colour}"


_NORWEGIAN = {
    "hue": "rød|raud|grønn|grøn|blå|gul|oransje|lilla|fiolett|rosa|turkis",
    "grey": "brun|grå|svart|hvit|kvit",
    "shade": r"(?:(?:mørke?|lyse?|dyp|knall)-?)?",
    "alone": "rødt|raudt|grønt|blått|gult|oransje|lilla|fiolett|rosa|turkis|brunt|grått|svart"
    "|hvitt|kvitt",
    # What is drawn, and what a map is drawn of: with a colour they are told apart by it.
    "drawn": "linj|strek|kurve|søyl|stolp|felt|prikk|pil|sirk|trekant|firkant|stjern",
    "meant": "punkt|boks|ramm|knapp|celle|kolonn|raden|sektor|kakestykk|tekst|skrift|bokstav|flat"
    "|symbol|ikon|ordet|orda|ordene|kommun|fylk|land(?:et|ene|a)|region|bydel|områd",
    "marked": "merka|merke[tr]|merkte?|marker(?:t|te|er|a)|vist|vises|farga|farget|fargelagt"
    "|uthev(?:a|et)|skraver(?:t|a)|gjengitt|tegna|tegnet|teikna|skreve[nt]|skrive|understrek(?:a|et)",
    "lettering": "farge|skrift|tekst|bokstaver|bokstavar|strek|ramme|bakgrunn",
    "after": "på|i|har|er|og|eller|som|over|ovenfor|nedenfor|under",
    "figure": r"\w*(?:kart|figur|tabell|diagram|graf|søyle|illustrasjon)\w*",
    "elsewhere": "(?:sti|skilt|dunk|buss|trikk|flagg)(?:en|et|er|ene|ane|a)?"
    "|(?:løype|varde|pose|bane)[nr]?e?|løypa|veien|veiene|vegen|vegane|gata|gaten|asfalten",
}
_ENGLISH = {
    "hue": "red|green|blue|yellow|orange|purple|violet|pink|turquoise",
    "grey": "brown|grey|gray|black|white",
    "shade": "(?:(?:dark|light|pale|bright)[ -])?",
    "drawn": "lines?|bars?|curve|dots?|arrows?|circles?|triangles?|squares?|stars?",
    "meant": "box(?:es)?|button|cells?|columns?|rows?|sectors?|slices?|text|words?|labels?|icons?"
    "|symbols?|fields?|municipalities|counties|countries|regions|districts|areas?",
    "marked": "marked|shown|highlighted|printed|colou?red|shaded|indicated|drawn|written|displayed"
    "|underlined|outlined",
    "after": "on|in|have|has|are|is|and|or|which|that|above|below|text|type|letters|ink",
    "figure": "maps?|figures?|tables?|charts?|graphs?|diagrams?",
    "elsewhere": "trails?|paths?|bins?|bags?|bus|train|metro|tube|flag|signs?|road|street"
    "|cross(?:ed|ing)?",
}


def _pattern(form: str, words: dict[str, str]) -> re.Pattern[str]:
    return re.compile(form.format(**words), re.IGNORECASE | re.VERBOSE)


_TOLD_BY_COLOUR = {
    "nb": _pattern(
        r"""
        \b(?:de|dei|den|det)\ {shade}  # de røde kommunene, den mørkeblå linja
            (?!grøn\w+\ områd)(?:(?:{hue})e?\ (?:{drawn}|{meant})|(?:{grey})e?\ (?:{drawn}))\w*
            (?![\w]|\ [«“„"(]|,\ )
        |\b(?:{marked})\ (?:\w+\ ){{0,2}}?(?:med|i)\ {shade}  # merket med grønt på kartet
            (?:(?:{alone})(?=\W*$|[.,;:!?)]|\ –|\ (?:{after})\b)(?!\ (?:og|på)\ (?:hvitt|kvitt))
              |(?:{hue}|{grey})\ (?:{lettering})\b)
        |\bstår\ (?:med|i)\ (?:{hue}|{grey})e?\ (?:{lettering})\b
        |\bfarg(?:ene|ekoden?|ekodene|ane)\b(?=.*\b(?:{figure})\b)  # Fargene på kartet viser …
            \ (?:\w+\ ){{0,4}}?(?:viser|syner|betyr|forteller|fortel|angir|skiller|skil)\b
        """,
        _NORWEGIAN,
    ),
    "en": _pattern(
        r"""
        \bthe\ {shade}  # the red line
            (?!green\ area)(?:(?:{hue})\ (?:{drawn}|{meant})|(?:{grey})\ (?:{drawn}))\b
            (?!\ [«“„"(]|,\ )
        |\b(?:{marked})\ (?:in|with)\ {shade}
            (?:{hue}|{grey})(?=\W*$|[.,;:!?)]|\ –|\ (?:{after})\b)(?!\ and\ white)
        |\bcolou?rs\b(?=.*\b(?:{figure})\b)
            \ (?:\w+\ ){{0,4}}?(?:show|indicate|mean|tell|represent)\b
        """,
        _ENGLISH,
    ),
}
_TOLD_BY_COLOUR["nn"] = _TOLD_BY_COLOUR["nb"]
_MEANT_WORDS = {"nb": _NORWEGIAN, "nn": _NORWEGIAN, "en": _ENGLISH}
LANGUAGES = tuple(_MEANT_WORDS)
_NAMES_A_COLOUR = {
    language: re.compile(
        rf"\b(?:farg[ea]|colou?r|{words['shade']}(?:{words['hue']}|{words['grey']}))", re.IGNORECASE
    )
    for language, words in _MEANT_WORDS.items()
}


@dataclass(frozen=True, slots=True)
class Told:
    """A passage that means something by a colour alone: its ``words``, from ``start``.

    ``instead`` is what may stand in its place, in the same language.
    """

    words: str
    start: int
    instead: tuple[str, ...]


def told_by_colour(sentence: Stretch) -> Iterator[Told]:
    """The passages of ``sentence`` that mean something by a colour alone.

    A colour out in the world is part of it, a trail's or a bin's, unless it is on a map.
    """
    language = primary(sentence.language)
    if language not in _MEANT_WORDS:
        return
    words, text = _MEANT_WORDS[language], sentence.text
    if not _NAMES_A_COLOUR[language].search(text):
        return
    is_drawn = re.search(rf"\b(?:{words['figure']})\b", text, re.IGNORECASE)
    if is_drawn or not re.search(rf"\b\w*(?:{words['elsewhere']})\b", text, re.IGNORECASE):
        for found in _TOLD_BY_COLOUR[language].finditer(text):
            yield Told(found[0], found.start(), beside_colour(found[0], language))
