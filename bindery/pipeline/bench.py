"""How long a build takes, against WeasyPrint alone on the same HTML. Ratios, in one run."""

import os
import shutil
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

from bindery.document.edition import Workshop
from bindery.document.read import read_document
from bindery.editions.pdf.fonts import use_only
from bindery.editions.pdf.looks import PRINT
from bindery.editions.pdf.print_tree import print_tree
from bindery.manuscript.load import load
from bindery.manuscript.templates import Templates
from bindery.pipeline.build import BUILD, build, moment_of
from bindery.tools.run import run
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

ROUNDS = 5
BARE = (
    "import sys, weasyprint; "
    "weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant='pdf/ua-1')"
)
_TASKS = Path(__file__).resolve().parents[2]


def bench(book: Path) -> Iterator[Text]:
    """Time cold processes in turn, and say the medians and their ratio.

    A build is of the whole book with an empty ``build/``; the bare render is WeasyPrint's own
    ``write_pdf`` of the HTML that the build lays out; an unchanged build is one more build.
    """
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "book"
        for part in ("manuscript", "templates"):
            if (book / part).is_dir():
                shutil.copytree(book / part, copy / part)
        page = _page(copy)
        # Both lay out with the same fonts; the build's own folder of them comes and goes.
        use_only(Templates(copy).fonts, Path(folder) / "fontconfig")
        builds, bares, unchanged = [], [], []
        for _ in range(ROUNDS + 1):
            shutil.rmtree(copy / BUILD, ignore_errors=True)
            builds.append(_seconds([*_invoke(), "build", "--book", copy]))
            bares.append(_seconds([sys.executable, "-c", BARE, page, page.with_suffix(".pdf")]))
            unchanged.append(_seconds([*_invoke(), "build", "--book", copy]))
    # The first round warms the disk's cache.
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


def _page(book: Path) -> Path:
    """The HTML that the build lays out, as a file that WeasyPrint can open by itself."""
    if not build(book).outputs:
        raise PipelineError(
            Text(nb="Boka kan ikke bygges.", en="The book cannot be built."),
            Text(nb="Kjør: invoke build", en="Run: invoke build"),
        )
    publication = load(book).publication
    assert publication is not None
    templates = Templates(book)
    workshop = Workshop(templates, book / BUILD / "work", moment_of(publication))
    tree = print_tree(read_document(publication), workshop)
    head = tree.find("head")
    assert head is not None
    style = ElementTree.SubElement(head, "style")
    style.text = PRINT.style_sheet(publication, templates)
    page = book / "page.html"
    shutil.copy(templates.path("print/cover.svg"), book)
    text = ElementTree.tostring(tree, encoding="unicode", method="html")
    page.write_text(f"<!DOCTYPE html>\n{text}", encoding="utf-8")
    return page


def _invoke() -> list[str | Path]:
    return [sys.executable, "-m", "invoke", "--search-root", _TASKS]


def _seconds(command: list[str | Path]) -> float:
    """The wall time of a process of its own."""
    started = time.perf_counter()
    finished = run(command, env=os.environ)
    seconds = time.perf_counter() - started
    if finished.status:
        said = (finished.stderr.strip() or finished.stdout.strip()).splitlines()[-1:]
        raise PipelineError(
            Text(nb=f"Målingen stanset: {said}", en=f"The measurement stopped: {said}"),
            Text(nb="Kjør: invoke doctor", en="Run: invoke doctor"),
        )
    return seconds
