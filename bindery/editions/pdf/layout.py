"""Laying out and writing the PDF: WeasyPrint's part."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from importlib import import_module
from types import ModuleType
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

from bindery.document.edition import Made
from bindery.editions.pdf.metadata import identified_as_pdfua
from bindery.tools.pango import require_pango

Fetch = Callable[[str], bytes]

BASE = "http://book.invalid/"
"""The address everything in the book is relative to. It leads nowhere but to ``Fetch``: the name
can never be anyone's (RFC 2606)."""


def lay_out(tree: ElementTree.Element, css: str, fetch: Fetch) -> Made:
    """A PDF 1.7 that identifies itself as PDF/UA-1 and PDF/A-2a, the same bytes each time.

    ``fetch`` answers for every image and stylesheet address; there is no other way to a file.
    """
    weasyprint = _weasyprint()
    fetcher = _fetcher(weasyprint, fetch)
    with _collector_off():
        html = _parsed(weasyprint, tree, fetcher)
        style = weasyprint.CSS(string=css, base_url=f"{BASE}print/", url_fetcher=fetcher)
        laid_out = html.render(stylesheets=[style], pdf_variant="pdf/a-2a")
        metadata = laid_out.metadata
        metadata.generate_rdf_metadata = identified_as_pdfua(metadata.generate_rdf_metadata)
        identifier = sha256(ElementTree.tostring(tree) + css.encode()).digest()[:16]
        content = laid_out.write_pdf(
            pdf_variant="pdf/a-2a", pdf_identifier=identifier.hex().encode()
        )
    return Made(content, len(laid_out.pages))


def _weasyprint() -> ModuleType:
    """Import WeasyPrint late: it takes longer than all the rest, and Pango may be missing."""
    require_pango()
    return import_module("weasyprint")


def _parsed(weasyprint: ModuleType, tree: ElementTree.Element, fetcher: object) -> Any:
    """The tree as WeasyPrint's own parser would hand it over.

    Its constructor takes only text, which an HTML parser in Python would read once more.
    """
    cssselect2 = import_module("cssselect2")

    class ParsedHTML(weasyprint.HTML):  # type: ignore[misc, name-defined]
        def __init__(self) -> None:
            self.base_url = BASE
            self.url_fetcher = fetcher
            self.media_type = "print"
            self.wrapper_element = cssselect2.ElementWrapper.from_html_root(
                tree, content_language=None
            )
            self.etree_element = self.wrapper_element.etree_element

    return ParsedHTML()


def _fetcher(weasyprint: ModuleType, fetch: Fetch) -> Any:
    urls = import_module("weasyprint.urls")

    class OnlyTheBook(urls.URLFetcher):  # type: ignore[misc, name-defined]
        """Answers for what is in the book and its templates. Nothing else is ever opened."""

        def fetch(self, url: str, headers: object = None) -> Any:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            if not url.startswith(BASE):
                raise ValueError(f"{url} is not in the book")
            return urls.URLFetcherResponse(url, body=fetch(unquote(url.removeprefix(BASE))))

    return OnlyTheBook()


@contextmanager
def _collector_off() -> Iterator[None]:
    """Keep Python's collector from walking millions of live boxes: a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
