"""Title, subtitle and description are words for readers, and the date has been.

## Why

Title and description are the first that readers get, in library catalogues, on the cover and in
the reading system. A placeholder, a file name or another language there makes the publication hard
to find, and voices read it wrongly.

## Hvorfor

Tittel, undertittel og beskrivelse er ord for leserne, og datoen har vært. Tittel og beskrivelse er
det første leserne hører, i bibliotekskataloger, på omslaget og i leseprogrammet. En plassholder, et
filnavn eller et annet språk der gjør publikasjonen vanskelig å finne, og talesyntesen leser den
feil.

## Fails

In `publication.toml`:

```markdown
# Funn

Det går bra.
```

```toml publication.toml
title = "Rapport_endelig_v2.docx"
```

## Passes

```markdown
# Funn

Det går bra.
```

```toml publication.toml
title = "Funn fra kysten"
```

## Clauses

- WCAG 2.2: 2.4.2 Page Titled (A), 3.1.1 Language of Page (A)
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from bindery.locales.for_authors import name_of
from bindery.manuscript.source import Manuscript
from bindery.prose.likeness import WORDS, looks_like
from bindery.prose.readings import primary
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.rules.manuscript._settings import setting
from bindery.rules.manuscript.text_is_finished import PLACEHOLDER
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.publication import Publication
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

PLACE = Text(
    nb="«{words}» er en plassholder, ikke {what} til publikasjonen.",
    en="“{words}” is a placeholder, not the {what} of the publication.",
)
FILE = Text(
    nb="«{words}» er navnet på en fil, ikke {what} til publikasjonen.",
    en="“{words}” is the name of a file, not the {what} of the publication.",
)
LANGUAGE = Text(
    nb="«{words}» ser ut til å være {language}, men publikasjonen er merket som {named}.",
    en="“{words}” looks like {language}, but the publication is marked as {named}.",
)
FUTURE = Text(
    nb="Publikasjonen har datoen {date}, som ikke har vært ennå.",
    en="The publication has the date {date}, which is yet to come.",
)
HINT = Text(
    nb="Skriv ordene som leserne skal høre, på publikasjonens språk.",
    en="Write the words that readers will get, in the language of the publication.",
)
WRITE_DATE = Text(
    nb="Skriv datoen da denne versjonen ble gitt ut.",
    en="Write the date when this version was published.",
)
_WHAT = {
    "title": Text(nb="tittelen", en="title"),
    "subtitle": Text(nb="undertittelen", en="subtitle"),
    "description": Text(nb="beskrivelsen", en="description"),
    "publisher": Text(nb="utgiveren", en="publisher"),
}
SAME = Text(
    nb="«{words}» er både tittelen og {what}.",
    en="“{words}” is both the title and the {what}.",
)
_FILE = re.compile(
    r"\S+\.(?:docx?|pdf|md|odt|indd|txt|html?|pages|rtf|tex|epub|xlsx?|pptx?)|[^\W_]+(?:_[^\W_]+)+"
    r"|\S+[ _-](?:v\d+|final|endelig|utkast|kopi)|.*[ _-](?:FINAL|ENDELIG|(?i:(?:draft|utkast"
    r"|kladd|kopi|copy)[ _-]?\d+|endelig versjon|final version|kopi av .*))",
    re.IGNORECASE,
)
_LEFT = re.compile(
    r"(?:(?:untitled|unnamed|(?:uten|utan) (?:tittel|navn|namn))\b.*"
    r"|microsoft (?:word|powerpoint)\b.*"
    r"|(?:dokument|document|presentasjon|presentation|rapport|report|bok|book)\W?\d*"
    r"|(?:\w+ens |\w+ets |the )?(?:tittel(?:en)?|title|undertittel(?:en)?|subtitle|beskrivelsen?"
    r"|beskriving(?:a)?|description|navn(?:et)?|namn(?:et)?|name)"
    r"(?: (?:her|here|kommer|kjem|mangler|manglar|følger|følgjer|senere|seinare"
    r"|snart|later|soon|to come|is missing|of .*|på .*))+"
    r"|(?:kildens|kjelda si?n?|utgivers|utgivarens?|forfatterens?|forfattarens?|publisher.s"
    r"|author.s) (?:navn|namn|tittel|name|title)(?: her| here)?|(?:fornavn|førenamn|first name)\b.*"
    r"|n\.?\s?n\.?"
    r"|(?:navn|namn) navnesen|ola nordmann \(.*\)|insert .*|sett inn .*|set inn .*|legg inn .*"
    r"|tittel|title|undertittel|subtitle|beskrivelse|beskriving"
    r"|description|my book|my title|ny bok|min bok|bok|test\w*|eksempel\w*|example|utkast|draft|mal"
    r"|template|kort beskrivelse.*|a short description.*|publisher|utgiver|utgivar|forlag|navn|name"
    r"|skriv .*|write .*|beskriv .*|describe .*)[.!]?",
    re.IGNORECASE,
)
_SIGNS = {
    "nb": re.compile(
        r"\b(?:og|ikke|hva|hvordan|noen|fra|av|til|på|om|med|ei|et|som|første|hvem)\b|[æøå]"
    ),
    "nn": re.compile(
        r"\b(?:og|ikkje|kva|korleis|nokon|frå|av|til|på|om|med|ei|eit|som|kven)\b|[æøå]"
    ),
    "en": re.compile(r"\b(?:the|of|and|how|what|from|with|for|a|an|on|about|its|to|in)\b"),
}
_OTHERS = {"nb": ("en",), "nn": ("en",), "en": ("nb",)}


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


_OWN = {
    "nb": _words("ikke hva hvordan hvorfor hvem noen fra jeg ble en et hun var de mer"),
    "nn": _words("ikkje kva korleis kvifor kven nokon frå eg vart ein eit ho dei meir"),
}
"""Words of only one of the two."""
_FEWEST = 2
_NOT_THE_TITLE = ("subtitle", "description")
_NAME = Text(nb="navnet på en bidragsyter", en="name of a contributor")
_SOURCE = Text(nb="kilden", en="source")
_CONTACT = Text(nb="kontaktadressen", en="contact")
_SHORT = Text(nb="korttittelen på et kapittel", en="short title of a chapter")
_NOBODY = re.compile(
    r"(?:navn|namn|name|your|din|fornavn|etternavn|someone|noen|xx+|todo|test)\b.*@", re.IGNORECASE
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Settings that are left from a template, in another language, or dated in the future."""
    publication = manuscript.publication
    metadata = publication.metadata
    for key, what in _WHAT.items():
        words = str(getattr(metadata, key))
        message = _fault(words, what, metadata.language) if words.strip() else None
        if message is None and key in _NOT_THE_TITLE and _bare(words) == _bare(metadata.title):
            message = SAME.filled(words=words[:60], what=what)
        if message is not None:
            yield _finding(publication, key, message, HINT)
    for place, words, what in _others(publication):
        is_nobody = what is _CONTACT and _NOBODY.match(words)
        if is_nobody or (what is not _CONTACT and _is_left(words)):
            message = PLACE.filled(words=words[:60], what=what)
            yield Finding(RULE.name, RULE.severity, place, message, HINT)
    if metadata.date > datetime.now(UTC).date():
        yield _finding(publication, "date", FUTURE.filled(date=metadata.date), WRITE_DATE)


