"""What a person judges: the units of a Document, each with a digest of all that is weighed.

A verdict is of a digest. When a paragraph is changed, only the units that it touches are other
units, and only these are asked about again.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path, PurePosixPath

from bindery.claims.digest import digest_of
from bindery.document.model import MATHML, SOURCE, Document, Element, chapters_in, text_of
from bindery.manuscript.files import files_below
from bindery.manuscript.templates import Templates
from bindery.vocabulary.brand import NO_BRAND

PER_IMAGE = ("1.4.1", "1.4.3", "1.4.5", "1.4.11")
LOOKED_AT = ("1.4.1", "1.4.3", "1.4.11")
PER_CHAPTER = ("1.3.1", "1.3.3", "3.1.2")
ON_PAPER = "1.4.10"

ASKED = (
    *("1.1.1", "1.3.1", "1.3.3", "1.4.1", "1.4.3", "1.4.5", ON_PAPER, "1.4.11"),
    *("2.4.2", "2.4.4", "2.4.6", "3.1.2"),
)
"""The criteria that only a person can decide, in WCAG's order: each about units of its own."""

TEMPLATES = "templates"
PUBLICATION = "publication"

_MADE_LINKS = frozenset({"doc-noteref", "doc-backlink", "doc-biblioref"})
_HEADINGS = tuple(f"h{level}" for level in range(1, 7))
_BLOCKS = frozenset({"p", "li", "td", "th", "dt", "dd", "figcaption", "caption", *_HEADINGS})
_WEIGHED = ("lang", "class", "role", "alt", "alttext", "colspan", "rowspan", "scope", "start")
_FIRST_LINES = 200
"""How much of the text below a heading is weighed with it."""

