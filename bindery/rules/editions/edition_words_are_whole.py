"""Every word has whole letters: none are split, garbled or made of characters of one font only.

## Why

Screen readers read characters, not shapes. «kommu- nens» becomes two words that do not exist,
«RÃ¸d» is spelt out, «eﬀekt» loses its f's on a braille display, and searches find none of them.

## Hvorfor

Hvert ord er skrevet med hele bokstaver. Ingen ord er delt, ødelagt eller laget av tegn som bare
finnes i én skrift. Skjermlesere leser tegn, ikke former. «kommu- nens» blir to ord som ikke finnes,
«RÃ¸d» blir stavet, «eﬀekt» mister f-ene på en leselist, og et søk finner ingen av dem.

## Fails

In `kapittel-1.xhtml`:

```diff kapittel-1.xhtml
-ligger øy etter øy
+ligger Ã¸y etter øy
```

In `kapittel-1.xhtml`:

```diff kapittel-1.xhtml
-Jo kortere målestav, jo
+Jo kortere måle- stav, jo
```

In `kapittel-2.xhtml`:

```diff kapittel-2.xhtml
-To fylker har over halvparten av kysten.
+To fylker har o\ufb00side halvparten \ufffd av kysten.
```

In `kart-og-tall.html`:

```diff kart-og-tall.html
-alt="Fyret på odden i solnedgang"
+alt="Fyret p\ue0e5 odden i solnedgang"
```

## Passes

```diff kapittel-1.xhtml
-ligger øy etter øy
+ligger øy- og kystfolk, by- kontra landkommuner, «CAFÉ» og kyst-\u00adlinja
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A), 1.1.1 Non-text Content (A)
- Matterhorn Protocol 1.1: 10-001
"""

import re
from collections.abc import Iterator

from bindery.document.model import Element
from bindery.finished.documents import XHTML, Finished
from bindery.finished.epub import FinishedEpub
from bindery.prose.likeness import WORDS
from bindery.rules.editions._finished import DOCUMENTS, MANUSCRIPT_FIRST, shortened, told
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_BLOCKS = tuple(
    f"{XHTML}{name}"
    for name in (
        *("title", "p", "li", "dt", "dd", "td", "th", "caption", "figcaption"),
        *("h1", "h2", "h3", "h4", "h5", "h6"),
    )
)
_VERBATIM = tuple(f"{XHTML}{name}" for name in ("code", "pre", "kbd", "samp", "script", "style"))
_HEARD = ("alt", "aria-label", "alttext", "title")
_JOINS = frozenset(
    (
        *("kontra", "versus", "pluss", "minus", "framfor", "fremfor", "såvel", "respektive"),
        *("through", "against", "plus", "over", "bzw", "sowie", "statt", "beziehungsweise"),
        *("sekä", "tai", "eli", "en", "of", "et", "ou", "y", "o", "e", "i", "oraz", "lub", "albo"),
    )
).union(*WORDS.values())
"""Words between the parts of «inn- og utland»: a hyphen before one of them divides no word."""


_LIGATURE = re.compile("[\ufb00-\ufb06]")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
_LOST = re.compile("\ufffd")
_SPLIT = re.compile(r"\w*(?:\w[\u2010\u00ad]\s+\w+|[a-zæøåäö]-\s+(?P<after>[a-zæøåäö]{2,}\b))")
_FOREIGN_RUN = re.compile("[\u0080-\u024f\u02c6\u02dc\u2010-\u203a\u20ac\u2122]{2,4}")

WHATS = (
    (_LIGATURE, Text(nb="en ligatur i stedet for bokstaver", en="a ligature instead of letters")),
    (
        _PRIVATE,
        Text(nb="et tegn som bare finnes i én skrift", en="a character that only one font has"),
    ),
    (_LOST, Text(nb="et tegn som er gått tapt", en="a character that has been lost")),
    (_SPLIT, Text(nb="et ord som er delt", en="a word that is split")),
)
GARBLED = Text(nb="bokstaver i feil tegnkoding", en="letters in the wrong encoding")
MESSAGE = Text(
    nb="«{text}» har {what}. Skjermlesere, leselister og søk finner ikke ordet.",
    en="“{text}” has {what}. Screen readers, braille and searches miss it.",
)


def find(book: Finished) -> Iterator[Finding]:
    """Passages with characters that break up or garble a word."""
    if isinstance(book, FinishedEpub):
        for _, text, _ in (*book.dublin_core, *book.properties):
            yield from _in(book, book.package, text)
    for name, root in book.documents.items():
        for text in _heard(root):
            yield from _in(book, name, text)


def _in(book: Finished, name: str, text: str) -> Iterator[Finding]:
    for pattern, what in WHATS:
        if found := next(filter(_is_broken, pattern.finditer(text)), None):
            yield told(RULE, book, name, _message(text, found, what), MANUSCRIPT_FIRST)
    for found in _FOREIGN_RUN.finditer(text):
        if _is_garbled(found.group()):
            yield told(RULE, book, name, _message(text, found, GARBLED), MANUSCRIPT_FIRST)
            return


def _is_broken(found: re.Match[str]) -> bool:
    return found.groupdict().get("after") not in _JOINS


def _message(text: str, found: re.Match[str], what: Text) -> Text:
    around = text[max(0, found.start() - 20) : found.end() + 20]
    return MESSAGE.filled(text=shortened(around), what=what)


def _heard(root: Element) -> Iterator[str]:
    """Each passage, and each text alternative, but no code."""
    for element in root.iter("{*}*"):
        yield from (text for name in _HEARD if (text := element.get(name)))
        if element.tag in _BLOCKS and next(element.iterdescendants(*_BLOCKS), None) is None:
            yield "".join(_prose(element))


def _prose(element: Element) -> Iterator[str]:
    if element.tag in _VERBATIM or not str(element.tag).startswith(XHTML):
        yield " " if element.tag not in _VERBATIM else "\u2060"
        return
    yield element.text or ""
    for child in element:
        yield from _prose(child) if isinstance(child.tag, str) else ()
        yield child.tail or ""


def _is_garbled(run: str) -> bool:
    """Whether the characters are the bytes of another letter, read as Windows reads them."""
    for length in (2, 3):
        part = run[:length]
        for encoding in ("cp1252", "latin-1"):
            try:
                read = part.encode(encoding).decode()
            except UnicodeError:
                continue
            if len(read) == 1 and ("\u00a0" <= read <= "\u00ff" or "\u2010" <= read <= "\u203a"):
                return True
    return len(run) > 2 and _is_garbled(run[1:])


RULE = Rule("edition-words-are-whole", Severity.ERROR, find, DOCUMENTS)
