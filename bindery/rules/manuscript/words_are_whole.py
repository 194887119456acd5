"""Words are written once, in one piece and in one script.

## Why

Screen readers spell out letters with spaces between them, stop at a hyphen that a PDF left in a
word, and read a letter of another script by its name. A word or a paragraph that is written twice
is read twice.

## Hvorfor

Ord er skrevet én gang, i ett stykke og med ett alfabet. Skjermlesere staver bokstaver med mellomrom
imellom, stopper ved en bindestrek som en PDF har lagt igjen i et ord, og leser en bokstav fra et
annet alfabet med navnet på den. Et ord eller et avsnitt som er skrevet to ganger, blir lest to
ganger.

## Fails

Lines 3, 5, 7, 9 and 13:

```markdown
# Funn

Det er V I K T I G at de møtes.

Kommunen og og bedriften møtes hver måned, og begge er fornøyde.

Det er kom- munen som inviterer.

De møtes på kаia ved båtene, og det gjør de hele året, også når det er kaldt.

Alle er fornøyde med dette, og de vil gjerne fortsette i mange år til.

Alle er fornøyde med dette, og de vil gjerne fortsette i mange år til.
```

## Passes

```markdown
# Funn

Han sa at det det gjelder, er plan- og bygningsloven. A B C er karakterer. Nei, nei, det er alt.
```

## Clauses

- WCAG 2.2: 1.3.2 Meaningful Sequence (A), failure F32
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.prose.likeness import WORDS
from bindery.prose.readings import Reading, alternatives_of, readings_of
from bindery.rules.manuscript._extents import PROSE
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

SPACED = Text(
    nb="«{words}» har mellomrom mellom bokstavene, så skjermlesere staver det.",
    en="“{words}” has spaces between its letters, so screen readers spell it.",
)
TWICE = Text(nb="«{words}» er skrevet to ganger.", en="“{words}” is written twice.")
HYPHEN = Text(
    nb="«{words}» er delt med en bindestrek som trolig kommer fra en linje i en PDF.",
    en="“{words}” is divided by a hyphen that probably comes from the end of a line in a PDF.",
)
SCRIPTS = Text(
    nb="«{words}» har bokstaver fra to alfabeter.", en="“{words}” has letters of two scripts."
)
HIDDEN = Text(
    nb="«{words}» har et usynlig tegn ({code}) inni seg.",
    en="“{words}” has an invisible character ({code}) in it.",
)
PARAGRAPH = Text(
    nb="Avsnittet er det samme som det på linje {line}.",
    en="The paragraph is the same as the one on line {line}.",
)
SENTENCE = Text(
    nb="Setningen er den samme som den før.", en="The sentence is the same as the one before it."
)
LIGATURE = Text(
    nb="«{words}» har et tegn som er flere bokstaver i ett. Søk finner ikke ordet.",
    en="“{words}” has a character that is several letters in one. Searches do not find the word.",
)
HINT = Text(
    nb="Skriv ordet eller avsnittet én gang, i ett stykke.",
    en="Write the word or the paragraph once, in one piece.",
)
_SPACED = re.compile(r"(?<![\w.])[^\W\d_](?:[ \u00a0][^\W\d_]){3,}(?![\w.])")
_TWICE = re.compile(r"(?<![\w-])(?P<word>[^\W\d_]{2,})[ \u00a0](?P=word)(?![\w-])", re.IGNORECASE)
_MAY_BE_TWICE = frozenset(
    [
        "det",
        "den",
        "de",
        "som",
        "har",
        "var",
        "er",
        "at",
        "for",
        "that",
        "had",
        "so",
        "very",
        "bye much more well",
        "ha",
        "he",
        "ho",
        "hei",
        "nei",
        "ja",
        "jo",
        "no",
        "yes",
        "gang",
        "år",
        "så",
        "da",
        "der",
        "her",
        "han",
        "hun",
        "a",
        "i",
        "å",
    ]
)
_HYPHEN = re.compile(
    r"(?<![\w-])(?P<one>[^\W\d_]{2,})-[ \u00a0](?!(?:og|eller|and|or|til|samt|men|i|på|in|to|av"
    r"|for)\b)"
    r"(?P<two>[a-zæøå]{2,})"
)
_MIXED = re.compile(
    r"\b(?=[^\W\d_]*[A-Za-zÆØÅæøå])(?=[^\W\d_]*[\u0370-\u03ff\u0400-\u04ff])[^\W\d_]{2,}\b"
)
_LIGATURE = re.compile(r"\w*[\ufb00-\ufb06]\w*")
_HIDDEN = re.compile(r"\w*[\u200b\ufeff]\w*")
_ODD = re.compile(
    r"- |\u200b|[\ufb00-\ufb06]|\ufeff|[\u0370-\u04ff]|\b\w[ \u00a0]\w[ \u00a0]\w\b"
    r"|\b(\w+)[ \u00a0]\1\b",
    re.IGNORECASE,
)
_FEWEST_WORDS, _FEWEST_IN_SENTENCE, _TWICE_OVER = 12, 5, 2


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Words and paragraphs that are in pieces, doubled, or of two scripts."""
    for chapter in manuscript.chapters:
        for reading in (*readings_of(chapter, manuscript), *alternatives_of(chapter, manuscript)):
            if _ODD.search(reading.text) and (fault := _fault(reading)):
                message, at = fault
                yield Finding(RULE.name, RULE.severity, reading.at(at), message, HINT)
            elif (start := _sentence_twice(reading)) is not None:
                yield Finding(RULE.name, RULE.severity, reading.at(start), SENTENCE, HINT)
        yield from _doubled(chapter, manuscript)


