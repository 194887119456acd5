"""Every reference leads to a note, and every note back to its own reference, in words.

## Why

Screen reader users who follow a note in the middle of a sentence must be able to return to that
sentence. An arrow is read as «venstrepil», and a link back to another reference leads to the wrong
place.

## Hvorfor

Hver henvisning fører til en note, og hver note tilbake til sin egen henvisning, med ord.
Skjermleserbrukere som følger en note midt i en setning, må finne tilbake til setningen. En pil
leses som «venstrepil», og en lenke tilbake til en annen henvisning går til feil sted.

## Fails

In `kapittel-1.xhtml`:

```diff kapittel-1.xhtml
-role="doc-backlink" class="backlink" epub:type="backlink"
+class="backlink"
```

In `kapittel-1.xhtml`:

```diff kapittel-1.xhtml
-<a href="#noteref-1-1" role="doc-backlink"
+<a href="#kysten" role="doc-backlink"
```

In `kapittel-2.xhtml`:

```diff kapittel-2.xhtml
->Tilbake til notereferansen 1</a>
+>↩</a>
```

In `kapittel-2.xhtml`:

```diff kapittel-2.xhtml
-<a href="#note-2-1" id="noteref-2-1"
+<a href="#lengdene" id="noteref-2-1"
```

## Passes

```diff kapittel-2.xhtml
->Tilbake til notereferansen 1</a>
+>Tilbake til notereferansen 1.</a>
```

## Clauses

- WCAG 2.2: 2.4.4 Link Purpose (In Context) (A), 1.3.1 Info and Relationships (A)
- Nordic Guidelines for the Production of Accessible EPUB 3: notes
- DPUB-ARIA 1.1: `doc-noteref`, `doc-backlink`
"""

from collections.abc import Iterator

from bindery.document.model import Element, text_of
from bindery.finished.documents import Finished, is_a
from bindery.locales import locale_of
from bindery.rules.editions._finished import NOTES, told
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_NOTES = ("endnotes", "footnotes")
_NOTE = ("footnote", "endnote", "rearnote")

NO_NOTE = Text(
    nb="Notereferansen «{number}» går ikke til en note.",
    en="The note reference “{number}” does not lead to a note.",
)
NO_WAY_BACK = Text(
    nb="Noten «{number}» mangler lenken tilbake til teksten. Skjermleserbrukere finner ikke"
    " tilbake til setningen.",
    en="The note “{number}” has no link back to the text. Screen reader users cannot return to the"
    " sentence.",
)
NO_WORDS = Text(
    nb="Teksten i lenken tilbake fra noten «{number}» er «{text}», men skal være «{wanted}».",
    en="The link back from the note “{number}” reads “{text}”, but must read “{wanted}”.",
)


def find(book: Finished) -> Iterator[Finding]:
    """References to something other than a note, and notes without a worded link back."""
    for name, root in book.documents.items():
        language = root.get("lang") or ""
        for reference in (one for one in root.iter("{*}*") if is_a(one, "noteref")):
            note = book.target(name, reference.get("href") or "")
            number = text_of(reference)
            # edition-references-lead-somewhere reports links without a target.
            if note is None:
                continue
            if not _is_note(note):
                yield told(RULE, book, name, NO_NOTE.filled(number=number))
                continue
            backlinks = [one for one in note.iter("{*}*") if is_a(one, "backlink")]
            for message in _ways_back(book, name, reference, backlinks, language):
                yield told(RULE, book, name, message)


def _ways_back(
    book: Finished, document: str, reference: Element, backlinks: list[Element], language: str
) -> Iterator[Text]:
    own = [link for link in backlinks if book.target(document, link.get("href") or "") is reference]
    lost = any(book.target(document, link.get("href") or "") is None for link in backlinks)
    number = text_of(reference)
    if not own and not lost:
        yield NO_WAY_BACK.filled(number=number)
    for link in own:
        key, place = "ways.back-to-note", backlinks.index(link) + 1
        if place > 1:
            key = "ways.back-to-note-again"
        wanted = locale_of(language).word(key, number=number, place=place).text
        if not (text := text_of(link)).startswith(wanted):
            yield NO_WORDS.filled(number=number, text=text, wanted=wanted)


def _is_note(element: Element) -> bool:
    if any(is_a(element, kind) for kind in _NOTE):
        return True
    return any(is_a(one, kind) for one in element.iterancestors() for kind in _NOTES)


RULE = Rule("edition-notes-lead-both-ways", Severity.ERROR, find, NOTES)
