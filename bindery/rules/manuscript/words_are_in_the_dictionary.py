"""Norwegian words are in the dictionary, or in the publication's own word list.

## Why

Screen readers read a misspelt word as another one, searches do not find it, and people who read
with difficulty stumble over it. Write a name, or a word that is not in the dictionary, on a line of
its own in `manuscript/words.txt`.

## Hvorfor

Norske ord står i ordboka eller i publikasjonens egen ordliste. Skjermlesere leser et feilskrevet
ord som et annet, søk finner det ikke, og lesere som strever med å lese, snubler i det. Skriv et
navn, eller et ord som ikke står i ordboka, på en egen linje i `manuscript/words.txt`.

## Fails

Line 3:

```markdown
# Funn

Bedriften og komunen snakker sammen, og det er komunen som begynner.
```

## Passes

```markdown
# Funn

Bedriften og kommunen i Karlsøy snakker sammen om plan- og bygningsloven, f.eks. på
`komunen.no` eller [in the municipality]{lang=en}. Vertskommuneblikket hjelper dem.
```

```text words.txt
vertskommuneblikk
vertskommuneblikket  # fra rapporten
```

## Clauses

- WCAG 2.2: 3.1.3 Unusual Words (AAA)
- Hunspell's dictionaries for bokmål and nynorsk, the book's list after them.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from bindery.manuscript.source import Manuscript
from bindery.prose.dictionary import LANGUAGES, SHORTEST, Word, words_of
from bindery.rules.manuscript._extents import prose_in
from bindery.tools import hunspell, inventory
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text, Unit

_UNIT = Unit(
    nb=("norsk tekststykke", "norske tekststykker"),
    en=("piece of Norwegian text", "pieces of Norwegian text"),
)
NORWEGIAN = replace(prose_in(LANGUAGES, unit=_UNIT), unknown=lambda _: frozenset())
"""No other language counts as unknown: the rule is about Norwegian only."""

MESSAGE = Text(nb="«{word}» står ikke i ordboka.", en="“{word}” is not in the dictionary.")
OFTEN = Text(
    nb="«{word}» står ikke i ordboka. Ordet er brukt {count} steder.",
    en="“{word}” is not in the dictionary. It is used in {count} places.",
)
HINT = Text(
    nb="Rett skrivefeilen, eller skriv ordet på en egen linje i manuscript/words.txt.",
    en="Fix the typo, or add the word on a line of its own in manuscript/words.txt.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Words in neither the dictionary nor the book's list, each once, at its first place."""
    accepted = {word.casefold() for word in manuscript.publication.words}
    places: defaultdict[tuple[str, str], list[Word]] = defaultdict(list)
    names = set()
    for word in words_of(manuscript):
        if word.is_name:
            names.add(_bare(word.text.casefold()))
        else:
            places[word.language, word.text.casefold()].append(word)
    for (language, folded), words in places.items():
        if folded in accepted or _bare(folded) in accepted | names:
            continue
        if not _is_known(words[0].text, language, accepted):
            first = words[0]
            message = OFTEN if len(words) > 1 else MESSAGE
            message = message.filled(word=first.text, count=len(words))
            yield Finding(RULE.name, RULE.severity, first.location, message, HINT)


def _bare(word: str) -> str:
    """A name without the genitive's ending."""
    return word.rstrip("’'").removesuffix("s")


def _is_known(word: str, language: str, accepted: set[str]) -> bool:
    """Whether the word, or each part of it between hyphens, is in the dictionary."""
    dictionary = hunspell.dictionary(language)
    if any(dictionary.knows(form) for form in (word, word.lower())):
        return True
    parts = word.split("-")
    return len(parts) > 1 and all(
        part.casefold() in accepted
        or len(part) < SHORTEST
        or part != part.lower()
        or dictionary.knows(part)
        for part in parts
    )


def missing() -> Text | None:
    """What has to be installed for the rule, or ``None``."""
    return inventory.missing("Hunspell")


RULE = Rule("words-are-in-the-dictionary", Severity.INFO, find, NORWEGIAN, missing=missing)
