"""What other programs than ours read in a PDF's structure tree."""

import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf

from bindery.tools import inventory, locate
from bindery.tools.run import run

PDFJS_READER = Path(__file__).with_name("struct_tree.mjs")

_ELEMENT = re.compile(r' *([A-Z]\w*)(?: <[^>]*>)?(?: ".*")?(?: \((?:block|inline)\))?:?')
_NO_ELEMENT = re.compile(r" *(Object \d+ \d+|/\w+ .*)")
"""A link's annotation, or an attribute."""


@dataclass(frozen=True, slots=True)
class Found:
    """A structure element: its standard role, and the words in it and below it."""

    role: str
    words: str


def poppler_roles(pdf: Path) -> Counter[str]:
    """How many structure elements of each standard role Poppler finds in ``pdf``."""
    program = locate.pdfinfo()
    assert program, inventory.missing("Poppler")
    ended = run([program, "-struct", pdf])
    assert ended.status == 0, ended.stderr
    roles: Counter[str] = Counter()
    for line in ended.stdout.splitlines():
        if element := _ELEMENT.fullmatch(line):
            roles[element[1]] += 1
        else:
            assert _NO_ELEMENT.fullmatch(line), line
    return roles


def pdfjs_elements(pdf: Path) -> list[Found]:
    """Every structure element that pdf.js finds in ``pdf``, in reading order.

    It reads page by page, and what goes on over pages is found on each: see ``repeated``. Lists
    and tables it tells of whole on every page; only what has content on the page is found here.
    """
    node, module = locate.node(), locate.pdfjs_module()
    assert node, inventory.missing("Node.js")
    assert module, inventory.missing("pdf.js")
    ended = run([node, PDFJS_READER, module, pdf])
    assert ended.status == 0, ended.stderr
    return [found for page in json.loads(ended.stdout) if page for found in _found(page)]


def _found(node: dict[str, Any]) -> list[Found]:
    """``node`` and all below it; nothing where there is no content."""
    below = [found for child in node["children"] if "role" in child for found in _found(child)]
    has_content = below or any("role" not in child for child in node["children"])
    return [Found(node["role"], " ".join(_words(node).split())), *below] if has_content else []


def _words(node: dict[str, Any]) -> str:
    return "".join(map(_words, node["children"])) if "role" in node else str(node["text"])


def repeated(pdf: Path) -> Counter[str]:
    """For each standard role, on how many more pages than their first its elements go on."""
    with pikepdf.open(pdf) as opened:
        root = opened.Root.StructTreeRoot
        standard = {str(own): str(role) for own, role in root.get("/RoleMap", {}).items()}
        repeats: Counter[str] = Counter()
        for role, pages in spans(root):
            repeats[standard.get(role, role).removeprefix("/")] += max(0, len(pages) - 1)
    return repeats


Pages = set[tuple[int, int]]


def spans(node: pikepdf.Object) -> list[tuple[str, Pages]]:
    """For each structure element below ``node``: its own role, and the pages it lies on."""
    found = []
    for kid in kids_of(node):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            found += [(str(kid.S), pages_of(kid)), *spans(kid)]
    return found


def pages_of(node: pikepdf.Object) -> Pages:
    """The pages that the content of a structure element, and of all below it, lies on."""
    pages: Pages = set()
    for kid in kids_of(node):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            pages |= pages_of(kid)
        else:
            named = isinstance(kid, pikepdf.Dictionary) and "/Pg" in kid
            pages.add(kid.Pg.objgen if named else node.Pg.objgen)
    return pages


def kids_of(node: pikepdf.Object) -> list[pikepdf.Object]:
    """The kids of a structure element: elements, marked content, or links' annotations."""
    kids = node.get("/K", pikepdf.Array())
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]
