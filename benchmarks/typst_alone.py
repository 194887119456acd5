"""Typst alone on the words, tables and pictures of a page that a build lays out."""

import sys
from importlib.util import find_spec
from pathlib import Path

from lxml import etree

from bindery.tools.locate import pandoc
from bindery.tools.run import run

COMPILE = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[1] + '.pdf')"
"""Typst's own tagged PDF. A stricter standard refuses pictures that are decoration."""


def is_installed() -> bool:
    """Whether this Python has the package ``typst``, which bindery does not need."""
    return find_spec("typst") is not None


def command_for(page: Path) -> list[str | Path]:
    """The command that makes a PDF of ``page``, which pandoc has written in Typst's language.

    It has no links within the book and no drawn formulas: Typst does not read them as pandoc
    writes them.
    """
    tree = etree.parse(page).getroot()
    for element in tree.iter():
        element.attrib.pop("id", None)
        if element.get("href", "").startswith("#"):
            del element.attrib["href"]
        if element.get("src", "").startswith("data:"):
            element.tag, element.text = "span", element.get("alt")
            element.attrib.clear()
    source = page.with_suffix(".typ")
    program = pandoc()
    assert program is not None, "the page has been made with it"
    options = ["--from=html", "--to=typst", "--standalone", f"--output={source}"]
    run([program, *options], stdin=etree.tostring(tree, encoding="unicode"))
    return [sys.executable, "-c", COMPILE, source]
