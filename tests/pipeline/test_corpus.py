"""Books of twelve tools are built as their authors wrote them, and every error is their own.

Each is a small book in the marks of its tool. What ``check`` reports of it are values, output of
code and structure that no reader of Markdown can know, and nothing that bindery has lost.
"""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest

import bindery
from bindery.vocabulary.rule import ECHOES
from tests.shelf import HOUSE

pytestmark = pytest.mark.slow

CORPUS = HOUSE / "tests" / "corpus"

ERRORS: dict[str, set[str]] = {
    "bookdown-book": {"output-is-missing", "reference-leads-somewhere"},
    "content-guide": {"headings-follow-in-order"},
    "docusaurus-haandbok": {"html-is-known"},
    "gfm-examples": set(),
    "hugo-haandbok": {"html-is-known", "template-is-filled"},
    "jekyll-haandbok": {"template-is-filled"},
    "mdbook-guide": set(),
    "myst-book": {"output-is-missing"},
    "pandoc-manual": set(),
    "quarto-book": {"headings-follow-in-order", "output-is-missing"},
    "rust-book": {"html-is-known"},
    "white-paper": set(),
}
"""The rules that find errors in the manuscript of each book."""

WARNINGS: dict[str, set[str]] = {
    "content-guide": {"table-has-caption"},
    "gfm-examples": {"table-has-caption"},
    "mdbook-guide": {"table-has-caption"},
    "white-paper": {"table-has-caption"},
}
"""Those that warn."""


def test_every_book_is_here() -> None:
    """A book that is added is not left out."""
    books = {one.parent.parent.name for one in CORPUS.glob("*/manuscript/publication.toml")}
    assert set(ERRORS) == books


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(ERRORS))
def test_a_book_is_built_as_it_is(name: str, tmp_path: Path) -> None:
    """All editions are made, and what is wrong is the manuscript's own, or follows from that."""
    book = copytree(CORPUS / name, tmp_path / name)
    built = bindery.build(book, lang="en")
    assert {one.path.rpartition(".")[2] for one in built.outputs} == {"pdf", "epub", "html"}
    assert all((book / one.path).stat().st_size == one.size for one in built.outputs)
    found = bindery.check(book, checkers=False, lang="en").findings
    assert set(_of(found, "error")) == ERRORS[name]
    assert set(_of(found, "warning")) == WARNINGS.get(name, set())


def _of(found: tuple[bindery.Finding, ...], severity: str) -> Iterator[str]:
    """The rules of ``severity``, without those that only repeat one on the manuscript."""
    echoes = {echo for one in found for echo in ECHOES.get(one.rule, ())}
    yield from (one.rule for one in found if one.severity == severity and one.rule not in echoes)
