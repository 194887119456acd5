"""Count words on their own: those of the source's XML, and those that readers get of the book.

Nothing of the importer is used here, so that no fault of it can hide itself.
"""

import re
from collections import Counter
from collections.abc import Iterator
from unicodedata import normalize

from lxml import etree

from bindery.document.model import Document
from bindery.importing.word.parts_read import WordFile

_WORD = re.compile(r"[^\W_]+")
_PARTS = re.compile(
    r"(?:document|footnotes|endnotes|comments|header\d*|footer\d*)\d*\.xml$|charts/chart[^/]*\.xml$"
    r"|diagrams/data[^/]*\.xml$"
)
_LETTERS = frozenset({"t", "delText"})
_SPACES = frozenset(
    {
        "tab",
        "br",
        "cr",
        "ptab",
        "noBreakHyphen",
        "rubyBase",
        "rt",
        "footnoteReference",
        "endnoteReference",
    }
)
_MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_APART = frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "td",
        "th",
        "tr",
        "figcaption",
        "caption",
        "dt",
        "dd",
        "div",
        "section",
        "br",
        "pre",
        "blockquote",
        "aside",
        "figure",
        "table",
        "ul",
        "ol",
        "header",
        "footer",
        "hr",
        "summary",
        "details",
    ]
)


def words(text: str) -> Counter[str]:
    """The words of ``text``, each with how often it is there; capitals make no difference."""
    plain = normalize("NFC", text.replace("\u00ad", "")).casefold()
    return Counter(_WORD.findall(plain))


def words_of_word(file: WordFile) -> Counter[str]:
    """Every word in the XML of a Word file, wherever it is."""
    found: Counter[str] = Counter()
    for name in file.names:
        # The glossary has what Word shows in fields that are empty, and is not the document.
        if _PARTS.search(name) and "/glossary/" not in name:
            root = file.xml(name)
            if root is not None:
                found += words("".join(_letters(root)))
                # Apart from the rest: what was deleted and what came instead are no one word.
                for deleted in root.iter("{*}del", "{*}moveFrom"):
                    found += words("".join(one.text or "" for one in _texts(deleted)))
    return found


def _letters(root: "etree._Element") -> Iterator[str]:
    """The letters of a part, with spaces where words end."""
    fallbacks = {one for one in root.iter("{*}Fallback") if _has_choice(one)}
    inside = {one for fallback in fallbacks for one in fallback.iter()}
    # Formulas are counted apart.
    inside |= {text for formula in root.iter(f"{{{_MATHS}}}oMath") for text in _texts(formula)}
    inside |= {text for gone in root.iter("{*}del", "{*}moveFrom") for text in _texts(gone)}
    for event, one in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(one.tag, str) or one in inside:
            continue
        if event == "end":
            # What a text box has in the middle of a paragraph is no part of its words.
            yield "\n" if etree.QName(one).localname in ("txbxContent", "textbox") else ""
            continue
        name = etree.QName(one)
        if name.localname in _LETTERS and name.namespace != _MATHS:
            yield one.text or ""
        elif name.localname == "v" and "chart" in (name.namespace or ""):
            yield f" {one.text or ''} "
        elif name.localname in _SPACES or name.localname == "txbxContent":
            yield " "
        elif name.localname == "p" and not _follows_drop_cap(one):
            yield "\n"


def _texts(element: "etree._Element") -> Iterator["etree._Element"]:
    return element.iter("{*}t", "{*}delText")


def _has_choice(fallback: "etree._Element") -> bool:
    parent = fallback.getparent()
    return parent is not None and parent.find("{*}Choice") is not None


def _follows_drop_cap(paragraph: "etree._Element") -> bool:
    """Whether the paragraph before is the large first letter of this one."""
    before = paragraph.getprevious()
    frame = None if before is None else before.find("{*}pPr/{*}framePr")
    return frame is not None and any(key.endswith("dropCap") for key in frame.attrib)


def words_of_document(document: Document) -> Counter[str]:
    """Every word that readers of the editions get."""
    parts: list[str] = []
    for event, one in etree.iterwalk(document.body, events=("start", "end")):
        if not isinstance(one.tag, str):
            continue
        is_apart = etree.QName(one).localname in _APART or one.get("role") == "doc-noteref"
        if event == "start":
            parts.append(" " * is_apart + (one.text or ""))
        else:
            parts.append(" " * is_apart + (one.tail or ""))
    metadata = document.publication.metadata
    names = " ".join(one.name for one in metadata.contributors)
    return words(f"{''.join(parts)} {metadata.title} {metadata.subtitle} {names}")


def formulas_of_word(file: WordFile) -> int:
    """How many formulas the body of a Word file has."""
    root = file.xml(file.main)
    return 0 if root is None else sum(1 for _ in root.iter(f"{{{_MATHS}}}oMath"))


def formulas_of_document(document: Document) -> int:
    """How many formulas readers get, those that are shown as code included."""
    tags = (etree.QName(one).localname for one in document.body.iter(etree.Element))
    return sum(1 for tag in tags if tag == "math")
