"""The words of a link agree with where it leads.

## Why

Readers whose link says that it is an address, a number or a chapter expect to come there. If it
leads elsewhere, they call the wrong number, or read the wrong chapter without noticing.

## Hvorfor

Ordene i en lenke stemmer med hvor den går. Lesere som hører at lenken er en adresse, et nummer
eller et kapittel, regner med å komme dit. Hvis den går et annet sted, ringer de feil nummer, eller
leser feil kapittel uten å merke det.

## Fails

Lines 3, 5 and 7:

```markdown
# Kontakt

Se [kart.example](https://tall.example), som har kart.

Ring [77 00 00 17](tel:+4777000018) i dag.

Skriv til [post@vika.example](mailto:post@alta.example) når du vil.
```

## Passes

```markdown
# Kontakt

Se [kart.example](https://www.kart.example/nord), eller ring [77 00 00 17](tel:+4777000017).
[Kontakt](#kontakt) er tittelen her.
```

## Clauses

- WCAG 2.2: 2.4.4 Link Purpose (In Context) (A)
"""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote, urlsplit

from bindery.manuscript.addresses import scheme_of
from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.manuscript.source.elements import Heading, Link
from bindery.rules.manuscript._extents import LINKS
from bindery.rules.manuscript._references import Destinations
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Lenken sier «{text}», men går til {target}.",
    en="The link says “{text}”, but leads to {target}.",
)
HINT = Text(
    nb="Endre ordene eller adressen, så de viser til det samme.",
    en="Change the words or the address, so that both name the same.",
)
_SITE = re.compile(
    r"(?<![\w@.-])(?:https?://)?((?:[\w-]+\.)+"
    r"(?:no|se|dk|fi|is|com|org|net|eu|uk|de|io|gov|edu|info|fr|nl|int|example|dev|app|us|ch|at"
    r"|tv))"
    r"(/[^\s#]*)?(?:#\S*)?",
    re.IGNORECASE,
)
_FILE = re.compile(
    r"\.(?:pdf|docx?|xlsx?|md|html?|zip|csv|txt|py|js|toml|json|ya?ml|svg|png|rs|r)$", re.I
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(r"\+?\d[\d \u00a0()-]{5,}\d")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CHAPTER = re.compile(r"\b(?:kapittel|kapitlet|kapittelet|chapter|kap\.)", re.IGNORECASE)
_NUMBERED = re.compile(r"\b(?:kapittel|chapter|kap\.|ch\.)[ \u00a0](\d{1,2})\b", re.IGNORECASE)
_FIRST_NUMBER = re.compile(r"\D*(\d+)")
_STEM, _SHORTEST = 4, 4
_OF_NO_CHAPTER = frozenset(
    [
        "kapittelet",
        "kapitlet",
        "kapittel",
        "chapter",
        "neste",
        "forrige",
        "første",
        "siste",
        "next",
        "previous",
        "first",
        "last",
        "hvor",
        "hvordan",
        "hvorfor",
        "what",
        "where",
        "which",
        "about",
        "dette",
        "denne",
        "this",
        "that",
        "these",
    ]
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Links whose words are another address, number or chapter than their target."""
    titles = {
        one.path: title.text
        for one in manuscript.chapters
        if (title := next((h for h in one.every(Heading) if h.level == 1), None))
    }
    destinations = Destinations(manuscript)
    for chapter in manuscript.chapters:
        for link in chapter.every(Link):
            target = _elsewhere(link)
            if not target and not scheme_of(link.target):
                target = _another_chapter(link, destinations, titles, manuscript.chapters)
            if target:
                message = MESSAGE.filled(text=link.text, target=target)
                yield Finding(RULE.name, RULE.severity, link.location, message, HINT)


def _elsewhere(link: Link) -> str:
    """The target, if the words are another address or number."""
    scheme, target = scheme_of(link.target), link.target
    text = link.text.strip()
    if scheme == "tel" and (said := _PHONE.search(text)):
        theirs, ours = _digits(target), _digits(said[0])
        ours = ours.lstrip("0")
        return "" if theirs.endswith(ours) or ours.endswith(theirs) else f"«{target[4:]}»"
    if scheme == "mailto":
        said = _MAIL.search(text)
        mail = unquote(target[7:].split("?")[0])
        return f"«{mail}»" if said and said[0].casefold() != mail.casefold() else ""
    if scheme in ("http", "https"):
        return _another_site(text, target) or _another_year(text, target)
    return ""


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text).removeprefix("0047")


def _another_site(text: str, target: str) -> str:
    said = _SITE.fullmatch(text)
    if said is None or _FILE.search(text):
        return ""
    try:
        parts = urlsplit(target)
    except ValueError:
        return ""
    ours, theirs = _site(said[1]), _site(parts.hostname or "")
    is_same = ours == theirs or theirs.endswith(f".{ours}") or ours.endswith(f".{theirs}")
    path = (said[2] or "").rstrip("/")
    starts = parts.path.rstrip("/").casefold().startswith(path.casefold().rstrip("…."))
    return "" if is_same and (not path or starts or "?" in path) else f"«{target}»"


def _site(host: str) -> str:
    return host.casefold().removeprefix("www.")


def _another_year(text: str, target: str) -> str:
    """The target, if the words have a year and the name of the file has another."""
    name = target.rstrip("/").rpartition("/")[2]
    said, named = _YEAR.findall(text), _YEAR.findall(name)
    return f"«{name}»" if len(said) == 1 and len(named) == 1 and said != named else ""


def _another_chapter(
    link: Link,
    destinations: Destinations,
    titles: Mapping[str, str],
    chapters: tuple[ChapterSource, ...],
) -> str:
    """The title of the chapter it leads to, if the words name another."""
    path = destinations.place_of(link).partition("#")[0]
    if path not in titles:
        return ""
    if (numbered := _NUMBERED.search(link.text)) and not link.text[numbered.end() :].strip(" .)"):
        numbers = _numbers_of(path, chapters)
        return "" if int(numbered[1]) in numbers else f"«{titles[path]}»"
    said = _bare(link.text)
    here = next(one for one in chapters if one.path == path)
    own = [heading.text for heading in here.every(Heading)]
    own += [here.chapter.front_matter.short_title, _stem_of(path)]
    others = {other: title for other, title in titles.items() if other != path}
    stems = _stems(link.text)
    if any(said == _bare(title) for title in others.values()) and not stems & _stems(" ".join(own)):
        return f"«{titles[path]}»"
    if not _CHAPTER.search(link.text) or not stems or stems & _stems(" ".join(own)):
        return ""
    named = [*others.values(), *map(_stem_of, others)]
    return f"«{titles[path]}»" if any(stems & _stems(title) for title in named) else ""


def _numbers_of(path: str, chapters: tuple[ChapterSource, ...]) -> set[int]:
    """The numbers that readers may know the chapter at ``path`` by."""
    numbers = {at for at, one in enumerate(chapters, 1) if one.path == path}
    if in_name := _FIRST_NUMBER.match(path.rpartition("/")[2]):
        numbers.add(int(in_name[1]))
    counted = [one for one in chapters if not _is_unnumbered(one)]
    return numbers | {at for at, one in enumerate(counted, 1) if one.path == path}


def _is_unnumbered(chapter: ChapterSource) -> bool:
    title = next((one for one in chapter.every(Heading) if one.level == 1), None)
    return title is not None and title.has_class("unnumbered")


def _stem_of(path: str) -> str:
    """The words in the name of a chapter's file."""
    return path.rpartition("/")[2].removesuffix(".md").replace("-", " ").replace("_", " ")


def _stems(text: str) -> set[str]:
    words = re.findall(rf"[^\W\d_]{{{_SHORTEST},}}", text.casefold())
    return {word[:_STEM] for word in words if word not in _OF_NO_CHAPTER}


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text)).casefold()


RULE = Rule("link-text-agrees-with-its-target", Severity.WARNING, find, LINKS)
