"""A date is in the calendar, its weekday is right, and it is read in one way.

## Why

A date such as 31 June, or a weekday that is another, sends readers to the wrong day. 03/04/2026 is
in March to some and in April to others, and screen readers read it digit by digit.

## Hvorfor

En dato finnes i kalenderen, ukedagen er riktig, og den kan leses på bare én måte. En dato som 31.
juni, eller feil ukedag, sender leserne til feil dag. 03/04/2026 er i mars for noen og i april for
andre, og skjermlesere leser den siffer for siffer.

## Fails

Lines 3, 5 and 7:

```markdown
# Frister

Fristen er 31. juni.

Møtet er mandag 2. juni 2026.

Svar innen 03/04/2026.
```

## Passes

```markdown
# Frister

Fristen er 30. juni, og møtet er tirsdag 2. juni 2026.
```

## Clauses

- None: advice for readers who listen.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date

from bindery.manuscript.source import Manuscript
from bindery.prose.readings import heard
from bindery.rules.manuscript._extents import prose_in
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

LANGUAGES = ("nb", "nn", "en")
NO_DATE = Text(nb="«{words}» finnes ikke i kalenderen.", en="“{words}” is not in the calendar.")
WEEKDAY = Text(
    nb="«{words}» har feil ukedag. Datoen er en {day}.",
    en="“{words}” has the wrong weekday. The date is a {day}.",
)
TWO_WAYS = Text(
    nb="«{words}» kan leses som to datoer, og blir lest opp siffer for siffer.",
    en="“{words}” can be read as two dates, and is read aloud digit by digit.",
)
NO_TIME = Text(nb="«{words}» er ikke et klokkeslett.", en="“{words}” is not a time of day.")
BACKWARDS = Text(nb="«{words}» går bakover i tid.", en="“{words}” goes backwards in time.")
HINT = Text(nb="Rett dagen eller datoen.", en="Correct the day or the date.")
WRITE = Text(
    nb="Skriv måneden med bokstaver: 3. april 2026.", en="Write the month in letters: 3 April 2026."
)
_MONTHS = (
    "januar january", "februar february", "mars march", "april", "mai may", "juni june",
    "juli july", "august", "september", "oktober october", "november", "desember december",
)  # fmt: skip
_DAYS = (
    "mandag måndag monday", "tirsdag tysdag tuesday", "onsdag wednesday", "torsdag thursday",
    "fredag friday", "lørdag laurdag saturday", "søndag sundag sunday",
)  # fmt: skip
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_DAY = {name: number for number, names in enumerate(_DAYS) for name in names.split()}
_NAMES = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_ENGLISH = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DATE = re.compile(
    rf"(?:\b(?P<day>{'|'.join(_DAY)})(?:,? (?:den |the )?)?)?"
    rf"\b(?:(?P<number>\d{{1,2}})(?:\.|st|nd|rd|th)?[ \u00a0](?:of )?"
    rf"(?P<month>{'|'.join(_MONTH)})\b"
    rf"|(?P<first>{'|'.join(_MONTH)}) (?P<second>\d{{1,2}})(?:st|nd|rd|th)?"
    r"(?=,? (?:19|20)\d\d|\b[.,;)]|$))"
    r"(?:,?[ \u00a0](?P<year>(?:19|20)\d\d))?(?!\d)",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"(?<![\d./-])(\d{1,2})/(\d{1,2})[/–-]((?:19|20)?\d\d)(?![\d/-])")
_POINTS = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?![\d.]*\d)")
_ISO = re.compile(r"(?<![\d-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\d-])")
_CLOCK = re.compile(
    r"\b(?:kl(?:okka|okken)?\.?|at)[ \u00a0](\d{1,2})[.:](\d{2})"
    r"(?!\d|[.:]\d)(?!\s?(?:%|prosent|per|m\b|km))",
    re.IGNORECASE,
)
_BACKWARDS = re.compile(
    r"\b(?:(?:fra|frå|mellom|from|between)[ \u00a0]((?:19|20)\d\d)[ \u00a0]"
    r"(?:til|og|to|and)[ \u00a0]((?:19|20)\d\d)|((?:19|20)\d\d)\s?–\s?((?:19|20)\d\d))(?!\d)",
    re.IGNORECASE,
)
_TRIGGER = re.compile(
    r"\d[/–-]\d|\d\.\s?\d|\bkl|(?:19|20)\d\d|\d\.?(?:st|nd|rd|th)?[ \u00a0](?:of )?[jfmasond]"
    r"|[a-z] \d",
    re.IGNORECASE,
)
_MOST, _MOST_DAYS = 12, 31
_HOURS, _MINUTES = 24, 60


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Days that no month has, weekdays that are others, and dates of digits and slashes."""
    for reading in heard(manuscript):
        text = reading.only(*LANGUAGES)
        if not _TRIGGER.search(text):
            continue
        for found in _DATE.finditer(text):
            if message := _fault(found):
                at = reading.at(found.start())
                yield Finding(RULE.name, RULE.severity, at, message, HINT)
        for start, message, hint in _in_digits(text):
            yield Finding(RULE.name, RULE.severity, reading.at(start), message, hint)


def _in_digits(text: str) -> Iterator[tuple[int, Text, Text]]:
    """What is wrong with dates and times in digits alone, with its place and what to do."""
    for found in _DIGITS.finditer(text):
        day, month = int(found[1]), int(found[2])
        if day > _MOST_DAYS or (day > _MOST and month > _MOST):
            yield found.start(), NO_DATE.filled(words=found[0]), HINT
        elif day <= _MOST and month <= _MOST and day != month:
            yield found.start(), TWO_WAYS.filled(words=found[0]), WRITE
    for pattern, order in ((_POINTS, (3, 2, 1)), (_ISO, (1, 2, 3))):
        for found in pattern.finditer(text):
            year, month, day = (int(found[group]) for group in order)
            if not (1 <= month <= _MOST and 1 <= day <= monthrange(year, month)[1]):
                yield found.start(), NO_DATE.filled(words=found[0]), HINT
    for found in _CLOCK.finditer(text):
        if int(found[1]) > _HOURS or int(found[2]) >= _MINUTES:
            yield found.start(), NO_TIME.filled(words=found[0]), HINT
    for found in _BACKWARDS.finditer(text):
        first, last = (int(year) for year in found.groups() if year)
        if first > last:
            yield found.start(), BACKWARDS.filled(words=found[0]), HINT


def _fault(found: re.Match[str]) -> Text | None:
    month = _MONTH[(found["month"] or found["first"]).lower()]
    day = int(found["number"] or found["second"])
    year = int(found["year"]) if found["year"] else 2024
    if not 1 <= day <= monthrange(year, month)[1]:
        return NO_DATE.filled(words=found[0])
    weekday = date(year, month, day).weekday()
    if not found["day"] or not found["year"] or _DAY[found["day"].lower()] == weekday:
        return None
    return WEEKDAY.filled(words=found[0], day=Text(nb=_NAMES[weekday], en=_ENGLISH[weekday]))


RULE = Rule("date-is-a-date", Severity.WARNING, find, prose_in(LANGUAGES), by_chapter=True)
