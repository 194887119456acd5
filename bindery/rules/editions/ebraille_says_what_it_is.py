"""The package has title, author, identifier, dates and the format “eBraille 1.0”.

## Why

Libraries list a file by these, and a display shows them when the reader chooses among many. The
format says which rules the file follows.

## Hvorfor

Pakken har tittel, forfatter, identifikator, datoer og formatet «eBraille 1.0». Bibliotekene fører
opp filer etter dette, og leselista viser det når leseren velger blant mange. Formatet sier hvilke
regler filen følger.

## Fails

In `package.opf`:

```diff package.opf
-<dc:title>Kart og tall</dc:title>
+<dc:title/>
```

In `package.opf`:

```diff package.opf
-<dc:creator>Ola Nordmann</dc:creator>
+
```

In `package.opf`:

```diff package.opf
-<dc:date>2026-11-23</dc:date>
+<dc:date>2026-11-23</dc:date><dc:date>2026-11-24</dc:date>
```

In `package.opf`:

```diff package.opf
-<dc:format>eBraille 1.0</dc:format>
+<dc:format>EPUB 3.3</dc:format>
```

In `package.opf`:

```diff package.opf
-<meta property="dcterms:modified">2026-11-23T00:00:00Z</meta>
+
```

## Passes

```diff package.opf
-<dc:creator>Ola Nordmann</dc:creator>
+<dc:creator>Ola Nordmann</dc:creator><dc:creator>Kari Nordmann</dc:creator>
```

## Clauses

- eBraille 1.0: package metadata (`dc:creator`, `dc:date`, `dc:format`, `dc:identifier`, `dc:title`,
  `dcterms:modified`)
"""

from collections.abc import Iterator

from bindery.finished.epub import FinishedEpub
from bindery.rules.editions._ebraille_package import MISSING, core, not_once, not_one_of
from bindery.rules.editions._finished import CLAIMS, told
from bindery.vocabulary.editions import EBRAILLE_1
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_FORMAT = "eBraille 1.0"
_SOME = ("title", "creator", "identifier")


def find(book: FinishedEpub) -> Iterator[Finding]:
    """Particulars that are missing, or there more than once, and another format."""
    for message in _wrong(book):
        yield told(RULE, book, book.package, message)


def _wrong(book: FinishedEpub) -> Iterator[Text]:
    for name in _SOME:
        if not any(core(book, name)):
            yield MISSING.filled(name=f"dc:{name}")
    yield from not_once("dc:date", core(book, "date"))
    yield from not_once("dcterms:modified", book.claimed("dcterms:modified"))
    yield from not_one_of("dc:format", core(book, "format"), (_FORMAT,))


RULE: Rule[FinishedEpub] = Rule(
    "ebraille-says-what-it-is", Severity.ERROR, find, CLAIMS, standard=EBRAILLE_1
)
