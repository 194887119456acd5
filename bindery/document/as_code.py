"""A block of the Document as code: its words as they are, without anything that is hard to set."""

from copy import deepcopy
from dataclasses import replace
from itertools import pairwise

from lxml.builder import E

from bindery.document.contents import HEADINGS
from bindery.document.model import SOURCE, Document, Element
from bindery.document.readable import AS_CODE
from bindery.vocabulary.findings import Finding


def printed_as_code(document: Document, finding: Finding) -> Document:
    """``document`` with the block at the place of ``finding``, and all around it, as code."""
    body = deepcopy(document.body)
    place = str(replace(finding.location, column=None))
    found = next((block for block in body.iter() if block.get(SOURCE) == place), None)
    if found is not None:
        _print_as_code(_outermost(found), place)
    return replace(document, body=body, findings=(*document.findings, finding))


def _outermost(block: Element) -> Element:
    """The block of its chapter that ``block`` is in."""
    around = [block, *block.iterancestors()]
    return next((one for one, two in pairwise(around) if _is_chapter(two)), block)


def _is_chapter(element: Element) -> bool:
    return element.get("role") == "doc-chapter"


def _print_as_code(block: Element, place: str) -> None:
    words = "".join(map(str, block.itertext())).strip()
    if block.tag in HEADINGS:
        block[:] = []
        block.text = " ".join(words.split())
        return
    code = E.pre(E.code(words), {SOURCE: place, "class": AS_CODE})
    code.tail = block.tail
    parent = block.getparent()
    assert parent is not None
    parent.replace(block, code)
