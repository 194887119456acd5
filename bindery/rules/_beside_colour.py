"""What an author can write beside a colour, made of the passage that has nothing but the colour."""

import re

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
