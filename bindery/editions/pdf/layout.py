"""Lay out the PDF with WeasyPrint, with the typefaces of the edition and no others."""

import gc
import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from bindery.document.directions import RIGHT_TO_LEFT
from bindery.document.typefaces import GREEK
from bindery.editions.making import Made
from bindery.editions.pdf.index_pages import has_index, join_pages
from bindery.editions.pdf.marks_elsewhere import name_pages
from bindery.editions.pdf.structure.standards import PDF_17, Standards
from bindery.editions.pdf.stuck import stuck
from bindery.manuscript.files import composed
from bindery.manuscript.templates import Templates
from bindery.tools.limits import memory_limit, time_limit
from bindery.tools.writing import write_whole
from bindery.vocabulary.errors import PipelineError

BASE = "http://book.invalid/"
"""The base address of the book, which only ``BookFiles`` answers: the domain can never exist (RFC
2606)."""


PATIENCE = 60.0
"""Seconds of the processor for a layout, and one more for each thousand letters of its XHTML and
each 100 kB of its images. A book of 600 pages takes a fifth of what it may."""

_AT_LINE = re.compile(r"\bat (\d+):\d+")
"""A place in a drawing's own styles; the one of an edition's styles is written alike."""

_ADDRESS = re.compile(re.escape(BASE) + r"([^\s'\"]*)")


@dataclass(frozen=True, slots=True)
class BookFiles:
    """The files a page can use: the manuscript's images and the templates."""

    images: dict[str, bytes]
    templates: Templates

    def read(self, path: str) -> bytes:
        """The image at ``path``, or the template file of that name."""
        if (composed_path := composed(path)) in self.images:
            return self.images[composed_path]
        return self.templates.path(path).read_bytes()


def lay_out(
    page: bytes,
    css: str,
    files: BookFiles,
    fonts: Path,
    standards: tuple[Standards, ...] = (PDF_17,),
) -> Made:
    """A PDF of the same pages for each of ``standards``, the same bytes each time.

    ``page`` is the book as XHTML. ``files`` answers every address of an image or a style sheet;
    no other file can be read. ``fonts`` is a folder for the cache of fonts.
    """
    use_only(files.templates.fonts, fonts)
    # Imported late: it takes longer than all the rest.
    weasyprint = import_module("weasyprint")
    finishing = import_module("bindery.editions.pdf.finishing")
    fetcher = _fetcher(weasyprint, files)
    tree = ElementTree.fromstring(page)  # noqa: S314 - our own tree, entities resolved
    with _collector_off(), _listening(fetcher) as remarks:
        html = _parsed(weasyprint, tree, fetcher)
        identifier = sha256(page + css.encode()).hexdigest()[:32]
        try:
            both = _has_both_directions(tree)
            with (
                time_limit(_patience(page, files) * (2 if has_index(tree) else 1)),
                memory_limit(),
                finishing.lines_remembered(),
                finishing.texts_split(both_directions=both),
            ):
                # The styles of labels that the sheet defines hold where both have the same ones.
                labels = import_module("weasyprint.css.counters").CounterStyle()
                style = weasyprint.CSS(
                    string=css, base_url=f"{BASE}print/", url_fetcher=fetcher, counter_style=labels
                )
                options = {
                    "stylesheets": [style],
                    "counter_style": labels,
                    "output_intent": "srgb",
                }
                laid_out = html.render(**options)
                says_pages = name_pages(tree, laid_out.pages)
                if (has_index(tree) and join_pages(tree, laid_out.pages)) or says_pages:
                    laid_out = _parsed(weasyprint, tree, fetcher).render(**options)
                written = finishing.write_files(laid_out, tree, standards, identifier)
        except (PipelineError, OSError, MemoryError):
            raise
        except Exception as error:
            raise stuck(error, own_templates=len(files.templates.folders) > 1) from error
    first, *others = written.files
    unsaid = tuple(dict.fromkeys(remarks))
    return Made(first, len(laid_out.pages), unsaid, tuple(others), written.pagination)


def _patience(page: bytes, files: BookFiles) -> float:
    return PATIENCE + len(page) / 1000 + sum(map(len, files.images.values())) / 100_000


def _has_both_directions(tree: ElementTree.Element) -> bool:
    return any(map(RIGHT_TO_LEFT.search, tree.itertext())) or tree.find(".//*[@dir]") is not None


def _parsed(weasyprint: ModuleType, tree: ElementTree.Element, fetcher: object) -> Any:
    """The tree as WeasyPrint's own parser would return it.

    Its constructor takes only text, which an HTML parser in Python would parse again.
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


def _fetcher(weasyprint: ModuleType, files: BookFiles) -> Any:
    urls = import_module("weasyprint.urls")

    class OnlyTheBook(urls.URLFetcher):  # type: ignore[misc, name-defined]
        """A fetcher that reads the book and its templates, and never opens anything else."""

        last = ""
        """The path of the file that was read last."""

        def fetch(self, url: str, headers: object = None) -> Any:
            if url.startswith("data:"):
                return super().fetch(url, headers)
            if not url.startswith(BASE):
                raise ValueError(f"{url} is not in the book")
            self.last = unquote(url.removeprefix(BASE))
            return urls.URLFetcherResponse(url, body=files.read(self.last))

    return OnlyTheBook()


@contextmanager
def _listening(fetcher: Any) -> Iterator[list[str]]:
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

    handler = logging.Handler(logging.WARNING)
    handler.emit = emit  # type: ignore[method-assign]
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield remarks
    finally:
        logger.removeHandler(handler)


@contextmanager
def _collector_off() -> Iterator[None]:
    """Turn off Python's garbage collector, which takes a fifth of the time to scan live boxes."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
{folders}
<cachedir>{cache}</cachedir>
{aliases}
<match target="scan">
<test name="family"><string>Andika</string></test>
<edit name="charset" mode="assign">
<minus><name>charset</name><charset>{greek}</charset></minus>
</edit>
</match>
</fontconfig>
"""

_OTHERS = ("Noto Emoji", "Scheherazade New", "Noto Sans Hebrew")

_GENERIC = {
    "sans-serif": ("Andika", "Noto Sans", *_OTHERS),
    "serif": ("Andika", "Noto Sans", *_OTHERS),
    "monospace": ("Noto Sans Mono", *_OTHERS),
    "emoji": ("Noto Emoji",),
}
"""The families for CSS's generic ones; a later one is used if an earlier one has no glyph."""


def use_only(folders: tuple[Path, ...], work: Path) -> None:
    """Make fontconfig use only the fonts in ``folders``, not the operating system's.

    Call it before Pango loads its first font: fontconfig reads its settings once per process.
    """
    configuration = work / "fonts.conf"
    write_whole(
        configuration,
        _CONFIGURATION.format(
            folders="\n".join(f"<dir>{escape(str(folder))}</dir>" for folder in folders),
            cache=escape(str(work)),
            aliases="\n".join(_alias(name, families) for name, families in _GENERIC.items()),
            greek="".join(
                f"<range><int>{block[0]}</int><int>{block[-1]}</int></range>" for block in GREEK
            ),
        ),
    )
    os.environ["FONTCONFIG_FILE"] = str(configuration)


def _alias(name: str, families: tuple[str, ...]) -> str:
    preferred = "".join(f"<family>{family}</family>" for family in families)
    return f"<alias><family>{name}</family><prefer>{preferred}</prefer></alias>"
