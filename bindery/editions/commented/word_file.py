"""Pandoc's Word file made right: no bookmarks that nothing refers to, the same bytes each time."""

import re
from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_TEXT = ("word/document.xml", "word/footnotes.xml", "word/comments.xml")
_REFERENCE = re.compile(r"\b(?:PAGE|NOTE)?REF\s+(\S+)")
_CORE, _TERMS = "docProps/core.xml", "{http://purl.org/dc/terms/}"
_OLDEST = 1980


def made_right(content: bytes, moment: datetime) -> bytes:
    """The Word file ``content`` of pandoc, as of ``moment``."""
    with ZipFile(BytesIO(content)) as read:
        parts = {entry.filename: read.read(entry) for entry in read.infolist()}
    trees = {name: etree.fromstring(parts[name], _PARSER) for name in _TEXT if name in parts}
    named = {name for tree in trees.values() for name in _referred_to(tree)}
    for name, tree in trees.items():
        _remove_bookmarks(tree, named)
        _describe_pictures(tree)
        parts[name] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    core = etree.fromstring(parts[_CORE], _PARSER)
    for said in core.iter(f"{_TERMS}created", f"{_TERMS}modified"):
        said.text = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    parts[_CORE] = etree.tostring(core, xml_declaration=True, encoding="UTF-8", standalone=True)
    date = (max(moment.year, _OLDEST), moment.month, moment.day, 0, 0, 0)
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(ZipInfo(name, date), part, ZIP_DEFLATED)
    return written.getvalue()


_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def _referred_to(tree: etree._Element) -> set[str]:
    """The names of bookmarks that links and fields lead to."""
    anchors = {link.get(f"{_W}anchor") or "" for link in tree.iter(f"{_W}hyperlink")}
    fields = (one.text or "" for one in tree.iter(f"{_W}instrText"))
    return anchors | {name for field in fields for name in _REFERENCE.findall(field)}


def _remove_bookmarks(tree: etree._Element, named: set[str]) -> None:
    kept = set()
    for start in list(tree.iter(f"{_W}bookmarkStart")):
        if start.get(f"{_W}name") in named:
            kept.add(start.get(f"{_W}id"))
        else:
            _remove(start)
    for end in list(tree.iter(f"{_W}bookmarkEnd")):
        if end.get(f"{_W}id") not in kept:
            _remove(end)


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _describe_pictures(tree: etree._Element) -> None:
    """Give each picture its alternative text in both places; one without is decoration."""
    for drawing in tree.iter(f"{_W}drawing"):
        told = next((one.get("descr") or "" for one in drawing.iter(f"{_WP}docPr")), "")
        for one in drawing.iter(f"{_PIC}cNvPr"):
            one.set("descr", told)
