r"""A mark of a note is a note, and not a raised number or an asterisk.

## Why

A raised number or an asterisk is no link. Screen reader users get “one” or “star” in the middle of
the sentence, and must search for the note themselves.

## Hvorfor

Et notetegn er en note, og ikke et hevet tall eller en stjerne. Et hevet tall eller en stjerne er
ingen lenke. Skjermleserbrukere hører «en» eller «stjerne» midt i setningen, og må lete etter noten
selv.

## Fails

Lines 3, 5 and 7:

```markdown
# Tall

Veksten er sterk.^1^ Den varer.

Tallene er foreløpige*, og de kan endres.

Kommunene vokser¹ hvert år.
```

## Passes

```markdown
# Tall

Veksten er sterk.[^1] Området er 12 m² og 10^6^ kroner dyrt. Se 2 * 3.

[^1]: Tallene er fra 2025.
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
- PDF/UA-1 7.9
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.manuscript.source.elements import Paragraph, Prose
from bindery.rules.manuscript._extents import PROSE
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{words}» ser ut som tegnet for en note, men er ingen lenke til en.",
    en="“{words}” looks like the mark of a note, but is no link to one.",
)
HINT = Text(
    nb="Skriv [^navn] her, og noten på en egen linje: [^navn]: Teksten i noten.",
    en="Write [^name] here, and the note on a line of its own: [^name]: The text of the note.",
)
_RAISED = re.compile(r"(?:[^\W\d_]{4}|[.,:;!?»”)])\^\(?\d{1,2}\)?\^(?![\w^])")
_SMALL = re.compile(r"(?:[^\W\d_]{4}|(?<=[^\W\d])[.,»”])[¹²³⁴⁵⁶⁷⁸⁹]+")
_STAR = re.compile(r"(?<![*\w])[^\W_]{2,}[»”).,!?]{0,2}(?:\*{1,3}|[†‡]{1,2})(?=[\s.,;:)]|$)")
_BRACKETED = re.compile(r"(?<=[^\W\d_]{3}) ?[.,]?\[\d{1,2}\](?=[\s.,;:)]|$)")
_COMMAND = re.compile(r"\\\w+$")
_HTML = re.compile(r"<sup>\s*\[?(?:\d{1,2}|\*)\]?\s*</sup>", re.IGNORECASE)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Raised numbers, asterisks and daggers after words."""
    for chapter in manuscript.chapters:
        for paragraph in chapter.every(Paragraph):
            if "^" in paragraph.source or "<sup" in paragraph.source:
                yield from _raised(paragraph, chapter)
        for prose in chapter.every(Prose):
            text = "".join(
                run.text if not run.is_code else " " * len(run.text) for run in prose.runs
            )
            found = _STAR.search(text) or _SMALL.search(text) or _bracketed(text)
            if found:
                yield _finding(found[0].strip(), prose.at(found.start()))


def _bracketed(text: str) -> re.Match[str] | None:
    """The first number in brackets after a word that is no command of TeX."""
    found = _BRACKETED.finditer(text)
    return next((one for one in found if not _COMMAND.search(text[: one.start()])), None)


def _raised(paragraph: Paragraph, chapter: ChapterSource) -> Iterator[Finding]:
    assert paragraph.location.line is not None
    for row, line in enumerate(paragraph.source.split("\n"), start=paragraph.location.line):
        found = _RAISED.search(line) or _HTML.search(line)
        if found:
            yield _finding(found[0], Location(chapter.path, row))
            return


def _finding(words: str, at: Location) -> Finding:
    return Finding(RULE.name, RULE.severity, at, MESSAGE.filled(words=words), HINT)


RULE = Rule("note-is-marked-as-note", Severity.WARNING, find, PROSE, by_chapter=True)
