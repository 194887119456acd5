"""The text has no placeholders and no notes to the author.

## Why

“XX”, “[insert name]” and “TODO” say that something is missing. Screen reader users get them in the
middle of a sentence, and no reader learns what was meant.

## Hvorfor

Teksten har ingen plassholdere og ingen huskelapper. «XX», «[sett inn navn]» og «TODO» sier at noe
mangler. Skjermleserbrukere hører dem midt i en setning, og ingen lesere får vite hva som var ment.

## Fails

Lines 3, 5, 7 and 9:

```markdown
# Funn

Det er XX kommuner som er med.

Planen er laget av [sett inn navn] i fjor.

Lorem ipsum dolor sit amet.

TODO: skriv ferdig.
```

## Passes

```markdown
# Funn

Kong Haakon [sic] er et navn. Skriv `TODO` i koden. I [Alta] er det kaldt.
```

## Clauses

- WCAG 2.2: 3.1.5 Reading Level (AAA)
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.prose.readings import heard
from bindery.rules.manuscript._extents import PROSE
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{words}» er en plassholder. Leserne får ikke vite hva som skulle stått der.",
    en="“{words}” is a placeholder. Readers do not learn what should be there.",
)
HINT = Text(
    nb="Skriv det som mangler, eller fjern setningen.",
    en="Write what is missing, or remove the sentence.",
)
_TRIGGER = re.compile(
    r"xx|todo|tbd|tba\b|tbc\b|fixme|lorem|ipsum|\[|<|\?\?|__|\bnn\b|…{2}|plassh|placeh", re.I
)
PLACEHOLDER = re.compile(
    r"(?<![\w-])(?:XX|[Xx]{3,}|xx)(?![\w-])"
    r"|(?<!\w)(?:TODO|FIXME|TBD|TBA|TBC)\b:?|\btodo:"
    r"|(?i:\blorem ipsum\b|\bdolor sit amet\b|\b(?:plassholder|placeholder)\w*[ ]?(?:tekst|text)\b)"
    r"|(?i:[\[(](?:sett inn|set inn|fyll inn|fyll ut|skriv inn|skriv her|legg inn|kommer|kjem"
    r"|mangler|manglar"
    r"|insert|fill in|add|enter|your|to come|missing|navn|namn|dato|årstall|beløp|tall|sted|tittel"
    r"|kilde\??|kjelde\??|name|date|year|amount|number|place|title|source\??|sjekk|check|ref\??)"
    r"(?:[ :?][^\])]{0,40})?\](?!\())"
    r"|\?{3,}|(?<=\s)\?\?(?=\s|$)|(?<!\w)N\.\s?N\.(?!\w)|(?<=\s)_{3,}(?=[\s.,]|$)"
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """The first placeholder of each piece of text, alternative texts included."""
    for reading in heard(manuscript):
        if not _TRIGGER.search(reading.text):
            continue
        found = PLACEHOLDER.search(reading.text)
        # An alternative text of nothing else is for alt-text-says-what-is-shown.
        is_all = found is not None and found[0].strip(":") == reading.text.strip(" :.")
        if found and not (reading.prose.block == "alt" and is_all):
            message = MESSAGE.filled(words=found[0])
            yield Finding(RULE.name, RULE.severity, reading.at(found.start()), message, HINT)


RULE = Rule("text-is-finished", Severity.WARNING, find, PROSE, by_chapter=True)
