"""What the text refers to in words is there, and where the words say.

## Why

“Figure 3”, “the table below” or “the previous chapter” without a link is all that readers have to
go by. If it is not there, screen reader users search the whole publication for it.

## Hvorfor

Det teksten viser til med ord, finnes, og er der ordene sier. «Figur 3», «tabellen under» eller
«forrige kapittel» uten lenke er alt leserne har å gå etter. Hvis det ikke er der, leter
skjermleserbrukere gjennom hele publikasjonen.

## Fails

Lines 3, 3, 5, 11, 13 and 13:

```markdown
# Tall

Som forrige kapittel viser, er tallene sikre. Se vedlegg 2.

Planen er på side 12.

- skip
- kaier
- havner

Alt står i tabellen under. Her er slutten.

Resten er i kapittel 9, under navnet i kapittelet «Skip og kaier».
```

## Passes

```markdown
# Tall

Tabellen under viser kommunene. Figur 2 i rapporten fra 2019 er en annen, og det er også side 12 i
den. Se kapittelet «Tall».

| Kommune | Fylke    |
|---------|----------|
| Alta    | Finnmark |

: Kommunene i studien.
```

## Clauses

- WCAG 2.2: 2.4.4 Link Purpose (In Context) (A), 1.3.1 Info and Relationships (A)
"""

import re
from collections.abc import Iterator
from functools import cached_property

from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.manuscript.source.elements import (
    Block,
    Code,
    Element,
    Formula,
    Heading,
    Image,
    Link,
    Paragraph,
    Table,
)
from bindery.prose.readings import Reading, readings_of
from bindery.rules.manuscript._extents import prose_in
from bindery.rules.manuscript._numbered import numbered
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

LANGUAGES = ("nb", "nn", "en")

NOTHING = Text(
    nb="«{words}» finnes ikke i publikasjonen.",
    en="“{words}” is not in the publication.",
)
NOT_THERE = Text(
    nb="«{words}» er ikke der teksten sier.",
    en="“{words}” is not where the text says.",
)
ELSEWHERE = Text(
    nb="«{words}» er ikke der teksten sier. Det nærmeste er på linje {line}.",
    en="“{words}” is not where the text says. The nearest is on line {line}.",
)
PAGE = Text(
    nb="«{words}» er et sidetall skrevet for hånd. Det blir galt når teksten endres, og e-boka har"
    " andre sider.",
    en="“{words}” is a page number written by hand. It is wrong once the text changes, and the"
    " e-book has other pages.",
)
HINT = Text(
    nb="Rett ordene, eller bruk en lenke eller en henvisning: [kapittelet om tall](#tall).",
    en="Correct the words, or use a link or a reference: [the chapter on numbers](#numbers).",
)