def _fault(reading: Reading) -> tuple[Text, int] | None:
    text = reading.text
    for spaced in _SPACED.finditer(text):
        letters = spaced[0].replace("\u00a0", " ").split(" ")
        if len({*letters}) > 1 and letters != sorted(letters):
            return SPACED.filled(words=spaced[0]), spaced.start()
    for twice in _TWICE.finditer(text):
        is_name = twice[0].split()[-1][0].isupper() or twice["word"].isupper()
        if twice["word"].lower() not in _MAY_BE_TWICE and not is_name:
            return TWICE.filled(words=twice[0]), twice.start()
    found = _HYPHEN.search(text)
    # «build- as well as run-time»: the other half comes later.
    if found and not any(found["two"] in words for words in WORDS.values()):
        return HYPHEN.filled(words=found[0]), found.start()
    for pattern, message in ((_MIXED, SCRIPTS), (_LIGATURE, LIGATURE)):
        if found := pattern.search(text):
            return message.filled(words=found[0]), found.start()
    if found := _HIDDEN.search(text):
        code = next(f"U+{ord(char):04X}" for char in found[0] if char in "\u200b\ufeff")
        words = re.sub("[\u200b\ufeff]", "", found[0])
        return HIDDEN.filled(words=words, code=code), found.start()
    return None


def _sentence_twice(reading: Reading) -> int | None:
    """Where a sentence begins that is the same as the one before it."""
    sentences = list(reading.sentences())
    for one, two in pairwise(sentences):
        is_long = len(one.text.split()) >= _FEWEST_IN_SENTENCE
        # What is said again and again is a refrain.
        is_twice = sum(other.text == one.text for other in sentences) <= _TWICE_OVER
        if is_long and is_twice and one.text.rstrip(".!") == two.text.rstrip(".!"):
            return two.start
    return None


def _doubled(chapter: ChapterSource, manuscript: Manuscript) -> Iterator[Finding]:
    """Paragraphs with the words of an earlier one in the chapter."""
    first: dict[str, int] = {}
    for reading in readings_of(chapter, manuscript):
        text = " ".join(reading.text.split())
        if (
            reading.prose.block != "paragraph"
            or len(text.split()) < _FEWEST_WORDS
            or text[-1] == ":"
        ):
            continue
        line = reading.prose.location.line or 0
        if text in first:
            message = PARAGRAPH.filled(line=first[text])
            at = reading.prose.location
            yield Finding(RULE.name, RULE.severity, at, message, HINT)
        first.setdefault(text, line)


RULE = Rule("words-are-whole", Severity.WARNING, find, PROSE, by_chapter=True)
