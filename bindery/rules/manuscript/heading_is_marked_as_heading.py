"""Text that looks like a heading is marked as one, and is not a line in bold or italics.

## Why

Screen readers do not announce bold letters. A part without a real heading is missing in the table
of contents, in the bookmarks, and among the headings that screen reader users jump between.

## Hvorfor

Tekst som ser ut som en overskrift, er merket som overskrift, og er ikke en linje i halvfet eller
kursiv.
Skjermlesere sier ikke fra om halvfete bokstaver. En del uten ekte overskrift mangler i
innholdslista, i bokmerkene og blant overskriftene skjermleserbrukere hopper mellom.

## Fails

Lines 5, 9, 13, 17 and 19:

```markdown
# Funn

De 17 kommunene har mye til felles.

**Jevnlig dialog**

Kommunen snakker jevnlig og godt med bedriftene på stedet.

**Slik gjør de det:**

De møtes hver måned.

*Når noe går galt*

Da ringer de hverandre.

2.1 Hvem som ringer

**Ordføreren.** Hun ringer når det haster, og da svarer bedriften med en gang.
```

## Passes

```markdown
# Funn

De 17 kommunene har mye til felles.

**Viktig:**

Kommunen snakker jevnlig og godt med bedriftene på stedet.

*Skrevet av kommunen*

**Merk:** Tallene er fra i fjor.

**Bedriftene snakker godt og jevnlig med kommunen.**

## Jevnlig dialog

**Godt begynt** er halvt fullendt.
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A), failure F2
- Matterhorn Protocol 1.1: 14-001
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.manuscript.source.elements import (
    Block,
    Div,
    Element,
    Heading,
    Paragraph,
    RawHtml,
    Table,
)
from bindery.rules.manuscript._extents import PARAGRAPHS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MOST_LETTERS = 80
"""The most letters in a heading, and the fewest in most text below one."""
_MOST_IN_RUN = 6
"""Words in bold at the beginning of a paragraph."""

MESSAGE = Text(
    nb="«{text}» ser ut som en overskrift, men er {look}. Skjermleserbrukere finner den ikke.",
    en="“{text}” looks like a heading, but is {look}. Screen reader users cannot find it.",
)
BOLD = Text(nb="et avsnitt i halvfet", en="a paragraph in bold")
ITALIC = Text(nb="et avsnitt i kursiv", en="a paragraph in italics")
NUMBERED = Text(nb="et avsnitt med nummer", en="a paragraph with a number")
RUN_IN = Text(nb="begynnelsen av et avsnitt", en="the beginning of a paragraph")
HINT = Text(
    nb="Hvis det er en overskrift, skriv {marks} foran, på en egen linje og uten stjerner.",
    en="If it is a heading, write {marks} before it, on a line of its own and without asterisks.",
)

VOICES = (
    "key-message",
    "editor-note",
    "link-block",
    "figure",
    "listing",
    "table",
    "long-description",
)
"""Blocks that have no headings: their words are captions or quotations."""

_BOLD = re.compile(
    r"(\*\*\*?|__)(?=\S)(?P<words>(?:(?!\1).)+)(?<=\S)\1:?"
    r"|(?:\*\*|__)?\[[^\[\]]+\]\{\.(?:underline|ul|smallcaps)\}(?:\*\*|__)?:?"
)
_ITALIC = re.compile(r"(?P<mark>[*_])(?![*_\s])(?P<words>[^*_]+)(?<=\S)(?P=mark):?")
_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+[A-ZÆØÅ][^.!?:;,]*")
_RUN_IN = re.compile(
    r"(?P<mark>\*\*|__)(?=\S)(?P<words>[^*_]{3,60}?)"
    r"(?:(?P<stop>[.:])(?P=mark)|(?P=mark)(?P<after>[.:]))\s+(?=[^\W\d_])"
)
_NO_HEADING = re.compile(r"[.,;!…]$|^[«“\"–—]")
_LABEL = re.compile(
    r"(?:viktig|merk|obs|nb|tips|husk|advarsel|kilde|kjelde|foto|figur|tabell|svar|spørsmål|eksempel"
    r"|døme|definisjon|note|notes|warning|tip|important|caution|source|example|hint|question|answer"
    r"|info|remember|skrevet av|av|by|written by|illustrasjon|kart|figure|table|photo|q|a)"
    r"(?:[ \u00a0]\d+)?\b[^\w]*(?:$|(?<=av).*|(?<=by).*|(?=[ :]).*)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.!?:…][»”\"’)\]]*$")


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Short paragraphs in bold or italics, and words in bold that begin paragraphs."""
    for chapter in manuscript.chapters:
        for paragraph, level, look, words in _headings_in(chapter):
            message = MESSAGE.filled(text=words, look=look)
            hint = HINT.filled(marks="#" * level)
            yield Finding(RULE.name, RULE.severity, paragraph.location, message, hint)


