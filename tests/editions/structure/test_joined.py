"""The tree does not ask whether one process laid out the whole book."""

import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import weasyprint
from cssselect2 import ElementWrapper
from weasyprint.pdf import generate_pdf

from bindery.editions.pdf.layout import use_only
from bindery.editions.pdf.structure.marks import Content, PageMarks
from bindery.editions.pdf.structure.seam import lines_remembered, marking
from bindery.editions.pdf.structure.struct_elements import Annotation, StructElem
from bindery.editions.pdf.structure.tree import build_tree, numbered
from bindery.editions.pdf.structure.walk import Walk
from bindery.manuscript.templates import Templates
from tests.editions.structure.laid import LOREM, PAPER

BOOK = (
    "<html><body>"
    f"<section><h1>En</h1><p>{LOREM * 12}<em>Så.</em></p><p><a href='https://example.org/'>Videre</a></p></section>"
    f"<section id='to'><h1>To</h1><ul>{f'<li>{LOREM}</li>' * 9}</ul></section>"
    "</body></html>"
)
CSS = f"{PAPER} section {{ break-before: page }}"


def laid_out(root: Any, numbers: dict[Any, int], first: int) -> list[PageMarks]:
    """The marks of a book's part, whose pages are numbered from ``first``."""
    wrapper = ElementWrapper.from_html_root(root, content_language=None)

    class Parsed(weasyprint.HTML):  # type: ignore[misc]
        def __init__(self) -> None:
            self.base_url, self.media_type = "http://book.invalid/", "print"
            self.url_fetcher = weasyprint.URLFetcher()
            self.wrapper_element, self.etree_element = wrapper, wrapper.etree_element

    with lines_remembered():
        document = Parsed().render(stylesheets=[weasyprint.CSS(string=CSS)])
    walk = Walk(numbers, frozenset())
    walk.read(document.pages)
    with marking(walk, []):
        generate_pdf(document, None, 1, **weasyprint.DEFAULT_OPTIONS)
    for page in walk.pages:
        page.index += first
        for run in page.runs:
            run.contents[:] = [Content(one.page + first, one.mcid) for one in run.contents]
    # As from another process.
    marks: list[PageMarks] = pickle.loads(pickle.dumps(walk.pages))
    return marks


def told(element: StructElem, depth: int = 0) -> Iterator[str]:
    """Types, sources and content, indented."""
    yield f"{' ' * depth}{element.type} {element.source}"
    for kid in element.kids:
        if isinstance(kid, StructElem):
            yield from told(kid, depth + 1)
        elif isinstance(kid, Annotation):
            yield f"{' ' * depth} annotation on {kid.page}"
        else:
            yield f"{' ' * depth} {kid.page}:{kid.mcid}"


@pytest.mark.slow
def test_chapters_laid_out_apart_are_one_tree(tmp_path: Path) -> None:
    """Their marks are joined, and the tree is the same as of one layout."""
    use_only(Templates(tmp_path).fonts, tmp_path / "fonts")
    whole = ElementTree.fromstring(BOOK)
    numbers = numbered(whole)
    together = laid_out(whole, numbers, 0)
    apart: list[PageMarks] = []
    for section in whole.iter("section"):
        root = ElementTree.Element("html")
        ElementTree.SubElement(root, "body").append(section)
        apart += laid_out(root, numbers, len(apart))
    assert len(apart) == len(together) > 4
    joined = list(told(build_tree(whole, numbers, apart).document))
    assert joined == list(told(build_tree(whole, numbers, together).document))
