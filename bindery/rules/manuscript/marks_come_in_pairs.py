"""A quotation mark or a bracket that opens is closed in the same paragraph.

## Why

Without the closing mark, readers who listen do not know where a quotation ends and who is speaking.

## Hvorfor

Et anførselstegn eller en parentes som åpner, blir lukket i samme avsnitt. Uten tegnet som lukker,
vet ikke lesere som lytter, hvor et sitat slutter, og hvem som snakker.

## Fails

Lines 3 and 5:

```markdown
# Funn

Hun sa: «Vi møtes hver måned, og gikk.

Bedriften (som er liten vokser.
```

## Passes

```markdown
# Funn

Hun sa: «Vi møtes hver måned», og gikk. 1) Slik (eller slik) er det.
```

## Clauses

- None: advice for readers who listen.
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.prose.readings import Reading, primary, readings_of
from bindery.rules.manuscript._extents import PROSE
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

OPEN = Text(nb="«{words}» blir åpnet, men ikke lukket.", en="“{words}” is opened, but not closed.")
CLOSED = Text(
    nb="«{words}» blir lukket, men ikke åpnet.", en="“{words}” is closed, but not opened."
)
HINT = Text(
    nb="Skriv tegnet som mangler, eller fjern det andre.",
    en="Write the sign that is missing, or remove the other.",
)
_QUOTES = {"«": "»", "“": "”"}
_MARK = re.compile(r"[«»“”()\[\]]")
_ALONE = re.compile(r"(?:(?:^|[\s(;,])(?:\d{1,2}|[a-z]|[ivx]{1,4})|[:;=]-?|[\\@]|\[[^\]]*)$")
"""What may come before a bracket that closes nothing: «1)», «:)», «[0, 1)»."""
_SHOWN = 24


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """The first mark of each paragraph that has no other."""
    for chapter in manuscript.chapters:
        readings = [one for one in readings_of(chapter, manuscript) if one.prose.block != "th"]
        for number, reading in enumerate(readings):
            after = readings[number + 1] if number + 1 < len(readings) else None
            if _MARK.search(reading.text) and (fault := _fault(reading, after)):
                message, at = fault
                yield Finding(RULE.name, RULE.severity, reading.at(at), message, HINT)


def _fault(reading: Reading, after: Reading | None) -> tuple[Text, int] | None:
    # Other languages open with other marks.
    language = primary(reading.language)
    text = reading.only(language)
    if any(text.count(sign) for sign in "„‘") or "»" in text[: text.find("«") + 1]:
        return None  # Quotation marks of another language.
    for opening, closing in (("«", "»"), ("“", "”"), ("(", ")")):
        if opening == "“" and text.count("“") == 2 and "”" not in text:
            continue  # Swedish and Danish close with the same mark.
        depth: list[int] = []
        for found in re.finditer(f"[{re.escape(opening + closing)}]", text):
            if found[0] == opening:
                depth.append(found.start())
            elif depth:
                depth.pop()
            elif opening != "“" and not _ALONE.search(text[: found.start()]):
                words = text[max(0, found.start() - _SHOWN) : found.end()].strip()
                return CLOSED.filled(words=words), found.start()
        # A quotation of several paragraphs opens each of them, and closes the last.
        goes_on = opening in _QUOTES and after is not None and after.text.startswith(opening)
        if depth and not goes_on:
            words = text[depth[-1] : depth[-1] + _SHOWN].strip()
            return OPEN.filled(words=words), depth[-1]
    return None


RULE = Rule("marks-come-in-pairs", Severity.WARNING, find, PROSE, by_chapter=True)
