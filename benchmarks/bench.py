"""The time of a build as a ratio to WeasyPrint alone on the same HTML, in one run."""

import os
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

from bindery.document.read import read_document
from bindery.editions.making import Workshop
from bindery.editions.pdf.fontconfig import use_only, write_configuration
from bindery.editions.pdf.looks import LARGE_PRINT, PRINT
from bindery.editions.pdf.print_tree import print_tree
from bindery.manuscript.load import load
from bindery.manuscript.templates import Templates
from bindery.pipeline.build import build, moment_of
from bindery.pipeline.own_folder import BUILD
from bindery.tools.run import run
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

ROUNDS = 5
BARE = """
import sys
from xml.etree import ElementTree
import weasyprint
from cssselect2 import ElementWrapper
for name in sys.argv[1:]:
    html = weasyprint.HTML(string="<p/>", base_url=name)
    html.etree_element = ElementTree.parse(name).getroot()
    html.wrapper_element = ElementWrapper.from_html_root(html.etree_element, content_language=None)
    html.write_pdf(f"{name}.pdf", pdf_variant="pdf/ua-1")
"""
"""WeasyPrint alone, on XHTML: its HTML parser closes a paragraph where a note begins."""
SURROUNDINGS = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}
"""A user's Python compiles our code once, and not in each process."""

_TASKS = Path(__file__).resolve().parents[1]


def bench(book: Path) -> Iterator[Text]:
    """Time cold processes in turn, and report the medians and their ratio.

    A build is of the whole book with an empty ``build/``; the bare render is WeasyPrint's own
    ``write_pdf`` of each page that the build lays out, ordinary and large; an unchanged build is
    one more build.
    """
    with TemporaryDirectory() as folder:
        copy = copy_of(book, Path(folder) / "book")
        pages = list(pages_of(copy))
        # Both lay out with the same fonts; the build's own folder of them is temporary.
        write_configuration(Templates(copy).fonts, Path(folder) / "fontconfig")
        use_only(Path(folder) / "fontconfig")
        builds, bares, unchanged = [], [], []
        for _ in range(ROUNDS + 1):
            shutil.rmtree(copy / BUILD, ignore_errors=True)
            builds.append(invoke_seconds("build", "--book", copy))
            bares.append(_seconds([sys.executable, "-c", BARE, *pages]))
            unchanged.append(invoke_seconds("build", "--book", copy))
    # The first round warms the disk cache.
    whole, bare, again = (median(times[1:]) for times in (builds, bares, unchanged))
    yield Text(
        nb=f"Hele bygget, kaldt: {whole:.2f} s. WeasyPrint alene: {bare:.2f} s.",
        en=f"Whole build, cold: {whole:.2f} s. WeasyPrint alone: {bare:.2f} s.",
    )
    yield Text(nb=f"Forhold: {whole / bare:.2f}", en=f"Ratio: {whole / bare:.2f}")
    yield Text(
        nb=f"Uendret: {again:.2f} s ({again / bare:.2f} av WeasyPrint alene).",
        en=f"Unchanged: {again:.2f} s ({again / bare:.2f} of WeasyPrint alone).",
    )


def copy_of(book: Path, copy: Path) -> Path:
    """Copy the sources of ``book`` to the new folder ``copy``, without anything built."""
    for part in ("manuscript", "templates"):
        if (book / part).is_dir():
            shutil.copytree(book / part, copy / part)
    return copy


def pages_of(book: Path) -> Iterator[Path]:
    """The pages that the build lays out, as files that WeasyPrint can lay out by itself."""
    if not build(book).outputs:
        raise PipelineError(
            Text(nb="Boka kan ikke bygges.", en="The book cannot be built."),
            Text(nb="Kjør: invoke build", en="Run: invoke build"),
        )
    publication = load(book).publication
    assert publication is not None
    templates = Templates(book)
    workshop = Workshop(templates, book / BUILD / "work", moment_of(publication))
    document = read_document(publication)
    shutil.copy(templates.path("print/cover.svg"), book)
    large = publication.settings.editions.large_print.enabled
    for look in (PRINT, LARGE_PRINT) if large else (PRINT,):
        tree = print_tree(document, workshop, look)
        head = tree.find("head")
        assert head is not None
        style = ElementTree.SubElement(head, "style")
        style.text = look.style_sheet(document, templates)
        page = book / f"page-{look.text_size}.xhtml"
        page.write_bytes(ElementTree.tostring(tree))
        yield page


def invoke_seconds(*arguments: str | Path) -> float:
    """The wall time of a task in a process of its own."""
    return _seconds(invoked(*arguments))


def invoked(*arguments: str | Path) -> list[str | Path]:
    """The command that runs a task."""
    return [sys.executable, "-m", "invoke", "--search-root", _TASKS, *arguments]


def _seconds(command: list[str | Path]) -> float:
    """The wall time of a process of its own."""
    started = time.perf_counter()
    finished = run(command, env=SURROUNDINGS)
    seconds = time.perf_counter() - started
    if finished.status:
        said = (finished.stderr.strip() or finished.stdout.strip()).splitlines()[-1:]
        raise PipelineError(
            Text(nb=f"Målingen stanset: {said}", en=f"The measurement stopped: {said}"),
            Text(nb="Kjør: invoke doctor", en="Run: invoke doctor"),
        )
    return seconds
