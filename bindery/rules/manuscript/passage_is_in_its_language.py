"""A passage is in the language it is marked with.

## Why

Without the right mark, screen readers read English words by Norwegian rules, or Norwegian words by
English ones, and nobody understands them. Braille and hyphenation are wrong, too. Names, titles and
loan words are not passages: five words in a row are. Bokmål, nynorsk and Danish are so alike that
this rule rarely detects one inside another. Mark it yourself.

## Hvorfor

Et tekststykke er på det språket det er merket med. Uten riktig merking leser talesyntesen engelske
ord etter norske regler, eller norske etter engelske, og ingen forstår det. Teksten på leselist og
orddelingen blir også feil. Navn, titler og lånord er ikke slike tekststykker. Fem ord på rad er
det. Bokmål, nynorsk og dansk er så like at regelen sjelden finner det ene midt i det andre. Merk
det selv.

## Fails

Lines 3, 6 and 9:

```markdown
# Funn

All human beings are born free and equal. They have reason, and it is for everyone to use.

På møtet ble det sagt noe på svensk. En av dem som var der, sa at
«det är inte jag som ska göra det», og så gikk han hjem.

::: {lang=en}
Kommunen og bedriftene er med når det skal lages en plan.
:::
```

## Passes

```markdown
# Funn

[All human beings are born free and equal]{lang=en} står det i erklæringen. Boka heter «The Rights
of Man», og vi hadde workshop og deadline.

::: {lang=nn}
Dei har ikkje flytta på noko, og det er ho som seier det.
:::
```

## Clauses

- WCAG 2.2: 3.1.1 Language of Page (A), 3.1.2 Language of Parts (AA)
"""

from collections import Counter
from collections.abc import Iterator

from bindery.locales.for_authors import name_of
from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.prose.likeness import WORDS, Foreign, foreign_passages
from bindery.prose.readings import WORD, alternatives_of, primary, readings_of
from bindery.rules.manuscript._extents import prose_in
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{beginning}» ser ut til å være {language}, men er merket som {named}.",
    en="“{beginning}” looks like {language}, but is marked as {named}.",
)
HINT = Text(
    nb="Skriv [ordene]{{lang={tag}}}, eller ::: {{lang={tag}}} over avsnittet og ::: under det.",
    en="Write [the words]{{lang={tag}}}, or ::: {{lang={tag}}} above the paragraph and ::: below.",
)
CHAPTER = Text(
    nb="Det meste av kapittelet ser ut til å være {language}, men er merket som {named}.",
    en="Most of the chapter looks like {language}, but is marked as {named}.",
)
CHAPTER_HINT = Text(
    nb="Skriv language: {tag} øverst i kapittelet, mellom to linjer med tre bindestreker. Hvis det"
    " gjelder hele publikasjonen, endre language i publication.toml.",
    en="Write language: {tag} at the top of the chapter, between two lines of three hyphens. If it"
    " applies to the whole publication, change language in publication.toml.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Passages clearly in another language; a single finding if they are most of a chapter."""
    languages = [manuscript.publication.metadata.language]
    languages += [chapter.front_matter.language for chapter in manuscript.publication.chapters]
    expected = tuple(dict.fromkeys(primary(language) for language in languages if language))
    for chapter in manuscript.chapters:
        passages = _passages(chapter, manuscript, expected)
        most = _most(passages, chapter, manuscript)
        if most is not None:
            first = next(readings_of(chapter, manuscript)).prose.location
            said = _said(most)
            message, hint = CHAPTER.filled(**said), CHAPTER_HINT.filled(**said)
            yield Finding(RULE.name, RULE.severity, first, message, hint)
        for one in passages:
            if most is None or (one.language, one.named) != (most.language, most.named):
                said = _said(one)
                message, hint = MESSAGE.filled(**said), HINT.filled(**said)
                yield Finding(RULE.name, RULE.severity, one.location, message, hint)


def _passages(
    chapter: ChapterSource, manuscript: Manuscript, expected: tuple[str, ...]
) -> list[Foreign]:
    return [
        passage
        for reading in (
            *readings_of(chapter, manuscript),
            *alternatives_of(chapter, manuscript),
        )
        for passage in foreign_passages(reading, expected)
    ]


def _most(
    passages: list[Foreign], chapter: ChapterSource, manuscript: Manuscript
) -> Foreign | None:
    """A passage in the language of most of the chapter, if that is another than marked."""
    if len(passages) <= 1:
        return None
    words: Counter[tuple[str, str]] = Counter()
    for passage in passages:
        words[passage.language, passage.named] += passage.words
    (most, count), *_ = words.most_common(1)
    of_chapter = sum(
        len(WORD.findall(reading.text)) for reading in readings_of(chapter, manuscript)
    )
    if 2 * count <= of_chapter:
        return None
    return next(one for one in passages if (one.language, one.named) == most)


def _said(passage: Foreign) -> dict[str, object]:
    """The values in the message on ``passage``, with the names of languages where known."""
    return {
        "beginning": passage.beginning,
        "language": name_of(passage.language),
        "named": name_of(primary(passage.named)),
        "tag": passage.language,
    }


RULE = Rule("passage-is-in-its-language", Severity.WARNING, find, prose_in(WORDS), by_chapter=True)