_OF_ANOTHER = r"(?!\w|[.:]\d|\s*[–-]\s*\d|\s+(?:i|in|av|of|til|to|from|fra|frå|hos|ved)\s)"
_WAY = {
    "under": 1, "nedenfor": 1, "nedanfor": 1, "below": 1, "over": -1, "ovenfor": -1,
    "ovanfor": -1, "above": -1, "følgende": 1, "følgjande": 1, "neste": 1, "following": 1,
    "next": 1, "forrige": -1, "førre": -1, "previous": -1,
}  # fmt: skip
_BRIEF = r"(?:(?<=\()|(?<=s[eå] )|(?<=sjå )|(?<=see )|(?<=jf\. )|(?<=i ))(?:fig|tab|kap|ch)\."
_NAMED = re.compile(
    r"(?<![\w-])(?:"
    rf"(?P<more>figur|tabell|figurene|figurane|tabellene|tabellane|figures?|tables?|kapitlene"
    r"|kapittel|kapitla|chapters?)[ \u00a0]\d{1,3}(?:,[ ]\d{1,3})*[ ](?:og|and|eller|or)[ ]"
    rf"(?P<second>\d{{1,3}}){_OF_ANOTHER}"
    rf"|(?P<kind>figur|tabell|figure|table|kapittel|chapter|vedlegg|appendix|{_BRIEF}"
    rf"|figurene|figurane|tabellene|tabellane|figures|tables|avsnitt|section|punkt)[ \u00a0]"
    rf"(?P<number>\d{{1,3}}(?:\.\d{{1,3}})?|(?<=vedlegg.)[A-H]|(?<=appendix.)[A-H]){_OF_ANOTHER}"
    r"|(?P<page>(?:på|se|sjå|jf\.?|on|see|cf\.|\()[ \u00a0]?(?:også[ ]|also[ ])?"
    r"(?:side(?:ne|r)?|sidene|pages?|s\.|pp?\.)[ \u00a0]\d{1,4}(?:[–-]\d{1,4})?)"
    r"(?!\w|[.:]\d|\s+(?:i|in|av|of|til|to|from|fra|frå|hos|ved)\s)"
    r"|(?P<thing>tabell|figur|diagram|kart|bilde|bilete|liste|lista|illustrasjon|formel)"
    r"(?:en|a|et|met|ene|ane|t|n|)[ \u00a0](?:rett[ ]|like[ ]|her[ ])?"
    r"(?P<way>under|nedenfor|nedanfor|over|ovenfor|ovanfor)"
    r"(?=\W*$|[.,;:!?)]|\s(?:viser|syner|er|har|gir|gjev|ser|kan|står|finner|finn|og|forteller|fortel"
    r"|inneholder|inneheld|oppsummerer|lister|gjengir|går|blir|framgår|fremgår|som|dekker)\b)"
    r"|(?:i[ ])?(?P<near>følgende|følgjande|neste|forrige|førre|the[ ]following|the[ ]next"
    r"|the[ ]previous)[ ]"
    r"(?P<it>tabell|figur|diagram|kart|liste|illustrasjon|table|figure|diagram|chart|graph|list)"
    r"(?=\W*$|[.,;:!?)]|\s(?:viser|syner|er|har|gir|gjev|ser|kan|står|shows?|is|has|gives|lists)\b)"
    r"|the[ ](?P<what>table|figure|diagram|chart|graph|map|photo|picture|image|list|formula)[ ]"
    r"(?:right[ ]|just[ ])?(?P<side>below|above)\b"
    r"|(?P<first>(?:i[ ])?(?:det[ ])?(?:forrige|førre|foregående|føregåande)[ ]"
    r"kapi(?:ttel(?:et)?|tlet)|kapi(?:ttelet|tlet)[ ](?:foran|før|framom)"
    rf"|the[ ](?:previous|preceding|last)[ ]chapter){_OF_ANOTHER}"
    r"|(?P<last>(?:i[ ])?(?:det[ ])?(?:neste|påfølgende|påfølgjande|følgende)[ ]"
    r"kapi(?:ttel(?:et)?|tlet)|kapi(?:ttelet|tlet)[ ]etter"
    rf"|the[ ](?:next|following)[ ]chapter){_OF_ANOTHER}"
    r"|(?:kapi(?:ttel(?:et)?|tlet)|chapter|avsnittet|delen|the[ ]section)[ ]"
    rf"(?:som[ ]heter[ ]|som[ ]heiter[ ]|called[ ])?"
    rf"[«“\"](?P<title>[^»”\"]{{2,80}})[»”\"](?!\s+(?:i|in|av|of|from|fra|frå)\s)"
    r")",
    re.IGNORECASE,
)
_ITALIC = re.compile(
    r"\b(?:kapi(?:ttelet|tlet)|the\s+chapter)\s+(?:som\s+heter\s+|som\s+heiter\s+|called\s+)?"
    r"(?P<mark>\*{1,2}|_)(?P<title>[^*_\n]{2,80})(?P=mark)(?!\s+(?:i|in|av|of|from|fra|frå)\s)",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"\b\w*(?:lov(?:a|en|ens|as|verk\w*)?|forskrift\w*|traktat\w*|NOU|Meld|Prop|act|law|bible"
    r"|Bibel\w*)\b",
    re.IGNORECASE,
)
_TRIGGER = re.compile(
    r"figur|tabell|table|kapit|chapter|vedlegg|appendix|\bside|page|\b[sp]\. \d|under|over|"
    r"fig\.|tab\.|kap\.|\bch\.|\bpp\.|punkt|bilde|bilete|"
    r"(?:ov|ned)[ea]nfor|below|above|avsnitt|delen|section",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"\W*(?P<kind>figur|tabell|figure|table)[ \u00a0](?P<number>\d{1,3}(?:\.\d{1,3})?)"
    r"\s*(?:[:.–—-]|\W*$)",
    re.IGNORECASE,
)
_KINDS: dict[str, tuple[type[Element], ...]] = {
    "tabell": (Table,), "table": (Table,), "formel": (Formula,), "formula": (Formula,),
}  # fmt: skip
_LISTS = frozenset({"bullet_list", "ordered_list", "dl"})


