"""The Document, and the attributes of its blocks for the pipeline."""

from dataclasses import dataclass

from lxml import etree

from bindery.document.pictures.shown import Pictures
from bindery.locales import Word
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.publication import Publication
from bindery.vocabulary.reading_order import Matter
from bindery.vocabulary.text import without_soft_hyphens

Element = etree._Element

MATHML = "{http://www.w3.org/1998/Math/MathML}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

SOURCE = "data-source"
"""The attribute with a block's place in the manuscript: ``manuscript/chapters/02-funn.md:14``."""

IN_SUMMARY = "data-in-summary"
"""The attribute of blocks that the author wants in the HTML summary too."""

BEGINS_PAGE = "data-begins-page"
"""The attribute of blocks that begin a page in print."""

WRITTEN = "data-written"
"""The attribute of a citation with what its author wrote: editions have other words for it."""

LEADS = "leads"
"""The value of ``IN_SUMMARY`` where list items are cut to the bold words they begin with."""

TURNED = "data-turned"
"""The attribute of tables that their author wants on a turned page in print."""


WRITTEN = "data-written"
"""The attribute with what the author wrote where a reference or a number is now."""

SAYS_PAGE = "data-says-page"
"""The attribute of references that say in print which page they lead to."""


@dataclass(frozen=True, slots=True)
class ChapterPart:
    """One chapter's place in the Document. ``running_title`` is for running heads.

    ``position`` counts all chapters from 1. ``number`` is what readers get: ``2``, ``A`` for an
    appendix, empty if it has none. ``part`` is the number of its part, or 0. A chapter that is not
    ``listed`` is left out of the contents. ``path`` is empty if no file has the chapter.
    """

    id: str
    position: int
    title: str
    running_title: str
    number: str = ""
    matter: Matter = "body"
    part: int = 0
    listed: bool = True
    path: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """The whole book as one tree: ``body`` has a ``section`` for each of the ``chapters``.

    Those in a part of the book are in its ``section``, after its title. Editions copy what they
    change. Elements have no namespace, except MathML's. The ``src`` of an
    image is a path in ``pictures``. ``findings`` are what could not be read, and is shown as it is
    written. Editions of a ``draft`` say on their first page that they have errors, and claim to
    conform to nothing. One that is ``for_comments`` is a draft for another reason, and says that.
    """

    publication: Publication
    body: Element
    chapters: tuple[ChapterPart, ...]
    pictures: Pictures
    findings: tuple[Finding, ...] = ()
    draft: bool = False
    for_comments: bool = False

    @property
    def has_known_faults(self) -> bool:
        """Whether somebody has accepted errors in it for a time; then it conforms to nothing."""
        return bool(self.publication.judgements.known_fault)

    def chapter(self, part: ChapterPart) -> Element:
        """The ``section`` of one chapter."""
        path = "section/section" if part.part else "section"
        found = self.body.find(f"{path}[@id='{part.id}']")
        assert found is not None, part.id
        return found


PART = "doc-part"
"""The role of the ``section`` of a part of the book."""


def chapters_in(body: Element) -> tuple[Element, ...]:
    """The ``section`` of each chapter in ``body``, in reading order, inside of parts and outside.

    They are as many as the Document's ``chapters``.
    """
    return tuple(
        chapter
        for section in body
        for chapter in (section.iterfind("section") if section.get("role") == PART else (section,))
    )


def text_of(element: Element) -> str:
    """The text of ``element`` as a name, with each run of white space as one space."""
    return " ".join(without_soft_hyphens("".join(element.itertext())).split())


def language_at(element: Element, otherwise: str) -> str:
    """The language in force at ``element``: its own ``lang``, or the nearest one around it."""
    for around in (element, *element.iterancestors()):
        if language := around.get("lang"):
            return language
    return otherwise


def say(word: Word, element: Element, around: str) -> Element:
    """Write ``word`` into ``element``, and mark its language if that is not the one ``around``."""
    element.text = word.text
    mark_language(element, word.language, around)
    return element


def mark_language(element: Element, language: str, around: str) -> None:
    """Mark ``element`` as being in ``language``, if that is not the one ``around`` it."""
    if language.lower() != around.lower():
        element.set("lang", language)


def strip_stamps(tree: Element) -> None:
    """Remove the attributes that only the pipeline reads. An edition does this last."""
    for block in tree.iter():
        block.attrib.pop(SOURCE, None)
        block.attrib.pop(IN_SUMMARY, None)
        block.attrib.pop(BEGINS_PAGE, None)
        block.attrib.pop(TURNED, None)
        for name in (SOURCE, IN_SUMMARY, WRITTEN, SAYS_PAGE):
            block.attrib.pop(name, None)


def add_class(element: Element, name: str) -> None:
    """Add the class ``name`` to ``element``."""
    element.set("class", f"{element.get('class', '')} {name}".strip())


def has_class(element: Element, name: str) -> bool:
    """Whether ``element`` has the class ``name``."""
    return name in (element.get("class") or "").split()


def unwrap(element: Element) -> None:
    """Replace ``element`` by its text and children."""
    parent = element.getparent()
    assert parent is not None
    at = parent.index(element)
    _append_text(parent, at, element.text)
    children = list(element)
    for offset, child in enumerate(children):
        parent.insert(at + offset, child)
    _append_text(parent, at + len(children), element.tail)
    parent.remove(element)


def replace_with_text(element: Element, text: str) -> None:
    """Replace ``element`` and everything in it by ``text``."""
    parent = element.getparent()
    assert parent is not None
    at = parent.index(element)
    _append_text(parent, at, text + (element.tail or ""))
    element.tail = None
    parent.remove(element)


def _append_text(parent: Element, at: int, text: str | None) -> None:
    """Add ``text`` just before the child at ``at``."""
    if not text:
        return
    if at == 0:
        parent.text = (parent.text or "") + text
    else:
        before = parent[at - 1]
        before.tail = (before.tail or "") + text


OPS = "http://www.idpf.org/2007/ops"
EPUB_TYPE = f"{{{OPS}}}type"
etree.register_namespace("epub", OPS)

TYPES = {
    "doc-abstract": "abstract",
    "doc-acknowledgments": "acknowledgments",
    "doc-appendix": "appendix",
    "doc-chapter": "chapter",
    "doc-colophon": "colophon",
    "doc-conclusion": "conclusion",
    "doc-cover": "cover",
    "doc-dedication": "dedication",
    "doc-endnotes": "endnotes",
    "doc-notice": "notice",
    "doc-tip": "tip",
    "doc-epigraph": "epigraph",
    "doc-foreword": "foreword",
    "doc-glossary": "glossary",
    "doc-glossref": "glossref",
    "doc-index": "index",
    "doc-introduction": "introduction",
    "doc-noteref": "noteref",
    "doc-part": "part",
    "doc-preface": "preface",
    "doc-backlink": "backlink",
    "doc-subtitle": "subtitle",
    "doc-pagebreak": "pagebreak",
    "doc-bibliography": "bibliography",
    "doc-biblioref": "biblioref",
}
"""The term of EPUB's Structural Semantics Vocabulary for each role of DPUB-ARIA 1.1."""
