"""Text that is stretched to both margins may be hyphenated.

## Why

Without hyphenation, justified lines have large gaps. Readers with dyslexia lose their line, and on
a phone a line may have only three words.

## Hvorfor

I tekst som strekkes til begge kanter, kan ord deles. Uten orddeling får linjene store mellomrom.
Lesere med dysleksi mister linjen, og på en telefon kan en linje ha bare tre ord.

## Fails

In `stil.css`:

```diff stil.css
-li { margin-bottom: 0.5em; }
+p { text-align: justify; }
```

## Passes

```diff stil.css
-li { margin-bottom: 0.5em; }
+p { text-align: justify; hyphens: auto; }
```

## Clauses

- WCAG 2.2: 1.4.8 Visual Presentation (AAA)
- Clear print (UKAAF): left-aligned text
"""

from collections.abc import Iterator

from bindery.finished.documents import Finished
from bindery.finished.styles import Style, styles_that
from bindery.rules.editions._finished import DOCUMENTS, told
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_INHERITED = frozenset({"*", ":root", "html", "body"})
_HYPHENS = ("hyphens", "-webkit-hyphens", "-epub-hyphens", "-moz-hyphens", "adobe-hyphenate")

MESSAGE = Text(
    nb="Stilen {style} strekker linjene uten å dele ord. Mellomrommene gjør det vanskelig å følge"
    " linjen.",
    en="The style {style} stretches lines without splitting words. The gaps make lines hard to"
    " follow.",
)


def find(book: Finished) -> Iterator[Finding]:
    """Styles that justify text without letting it be hyphenated."""
    hyphenated = {_place(style) for style in styles_that(book, _hyphenates)}
    if _INHERITED & {selector for _, selector in hyphenated}:
        return
    for style in dict.fromkeys(styles_that(book, _justifies)):
        if _place(style) not in hyphenated:
            file, _, rule = style.partition(": ")
            yield told(RULE, book, file, MESSAGE.filled(style=rule or "style"))


def _place(style: str) -> tuple[str, str]:
    """Split what ``styles_that`` returns into file and selector: ``stil.css: p { hyphens }``."""
    file, _, rule = style.partition(": ")
    return file, rule.rpartition(" {")[0]


def _justifies(style: Style) -> bool:
    return style.name in ("text-align", "text-align-all") and style.value == "justify"


def _hyphenates(style: Style) -> bool:
    return style.name in _HYPHENS and style.value == "auto"


RULE = Rule("edition-justified-text-is-hyphenated", Severity.ERROR, find, DOCUMENTS)
