"""One long file of Markdown, an OpenDocument text, and a web page."""

from pathlib import Path

import pytest

from bindery.importing.answers import Answers
from bindery.importing.imported import import_source
from bindery.tools.locate import pandoc
from bindery.tools.run import run
from bindery.vocabulary.errors import PipelineError
from tests.importing.importing import KNOWN, Book
from tests.importing.reports import picture

LONG = """\
---
title: Turhåndboka
author: Kari
lang: nb
weight: 3
---

Før første kapittel.[^felles]

# Pakking

Se [mat](#mat) og [kartet][kart]. ![Kart](bilder/kart.png)

```
# ingen overskrift
```

::: in-summary
# Heller ikke her
:::

## Klær {#klær}

# Mat

Spis mye.[^felles] Tilbake til [klær](#klær).

[^felles]: Noten er delt.
    Den har to linjer.

[kart]: https://nordvik.example/kart
"""


def brought(folder: Path, name: str, content: str | bytes, answers: Answers = KNOWN) -> Book:
    """The publication made of one file."""
    source = folder / name
    source.write_bytes(content if isinstance(content, bytes) else content.encode())
    (folder / "bilder").mkdir(exist_ok=True)
    (folder / "bilder/kart.png").write_bytes(picture())
    return Book(folder / "bok", import_source(folder / "bok", source, answers, "nb"))


def test_a_long_file_is_split_at_its_headings(tmp_path: Path) -> None:
    """Not in code or in a block; notes, link targets and links follow, and nothing is lost."""
    book = brought(tmp_path, "tur.md", LONG)
    assert list(book.chapters) == ["01-turhandboka.md", "02-pakking.md", "03-mat.md"]
    assert book.imported.report.lost == {}
    first, second, third = book.chapters.values()
    assert "[mat](03-mat.md#mat)" in second
    assert "[klær](02-pakking.md#klær)" in third
    assert "[kart]: https://nordvik.example/kart" in second
    assert first.count("[^felles]: Noten er delt.\n    Den har to linjer.\n") == 1
    assert third.count("[^felles]: Noten er delt.") == 1
    assert (book.path / "manuscript/chapters/bilder/kart.png").is_file()
    assert book.publication.metadata.title == "Turhåndboka"
    assert [one.name for one in book.publication.metadata.contributors] == ["Kari"]
    assert [each.rule for each in book.document.findings] == []
    found = {each.rule for each in book.found()}
    assert not found & {"link-leads-somewhere", "image-is-there", "note-is-referred-to"}


@pytest.mark.parametrize(("split", "chapters"), [("none", 1), ("1", 3), ("2", 4)])
def test_the_user_says_where_to_split(split: str, chapters: int, tmp_path: Path) -> None:
    """At level 1 or 2, or nowhere; each line is in one chapter."""
    book = brought(tmp_path, "tur.md", LONG, Answers(split=split).or_else(KNOWN))
    assert len(book.chapters) == chapters
    assert book.imported.report.lost == {}
    lines = [line for text in book.chapters.values() for line in text.splitlines()]
    assert "Spis mye.[^felles] Tilbake til [klær](" in "\n".join(lines)


def test_a_file_without_headings_is_one_chapter(tmp_path: Path) -> None:
    """With other line ends and without one at its end."""
    book = brought(tmp_path, "a.txt", b"En linje.\r\n\r\nEn til.")
    assert book.chapters == {"01-a.md": "En linje.\n\nEn til."}
    raw = (book.path / "manuscript/chapters/01-a.md").read_bytes()
    assert raw == b"En linje.\r\n\r\nEn til."


PAGE = """\
<!doctype html><html lang="nb"><head><title>Siden</title><style>p {}</style></head><body>
<h1>Om byen</h1><p>Byen er <b>stor</b>. <script>alert(1)</script></p>
<img src="bilder/kart.png" alt="Kart over byen"><img src="https://nordvik.example/x.png" alt="x">
<table><tr><th>År</th><th>Folk</th></tr><tr><td>2025</td><td>400</td></tr></table>
<h1>Mer</h1><p><a href="javascript:alert(1)">klikk</a> og <a href="#om-byen">tilbake</a></p>
<img src="../../../../etc/passwd" alt="p"></body></html>
"""


def test_a_web_page(tmp_path: Path) -> None:
    """Its words, table and pictures beside it; nothing is fetched, run or read elsewhere."""
    book = brought(tmp_path, "side.html", PAGE)
    assert book.imported.report.lost == {}
    assert list(book.chapters) == ["01-om-byen.md", "02-mer.md"]
    assert "| 2025 | 400 |" in book.text
    assert "![Kart over byen](../figures/01-om-byen-01.png)" in book.text
    assert "javascript" not in book.text and "alert" not in book.text
    assert book.kinds().count("picture-not-shown") == 2
    assert not (book.path / "import/originals").exists()


@pytest.mark.slow
def test_an_open_document(tmp_path: Path) -> None:
    """Headings, list, note, table, picture and language, as pandoc writes and reads them."""
    (tmp_path / "bilder").mkdir()
    (tmp_path / "bilder/kart.png").write_bytes(picture())
    text = (
        "---\ntitle: Planen\nlang: nb\n---\n\n# Mål\n\nVi vil *mye*.^[Mer enn nok.]\n\n"
        "- en\n- to\n\n"
        "![Et kart](bilder/kart.png)\n\n# Tall\n\n| År | Sum |\n|----|----|\n| 2025 | 4 |\n"
    )
    program = pandoc()
    assert program is not None
    made = tmp_path / "plan.odt"
    ended = run([program, "--from=markdown", "-o", made], stdin=text, cwd=tmp_path)
    assert ended.status == 0, ended
    book = brought(tmp_path, "plan.odt", made.read_bytes())
    assert book.imported.report.lost == {}
    assert list(book.chapters) == ["01-mal.md", "02-tall.md"]
    assert "- en\n- to" in book.text and "[^1]: Mer enn nok." in book.text
    assert "| 2025 | 4 |" in book.text
    assert "../figures/01-mal-01.png" in book.text
    assert [each.rule for each in book.document.findings] == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.odt", b"PK\x03\x04tull"),
        ("a.odt", b""),
        ("a.html", b"  "),
        ("a.md", b"\0\0"),
        ("a.xyz", b"x"),
    ],
)
def test_what_cannot_be_read_is_a_sentence(name: str, content: bytes, tmp_path: Path) -> None:
    """And nothing is made."""
    with pytest.raises(PipelineError):
        brought(tmp_path, name, content)
    assert not (tmp_path / "bok").exists()
