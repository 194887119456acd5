"""How heavy prose is to read: words, sentences, and LIX."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bindery.rules._prose import WORD, Reading, Stretch

LONG_WORD = 6
"""A word of more letters than this is long to LIX (Björnsson 1968)."""

_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*")
_BREAK = re.compile(r":(?=\s+[«“\"]?[A-ZÆØÅÄÖÁČŊŠŽ])|(?=[•▪‣])")


@dataclass(frozen=True, slots=True)
class Lix:
    """How many words, sentences and long words a text has."""

    words: int = 0
    sentences: int = 0
    long_words: int = 0

    def __add__(self, other: "Lix") -> "Lix":
        return Lix(
            self.words + other.words,
            self.sentences + other.sentences,
            self.long_words + other.long_words,
        )

    @property
    def index(self) -> int:
        """Words in a sentence, and long words in a hundred: 25 is easy, 55 very difficult."""
        if not self.words:
            return 0
        return round(self.words / self.sentences + 100 * self.long_words / self.words)


def words_in(text: str) -> list[str]:
    """The words and numbers of ``text``; a soft hyphen is no letter."""
    pattern = f"{WORD.pattern}|{_NUMBER.pattern}"
    return re.findall(pattern, text.replace("\u00ad", ""))


def lix_of(text: str) -> Lix:
    """The count of one sentence."""
    words = words_in(text)
    return Lix(len(words), 1 if words else 0, sum(len(word) > LONG_WORD for word in words))


def clauses(reading: Reading) -> Iterator[Stretch]:
    """The sentences of ``reading``, each cut where something new begins inside it.

    That is a capital letter after a colon, as in a quotation, and what an author has set a bullet
    before.
    """
    for sentence in reading.sentences():
        start = 0
        ends = (found.end() for found in _BREAK.finditer(sentence.text))
        for end in (*ends, len(sentence.text)):
            part = sentence.text[start:end]
            if part.strip():
                space = len(part) - len(part.lstrip())
                yield Stretch(part.strip(), sentence.start + start + space, sentence.language)
            start = end
