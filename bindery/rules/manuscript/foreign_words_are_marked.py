"""A few foreign words are marked with their language, and Norwegian words with no other.

## Why

Three English words in a Norwegian sentence are read by Norwegian rules, and are lost. Norwegian
words inside a mark of English are read by English rules. Words that the dictionary of the text's
language knows, and names in capitals, are accepted.

## Hvorfor

Noen få fremmede ord er merket med språket sitt, og norske ord er ikke merket med et annet. Tre
engelske ord i en norsk setning blir lest etter norske regler, og ingen forstår dem. Norske ord i et
tekststykke som er merket som engelsk, blir lest etter engelske regler. Ord som står i ordboka for
språket i teksten, og navn med stor forbokstav, blir godtatt.

## Fails

Lines 3, 5 and 7:

```markdown
# Funn

De kalte det state of the art, og var fornøyde.

De kalte det [a safe place, og det er det]{lang=en} for dem.

Han sang *wie schön leuchtet* for dem.
```

## Passes

```markdown
# Funn

De kalte det [state of the art]{lang=en}. Boka heter «The Rights of Man», og vi hadde deadline.
```

## Clauses

- WCAG 2.2: 3.1.2 Language of Parts (AA)
"""

import re
from collections.abc import Iterator

from bindery.locales.for_authors import name_of
from bindery.manuscript.source import Manuscript
from bindery.prose.likeness import foreign_passages
from bindery.prose.phrases import LANGUAGES, Phrase, foreign_phrases
from bindery.prose.readings import Reading, Stretch, heard, primary
from bindery.rules.manuscript._extents import prose_in
from bindery.tools import hunspell, inventory
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

LANGUAGE = Text(
    nb="«{words}» ser ut til å være {language}, men er ikke merket.",
    en="“{words}” looks like {language}, but is not marked.",
)
UNKNOWN = Text(
    nb="«{words}» ser ut til å være på et annet språk, men er ikke merket.",
    en="“{words}” looks like another language, but is not marked.",
)
MARK = Text(
    nb="Skriv [{words}]{{lang={code}}}. Skriv det ikke i words.txt.",
    en="Write [{words}]{{lang={code}}}. Do not add it to words.txt.",
)
TOO_WIDE = Text(
    nb="«{words}» er merket som engelsk, men har norske ord i seg.",
    en="“{words}” is marked as English, but has Norwegian words in it.",
)
NARROW = Text(
    nb="La merkingen omfatte bare de engelske ordene.",
    en="Let the mark cover the English words only.",
)
_NORWEGIAN = frozenset(
    [
        "og",
        "ikke",
        "ikkje",
        "det",
        "som",
        "til",
        "av",
        "på",
        "jeg",
        "eg",
        "vi",
        "har",
        "skal",
        "fra",
        "frå",
        "hun",
        "han",
        "dei",
        "noe",
        "noko",
        "eller",
        "når",
        "hva",
        "kva",
        "være",
        "vere",
    ]
)
_SHOWN = 50


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """A few foreign words that are not marked, and Norwegian words marked as English."""
    for reading in heard(manuscript):
        if primary(reading.language) not in LANGUAGES:
            continue
        for stretch in reading.stretches:
            if primary(stretch.language) == "en" != primary(reading.language):
                yield from _too_wide(reading, stretch)
        for phrase in foreign_phrases(reading):
            yield _unmarked(phrase, reading)


def _unmarked(phrase: Phrase, reading: Reading) -> Finding:
    words, code = phrase.words[:_SHOWN], phrase.language
    message = (
        LANGUAGE.filled(words=words, language=name_of(code))
        if code
        else UNKNOWN.filled(words=words)
    )
    hint = MARK.filled(words=words, code=code or "…")
    return Finding(RULE.name, RULE.severity, reading.at(phrase.start), message, hint)


def _too_wide(reading: Reading, stretch: Stretch) -> Iterator[Finding]:
    words = re.findall(r"[^\W\d_]+", stretch.text)
    odd = [word for word in words if word in _NORWEGIAN or re.search("[æøå]", word)]
    # All of a passage in Norwegian is for passage-is-in-its-language.
    if odd and not any(True for _ in foreign_passages(reading)):
        message = TOO_WIDE.filled(words=" ".join(stretch.text.split())[:_SHOWN])
        yield Finding(RULE.name, RULE.severity, reading.at(stretch.start), message, NARROW)


def missing() -> Text | None:
    """What has to be installed for the rule, or ``None``."""
    return inventory.missing(hunspell.TOOL, hunspell.ENGLISH_TOOL)


RULE = Rule(
    "foreign-words-are-marked", Severity.WARNING, find, prose_in(LANGUAGES), missing=missing
)
