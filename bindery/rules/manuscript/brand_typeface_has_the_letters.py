"""The publication's own typeface has the letters that the publication uses.

## Why

A letter that the typeface does not have is set in another one, in the middle of a word. It looks
like a mistake, and people who read letter by letter stop at it. Greek, Arabic and Hebrew letters
and emoji are always set in typefaces of their own.

## Hvorfor

Publikasjonens egen skrift har bokstavene som publikasjonen bruker. En bokstav som skriften mangler,
blir satt i en annen skrift, midt i et ord. Det ser ut som en feil, og lesere som leser bokstav for
bokstav, stopper ved den. Gresk, arabisk og hebraisk tekst og emoji står alltid i egne skrifter.

## Fails

Line 3:

```markdown
# Navn

Byen heter Kárášjohka.
```

```toml publication.toml
[brand.typefaces]
body = ["brand/Latin-Regular.ttf", "brand/Latin-Bold.ttf"]
```

## Passes

```markdown
# Navn

Byen heter Karasjok. Tegn: 😀 og μ.
```

```toml publication.toml
[brand.typefaces]
body = ["brand/Latin-Regular.ttf", "brand/Latin-Bold.ttf"]
```

## Clauses

- None. It guards against words in two typefaces, which no standard mentions.
"""

from collections.abc import Callable, Iterator
from functools import partial

from bindery.document.typefaces import text_letters
from bindery.locales import locale_of
from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Heading
from bindery.manuscript.templates import Templates
from bindery.rules.manuscript._letters import lines_lacking
from bindery.rules.manuscript._settings import setting, words_about
from bindery.vocabulary.brand import BrandFace, Role
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.rule import Extent, Rule
from bindery.vocabulary.text import Text, Unit

MESSAGE = Text(
    nb="Skriften «{family}» mangler {letters}. De blir satt i en annen skrift, midt i ord.",
    en="The typeface “{family}” has no {letters}. They are set in another one, within words.",
)
HINT = Text(
    nb="Bruk en utgave av skriften med disse bokstavene, eller en annen skrift.",
    en="Use a version of the typeface with these letters, or another typeface.",
)
_SHOWN = 8
"""The most letters that a message names."""


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Letters that a typeface of the publication's own lacks, at the first of them."""
    publication = manuscript.publication
    if not publication.faces:
        return
    of_text = text_letters(Templates(publication.book).fonts)
    roles: tuple[Role, ...] = ("body", "headings")
    for role in roles:
        faces = [face for face in publication.faces if face.role == role]
        if not faces:
            continue
        own = frozenset.intersection(*(face.characters for face in faces))
        lacking = frozenset(map(chr, of_text - own))
        first: dict[str, Location] = {}
        for text, place in _used(manuscript, role, frozenset(map(chr, own))):
            for letter in text:
                if letter in lacking:
                    first.setdefault(letter, place(letter))
        if first:
            yield _finding(faces[0], first)


def _used(
    manuscript: Manuscript, role: Role, own: frozenset[str]
) -> Iterator[tuple[str, Callable[[str], Location]]]:
    """The texts that a typeface for ``role`` sets, and the place of each letter in them.

    The letters of the publication's language are in words of bindery's own.
    """
    publication = manuscript.publication
    if role == "body":
        yield from lines_lacking(manuscript, own)
    else:
        for words in words_about(publication):
            yield words.text, partial(_at, words.location)
        for chapter in manuscript.chapters:
            for heading in chapter.every(Heading):
                yield heading.text, partial(_at, heading.location)
    place = setting(publication, ("brand", "typefaces", role))
    yield "".join(sorted(_OF_ALL | _alphabet(publication.metadata.language))), partial(_at, place)


def _at(place: Location, _: str) -> Location:
    return place


_OF_ALL = frozenset("0123456789.,:;!?()–-")


def _alphabet(language: str) -> frozenset[str]:
    letters = locale_of(language).alphabet.replace(" ", "")
    return frozenset(letters + letters.upper())


def _finding(face: BrandFace, first: dict[str, Location]) -> Finding:
    named = [f"{letter} (U+{ord(letter):04X})" for letter in first]
    letters = ", ".join(named[:_SHOWN]) + "…" * (len(named) > _SHOWN)
    message = MESSAGE.filled(family=face.family, letters=letters)
    return Finding(RULE.name, RULE.severity, next(iter(first.values())), message, HINT)


FACES: Extent[Manuscript] = Extent(
    Unit(nb=("egen skrift", "egne skrifter"), en=("typeface", "typefaces")),
    lambda manuscript: len(manuscript.publication.faces),
)
RULE = Rule("brand-typeface-has-the-letters", Severity.WARNING, find, FACES)
