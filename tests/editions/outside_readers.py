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

_ELEMENT = re.compile(
    r'(?P<indent> *)(?P<role>[A-Z]\w*)(?: <[^>]*>)?(?: ".*")?(?: \((?:block|inline)\))?:?'
)
_CONTENT = re.compile(r'(?P<indent> *)"(?P<text>.*)"')
_NEITHER = re.compile(r" *(Object \d+ \d+|/\w+ .*)")
"""A link's annotation, or an attribute."""


@dataclass(frozen=True, slots=True)
class Heard:
    """A structure element: its standard role, and all the text in it and below it."""

    role: str
    text: str


def poppler_elements(pdf: Path) -> list[Heard]:
    """Every structure element of ``pdf`` in reading order, as ``pdfinfo -struct-text`` has it."""
    program = locate.pdfinfo()
    assert program, inventory.missing("Poppler")
    ended = run([program, "-struct-text", pdf])
    assert ended.status == 0, ended.stderr
    found: list[tuple[str, list[str]]] = []
    around: list[tuple[int, list[str]]] = []
    for line in ended.stdout.splitlines():
        if content := _CONTENT.fullmatch(line):
            for _, texts in around:
                texts.append(content["text"])
        elif element := _ELEMENT.fullmatch(line):
            indent = len(element["indent"])
            around = [(depth, texts) for depth, texts in around if depth < indent]
            around.append((indent, []))
            found.append((element["role"], around[-1][1]))
        else:
            assert _NEITHER.fullmatch(line), line
    return [Heard(role, " ".join("".join(texts).split())) for role, texts in found]


def pdfjs_roles(pdf: Path) -> Counter[str]:
    """How many structure elements of each standard role pdf.js finds in ``pdf``.

    It reads page by page, and what goes on over pages is found on each: see ``repeated``. Lists
    and tables it tells of whole on every page; only what has content on the page is counted.
    """
    node, module = locate.node(), locate.pdfjs_module()
    assert node, inventory.missing("Node.js")
    assert module, inventory.missing("pdf.js")
    ended = run([node, PDFJS_READER, module, pdf])
    assert ended.status == 0, ended.stderr
    return Counter(role for page in json.loads(ended.stdout) if page for role in _roles(page))


def _roles(node: dict[str, Any]) -> list[str]:
    """The roles of ``node`` and of what is below it; none without content."""
    children = node["children"]
    below = [role for child in children if "role" in child for role in _roles(child)]
    has_content = below or any("role" not in child for child in children)
    return [node["role"], *below] if has_content else []


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
