"""WeasyPrint as editions use it: one tree, the book's own files, what it complains about.

Importing this imports WeasyPrint, which takes longer than all the rest.
"""

import gc
import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import weasyprint
from cssselect2 import ElementWrapper
from weasyprint import urls
from weasyprint.css.counters import CounterStyle
from weasyprint.text.ffi import pango

from bindery.editions.pdf.book_files import BookFiles
from bindery.manuscript.templates import DEFAULT

BASE = "http://book.invalid/"
"""The base address of the book, which only ``BookFiles`` answers: the domain can never exist (RFC
2606)."""

_AT_LINE = re.compile(r"\bat (\d+):\d+")
"""A place in a drawing's own styles; the one of an edition's styles is written alike."""

_ADDRESS = re.compile(re.escape(BASE) + r"([^\s'\"]*)")


class OnlyTheBook(urls.URLFetcher):  # type: ignore[misc]
    """A fetcher that reads the book and its templates, and never opens anything else.

    ``last`` is the path of the file that was read last, and ``reads`` has the digest of each.
    """

    def __init__(self, files: BookFiles) -> None:
        super().__init__()
        self._files = files
        self.last = ""
        self.reads: dict[str, str] = {}

    def fetch(self, url: str, headers: object = None) -> Any:
        """The file at an address in the book."""
        if url.startswith("data:"):
            return super().fetch(url, headers)
        if not url.startswith(BASE):
            raise ValueError(f"{url} is not in the book")
        self.last = unquote(url.removeprefix(BASE))
        self.reads[self.last] = self._files.digest(self.last)
        return urls.URLFetcherResponse(url, body=self._files.read(self.last))


class ParsedHTML(weasyprint.HTML):  # type: ignore[misc]
    """A tree as WeasyPrint's own parser would return it.

    Its constructor takes only text, which an HTML parser in Python would parse again.
    """

    def __init__(self, tree: ElementTree.Element, fetcher: OnlyTheBook) -> None:
        self.base_url = BASE
        self.url_fetcher = fetcher
        self.media_type = "print"
        self.wrapper_element = ElementWrapper.from_html_root(tree, content_language=None)
        self.etree_element = self.wrapper_element.etree_element


_LOADED = Path("/proc/self/maps")
_LIBRARY = re.compile(r"/\S*/lib(?:pango|harfbuzz|fontconfig|freetype|fribidi)\S*")


def engine() -> str:
    """The versions of what decides where letters are, also of what the system has installed."""
    versions = [f"WeasyPrint {weasyprint.__version__}, Pango {pango.pango_version()}"]
    with suppress(OSError):
        for library in sorted(set(_LIBRARY.findall(_LOADED.read_text()))):
            state = Path(library).stat()
            versions.append(f"{library} {state.st_size} {state.st_mtime_ns}")
    return "\n".join(versions)


def options_for(css: str) -> dict[str, Any]:
    """The options to render a book with, in the styles ``css``."""
    style, labels, records = _styles(css)
    for record in records:
        _LOGGER.handle(record)
    return {"stylesheets": [style], "counter_style": labels, "output_intent": "srgb"}


@lru_cache(maxsize=2)
def _styles(css: str) -> tuple[weasyprint.CSS, CounterStyle, list[logging.LogRecord]]:
    """The styles, read once for all parts of a book, and what WeasyPrint does not know in them."""
    records: list[logging.LogRecord] = []
    # The styles of labels that the sheet defines hold where both have the same ones.
    labels = CounterStyle()
    with _handled_by(records.append, alone=True):
        fetcher = OnlyTheBook(BookFiles({}, DEFAULT))
        base = f"{BASE}print/"
        style = weasyprint.CSS(string=css, base_url=base, url_fetcher=fetcher, counter_style=labels)
    return style, labels, records


_LOGGER = logging.getLogger("weasyprint")


@contextmanager
def _handled_by(
    emit: Callable[[logging.LogRecord], None], *, alone: bool = False
) -> Iterator[None]:
    """Give WeasyPrint's warnings to ``emit``; ``alone``, to nobody else."""
    handler = logging.Handler(logging.WARNING)
    handler.emit = emit  # type: ignore[assignment, method-assign]
    before = _LOGGER.handlers[:]
    _LOGGER.handlers[:] = [handler] if alone else [*before, handler]
    try:
        yield
    finally:
        _LOGGER.handlers[:] = before


@contextmanager
def listening(fetcher: OnlyTheBook) -> Iterator[list[str]]:
    """Collect WeasyPrint's log messages: CSS it does not know, images it cannot read.

    Each that is about an image has the path of its file.
    """
    remarks: list[str] = []

    def emit(record: logging.LogRecord) -> None:
        remark = _ADDRESS.sub(lambda one: unquote(one[1]), record.getMessage())
        # A drawing's styles are read when it has just been opened, and remarks do not name it.
        if Path(record.pathname).parent.name == "svg" and fetcher.last not in remark:
            remark = f"'{fetcher.last}': " + _AT_LINE.sub(r"in its line \1", remark)
        remarks.append(remark)

    with _handled_by(emit):
        yield remarks


@contextmanager
def collector_off() -> Iterator[None]:
    """Turn off Python's garbage collector, which takes a fifth of the time to scan live boxes."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
