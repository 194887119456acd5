"""A few English words in Norwegian text, with the dictionary's vote."""

import re
from collections.abc import Iterator

from bindery.prose.likeness import WORDS, foreign_passages
from bindery.prose.readings import Reading, primary
from bindery.tools import hunspell

LANGUAGES = ("nb", "nn")
_TELLING = ((WORDS["en"] - WORDS["nb"] - WORDS["nn"]) | {"the", "of", "and", "with", "you"}) - {
    "up",
    "do",
    "does",
}
_TRIGGER = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(_TELLING))})(?![\w-])")
_RUN = re.compile(
    r"(?<![\w’'-])[A-Za-z]+(?:[’'-][A-Za-z]+)*(?: [A-Za-z]+(?:[’'-][A-Za-z]+)*)*(?![\w-])"
)
_NORDIC = (WORDS["nb"] | WORDS["nn"]) - WORDS["en"]
_FEWEST = 3


def english_phrases(reading: Reading) -> Iterator[tuple[int, str]]:
    """Three English words or more that are not marked, each with where they begin in ``reading``.

    What ``foreign_passages`` finds is left out. Raises ``FileNotFoundError`` without a dictionary.
    """
    for stretch in reading.stretches:
        if primary(stretch.language) not in LANGUAGES or not _TRIGGER.search(stretch.text):
            continue
        found_already = [range(one.start, one.end) for one in foreign_passages(reading)]
        for run in _RUN.finditer(stretch.text):
            for start, words in _english(run):
                at = stretch.start + start
                if not any(at in passage for passage in found_already):
                    yield at, " ".join(words)


def _english(run: re.Match[str]) -> Iterator[tuple[int, list[str]]]:
    """The English words in ``run``, between its Norwegian ones, and where they begin."""
    at = run.start()
    words: list[str] = []
    for word in [*run[0].split(" "), ""]:
        if word and _may_be_english(word):
            words.append(word)
        else:
            if _is_english(words):
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
    known = [word for word in others if hunspell.dictionary("nb").knows(word)]
    return len(known) < len(others) if others else len(words) > _FEWEST