_LOOKS = frozenset({".css", ".j2", ".svg", ".ttf", ".otf"})
_OTHER_PAGES = ("evidence/", "statement/")
_UNNAMED = re.compile(r"[^\w]+")
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing that ``criterion`` is asked of.

    ``name`` is for people: the chapter's file and what it is. ``source`` is its place in the
    manuscript, empty for what no line has, and ``words`` is how to recognise it.
    """

    criterion: str
    name: str
    digest: str
    source: str = ""
    words: str = ""


def units_of(document: Document) -> Mapping[str, tuple[Unit, ...]]:
    """Return the units of ``document`` that each criterion in ``ASKED`` is about, by its number.

    Without images and formulas, 1.1.1 and 1.4.5 are about nothing.
    """
    found: dict[str, dict[str, Unit]] = {number: {} for number in ASKED}
    for unit in _units(document):
        # The same image, shown twice, is looked at once.
        found[unit.criterion].setdefault(unit.digest, unit)
    return {number: tuple(units.values()) for number, units in found.items()}


def units_for(number: str, document: Document) -> tuple[Unit, ...]:
    """Return the units of one criterion: the whole publication, unless it is in ``ASKED``."""
    if number in ASKED:
        return units_of(document)[number]
    return (Unit(number, PUBLICATION, digest_of(document)),)


def look_of(book: Path) -> str:
    """Return the digest of what editions look like: style sheets, page templates, typefaces."""
    found: dict[str, Path] = {}
    for folder in Templates(book).folders:
        for file in files_below(folder):
            name = file.relative_to(folder).as_posix()
            if file.suffix in _LOOKS and not name.startswith(_OTHER_PAGES):
                found.setdefault(name, file)
    return _digest([(name, _of_file(found[name])) for name in sorted(found)])


def _of_file(file: Path) -> str:
    stamp = file.stat()
    return _file_digest(file, stamp.st_mtime_ns, stamp.st_size)


@lru_cache(maxsize=256)
def _file_digest(file: Path, _changed: int, _size: int) -> str:
    return sha256(file.read_bytes()).hexdigest()


def _digest(weighed: object) -> str:
    return sha256(json.dumps(weighed, ensure_ascii=False).encode()).hexdigest()


def _units(document: Document) -> Iterator[Unit]:
    publication = document.publication
    look = look_of(publication.book)
    if (brand := publication.settings.brand) != NO_BRAND:
        look = _digest([look, repr(brand), [face.digest for face in publication.faces]])
    for number in LOOKED_AT:
        yield Unit(number, TEMPLATES, look)
    paper = document.publication.settings.editions.pdf.page_size
    yield Unit(ON_PAPER, "pdf", _digest([look, paper]))
    metadata = document.publication.metadata
    title = [metadata.title, metadata.subtitle]
    yield Unit("2.4.2", "title", _digest(title), words=metadata.title)
    links = False
    named = {name: one for one in document.body.iter() if (name := one.get("id"))}
    for chapter, part in zip(chapters_in(document.body), document.chapters, strict=True):
        stem = PurePosixPath(part.path).stem or part.id
        for number in PER_CHAPTER:
            yield Unit(number, stem, _digest(_shape(chapter)), _source(chapter), part.title)
        for unit in _inside(document, chapter, stem, named):
            links = links or unit.criterion == "2.4.4"
            yield unit
    if not links:
        yield Unit("2.4.4", TEMPLATES, look)


def _inside(
    document: Document, chapter: Element, stem: str, named: Mapping[str, Element]
) -> Iterator[Unit]:
    images = document.publication.images
    formulas = 0
    for element in chapter.iter("img", "a", f"{MATHML}math", *_HEADINGS):
        source = _source(element)
        if element.tag == "img":
            path = element.get("src") or ""
            content = sha256(images.get(path, b"")).hexdigest()
            name, alternative = f"{stem}#{PurePosixPath(path).stem}", element.get("alt") or ""
            weighed = [content, alternative, *_around(element, named)]
            yield Unit("1.1.1", name, _digest(weighed), source, alternative)
            for number in PER_IMAGE:
                yield Unit(number, name, content, source, alternative)
        elif element.tag == f"{MATHML}math":
            formulas += 1
            words = element.get("alttext") or ""
            weighed = [words, text_of(element)]
            yield Unit("1.1.1", f"{stem}#formula-{formulas}", _digest(weighed), source, words)
        elif element.tag != "a":
            if any(one.get("role") == "doc-endnotes" for one in element.iterancestors()):
                continue  # bindery’s own heading
            words = text_of(element)
            weighed = [words, str(element.tag), _first_lines(element)]
            yield Unit("2.4.6", f"{stem}#{_named(words)}", _digest(weighed), source, words)
        elif element.get("href") and element.get("role") not in _MADE_LINKS:
            words = text_of(element)
            weighed = [words, _target(element, named), _context(element)]
            yield Unit("2.4.4", f"{stem}#{_named(words)}", _digest(weighed), source, words)


def _named(words: str) -> str:
    return _UNNAMED.sub("-", words.lower()).strip("-")[:_LONGEST_NAME].strip("-")


def _source(element: Element) -> str:
    """Return the line of the block that ``element`` is in, or that it begins with."""
    around = (element, *element.iterancestors(), *element.iterdescendants())
    return next((line for one in around if (line := one.get(SOURCE))), "")


def _around(image: Element, named: Mapping[str, Element]) -> tuple[str, str]:
    """Return the caption of the figure that ``image`` is in, and its long description."""
    figure = next(image.iterancestors("figure"), None)
    captions = [] if figure is None else [text_of(one) for one in figure.iter("figcaption")]
    described = named.get(image.get("aria-details") or "")
    return " ".join(captions), "" if described is None else text_of(described)


def _first_lines(heading: Element) -> str:
    """Return the first words below a heading, up to the next one."""
    words = ""
    for following in heading.itersiblings():
        if following.tag in _HEADINGS or next(following.iter(*_HEADINGS), None) is not None:
            break
        words = f"{words} {text_of(following)}"
        if len(words) > _FIRST_LINES:
            break
    return words[:_FIRST_LINES].strip()


def _target(link: Element, named: Mapping[str, Element]) -> str:
    """Return where a link leads: an address, or the words of a place in the publication."""
    address = link.get("href") or ""
    if not address.startswith("#"):
        return address
    found = named.get(address[1:])
    return "" if found is None else text_of(found)[:_FIRST_LINES]


def _context(link: Element) -> str:
    """Return the text of the paragraph, item or cell that the link is in (WCAG 2.2, 2.4.4)."""
    block = next((one for one in link.iterancestors() if one.tag in _BLOCKS), None)
    return "" if block is None else text_of(block)


def _shape(element: Element) -> list[object]:
    """Return the words and the structure of ``element``, without ids, lines and line breaks."""
    attributes = {name: element.get(name) for name in _WEIGHED if element.get(name)}
    kids = [_shape(child) for child in element if isinstance(child.tag, str)]
    tails = [_spaced(child.tail) for child in element]
    return [str(element.tag), attributes, _spaced(element.text), kids, tails]


def _spaced(text: str | None) -> str:
    return " ".join((text or "").split())
