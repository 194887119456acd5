"""Every file of sources, and the style of citations, can be read.

## Why

A citation is set from its entry in the bibliography. If the file is missing, or cannot be read,
readers see `[@hansen2020]` in the text, and there is no list of sources.

## Hvorfor

Hver kildefil og stilen for kildehenvisninger kan leses. En henvisning får ordene sine fra
kildefilen. Hvis den mangler eller ikke kan leses, står det `[@hansen2020]` i teksten, og det blir
ingen kildeliste.

## Fails

In `publication.toml`:

```markdown
# Funn

Tekst.
```

```toml publication.toml
[citations]
bibliography = ["kilder.bib"]
```

In `publication.toml`:

```markdown
# Funn

Tekst.
```

```toml publication.toml
[citations]
bibliography = ["kilder.bib"]
```

```bib kilder.bib
@book{hansen2020,
  title = {Kommunen i tall
```

## Passes

```markdown
# Funn

Tekst.
```

```toml publication.toml
[citations]
bibliography = ["kilder.bib"]
```

```bib kilder.bib
@book{hansen2020,
  title = {Kommunen i tall},
  langid = {norwegian}
}
```

## Clauses

- None. Readers follow what is said to where it is from.
"""

import re
from collections.abc import Iterator

from bindery.document.citations import unread_files
from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import SOURCE_FILES
from bindery.rules.manuscript._settings import setting
from bindery.vocabulary.bibliography import BibliographyFault
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text, verbatim

MESSAGES: dict[BibliographyFault, tuple[Text, Text]] = {
    "not-there": (
        Text(nb="Filen «{name}» finnes ikke.", en="There is no file “{name}”."),
        Text(
            nb="Legg filen i manuscript/, og skriv navnet slik det står der.",
            en="Put the file in manuscript/, and write its name as it is there.",
        ),
    ),
    "outside": (
        Text(
            nb="«{name}» ligger utenfor mappen manuscript/.",
            en="“{name}” is outside the folder manuscript/.",
        ),
        Text(nb="Kopier filen til manuscript/.", en="Copy the file to manuscript/."),
    ),
    "not-text": (
        Text(nb="«{name}» er ikke lagret som UTF-8.", en="“{name}” is not saved as UTF-8."),
        Text(nb="Lagre filen på nytt som UTF-8.", en="Save the file again as UTF-8."),
    ),
    "too-large": (
        Text(nb="«{name}» er større enn 10 MB.", en="“{name}” is larger than 10 MB."),
        Text(
            nb="Ta med bare kildene som publikasjonen viser til.",
            en="Keep only the sources that the publication cites.",
        ),
    ),
    "no-format": (
        Text(
            nb="«{name}» er ikke en kildefil som bindery kan lese.",
            en="“{name}” is not a file of sources that bindery can read.",
        ),
        Text(
            nb="Bruk BibTeX (.bib) eller CSL (.json eller .yaml).",
            en="Use BibTeX (.bib) or CSL (.json or .yaml).",
        ),
    ),
    "no-style": (
        Text(nb="«{name}» er ikke en CSL-stil.", en="“{name}” is not a CSL style."),
        Text(
            nb="Last ned en stil fra zotero.org/styles, eller fjern style.",
            en="Download a style from zotero.org/styles, or remove style.",
        ),
    ),
    "style-of-notes": (
        Text(
            nb="Stilen «{name}» setter kildene i noter. Det støtter ikke bindery.",
            en="The style “{name}” puts sources in notes, which bindery does not support.",
        ),
        Text(
            nb="Velg en stil med henvisninger i teksten, for eksempel forfatter og år.",
            en="Choose a style with citations in the text, such as author and date.",
        ),
    ),
    "style-of-another": (
        Text(
            nb="Stilen «{name}» viser bare til en annen stil. bindery henter ingenting fra nettet.",
            en="The style “{name}” only refers to another style, and bindery fetches nothing.",
        ),
        Text(
            nb='Last ned stilen den viser til (rel="independent-parent"), og bruk den.',
            en='Download the style it refers to (rel="independent-parent"), and use that.',
        ),
    ),
}
UNREAD = Text(
    nb="Kildefilen «{name}» kan ikke leses. Originalmelding: {why}.",
    en="The file of sources “{name}” cannot be read: {why}.",
)
UNSET = Text(
    nb="Kildene kan ikke settes: Stilen har feil, eller det tar for lang tid eller for mye minne.",
    en="The sources cannot be set: the style has errors, or it takes too much time or memory.",
)
SIMPLER = Text(
    nb="Prøv uten style. Ta med bare kildene som publikasjonen viser til.",
    en="Try without style. Keep only the sources that the publication cites.",
)
CLOSED = Text(
    nb="Sjekk at alle klammer og anførselstegn er lukket.",
    en="Check that every brace and quotation mark is closed.",
)

_LONGEST = 60


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """The files named in the settings that cannot be used."""
    publication = manuscript.publication
    for unused in publication.bibliography.unused:
        message, hint = MESSAGES[unused.fault]
        place = setting(publication, unused.setting) if unused.setting else Location(unused.chapter)
        message = message.filled(name=_brief(unused.name))
        yield Finding(RULE.name, RULE.severity, place, message, hint)
    for path, why in unread_files(publication.bibliography):
        if not path:
            key = "style" if publication.bibliography.style else "bibliography"
            place = setting(publication, ("citations", key))
            yield Finding(RULE.name, RULE.severity, place, UNSET, SIMPLER)
            continue
        place = setting(publication, ("citations", "bibliography"))
        message = UNREAD.filled(name=_brief(path), why=verbatim(_short(why)))
        yield Finding(RULE.name, RULE.severity, place, message, CLOSED)


def _brief(name: str) -> str:
    return name if len(name) <= _LONGEST else f"…{name[-_LONGEST:]}"


def _short(why: str) -> str:
    """The first sentences of what pandoc says: where, and what it did not expect."""
    why = re.sub(r"^Error (reading .*? )?at\s*", "", why.strip())
    why = " ".join(why.partition("^")[0].split())
    return why if len(why) <= _LONGEST else f"{why[:_LONGEST]} …"


RULE = Rule("bibliography-can-be-read", Severity.ERROR, find, SOURCE_FILES)
