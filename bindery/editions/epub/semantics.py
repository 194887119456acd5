"""What a part of the book is, for reading systems that read ``epub:type`` and not ``role``."""

from lxml import etree

from bindery.document.model import Element
from bindery.document.semantics import TYPES

OPS = "http://www.idpf.org/2007/ops"
EPUB_TYPE = f"{{{OPS}}}type"
etree.register_namespace("epub", OPS)


def write_types(tree: Element) -> None:
    """Say in ``epub:type``, too, what the roles in ``tree`` say."""
    for element in tree.iter():
        if kind := TYPES.get(element.get("role") or ""):
            element.set(EPUB_TYPE, kind)