def _headings_in(chapter: ChapterSource) -> Iterator[tuple[Paragraph, int, Text, str]]:
    """Each paragraph that looks like a heading, the level it would have, its look and its words.

    That is one below the heading above it, if no level is skipped above that one. A line in bold
    right below a heading is the author's name, or a second line of the heading.
    """
    blocks = [one for one in chapter.elements if _is_block(one)]
    under: list[int] = []
    run_in: list[str] = []
    for before, block, after in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False):
        if isinstance(block, Heading):
            under = [*(level for level in under if level < block.level), block.level]
            run_in = []
        if not isinstance(block, Paragraph) or block.nested:
            continue
        level = min((under[0] if under else 1) + max(len(under), 1), 6)
        look = None if isinstance(before, Heading) else _look(block)
        if look is BOLD or (look is not None and not _is_below_image(before)):
            if after is not None and _is_text_below(after, block):
                yield block, level, look, block.text
        elif (begun := _run_in(block)) and (begun[1] == "." or run_in) and begun[0] not in run_in:
            yield block, level, RUN_IN, begun[0]
        if begun := _run_in(block):
            run_in.append(begun[0])


def _run_in(paragraph: Paragraph) -> tuple[str, str] | None:
    """The words in bold that a paragraph begins with, and the sign after them."""
    found = _RUN_IN.match(paragraph.source) if paragraph.source.startswith(("**", "__")) else None
    if found is None or _LABEL.match(found["words"]) or _is_voice(paragraph):
        return None
    words = found["words"]
    few = len(words.split()) <= _MOST_IN_RUN and len(paragraph.source[found.end() :].split()) > 5
    return (words, found["stop"] or found["after"]) if few else None


def _is_below_image(block: Element | None) -> bool:
    """Whether ``block`` is an image or a table, below which a line is a caption."""
    return isinstance(block, Table) or (isinstance(block, Paragraph) and "![" in block.source)


def _look(paragraph: Paragraph) -> Text | None:
    """How a paragraph looks like a heading, if it does."""
    source = paragraph.source.strip()
    if len(paragraph.text) > MOST_LETTERS or "](" in source or _is_voice(paragraph):
        return None
    if _NO_HEADING.search(paragraph.text) or _LABEL.match(paragraph.text):
        return None
    if _BOLD.fullmatch(source):
        return BOLD
    if _ITALIC.fullmatch(source) and not paragraph.text.endswith(("?", ":")):
        return ITALIC
    return NUMBERED if _NUMBER.fullmatch(source) else None


def _is_voice(paragraph: Paragraph) -> bool:
    return any(div.has_class(voice) for div in paragraph.divs() for voice in VOICES)


def _is_block(element: Element) -> bool:
    in_a_line = element.location.column is not None
    return not in_a_line and not isinstance(element, RawHtml)


def _is_text_below(block: Element, paragraph: Element) -> bool:
    """Whether ``block`` is something that can follow a heading.

    A list, a table or sentences can; a second line of an address or a signature cannot.
    """
    if block.div is not paragraph.div:
        return False
    if isinstance(block, Paragraph):
        said = block.text
        return _look(block) is None and bool(_SENTENCE.search(said) or len(said) > MOST_LETTERS)
    if isinstance(block, Div):
        return block.is_figure or block.is_table
    return isinstance(block, Table | Block) and getattr(block, "kind", "") != "hr"


RULE = Rule("heading-is-marked-as-heading", Severity.WARNING, find, PARAGRAPHS)
