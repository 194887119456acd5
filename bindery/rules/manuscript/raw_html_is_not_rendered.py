r"""Every comment is closed, and no HTML is left in the text.

## Why

HTML is read as what it stands for. What cannot be read is printed as it is written: a comment
without an end, and everything after it, and cells without a table.

## Hvorfor

Alle kommentarer er avsluttet, og ingen HTML står igjen i teksten. HTML blir lest som det den står
for. Det som ikke kan leses, blir trykt slik det er skrevet: en kommentar uten slutt, med alt etter
den, og celler uten tabell.

## Fails

Line 3:

```markdown
# Kart

Et <td>viktig</td> poeng.
```

Line 3:

```markdown
# Kart

<!-- Husk å be om nytt kart.

Et viktig poeng.
```

## Passes

```markdown
# Kart

<!-- Husk å be om nytt kart. -->

Et **viktig** poeng om `Box<T>`, der 1 < 2 og \<T> er en type.
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A)
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.manuscript.source.elements import RawHtml
from bindery.rules.manuscript._active import is_active, without_comments
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Denne HTML-en kan ikke leses. «{tag}» blir trykt som tekst.",
    en="This HTML cannot be read. “{tag}” is printed as text.",
)
HINT = Text(
    nb="Bruk tegnene i dialekten, som **halvfet**. Hvis det er kode, skriv den mellom ` og `.",
    en="Use the dialect's own marks, such as **strong**. If it is code, write it between ` and `.",
)
UNCLOSED = Text(
    nb="Kommentaren som begynner her, er aldri avsluttet. Alt etter den blir trykt som kode.",
    en="The comment that begins here is never closed. Everything after it is printed as code.",
)
CLOSE = Text(nb="Avslutt kommentaren med -->.", en="End the comment with -->.")
_NAME = re.compile(r"</?\s*([\w-]+)")


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """HTML that is neither a comment nor active content; one finding for each element."""
    for chapter in manuscript.chapters:
        for html in _printed(chapter):
            tag = without_comments(html.text).strip().split("\n")[0]
            said = (UNCLOSED, CLOSE) if tag.startswith("<!--") else (MESSAGE.filled(tag=tag), HINT)
            yield Finding(RULE.name, RULE.severity, html.location, *said)


def _printed(chapter: ChapterSource) -> Iterator[RawHtml]:
    opened: set[str] = set()
    for html in chapter.every(RawHtml):
        text = without_comments(html.text).strip()
        name = _NAME.match(text)
        closes_another = text.startswith("</") and name is not None and name[1] in opened
        if text and not is_active(text) and not closes_another:
            yield html
        if name:
            opened.add(name[1])


RULE = Rule("raw-html-is-not-rendered", Severity.WARNING, find, CHAPTERS)
