"""Words in capitals: abbreviations, Roman numbers, and words that are shouted."""

import re
from collections.abc import Iterable, Iterator

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
LANGUAGES = tuple(_COMMON)
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
