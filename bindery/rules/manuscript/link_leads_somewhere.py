"""Every link within the publication, and every note reference, has a target.

## Why

A link without a target becomes plain words. Readers cannot go where the text says there is
something to read.

## Hvorfor

Hver lenke i publikasjonen, og hver henvisning til en note, har et mål. En lenke uten mål blir til
vanlige ord. Leserne kommer ikke dit teksten sier at det er noe å lese.

## Fails

Lines 3, 5, 7 and 9:

```markdown
# Funn

Se [tabellen over kommuner](#kommuner).

Se [kapittelet om metode](02-metode.md).

Det er sju.[^kilde]

Se [rapporten som fil](../rapport.pdf).
```

Line 3:

```markdown
# Funn

Se [spørsmålene som ble stilt](02.md#spørsmål).
```

```markdown chapters/02.md
# Metode

## Svar

Alle svarte.
```

## Passes

```markdown
# Funn

Se [metoden](02.md), [svarene i kapittel 2](02.md#svar) og [listen over kommuner](#liste).[^1]

[^1]: Se også [alt om metode](02.md#metode).
```

```markdown chapters/02.md
# Metode

## Svar

Alle svarte.

{#liste}

- Alta
```

## Clauses

- WCAG 2.2: 2.4.4 Link Purpose (In Context) (A)
- EPUB 3.3: a fragment names something in the file it belongs to (EPUBCheck RSC-012).
"""

import difflib
import posixpath
from collections.abc import Iterable, Iterator, Mapping

from bindery.manuscript.addresses import scheme_of
from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Element, Note, NoteReference
from bindery.manuscript.targets import addresses_of
from bindery.rules.manuscript._extents import LINKS
from bindery.rules.manuscript._references import chapter_and_name, links_out_of, names_in
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

NOWHERE = Text(
    nb="Lenken «{address}» går ikke til noe i publikasjonen.",
    en="The link “{address}” leads to nothing in the publication.",
)
WHERE_LINKS_LEAD = Text(
    nb="Skriv #navn på noe som heter {#navn}, eller filen til et kapittel i leserekkefølgen.",
    en="Write the #name of something named {#name}, or the file of a chapter in the reading order.",
)
DID_YOU_MEAN = Text(
    nb="Skriv «{near}» hvis det er det du mener.", en="Write “{near}” if that is what you mean."
)
NO_NOTE = Text(nb="Noten «{label}» finnes ikke.", en="There is no note “{label}”.")
WHERE_NOTES_ARE = Text(
    nb="Skriv noten på en egen linje i samme kapittel: [^navn]: Teksten i noten.",
    en="Write the note on a line of its own in the same chapter: [^name]: The text of the note.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Links to missing chapters or names, and references to missing notes."""
    chapters = addresses_of(manuscript.publication.chapters)
    names = {
        chapter.path: {name.casefold(): name for name in names_in(chapter.every(Element)) if name}
        for chapter in manuscript.chapters
    }
    everywhere = {key: name for known in names.values() for key, name in known.items()}
    for element, address in links_out_of(manuscript):
        if scheme_of(address) or address.startswith("//"):
            continue
        path, name = chapter_and_name(address, element.location.path, chapters)
        # A bare #name may be in another chapter: the Document is one tree.
        known = everywhere if address.startswith("#") else names.get(path)
        if known is None or (name and name.casefold() not in known) or not address.strip("#"):
            message = NOWHERE.filled(address=address)
            near = _nearest(address, path, name, known, chapters)
            hint = DID_YOU_MEAN.filled(near=near) if near else WHERE_LINKS_LEAD
            yield Finding(RULE.name, RULE.severity, element.location, message, hint)
    for chapter in manuscript.chapters:
        notes = {note.label.casefold() for note in chapter.every(Note)}
        for reference in chapter.every(NoteReference):
            if reference.label.casefold() not in notes:
                message = NO_NOTE.filled(label=reference.label)
                at = reference.location
                yield Finding(RULE.name, RULE.severity, at, message, WHERE_NOTES_ARE)


def _nearest(
    address: str,
    path: str,
    name: str,
    known: Mapping[str, str] | None,
    chapters: Mapping[str, Iterable[str]],
) -> str:
    """The address that is most like a wrong one, or nothing."""
    if known is None:
        files = {posixpath.basename(chapter).casefold(): chapter for chapter in chapters}
        wanted = posixpath.basename(path).casefold()
        found = difflib.get_close_matches(wanted, files, 1, _LIKE)
        return posixpath.basename(files[found[0]]) if found else ""
    found = difflib.get_close_matches(name.casefold(), known, 1, _LIKE)
    return f"{address.partition('#')[0]}#{known[found[0]]}" if found else ""


_LIKE = 0.6

RULE = Rule("link-leads-somewhere", Severity.ERROR, find, LINKS, makes_draft=True)
