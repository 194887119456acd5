"""Citations, set by citeproc: one run of pandoc for the whole book, and none without citations.

``[se @a, s. 3]`` in a code span of the class ``cite`` becomes the words and links of the style.
The sources that are cited are a list, last in the book or where ``::: {#refs}`` stands.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from pathlib import Path

from lxml import etree
from lxml.builder import E

from bindery.document.contents import name_of
from bindery.document.model import (
    SAYS_PAGE,
    SOURCE,
    WRITTEN,
    Element,
    has_class,
    language_at,
    mark_language,
    replace_with_text,
    say,
    text_of,
    unwrap,
)
from bindery.locales import Word, locale_of
from bindery.manuscript.addresses import is_safe, scheme_of, written
from bindery.tools import pandoc
from bindery.vocabulary.bibliography import CITED, Bibliography
from bindery.vocabulary.publication import Publication

_FILTER = Path(__file__).with_name("citations.lua")
_KEPT = frozenset({"a", "em", "strong", "sub", "sup", "span", "code", "del"})
_NO_TERMS = {"se": "nb"}
"""Languages that citeproc has no words for, and the one whose words are used."""

_REFERENCE = "#ref-"


@dataclass(frozen=True, slots=True)
class Sources:
    """The chapter of sources that ends a book."""

    id: str
    title: str
    section: Element


@dataclass(frozen=True, slots=True)
class _Unread:
    """A file of sources that pandoc cannot read: its number, from 1, and what pandoc says.

    0 is for all of them together.
    """

    number: int
    why: str


def unread_files(bibliography: Bibliography) -> Iterator[tuple[str, str]]:
    """The path of each file of sources that cannot be read, and why, in English.

    The path is empty if the sources cannot be set together, as the style is wrong or they are too
    many.
    """
    if bibliography.files:
        for unread in _set((), "@*", "en", bibliography)[2]:
            path = bibliography.files[unread.number - 1].path if unread.number else ""
            yield path, unread.why


def write_citations(
    publication: Publication, chapters: Sequence[Element], numbers: Sequence[str]
) -> Sources | None:
    """Set the citations in ``chapters``, and make the list of sources.

    ``numbers`` are those of the chapters. Returns the chapter of sources, unless the list is in a
    chapter already or is empty.
    """
    citations = [code for chapter in chapters for code in _in_reading_order(chapter)]
    place = _place_of_list(chapters)
    nocite = "; ".join(one for each in publication.chapters for one in each.front_matter.nocite)
    if not citations and not (nocite and publication.bibliography.files):
        if place is not None:
            unwrap(place)
        return None
    book = _Book(publication, chapters, numbers)
    lines = tuple(" ".join((code.text or "").split()) for code in citations)
    found, entries, _ = _set(lines, nocite, book.terms, publication.bibliography)
    for code, line, made in zip(citations, lines, found, strict=True):
        book.cite(code, line, made)
    if not len(entries):
        if place is not None:
            unwrap(place)
        return None
    listed = book.list_of(entries)
    if place is None:
        return book.chapter_of(listed)
    book.put(place, listed)
    return None


def _in_reading_order(chapter: Element) -> Iterator[Element]:
    """The citations in ``chapter``: those in a note where the note is referred to."""
    notes = {
        item.get("id"): item
        for item in chapter.iterfind("section[@role='doc-endnotes']/ol/li[@id]")
    }
    for element in chapter.iter("a", "code"):
        if element.tag == "a":
            name = (element.get("href") or "")[1:] if element.get("role") == "doc-noteref" else ""
            if (note := notes.pop(name, None)) is not None:
                yield from _citations(note)
        elif _is_citation(element) and not _is_in_note(element):
            yield element
    for note in notes.values():
        yield from _citations(note)


def _citations(element: Element) -> Iterator[Element]:
    return filter(_is_citation, element.iter("code"))


def _is_citation(code: Element) -> bool:
    return has_class(code, CITED)


def _is_in_note(code: Element) -> bool:
    return any(around.get("role") == "doc-endnotes" for around in code.iterancestors("section"))


def _place_of_list(chapters: Iterable[Element]) -> Element | None:
    """The division ``::: {#refs}``, first of those there are."""
    return next((div for chapter in chapters for div in chapter.iter("div") if _is_list(div)), None)


def _is_list(div: Element) -> bool:
    return div.get("id") == "refs"


_Found = tuple[tuple[Element | None, ...], tuple[Element, ...], tuple[_Unread, ...]]


def _set(lines: tuple[str, ...], nocite: str, language: str, bibliography: Bibliography) -> _Found:
    """Each citation set, or ``None`` if it stays as written; the sources; files not read."""
    if not bibliography.files:
        return (None,) * len(lines), (), ()
    files = tuple((one.format, one.text) for one in bibliography.files)
    try:
        rendered = _rendered(lines, nocite, language, bibliography.style, files)
    except pandoc.UnreadableError as error:
        return (None,) * len(lines), (), (_Unread(0, str(error)),)
    tree = etree.fromstring(f"<div>{rendered}</div>", etree.XMLParser(huge_tree=True))
    found: list[Element | None] = []
    entries: list[Element] = []
    unread: list[_Unread] = []
    for div in tree.iterchildren("div"):
        if has_class(div, "unread"):
            unread.append(_Unread(int(div.get("data-file") or 1), text_of(div)))
        elif div.get("id") == "refs":
            entries.extend(div.iterchildren("div"))
        else:
            found.append(div.find("p") if has_class(div, "set") else None)
    return tuple(found), tuple(entries), tuple(unread)


@lru_cache(maxsize=4)
def _rendered(
    lines: tuple[str, ...],
    nocite: str,
    language: str,
    style: str,
    files: tuple[tuple[str, str], ...],
) -> str:
    blocks = [*files, ("cites", "\n".join(lines)), *([("nocite", nocite)] if nocite else [])]
    return pandoc.set_citations(
        "\n\n".join(map(_block, *zip(*blocks, strict=True))), _FILTER, language, style
    )


def _block(kind: str, text: str) -> str:
    """``text`` as a block of code that no line of it can end."""
    lines = "\n".join(f"|{line}" for line in text.split("\n"))
    return f"~~~ {kind}\n{lines}\n~~~"


class _Book:
    """What is known of the book while its citations are written: names, and who cites what."""

    def __init__(
        self, publication: Publication, chapters: Sequence[Element], numbers: Sequence[str]
    ) -> None:
        language = publication.metadata.language
        primary = language.split("-")[0].lower()
        self._language = language
        self.terms = _NO_TERMS.get(primary, language)
        self._bibliography = publication.bibliography
        self._chapters = chapters
        are_seen = publication.settings.numbering.chapters
        self._numbers = [one if are_seen and one.isdecimal() else "" for one in numbers]
        self._taken = {
            name for chapter in chapters for one in chapter.iter() if (name := one.get("id"))
        }
        self._names: dict[str, str] = {}
        self._citing: dict[str, list[Element]] = {}

    def cite(self, code: Element, line: str, made: Element | None) -> None:
        """Write one citation in place of its ``code``."""
        if made is None:
            replace_with_text(code, line)
            return
        _clean(made, self.terms)
        around = language_at(code, self._language)
        code.tag, code.text = "span", made.text
        code.attrib.clear()
        code.set("class", "citation")
        code.set(WRITTEN, line)
        mark_language(code, self.terms, around)
        code.extend(list(made))
        inside = next(code.iterancestors("a"), None) is not None
        for link in list(code.iter("a")):
            key = (link.get("href") or "").removeprefix(_REFERENCE)
            if inside or not (link.get("href") or "").startswith(_REFERENCE):
                unwrap(link)
                continue
            link.set("href", f"#{self._name_of(key)}")
            link.set("role", "doc-biblioref")
            link.set("id", self._free("henvisning"))
            self._citing.setdefault(key, []).append(link)

    def list_of(self, entries: Iterable[Element]) -> Element:
        """The sources as a list, each with ways back to where it is cited."""
        listed = E.ul({"class": "sources"})
        for entry in entries:
            key = (entry.get("id") or "").removeprefix(_REFERENCE[1:])
            item = E.li(self._entry(entry), id=self._name_of(key))
            if place := self._bibliography.place_of(key):
                item.set(SOURCE, f"{place[0]}:{place[1]}")
            if key in self._citing:
                item.append(self._ways_back(self._citing[key]))
            listed.append(item)
        return listed

    def _entry(self, entry: Element) -> Element:
        for part in list(entry.iter("div", "p")):
            if part is not entry:
                # Some styles set a label apart from the rest.
                part.tail = f" {part.tail or ''}"
                unwrap(part)
        _clean(entry, self.terms)
        paragraph = E.p()
        paragraph.text = (entry.text or "").lstrip()
        paragraph.extend(list(entry))
        if len(paragraph):
            paragraph[-1].tail = (paragraph[-1].tail or "").rstrip()
        else:
            paragraph.text = (paragraph.text or "").rstrip()
        mark_language(paragraph, self.terms, self._language)
        return paragraph

    def _ways_back(self, links: Sequence[Element]) -> Element:
        ways = E.p({"class": "ways-back"})
        chapters = [self._chapter_of(link) for link in links]
        for number, (link, chapter) in enumerate(zip(links, chapters, strict=True)):
            nth = chapters[: number + 1].count(chapter) if chapters.count(chapter) > 1 else 0
            way = E.a({"role": "doc-backlink", "class": "way-back"}, href=f"#{link.get('id')}")
            say(self._way_to(chapter, nth), way, self._language)
            way.set(SAYS_PAGE, "")
            way.tail = "; "
            ways.append(way)
        ways[-1].tail = None
        return ways

    def _chapter_of(self, link: Element) -> int:
        section = next(one for one in link.iterancestors() if one in self._chapters)
        return self._chapters.index(section)

    def _way_to(self, chapter: int, nth: int) -> Word:
        """The words of a way back: the chapter by its number, or by its title if it has none."""
        key = "ways.back-to-citation" if nth else "ways.back-to-chapter"
        fields: dict[str, object] = {"number": self._numbers[chapter]}
        if not self._numbers[chapter]:
            key = "ways.back-to-citation-in" if nth else "ways.back-to-title"
            heading = self._chapters[chapter].find("h1")
            fields = {"title": "" if heading is None else name_of(heading)}
        return locale_of(self._language).word(key, count=nth, **fields)

    def chapter_of(self, listed: Element) -> Sources:
        """The chapter of sources, with the list in it."""
        word = locale_of(self._language).word("parts.sources")
        name = self._free("kilder")
        heading = say(word, E.h1(id=name), self._language)
        identity = f"kapittel-{len(self._chapters) + 1}"
        section = E.section(heading, listed, role="doc-bibliography")
        section.set("id", identity)
        section.set("class", "chapter")
        section.set("aria-labelledby", name)
        return Sources(identity, word.text, section)

    def put(self, place: Element, listed: Element) -> None:
        """Put the list in ``place``, with the name of the heading above it."""
        # No ``section``: it has no heading of its own.
        place.tag = "div"
        place.attrib.pop("id", None)
        place.set("class", "bibliography")
        place.set("role", "doc-bibliography")
        above = [one for one in place.itersiblings(preceding=True) if one.tag in ("h2", "h3", "h4")]
        if above and above[0].get("id"):
            # Not the chapter's title: there would be two regions of that name.
            place.set("aria-labelledby", above[0].get("id") or "")
        place.append(listed)

    def _name_of(self, key: str) -> str:
        if key not in self._names:
            self._names[key] = self._free("kilde")
        return self._names[key]

    def _free(self, stem: str) -> str:
        """A name that nothing in the book has."""
        name = next(one for number in count(1) if (one := f"{stem}.{number}") not in self._taken)
        self._taken.add(name)
        return name


def _clean(tree: Element, language: str) -> None:
    """Keep the words, their emphasis, languages and safe links of what citeproc has made."""
    for element in list(tree.iterdescendants()):
        kept = {}
        if (said := element.get("lang")) and not _same(said, language):
            kept["lang"] = said
        address = element.get("href") or ""
        if element.tag == "a" and address.startswith(_REFERENCE):
            kept["href"] = address
        elif element.tag == "a" and scheme_of(address) and is_safe(address):
            kept["href"] = written(address)
        element.attrib.clear()
        element.attrib.update(kept)
        if element.tag not in _KEPT or (element.tag in ("a", "span") and not kept):
            unwrap(element)


def _same(one: str, other: str) -> bool:
    return one.partition("-")[0].lower() == other.partition("-")[0].lower()
