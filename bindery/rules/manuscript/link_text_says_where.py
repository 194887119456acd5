"""The words of a link say where it leads, read alone.

## Why

Screen readers list the links of a page. «Her», «her» and «les mer» are all alike there.

## Hvorfor

Lenketeksten sier hvor lenken går, også når den leses alene. Skjermlesere lister opp lenkene på en
side. Der er «Her», «her» og «les mer» like.

## Fails

Lines 3, 4 and 6:

```markdown
# Kilder

Rapporten finner du [her](https://example.org/rapport). Vil du vite mer?
[Les mer](https://example.org/mer).

Se [](https://example.org/rapport).
```

## Passes

```markdown
# Kilder

Les [rapporten om vertskommuner](https://example.org/rapport), eller skriv til
<post@example.org>. [Her ligger kommunene](#kilder) er en overskrift.
```

## Clauses

- WCAG 2.2: 2.4.4 Link Purpose (In Context) (A), 2.4.9 Link Purpose (Link Only) (AAA)
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Link
from bindery.prose.readings import primary, with_languages
from bindery.rules.manuscript._extents import links_in
from bindery.rules.manuscript._references import Destinations
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_NORWEGIAN = """
her | klikk | klikk her | trykk her | les mer | les mer her | les her | les videre | mer | mer her
se her | se mer | lenke | lenken | link | denne lenken | denne siden | dette | denne | last ned
nedlasting | finn ut mer | mer informasjon | mer info | her kan du lese mer | her finner du mer
pdf | pdf en | e post | epost | mail | mejl | nett | nettside | nettsiden | web
video | film | kilde | kjelde | lenke 1 | lenke 2 | se lenke | se lenken | følg lenken
følg denne lenken | klikk på lenken | klikk på denne lenken | trykk på lenken
denne artikkelen | denne rapporten
dette dokumentet | last ned pdf | last ned her | info | detaljer | flere detaljer | mer om dette
les mer om dette | sjå nettsida | denne sida | denne lenkja | last ned fil | fil | vedlegg | telefon
start her | gå videre | gå til siden | åpne | åpne lenken | vis mer | se alle | alle
gå hit | hit | videre | les meir | les meir her | meir | sjå her | sjå meir | lenkje | lenkja
"""
_ENGLISH = """
here | click | click here | tap here | read more | read more here | read here | read on | more
more here | see here | see more | this | this link | this page | download | learn more
pdf | e mail | email | mail | web | website | video | source | ref | link 1 | link 2
see link | follow the link | follow this link | click the link | click this link | this article
this report | this document | this site | this website | download pdf | download here | info
details | more details | more about this | read more about this | file | attachment | phone
start here | go | open | show more | see all | all | view | view more | over here
find out more | more information | more info | go here | continue
"""
_PHRASES = {"nb": _NORWEGIAN, "nn": _NORWEGIAN, "en": _ENGLISH}
LANGUAGES = frozenset(_PHRASES)
SAY_NOTHING = frozenset(
    phrase.strip() for phrases in _PHRASES.values() for phrase in re.split(r"[|\n]", phrases)
)
"""In a text in one of these languages, the phrases of the others say nothing either."""


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


_POINTS = _words(
    """
    her hit klikk trykk lenke lenka lenken lenkje lenkja link linken denne dette desse mer meir
    side siden sida sidene sidone nettside nettsiden nettsida nettsidene nettsidone nettsted
    nettstedet nettstaden here click tap press link links this page pages site website webpage more
    """
)
_BETWEEN = _words(
    """
    les se sjå finn finner du kan på for å i den det de om av ut via følg gå til åpne opne last ned
    info informasjon flere fleire detaljer detaljar vår våre vårt og også òg nå no videre vidare
    også besøk bruk read see find out the on to go view details follow visit our
    learn open download now further please continue via at and about it its for you can
    """
)
"""Words that say nothing beside one of those above: «her på nettsidene»."""

_SIGN = re.compile(r"[\[(]?(?:\d{1,3}|[a-zæøå])[\])]?", re.IGNORECASE)
"""A letter, or the number of a note or a source."""

MESSAGE = Text(
    nb="Lenketeksten «{text}» sier ikke hvor lenken går.",
    en="The link text “{text}” does not say where the link leads.",
)
EMPTY = Text(nb="Lenken har ingen tekst.", en="The link has no text.")
HINT = Text(
    nb="Bruk navnet på det lenken går til, som lenketekst: [rapporten om vertskommuner](…).",
    en="Use the name of the target as the link: [the report on host municipalities](…).",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Links whose words fit any target, and empty ones that get no title of a chapter or part."""
    destinations = Destinations(manuscript)
    for chapter in manuscript.chapters:
        for link, language in with_languages(Link, chapter, manuscript):
            is_filled = not link.text and destinations.is_heading(link)
            if says_nothing(link, language) and not is_filled:
                message = MESSAGE.filled(text=link.text) if link.text else EMPTY
                yield Finding(RULE.name, RULE.severity, link.location, message, HINT)


def says_nothing(link: Link, language: str) -> bool:
    """Whether the words of ``link`` would fit many targets."""
    words = words_of(link)
    is_sign = _SIGN.fullmatch(link.text.strip()) is not None
    if not words or is_sign:
        return True
    said = {*words.split()}
    is_pointer = bool(said & _POINTS) and said <= _POINTS | _BETWEEN
    return (words in SAY_NOTHING or is_pointer) and primary(language) in LANGUAGES


def words_of(link: Link) -> str:
    """The words of ``link`` in lower case without punctuation, as a listener hears them."""
    return " ".join(re.findall(r"\w+", link.text)).casefold()


RULE = Rule("link-text-says-where", Severity.ERROR, find, links_in(LANGUAGES))