def _bare(words: str) -> str:
    return " ".join(re.findall(r"\w+", words)).casefold()


def _others(publication: Publication) -> Iterator[tuple[Location, str, Text]]:
    """The names, the source, the contact and the short titles, with their places."""
    metadata = publication.metadata
    for number, person in enumerate(metadata.contributors):
        yield (
            setting(publication, ("publication", "contributors", number, "name")),
            person.name,
            _NAME,
        )
    if (source := metadata.source) is not None:
        yield setting(publication, ("publication", "source", "title")), source.title, _SOURCE
    where = ("publication", "accessibility-contact")
    yield setting(publication, where), metadata.accessibility_contact, _CONTACT
    for chapter in publication.chapters:
        yield Location(chapter.path), chapter.front_matter.short_title, _SHORT


def _is_left(words: str) -> bool:
    return bool(PLACEHOLDER.search(words) or _LEFT.fullmatch(words.strip()))


def _finding(publication: Publication, key: str, message: Text, hint: Text) -> Finding:
    at = setting(publication, ("publication", key))
    return Finding(RULE.name, RULE.severity, at, message, hint)


def _fault(words: str, what: Text, language: str) -> Text | None:
    if _is_left(words):
        return PLACE.filled(words=words[:60], what=what)
    if _FILE.fullmatch(words.strip()):
        return FILE.filled(words=words[:60], what=what)
    other = _other_language(words, primary(language)) if what is not _WHAT["publisher"] else ""
    if other:
        return LANGUAGE.filled(
            words=words[:40], language=name_of(other), named=name_of(primary(language))
        )
    return None


def _other_language(words: str, language: str) -> str:
    """The language that ``words`` are in, if that is another."""
    if language not in WORDS:
        return ""
    if like := looks_like(words, language):
        return like.language
    small = words.lower()
    said = {*re.findall(r"\w+", small)}
    for other in _OWN.keys() - {language} if language in _OWN else ():
        if len(said & _OWN[other]) >= _FEWEST and not said & _OWN[language]:
            return other
    if language in _SIGNS and not _SIGNS[language].search(small):
        for other in _OTHERS[language]:
            if len({found[0] for found in _SIGNS[other].finditer(small)}) >= _FEWEST:
                return other
    return ""


RULE = Rule("settings-are-words", Severity.WARNING, find, CHAPTERS)
