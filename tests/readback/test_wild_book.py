"""Books that no one would write: whatever is set beside whatever, and broken wherever it may be.

They find what no construct alone has: a space that is lost because a line breaks right after
emphasis, a note that is pushed to the page after its reference.
"""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from bindery.editions.epub import MAKES_EPUB
from bindery.editions.making import Made
from bindery.finished.epub import read_epub
from bindery.finished.pdf.read import read_pdf
from bindery.manuscript.source import read_source
from bindery.readback.document.lost_words import lost_words
from bindery.readback.html.compare_html import compared_e_book
from bindery.readback.pdf.compare_pdf import compared_pdf
from bindery.vocabulary.editions import LARGE_PRINT, PDF, Edition
from tests.editions.pages_of import astray, marked_pages, printed_pages
from tests.shelf import SETTINGS, document_of, maker_of, workshop_for

pytestmark = pytest.mark.slow

A5 = f'{SETTINGS}\n[editions.pdf]\npage-size = "A5"\n'

WORDS = """
kysten leia og i å brønnøysund fjord skjærgårdsparkforvaltningsrådet «passe» Čáhcesuolu Ŋuorŋu Æ
fiskeriforvaltningsmyndighetenes HV-parkavtalen 06–22-ruta offisiell ikke-å-dele kommunens e-post
40&nbsp;meter 1&thinsp;852 kl.&nbsp;02 rekruttering
"""


class Writer:
    """Writes Markdown without a thought, the same for the same ``seed``."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self.notes: list[str] = []

    def book(self, blocks: int) -> str:
        """A chapter of so many blocks, and their notes."""
        body = [self._block() for _ in range(blocks)]
        return "\n\n".join(["# Prøve {#a}", *body, *self.notes]) + "\n"

    def _words(self, most: int) -> str:
        return " ".join(self._random.choices(WORDS.split(), k=self._random.randint(1, most)))

    def _inline(self) -> str:
        kinds: tuple[Callable[[], str], ...] = (
            lambda: f"*{self._words(4)}*",
            lambda: f"**{self._words(4)}**",
            lambda: f"[{self._words(4)}](https://example.org/{self._random.randrange(9)})",
            lambda: f"[*{self._words(2)}* {self._words(2)}](#a)",
            lambda: f"[{self._words(1)}]{{lang=se}}",
            lambda: f"[{self._words(4)}]{{lang=en}}",
            lambda: "`x y z`",
            lambda: '[HV]{abbr="Leia havnevesen"}',
            lambda: self._words(4),
        )
        return self._random.choice(kinds)()

    def _paragraph(self) -> str:
        parts = range(self._random.randint(6, 26))
        ends = (" ", " ", " ", ", ", ". ", " – ")
        text = "".join(self._inline() + self._random.choice(ends) for _ in parts)
        return text.strip(" ,–.") + "."

    def _block(self) -> str:
        kinds: tuple[Callable[[], str], ...] = (
            *[self._paragraph] * 5,
            lambda: "\n".join(f"- {self._paragraph()}" for _ in range(3)),
            lambda: f"> {self._paragraph()}",
            lambda: f"{self._words(1)}\n: {self._paragraph()}",
            lambda: f"1. {self._paragraph()}\n\n   {self._paragraph()}\n2. {self._paragraph()}",
            self._with_note,
            self._table,
        )
        return self._random.choice(kinds)()

    def _with_note(self) -> str:
        name = f"n{len(self.notes)}"
        self.notes.append(f"[^{name}]: {self._paragraph()}")
        return f"{self._paragraph()}[^{name}]"

    def _table(self) -> str:
        rows = (f"| {self._words(1)} | {self._inline()} | {self._words(6)} |" for _ in range(4))
        head = "| A | B | C |\n|---|---|---|"
        return "::: {.table .row-headers}\n" + "\n".join((head, *rows)) + "\n\nTabell.\n:::"


@pytest.mark.slow
@pytest.mark.parametrize(("edition", "blocks"), [(PDF, 100), (LARGE_PRINT, 50)])
def test_whatever_is_written_is_heard(edition: Edition, blocks: int, tmp_path: Path) -> None:
    """Many blocks of anything are read back word for word, and its e-book's pages agree."""
    document = document_of(tmp_path, Writer(1).book(blocks), settings=A5)
    made = maker_of(edition).make(document, workshop_for(document, tmp_path), {})
    examined, findings = compared_pdf(read_pdf(made.content), document, edition.name)
    assert examined > blocks
    assert [f"{one.location} {one.message.en}" for one in findings] == []
    if edition is PDF:
        e_book = MAKES_EPUB.make(document, workshop_for(document, tmp_path), {"pdf": made})
        examined, findings = compared_e_book(read_epub(e_book.content, "e-bok"), document)
        assert examined > 100
        assert [f"{one.location} {one.message.en}" for one in findings] == []
        _, *pages = marked_pages(e_book.content)
        assert astray(pages, printed_pages(made.content)) == []


@pytest.mark.parametrize("seed", [3])
def test_whatever_is_written_is_in_the_e_book(seed: int, tmp_path: Path) -> None:
    """No word is lost on the way to the Document, nor from there, and none is a false alarm."""
    document = document_of(tmp_path, Writer(seed).book(100))
    made = MAKES_EPUB.make(document, workshop_for(document, tmp_path), {"pdf": Made(b"", 1)})
    _, findings = compared_e_book(read_epub(made.content, "e-bok"), document)
    told = [*findings, *lost_words(document, read_source(document.publication))]
    assert [f"{one.location} {one.message.en}" for one in told] == []
