"""A few words of another language in a text, with the dictionaries' vote."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bindery.prose.likeness import WORDS, foreign_passages
from bindery.prose.readings import Reading, Stretch, primary
from bindery.tools import hunspell

LANGUAGES = ("nb", "nn", "en")
_NORWEGIAN = ("nb", "nn")
FILLER = re.compile(r"\blorem ipsum\b|\bdolor sit amet\b", re.IGNORECASE)
"""Latin that stands for words to come, which is reported as such."""

_TELLING = ((WORDS["en"] - WORDS["nb"] - WORDS["nn"]) | {"the", "of", "and", "with", "you"}) - {
    "up",
    "do",
    "does",
}
_TRIGGER = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(_TELLING))})(?![\w-])")
_ASCII_RUN = re.compile(
    r"(?<![\w’'-])[A-Za-z]+(?:[’'-][A-Za-z]+)*(?: [A-Za-z]+(?:[’'-][A-Za-z]+)*)*(?![\w-])"
)
_LETTER = r"[A-Za-z\u00c0-\u024f]"
_WORD = rf"{_LETTER}{{2,}}(?:[’'-]{_LETTER}+)*"
_RUN = re.compile(rf"(?<![\w’'@./-]){_WORD}(?: {_WORD}){{2,}}(?![\w@/-])")
_NORDIC = (WORDS["nb"] | WORDS["nn"]) - WORDS["en"]
_AFAR = {code: words for code, words in WORDS.items() if code in ("de", "fr", "fi", "se")}
_FEWEST = 3
_FEWEST_UNKNOWN = 2


@dataclass(frozen=True, slots=True)
class Phrase:
    """Some words from ``start`` in a reading, not of the language they are marked as.

    ``language`` is the one that they are in, or empty if that is not clear.
    """

    start: int
    words: str
    language: str


def foreign_phrases(reading: Reading) -> Iterator[Phrase]:
    """Three words or more of another language that are not marked.

    What ``foreign_passages`` finds is left out. Raises ``FileNotFoundError`` without the
    dictionaries of Norwegian and English.
    """
    if FILLER.search(reading.text):
        return
    around = primary(reading.language)
    for stretch in reading.stretches:
        language = primary(stretch.language)
        if language not in LANGUAGES or (language == "en" and around in _NORWEGIAN):
            continue
        phrases = [*_english_in(stretch)] if language in _NORWEGIAN else []
        taken = [range(one.start, one.start + len(one.words)) for one in phrases]
        phrases += (
            one for one in _unknown_in(stretch) if not any(one.start in each for each in taken)
        )
        if phrases:
            told = [range(one.start, one.end) for one in foreign_passages(reading)]
            yield from (one for one in phrases if not any(one.start in each for each in told))


def _english_in(stretch: Stretch) -> Iterator[Phrase]:
    if _TRIGGER.search(stretch.text):
        for run in _ASCII_RUN.finditer(stretch.text):
            for start, words in _split(run, _may_be_english):
                if _is_english(words):
                    yield Phrase(stretch.start + start, " ".join(words), "en")


def _unknown_in(stretch: Stretch) -> Iterator[Phrase]:
    """Words that the language's dictionary does not know, and those between them."""
    language = primary(stretch.language)

    def belongs(word: str) -> bool:
        is_in_other = word not in WORDS[language] and _knows(word, _other(language))
        return not _knows(word, language) or _is_small_word_afar(word) or is_in_other

    for run in _RUN.finditer(stretch.text):
        for at, words in _split(run, belongs):
            unknown = [place for place, word in enumerate(words) if not _knows(word, language)]
            if len(unknown) < _FEWEST_UNKNOWN:
                continue
            first, last = unknown[0], unknown[-1] + 1
            kept = words[first:last]
            start = at + sum(len(word) + 1 for word in words[:first])
            if (said := _language_of(kept, language)) is not None:
                yield Phrase(stretch.start + start, " ".join(kept), said)


def _other(language: str) -> str:
    return "en" if language in _NORWEGIAN else "nb"


def _is_small_word_afar(word: str) -> bool:
    return any(word.lower() in words for words in _AFAR.values())


def _language_of(words: list[str], language: str) -> str | None:
    """The language of ``words``, empty if that is unclear; ``None`` if they may be misprints."""
    small = sum(word[:1].islower() for word in words)
    if len(words) < _FEWEST or small * 2 <= len(words):
        return None
    other = _other(language)
    unknown = [word for word in words if not _knows(word, language)]
    if all(_knows(word, other) for word in words):
        return other
    if len(unknown) * 2 <= len(words) or not all(
        word in unknown or _is_small_word_afar(word) for word in words
    ):
        return None
    votes = {code: sum(word.lower() in own for word in words) for code, own in _AFAR.items()}
    likely = max(votes, key=lambda code: votes[code])
    return likely if votes[likely] > 1 else ""


def _knows(word: str, language: str) -> bool:
    plain = word.replace("’", "'")
    return any(hunspell.knows(form, language) for form in (plain, plain.lower()))


def _split(run: re.Match[str], belongs: Callable[[str], bool]) -> Iterator[tuple[int, list[str]]]:
    """The words of ``run`` that belong together, and where they begin."""
    at = run.start()
    words: list[str] = []
    for word in [*run[0].split(" "), ""]:
        if word and belongs(word):
            words.append(word)
        else:
            if words:
                yield at - sum(len(one) + 1 for one in words), words
            words = []
        at += len(word) + 1


def _may_be_english(word: str) -> bool:
    return word.lower() not in _NORDIC or word in _TELLING


def _is_english(words: list[str]) -> bool:
    """Whether these are three words or more, one of which only English has, and no names."""
    if len(words) < _FEWEST or not any(word in _TELLING for word in words):
        return False
    others = [word for word in words if word not in _TELLING]
    if sum(word[:1].islower() for word in words) * 2 <= len(words):
        return False
    if len({word for word in words if word in _TELLING}) > 1:
        return True
    known = [word for word in others if hunspell.knows(word, "nb")]
    return len(known) < len(others) if others else len(words) > _FEWEST
