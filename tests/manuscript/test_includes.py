"""Files that a chapter includes are read where they stand, and told in their own file."""

from pathlib import Path

import pytest

from bindery.manuscript.load import load
from bindery.manuscript.marks.includes import Assembled, NotReadError, assembled
from bindery.manuscript.source import read_source
from bindery.rules.judge import judge
from bindery.rules.manuscript import RULES
from tests.shelf import write_book

FILES = {
    "manuscript/chapters/to.txt": "To.\n\n{{#include under/tre.txt}}\n",
    "manuscript/chapters/under/tre.txt": "Tre.\n",
    "manuscript/chapters/seg.txt": "{{#include seg.txt}}\n",
    "manuscript/chapters/kode.rs": "// ANCHOR: a\nlet x = 1;\n// ANCHOR_END: a\nlet y = 2;\n",
    "manuscript/chapters/topp.md": "---\ntitle: T\n---\nTekst.\n",
}


def _read(path: str) -> str:
    if path not in FILES:
        raise NotReadError("missing")
    return FILES[path]


def _put_together(text: str, written_for: str = "commonmark") -> Assembled:
    found = assembled("manuscript/chapters/a.md", text, _read, written_for)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("A\n\n{{< include to.txt >}}\n\nB", ["A", "", "To.", "", "Tre.", "", "B"]),
        ("- a\n\n  {{#include under/tre.txt}}", ["- a", "", "  Tre."]),
        ("```{include} under/tre.txt\n:start-line: 1\n```\nB", ["Tre.", "B"]),
        (":::{include} under/tre.txt\n:::", ["Tre."]),
        ('--8<-- "under/tre.txt"', ["Tre."]),
        ("{{#include kode.rs:a}}", ["let x = 1;"]),
        ("{{#include kode.rs:4}}", ["let y = 2;"]),
        ("{{#include kode.rs:2:4}}", ["let x = 1;", "let y = 2;"]),
        ("{{< include topp.md >}}", ["", "", "", "Tekst."]),
    ],
)
def test_every_spelling_is_read(text: str, lines: list[str]) -> None:
    """The lines stand where the mark stood, with its indentation, without front matter."""
    assert _put_together(text).lines == lines


def test_code_includes_only_for_mdbook() -> None:
    """Other tools print the mark in a block of code: it may be an example of one."""
    text = "{{#include under/tre.txt}}\n```\n{{#include kode.rs:a}}\n```"
    assert _put_together(text).lines == ["Tre.", "```", "{{#include kode.rs:a}}", "```"]
    assert _put_together(text, "mdbook").lines == ["Tre.", "```", "let x = 1;", "```"]


@pytest.mark.parametrize(
    ("mark", "kind"),
    [
        ("{{< include x.md >}}", "missing"),
        ("{{< include seg.txt >}}", "circle"),
        ("{{#include kode.rs:b}}", "part"),
        ("{{#include a.md}}", "circle"),
    ],
)
def test_what_cannot_be_included_is_printed_and_told(mark: str, kind: str) -> None:
    """The mark stays where it is."""
    found = _put_together(f"A\n\n{mark}\n")
    assert [one.kind for one in found.marks] == [kind]
    assert found.marks[0].location.line == 3


def test_files_cannot_include_one_another_for_ever() -> None:
    """A chain that is too deep ends, and so do a thousand includes of a long file."""
    chain = {f"manuscript/chapters/{n}.txt": f"{{{{#include {n + 1}.txt}}}}" for n in range(20)}
    found = assembled(
        "manuscript/chapters/a.md", "{{#include 0.txt}}", chain.__getitem__, "commonmark"
    )
    assert found is not None
    assert [mark.kind for mark in found.marks] == ["deep"]
    long = "x" * 5_000_000
    many = assembled("manuscript/a.md", "{{#include b}}\n" * 1000, lambda _: long, "commonmark")
    assert many is not None
    assert {mark.kind for mark in many.marks} == {"long"}
    assert many.letters < 25_000_000


def test_nothing_outside_the_manuscript_is_read(tmp_path: Path) -> None:
    """Not by a path that climbs out, and not by a link of the file system."""
    (tmp_path / "hemmelig.txt").write_text("Hemmelig.", encoding="utf-8")
    book = write_book(
        tmp_path / "bok",
        "# A\n\n{{#include ../../../hemmelig.txt}}\n\n{{#include lenke.txt}}\n",
    )
    (book / "manuscript/chapters/lenke.txt").symlink_to(tmp_path / "hemmelig.txt")
    publication = load(book).publication
    assert publication is not None
    assert [mark.kind for mark in publication.chapters[0].marks] == ["outside", "outside"]
    assert "Hemmelig." not in publication.chapters[0].text


def test_a_finding_names_the_included_file_and_its_line(tmp_path: Path) -> None:
    """An author can mend it there; what is below is at its own line of the chapter."""
    book = write_book(
        tmp_path,
        "# A\n\n{{< include felles.txt >}}\n\nSe [her](#ingen).\n",
        files={"chapters/felles.txt": b"To.\n\nSe [der](#intet).\n"},
    )
    publication = load(book).publication
    assert publication is not None
    found = [
        str(finding.location)
        for one in judge(read_source(publication), RULES)
        for finding in one.findings
        if finding.rule == "link-leads-somewhere"
    ]
    assert found == ["manuscript/chapters/felles.txt:3:4", "manuscript/chapters/01.md:5:4"]
