"""Text that looks like a heading is marked as one, and is not a paragraph in bold.

## Why

Screen readers do not announce bold letters. A part without a real heading is missing in the table
of contents, in the bookmarks, and among the headings that screen reader users jump between.

## Hvorfor

Tekst som ser ut som en overskrift, er merket som overskrift, og er ikke et avsnitt i halvfet.
Skjermlesere sier ikke fra om halvfete bokstaver. En del uten ekte overskrift mangler i
innholdslista, i bokmerkene og blant overskriftene skjermleserbrukere hopper mellom.

## Fails

Line 5:

```markdown
# Funn

De 17 kommunene har mye til felles.

**Jevnlig dialog**

Kommunen snakker jevnlig og godt med bedriftene på stedet.
```

## Passes

```markdown
# Funn

De 17 kommunene har mye til felles.

**Viktig:**

Kommunen snakker jevnlig og godt med bedriftene på stedet.

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
from bindery.manuscript.source.elements import Block, Element, Heading, Paragraph, RawHtml, Table
from bindery.rules.manuscript._extents import PARAGRAPHS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MOST_LETTERS = 80
"""The most letters in a heading, and the fewest in most text below one."""

MESSAGE = Text(
    nb="«{text}» ser ut som en overskrift, men er et avsnitt i halvfet. Skjermleserbrukere finner"
    " den ikke.",
    en="“{text}” looks like a heading, but is a paragraph in bold. Screen reader users cannot find"
    " it.",
)
HINT = Text(
    nb="Hvis det er en overskrift, skriv {marks} foran og fjern stjernene.",
    en="If it is a heading, write {marks} before it and remove the asterisks.",
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

_BOLD = re.compile(r"(\*\*|__)(?=\S)(?P<words>(?:(?!\1).)+)(?<=\S)\1")
_NO_HEADING = re.compile(r"[.,;:!…]$|^[«“\"–—]")
_SENTENCE = re.compile(r"[.!?:…][»”\"’)\]]*$")


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Short paragraphs that are bold from end to end, with text above and below them."""
    for chapter in manuscript.chapters:
        for paragraph, level in _in_bold(chapter):
            message = MESSAGE.filled(text=paragraph.text)
            hint = HINT.filled(marks="#" * level)
            yield Finding(RULE.name, RULE.severity, paragraph.location, message, hint)


def _in_bold(chapter: ChapterSource) -> Iterator[tuple[Paragraph, int]]:
    """Each paragraph that looks like a heading, and the level it would have.

    That is one below the heading above it, if no level is skipped above that one. A line in bold
    right below a heading is the author's name, or a second line of the heading.
    """
    blocks = [one for one in chapter.elements if _is_block(one)]
    under: list[int] = []
    for before, block, after in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False):
        if isinstance(block, Heading):
            under = [*(level for level in under if level < block.level), block.level]
        poses = isinstance(block, Paragraph) and not isinstance(before, Heading) and _poses(block)
        if poses and after is not None and _is_text_below(after, block):
            assert isinstance(block, Paragraph)
            top = under[0] if under else 1
            yield block, min(top + max(len(under), 1), 6)


def _is_block(element: Element) -> bool:
    in_a_line = element.location.column is not None
    return not in_a_line and not isinstance(element, RawHtml)


def _poses(paragraph: Paragraph) -> bool:
    bold = _BOLD.fullmatch(paragraph.source.strip())
    return bool(
        bold
        and not paragraph.nested
        and "](" not in paragraph.source
        and len(paragraph.text) <= MOST_LETTERS
        and not _NO_HEADING.search(paragraph.text)
        and not any(div.has_class(voice) for div in paragraph.divs() for voice in VOICES)
    )


def _is_text_below(block: Element, paragraph: Element) -> bool:
    """Whether ``block`` is something that can follow a heading.

    A list, a table or sentences can; a second line of an address or a signature cannot.
    """
    if block.div is not paragraph.div:
        return False
    if isinstance(block, Paragraph):
        said = block.text
        return not _poses(block) and bool(_SENTENCE.search(said) or len(said) > MOST_LETTERS)
    return isinstance(block, Table | Block) and getattr(block, "kind", "") != "hr"


RULE = Rule("heading-is-marked-as-heading", Severity.WARNING, find, PARAGRAPHS)
