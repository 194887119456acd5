"""What a part of the book is, for reading systems that read ``epub:type`` and not ``role``."""

from lxml import etree

from bindery.document.model import Element

OPS = "http://www.idpf.org/2007/ops"
EPUB_TYPE = f"{{{OPS}}}type"
etree.register_namespace("epub", OPS)

TYPES = {
    "doc-chapter": "chapter",
    "doc-colophon": "colophon",
    "doc-cover": "cover",
    "doc-endnotes": "endnotes",
    "doc-noteref": "noteref",
    "doc-backlink": "backlink",
    "doc-subtitle": "subtitle",
}
"""The term of EPUB's Structural Semantics Vocabulary for each role of DPUB-ARIA 1.1."""


def write_types(tree: Element) -> None:
    """Say in ``epub:type``, too, what the roles in ``tree`` say."""
    for element in tree.iter():
        if kind := TYPES.get(element.get("role") or ""):
            element.set(EPUB_TYPE, kind)