class _Book:
    """What words can refer to."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._manuscript = manuscript
        self.chapters = len(manuscript.chapters)

    @cached_property
    def _numbers(self) -> frozenset[tuple[str, str]]:
        """The numbers of figures and tables, as printed, and as captions of no figure say."""
        things = numbered(self._manuscript)
        numbers: set[tuple[str, str]] = {(one.kind, one.number) for one in things}
        # Without references they are not numbered in print, and readers count them.
        for kind in ("figure", "table"):
            count = sum(one.kind == kind for one in things)
            if not count and kind == "figure":
                count = sum(1 for _ in self._manuscript.every(Image))
            numbers |= {(kind, str(number)) for number in range(1, count + 1)}
        for paragraph in self._manuscript.every(Paragraph):
            if found := _CAPTION.match(paragraph.text):
                numbers.add((_kind(found["kind"]), found["number"]))
        return frozenset(numbers)

    def has(self, kind: str, number: str) -> bool:
        """Whether there is a figure or a table of that number."""
        return (_kind(kind), number) in self._numbers

    @cached_property
    def titles(self) -> frozenset[str]:
        said = [heading.text for heading in self._manuscript.every(Heading)]
        said += [one.front_matter.short_title for one in self._manuscript.publication.chapters]
        said += [one.title for one in self._manuscript.publication.settings.reading_order.parts]
        return frozenset(_bare(title) for title in said if title)

    def has_section(self, number: str) -> bool:
        """Whether a heading has the number ``2.1``, or may be given it in the editions."""
        first, level = int(number.partition(".")[0]), number.count(".") + 1
        if self._manuscript.publication.settings.numbering.sections >= level:
            return 1 <= first <= self.chapters
        wanted = re.compile(rf"(?:\w+\s+)?{re.escape(number)}\b")
        return any(wanted.match(one.text) for one in self._manuscript.every(Heading))

    def has_appendix(self, number: str) -> bool:
        """Whether a heading is that of the appendix ``number``."""
        wanted = re.compile(rf"(?:vedlegg|appendix)\s+{re.escape(number)}\b", re.IGNORECASE)
        return any(wanted.match(title) for title in self.titles)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """What the text names in words, such as a figure or a page, that is not there."""
    book = _Book(manuscript)
    for place, chapter in enumerate(manuscript.chapters):
        for reading in readings_of(chapter, manuscript):
            if reading.prose.block != "paragraph" or not _TRIGGER.search(reading.text):
                continue
            for found in _NAMED.finditer(reading.only(*LANGUAGES)):
                message = _fault(found, reading, chapter, place, book)
                if message is not None and not _is_linked(found[0], reading, chapter):
                    at = reading.at(found.start())
                    yield Finding(RULE.name, RULE.severity, at, message, HINT)
        yield from _in_italics(chapter, book)


def _in_italics(chapter: ChapterSource, book: _Book) -> Iterator[Finding]:
    """Titles of chapters, in italics instead of quotation marks, that no chapter has."""
    for paragraph in chapter.every(Paragraph):
        for found in _ITALIC.finditer(paragraph.source):
            if _bare(found["title"]) not in book.titles:
                words = " ".join(found["title"].split())
                message = NOTHING.filled(words=words)
                yield Finding(RULE.name, RULE.severity, paragraph.location, message, HINT)


def _fault(
    found: re.Match[str], reading: Reading, chapter: ChapterSource, place: int, book: _Book
) -> Text | None:
    words = found[0]
    if found["kind"]:
        is_there = _is_numbered(found["kind"].lower(), found["number"], reading, book)
        return None if is_there else NOTHING.filled(words=words)
    if found["more"]:
        kind, numbers = found["more"].lower(), re.findall(r"\d+", words)
        is_there = all(_is_numbered(kind, number, reading, book) for number in numbers)
        return None if is_there else NOTHING.filled(words=words)
    if found["page"]:
        return None if reading.prose.nested else PAGE.filled(words=words)
    if found["first"] or found["last"]:
        is_there = place > 0 if found["first"] else place < book.chapters - 1
        return None if is_there else NOTHING.filled(words=words)
    if found["title"]:
        is_there = _bare(found["title"]) in book.titles
        return None if is_there else NOTHING.filled(words=words)
    kind = (found["thing"] or found["what"] or found["it"]).lower()
    way = (found["way"] or found["side"] or found["near"]).lower().removeprefix("the ")
    return _direction(kind, _WAY[way], words, reading, chapter)


def _kind(word: str) -> str:
    return "figure" if word.lower().startswith("fig") else "table"


def _is_numbered(kind: str, number: str, reading: Reading, book: _Book) -> bool:
    if any(div.is_figure or div.is_table or div.is_listing for div in reading.prose.divs()):
        return True  # A caption: caption-number-agrees reports it.
    match kind:
        case "avsnitt" | "section" | "punkt":
            return number.isdecimal() or _is_section(number, reading, book)
        case "kapittel" | "chapter" | "kap." | "ch." | "kapitlene" | "kapitla" | "chapters":
            if not number.isdecimal():
                return _is_section(number, reading, book)
            return _LAW.search(reading.text) is not None or 1 <= int(number) <= book.chapters
        case "vedlegg" | "appendix":
            return book.has_appendix(number)
        case _:
            return book.has(kind, number)


def _is_section(number: str, reading: Reading, book: _Book) -> bool:
    return _LAW.search(reading.text) is not None or book.has_section(number)


def _direction(
    kind: str, way: int, words: str, reading: Reading, chapter: ChapterSource
) -> Text | None:
    """What is wrong with «tabellen under»: nothing of its kind comes that way in the section."""
    elements = chapter.elements
    here = next(index for index, one in enumerate(elements) if one is reading.prose)
    ahead = elements[here + 1 :] if way > 0 else elements[:here][::-1]
    behind = elements[:here][::-1] if way > 0 else elements[here + 1 :]
    if _nearest(kind, _until_heading(ahead)) is not None:
        return None
    other = _nearest(kind, _until_heading(behind))
    if other is not None:
        return ELSEWHERE.filled(words=words, line=other.location.line)
    return None if _nearest(kind, iter(ahead)) else NOT_THERE.filled(words=words)


def _until_heading(elements: tuple[Element, ...]) -> Iterator[Element]:
    for element in elements:
        if isinstance(element, Heading):
            return
        yield element


def _nearest(kind: str, elements: Iterator[Element]) -> Element | None:
    if kind.startswith("list"):
        return next((e for e in elements if isinstance(e, Block) and e.kind in _LISTS), None)
    wanted = _KINDS.get(kind, (Image, Code))
    return next((element for element in elements if isinstance(element, wanted)), None)


def _is_linked(words: str, reading: Reading, chapter: ChapterSource) -> bool:
    """Whether the words are part of a link in the same paragraph."""
    line = reading.prose.location.line or 0
    return any(
        words.casefold() in link.text.casefold()
        for link in chapter.every(Link)
        if link.location.line is not None and line <= link.location.line <= line + 40
    )


def _bare(title: str) -> str:
    return " ".join(re.findall(r"\w+", title)).casefold()


RULE = Rule("words-lead-somewhere", Severity.WARNING, find, prose_in(LANGUAGES))
