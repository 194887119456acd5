"""The whole publication in braille, as trees: what all braille editions of it are made from."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree
from lxml.builder import E

from bindery.claims.proofread_braille import who_has_read
from bindery.document.book_index import place_links
from bindery.document.braille.codes import Code
from bindery.document.braille.in_trees import translate
from bindery.document.contents import PLACE, Pagination, named_parts
from bindery.document.draft import draft_words
from bindery.document.model import (
    SOURCE,
    Document,
    Element,
    chapters_in,
    strip_stamps,
)
from bindery.editions.braille.transcribed import bare, transcribe
from bindery.editions.page_breaks import PageBreak, mark_pages
from bindery.locales import Locale, locale_of
from bindery.vocabulary.braille import BrailleSettings
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.publication import Metadata
from bindery.vocabulary.text import Text

_PHRASES = ("table", "table-as-list", "columns", "table-ends", "empty", "volume", "of")
CONTENTS = "contents"

TITLE_ID, NOTE_ID, COLOPHON_ID = "tittel", "merknad", "om-denne-utgaven"


@dataclass(frozen=True, slots=True)
class Page:
    """One document of the eBraille, and a part of what is embossed."""

    name: str
    body: Element


@dataclass(frozen=True, slots=True)
class BrailleBook:
    """The publication in braille.

    ``pages`` are in reading order: title page, the transcriber's note, parts and chapters,
    colophon. ``contents`` is an ``ol`` of links, ``breaks`` are the printed pages with the number
    of their page, and ``folios`` the braille of each. ``phrases`` are words that layouts add.
    ``is_complete`` is whether every picture and formula has words, and every character a sign.
    """

    document: Document
    code: Code
    pages: tuple[Page, ...]
    contents: Element
    breaks: tuple[PageBreak, ...]
    folios: Mapping[str, str]
    phrases: Mapping[str, str]
    findings: tuple[Finding, ...]
    is_complete: bool

    @property
    def metadata(self) -> Metadata:
        """The publication's metadata."""
        return self.document.publication.metadata

    @property
    def settings(self) -> BrailleSettings:
        """The publication's settings for braille."""
        return self.document.publication.settings.editions.braille


def braille_book(document: Document, code: Code, pagination: Pagination) -> BrailleBook:
    """Translate ``document``, with the printed pages of ``pagination``."""
    metadata = document.publication.metadata
    locale = locale_of(metadata.language)
    parts = named_parts(document)
    contents = deepcopy(parts.contents)
    contents.append(_listed(locale.word("parts.colophon").text, COLOPHON_ID))
    pages = (
        Page("tittelside.xhtml", _title_page(document)),
        Page("merknad.xhtml", _note(document, code, locale)),
        *_chapters(document, parts.chapters),
        Page("kolofon.xhtml", _colophon(parts.colophon, locale)),
    )
    breaks = mark_pages([page.body for page in pages], pagination)
    _name_places(pages, locale)
    trees = [*(page.body for page in pages), contents]
    silent = [one for tree in trees for one in tree.iter("img") if one.get("alt") is None]
    folios = {one.folio: E.p(one.folio) for one in breaks}
    words = {name: E.p(locale.word(f"braille.{name}").text) for name in _PHRASES}
    words[CONTENTS] = E.p(locale.word("parts.contents").text)
    for tree in trees:
        transcribe(tree, code, locale, labelled=tree is not contents)
        _keep_languages(tree, metadata.language)
    printed = [deepcopy(tree) for tree in trees]
    lacking = translate([*trees, *folios.values(), *words.values()], code, metadata.language)
    for tree in trees:
        _finish(tree)
    return BrailleBook(
        document,
        code,
        pages,
        contents,
        breaks,
        {folio: _cells(tree) for folio, tree in folios.items()},
        {name: _cells(tree) for name, tree in words.items()},
        tuple(_told(printed, lacking)),
        is_complete=not lacking and not silent,
    )


