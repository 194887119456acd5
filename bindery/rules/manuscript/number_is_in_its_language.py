"""A number is written as its language writes it, and long ones are grouped.

## Why

In Norwegian 8,412 is eight and a half, in English eight thousand. Screen readers read it as the
language says, so a mark of the other language makes a number a thousand times larger. Six digits in
a row are read one by one.

## Hvorfor

Et tall er skrevet slik språket skriver det, og lange tall er delt opp. På norsk er 8,412 åtte og en
halv, på engelsk åtte tusen. Skjermlesere leser det slik språket sier, så tegnet fra det andre
språket gjør et tall tusen ganger større. Seks sifre på rad blir lest ett for ett.

## Fails

Lines 3 and 5:

```markdown
# Tall

Kommunen har 8,412 innbyggere.

Skolen kostet 4100000 kroner.
```

## Passes

```markdown
# Tall

Kommunen har 8 412 innbyggere, og skolen kostet 4 100 000 kroner. Ring 77000017, eller skriv til
postboks 123456. Veksten var 8,4 prosent.
```

## Clauses

- None: advice for readers who listen.
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.prose.readings import primary, readings
from bindery.rules.manuscript._extents import prose_in
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

LANGUAGES = ("nb", "nn", "en")
OTHER = Text(
    nb="«{words}» er et annet tall på {language} enn det som trolig er ment.",
    en="“{words}” is another number in {language} than is probably meant.",
)
LONG = Text(
    nb="«{words}» har {count} sifre uten mellomrom. Det er vanskelig å lese, og blir lest siffer"
    " for"
    " siffer.",
    en="“{words}” has {count} digits in a row. It is hard to read, and is read digit by digit.",
)
HINT = Text(nb="Skriv {instead}.", en="Write {instead}.")
_NORWEGIAN, _ENGLISH = Text(nb="norsk", en="Norwegian"), Text(nb="engelsk", en="English")
_COUNTED = (
    r"(?=[ \u00a0](?:kroner|kr|innbygg\w+|gjester|gjestar|personer|personar|besøk\w*|elever"
    r"|elevar|ansatte"
    r"|tilsette|mennesker|menneske|euro|dollar|tonn|kilo\w*|meter|liter|husstand\w*|stemmer"
    r"|billetter"
    r"|bedrifter|kommuner|familier|familiar|barn|studenter|studentar|brukere|brukarar|lesere"
    r"|lesarar"
    r"|medlemmer|medlemer|skip|biler|bilar|boliger|eksemplar\w*|timer|timar|dager|dagar|kilometer"
    r"|mill\w*"
    r"|people|inhabitants|residents|visitors|guests|pounds|euros|dollars|members|copies|households"
    r"|students|pupils|users|readers|loaves|tons|tonnes|kilos|kilometres|metres|miles|hours|kWh"
    r"|kw\w*)\b)"
)
_COMMA = re.compile(rf"(?<![\d.,])\d{{1,3}}(?:,\d{{3}})+{_COUNTED}", re.IGNORECASE)
_POINTS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3}){2,}(?![\d,])")
_STOPS = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3}){2,}(?![\d.]*\d)")
_STOP = re.compile(
    r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?=[ \u00a0](?:kroner|kr\b|innbygg\w+|gjester|gjestar|personer"
    r"|personar|besøk\w*|elever|elevar|ansatte|tilsette|mennesker|menneske|stemmer|billetter"
    r"|bedrifter|familier|familiar|barn|studenter|studentar|brukere|brukarar|medlemmer|medlemer"
    r"|people|inhabitants|residents|visitors|guests|members|copies|households|students|pupils"
    r"|users|readers|loaves|cups|things)\b)",
    re.IGNORECASE,
)
_DECIMAL = re.compile(
    r"(?<![\d.,])\d{1,3},\d{1,2}(?=\s?(?:%|per ?cent|percent|million|kg|km|metres|pounds)\b)",
    re.IGNORECASE,
)
_DIGITS = re.compile(rf"(?<![\d.,/:§-])\d{{5,}}{_COUNTED}", re.IGNORECASE)
_POINT = re.compile(
    r"(?<![\d.,])\d{1,3}\.\d(?=\s?(?:%|prosent|million\w*|mill\.|kg|km|meter|kroner)\b)"
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Numbers with the marks of another language, and long numbers without any."""
    for reading in readings(manuscript):
        for stretch in reading.stretches:
            language = primary(stretch.language)
            if language not in LANGUAGES or not re.search(r"\d[.,]\d|\d{5}", stretch.text):
                continue
            is_english = language == "en"
            patterns = (_DECIMAL, _STOP) if is_english else (_COMMA, _POINTS, _STOPS, _STOP, _POINT)
            for found in (one for pattern in patterns for one in pattern.finditer(stretch.text)):
                instead = _instead(found[0], language)
                named = _ENGLISH if is_english else _NORWEGIAN
                message = OTHER.filled(words=found[0], language=named)
                hint = HINT.filled(instead=instead)
                at = reading.at(stretch.start + found.start())
                yield Finding(RULE.name, RULE.severity, at, message, hint)
                break
            for found in _DIGITS.finditer(stretch.text):
                mark = "," if is_english else "\u00a0"
                message = LONG.filled(words=found[0], count=len(found[0]))
                hint = HINT.filled(instead=f"{int(found[0]):,}".replace(",", mark))
                at = reading.at(stretch.start + found.start())
                yield Finding(RULE.name, RULE.severity, at, message, hint)


def _instead(words: str, language: str) -> str:
    is_grouped = re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", words)
    if language == "en":
        return words.replace(".", ",") if is_grouped else words.replace(",", ".")
    return re.sub("[.,]", "\u00a0", words) if is_grouped else words.replace(".", ",")


RULE = Rule(
    "number-is-in-its-language", Severity.WARNING, find, prose_in(LANGUAGES), by_chapter=True
)
