"""A heading is short, and has no full stop.

## Why

Screen reader users go through a list of headings, and listen to each of them whole. A heading of
two lines takes time, fills the contents, and is cut in the running head. A full stop makes it a
sentence of the text.

## Hvorfor

En overskrift er kort, og har ikke punktum. Skjermleserbrukere går gjennom en liste over
overskrifter og hører hver av dem til slutt. En overskrift på to linjer tar tid, fyller
innholdslista og blir kuttet øverst på siden. Et punktum gjør den til en setning i teksten.

## Fails

Lines 3 and 7:

```markdown
# Funn

## Kommunene snakker sammen.

De møtes hver måned.

## Hvorfor alle kommunene langs kysten fra nord til sør bør snakke jevnlig og godt med bedriftene

De har mye å lære.
```

## Passes

```markdown
# Funn

## Hva gjør kommunene?

De møtes hver måned.

## Fisk, kjøtt osv.

De spiser sammen.
```

## Clauses

- WCAG 2.2: 2.4.6 Headings and Labels (AA)
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Heading
from bindery.rules.manuscript._extents import HEADINGS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MOST_LETTERS, MOST_WORDS = 85, 13

STOP = Text(
    nb="Overskriften slutter med «{sign}».",
    en="The heading ends with “{sign}”.",
)
REMOVE = Text(nb="Fjern tegnet til slutt.", en="Remove the sign at its end.")
LONG = Text(
    nb="Overskriften har {letters} tegn. Skjermleserbrukere hører hele i hver liste over"
    " overskrifter.",
    en="The heading has {letters} characters. Screen reader users listen to all of it in each"
    " list of"
    " headings.",
)
SHORTEN = Text(
    nb="Skriv det viktigste i noen få ord, og resten i teksten under.",
    en="Write the main point in a few words, and the rest in the text below.",
)
CONTINUED = Text(
    nb="Overskriften sier bare at noe fortsetter. Blant overskriftene er den lik en annen.",
    en="The heading only says that something continues. Among the headings it is like another.",
)
NAME = Text(
    nb="Fjern den, eller skriv hva denne delen handler om.",
    en="Remove it, or write what this part is about.",
)
SENTENCES = Text(nb="Overskriften er flere setninger.", en="The heading is several sentences.")
_SEVERAL = 2
_SENTENCES = re.compile(r"[a-zæøå]{4}[.!?](?=\s+[A-ZÆØÅ])")
_CONTINUED = re.compile(
    r"[(\[–-]\s?(?:forts(?:att|ettelse|etjing)?|framhald|cont(?:inued|[’']?d)?)\.?\s?[)\]]?$",
    re.IGNORECASE,
)
_STOP = re.compile(r"(?<![.…])[.:;,]$")
_SHORT_FORM = re.compile(
    r"(?:\b(?:osv|mv|m\.v|etc|o\.l|jr|sr|inc|ltd|co|m\.m|a\.s|dvs|mfl|m\.fl|nr|no|vs|e\.l|f\.kr"
    r"|e\.kr|kl)"
    r"|\b\w|\d)\.$",
    re.IGNORECASE,
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Headings that end like a sentence, and those of more letters or words than a line has."""
    for heading in manuscript.every(Heading):
        text = heading.text.strip()
        stop = _STOP.search(text)
        if stop and not _SHORT_FORM.search(text):
            message = STOP.filled(sign=stop[0])
            yield Finding(RULE.name, RULE.severity, heading.location, message, REMOVE)
        elif _CONTINUED.search(text):
            yield Finding(RULE.name, RULE.severity, heading.location, CONTINUED, NAME)
        elif len(_SENTENCES.findall(text)) >= _SEVERAL:
            yield Finding(RULE.name, RULE.severity, heading.location, SENTENCES, SHORTEN)
        elif len(text) > MOST_LETTERS and len(text.split()) > MOST_WORDS:
            message = LONG.filled(letters=len(text))
            yield Finding(RULE.name, RULE.severity, heading.location, message, SHORTEN)


RULE = Rule("heading-is-brief", Severity.INFO, find, HEADINGS)