def _name_places(pages: Sequence[Page], locale: Locale) -> None:
    """Let each link in the index say the printed page that it leads to, and a page only once."""
    folios: dict[str, str] = {}
    folio = ""
    for page in pages:
        for element in page.body.iter(etree.Element):
            if element.get("role") == "doc-pagebreak":
                folio = element.get("aria-label") or ""
            elif name := element.get("id"):
                folios[f"#{name}"] = folio
    for page in pages:
        for link in list(place_links(page.body)):
            printed = folios.get(link.get("href") or "", "")
            link.text = locale.word("ways.on-page", page=printed).text if printed else None
            before, item = link.getprevious(), link.getparent()
            if item is None or before is None or before.tag != "a":
                continue
            if before.text == link.text:
                before.tail = link.tail
                item.remove(link)


def _cells(tree: Element) -> str:
    return "".join(tree.itertext()).replace("\u00ad", "")


def _finish(tree: Element) -> None:
    strip_stamps(tree)
    for element in tree.iter(etree.Element):
        element.attrib.pop(PLACE, None)
    bare(tree)


def _keep_languages(tree: Element, language: str) -> None:
    """Leave out languages that are the publication's own."""
    for element in tree.iter(etree.Element):
        if (element.get("lang") or "").lower() == language.lower():
            del element.attrib["lang"]


def _title_page(document: Document) -> Element:
    metadata = document.publication.metadata
    page = E.section(E.h1(metadata.title, id=TITLE_ID))
    if draft := draft_words(document):
        page.append(E.p(draft.text))
    if metadata.subtitle:
        page.append(E.p(metadata.subtitle, role="doc-subtitle"))
    for one in metadata.contributors:
        if one.affiliation:
            page.append(E.p(f"{one.name}, {one.affiliation}"))
    page.append(E.p(metadata.publisher))
    return page


def _note(document: Document, code: Code, locale: Locale) -> Element:
    """What the transcriber says first: who has read it, in which code, what the signs mean."""
    signs = f"{locale.word('braille.signs').text} {code.opens} – {code.closes}."
    lines = (
        who_has_read(document.publication).text,
        locale.word("braille.code").text,
        locale.word("braille.print-pages").text,
        signs,
    )
    page = E.section(E.h1(locale.word("braille.note").text, id=NOTE_ID))
    page.extend(E.p(line) for line in lines)
    return page


def _colophon(particulars: Element, locale: Locale) -> Element:
    title = E.h1(locale.word("parts.colophon").text, id=COLOPHON_ID)
    return E.section(title, particulars, role="doc-colophon")


def _chapters(document: Document, body: Element) -> Iterator[Page]:
    begun = 0
    for part, section in zip(document.chapters, chapters_in(body), strict=True):
        around = section.getparent()
        assert around is not None
        around.remove(section)
        if part.part > begun:
            begun = part.part
            name = around.get("id") or f"del-{begun}"
            title = E.section(deepcopy(around[0]), id=name, role="doc-part")
            yield Page(f"del-{begun}.xhtml", title)
        section.tail = None
        yield Page(f"kapittel-{part.position}.xhtml", section)


def _listed(words: str, name: str) -> Element:
    return E.li(E.a(words, href=f"#{name}"))


_LACKS = Text(
    nb="Punktskriften har ikke noe tegn for «{letter}». Lesere av punktskrift får et mellomrom.",
    en="The braille code has no sign for “{letter}”. Readers of braille get a space.",
)
_SAY_IT = Text(
    nb="Skriv det med ord i manuset, eller bruk et annet tegn.",
    en="Write it in words in the manuscript, or use another character.",
)
_ANYWHERE = Location("manuscript/")


def _told(trees: list[Element], lacking: frozenset[str]) -> Iterator[Finding]:
    """A finding for the first place of each character without a sign."""
    waiting = set(lacking)
    for tree in trees:
        for element in tree.iter(etree.Element):
            own = (element.text or "") + "".join(child.tail or "" for child in element)
            for letter in sorted(waiting & set(own)):
                waiting.discard(letter)
                yield Finding(
                    "braille-has-every-character",
                    Severity.ERROR,
                    _place(element),
                    _LACKS.filled(letter=letter),
                    _SAY_IT,
                )


def _place(element: Element) -> Location:
    stamps = (one.get(SOURCE) for one in (element, *element.iterancestors()))
    return Location.stamped(next(filter(None, stamps), "")) or _ANYWHERE
