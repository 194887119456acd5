"""Each language of the package has the script of braille.

## Why

By `nb-Brai` a catalogue knows that the text is Norwegian in braille. With `nb` alone, sighted
people get it for a text in print.

## Hvorfor

Hvert språk i pakken har skriften til punktskrift. Med `nb-Brai` vet en katalog at teksten er norsk
i punktskrift. Med bare `nb` kan seende få den som vanlig tekst.

## Fails

In `package.opf`:

```diff package.opf
-<dc:language>nb-Brai</dc:language>
+<dc:language>nb</dc:language>
```

In `package.opf`:

```diff package.opf
-<dc:language>nb-Brai</dc:language>
+
```

## Passes

```diff package.opf
-<dc:language>nb-Brai</dc:language>
+<dc:language>nb-Brai</dc:language><dc:language>en-Brai-GB</dc:language>
```

## Clauses

- eBraille 1.0: package metadata (`dc:language`); BCP 47
"""

from collections.abc import Iterator

from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._ebraille_package import MISSING, core
from bindery.rules.editions._finished import CLAIMS, shortened, told
from bindery.vocabulary.editions import EBRAILLE_1
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_SCRIPT = "brai"
OTHER = Text(
    nb="språket «{language}» mangler skriften: {language}-Brai.",
    en="the language “{language}” has no script: {language}-Brai.",
)


def find(book: FinishedEpub) -> Iterator[Finding]:
    """No language, or one in another script."""
    languages = core(book, "language")
    if not any(languages):
        yield told(RULE, book, book.package, MISSING.filled(name="dc:language"))
    for one in languages:
        if one and _SCRIPT not in one.lower().split("-"):
            yield told(RULE, book, book.package, OTHER.filled(language=shortened(one)))


RULE: Rule[FinishedEpub] = Rule(
    "ebraille-language-has-its-script", Severity.ERROR, find, CLAIMS, standard=EBRAILLE_1
)
