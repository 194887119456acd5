"""Folders of Markdown, as each tool has them: the order is the tool's, the lines the author's."""

from pathlib import Path

import pytest

from bindery.importing.imported import Imported, import_source
from bindery.importing.new_folder import require_new
from bindery.manuscript.load import load
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.publication import Publication
from tests.importing.importing import KNOWN
from tests.importing.reports import picture


def tree(folder: Path, files: dict[str, str | bytes]) -> Path:
    """A folder with these files."""
    for name, content in files.items():
        path = folder / "kilde" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder / "kilde"


def brought(folder: Path, files: dict[str, str | bytes]) -> tuple[Publication, Imported]:
    """The publication made of a folder with these files."""
    imported = import_source(folder / "bok", tree(folder, files), KNOWN, "nb")
    loaded = load(folder / "bok")
    assert loaded.publication is not None, loaded.findings
    assert imported.report.lost == {}
    return loaded.publication, imported


def order_of(publication: Publication) -> list[tuple[str, str, int]]:
    """Each chapter's file, what of the book it is, and its part."""
    every = publication.settings.reading_order.in_order
    return [(path, place.matter, place.part) for path, place in every]


MDBOOK: dict[str, str | bytes] = {
    "book.toml": '[book]\ntitle = "Boka"\nlanguage = "nn"\nauthors = ["Kari", "Per"]\n',
    "src/SUMMARY.md": "# Summary\n\n[Forord](forord.md)\n\n# Del en\n\n- [A](a.md)\n"
    "  - [B](./b/b.md)\n"
    "- [Kladd]()\n\n# Del to\n\n- [C](c.md)\n- [Borte](borte.md)\n\n---\n\n[Takk](takk.md)\n",
    "src/forord.md": "# Forord\n",
    "src/a.md": "# A\n\n![Kart](bilder/kart.png)\n\n```rust\n{{#include ../kode/x.rs}}\n```\n",
    "src/b/b.md": "# B\r\n\r\nTekst med [lenke](../c.html).\r\n",
    "src/c.md": "# C\n",
    "src/takk.md": "# Takk\n",
    "src/utenfor.md": "# Ikke med\n",
    "src/bilder/kart.png": picture(),
    "src/bilder/ubrukt.png": picture(),
    "kode/x.rs": "fn main() {}\n",
    "hemmelig.sh": "rm -rf /",
}


def test_mdbook(tmp_path: Path) -> None:
    """Parts, what is before and after, includes, pictures; drafts and missing files are named."""
    publication, imported = brought(tmp_path, MDBOOK)
    assert order_of(publication) == [
        ("src/forord.md", "front", 0),
        ("src/a.md", "body", 1),
        ("src/b/b.md", "body", 1),
        ("src/c.md", "body", 2),
        ("src/takk.md", "back", 0),
    ]
    assert [part.title for part in publication.settings.reading_order.parts] == ["Del en", "Del to"]
    assert publication.settings.manuscript.written_for == "mdbook"
    assert (publication.metadata.title, publication.metadata.language) == ("Boka", "nn")
    assert [one.name for one in publication.metadata.contributors] == ["Kari", "Per"]
    says = " ".join(entry.told().nb for entry in imported.report.entries)
    assert "Kladd" in says and "src/borte.md" in says and "src/utenfor.md" in says
    assert set(imported.files) & {"manuscript/kode/x.rs", "manuscript/src/bilder/kart.png"}
    assert not any("hemmelig" in name or "ubrukt" in name for name in imported.files)


def test_the_lines_stay_as_they_are(tmp_path: Path) -> None:
    """Byte for byte, line ends too, and nothing of the source is changed."""
    brought(tmp_path, MDBOOK)
    for name, content in MDBOOK.items():
        there = tmp_path / "bok/manuscript" / name
        if there.exists():
            assert there.read_bytes() == (
                content if isinstance(content, bytes) else content.encode()
            )
        assert (tmp_path / "kilde" / name).is_file()
    assert (tmp_path / "bok/manuscript/src/b/b.md").is_file()


def test_quarto(tmp_path: Path) -> None:
    """Chapters, parts by title and by file, appendices, and what is known of the book."""
    settings = (
        "project:\n  type: book\nbook:\n  title: Håndbok\n  author:\n    - name: Ola\n"
        "  date: 2026-05-17\n"
        "  chapters:\n    - index.qmd\n    - part: Del en\n      chapters:\n        - a.qmd\n"
        "    - part: del-to.qmd\n      chapters: [b.qmd]\n  appendices:\n    - vedlegg.qmd\n"
        "bibliography: kilder.bib\nlang: nb\n"
    )
    publication, _ = brought(
        tmp_path,
        {
            "_quarto.yml": settings,
            "index.qmd": "# Forord {.unnumbered}\n",
            "a.qmd": "# A\n\n{{< include _del.md >}}\n",
            "_del.md": "Inkludert tekst.\n",
            "del-to.qmd": "# Del to\n",
            "b.qmd": "# B\n",
            "vedlegg.qmd": "# Skjema\n",
            "kilder.bib": "@book{x, title={Y}}\n",
        },
    )
    assert order_of(publication) == [
        ("index.qmd", "front", 0),
        ("a.qmd", "body", 1),
        ("del-to.qmd", "body", 2),
        ("b.qmd", "body", 2),
        ("vedlegg.qmd", "appendix", 0),
    ]
    assert publication.settings.citations.bibliography == ("kilder.bib",)
    assert publication.metadata.date.isoformat() == "2026-05-17"
    assert any("Inkludert" in chapter.text for chapter in publication.chapters)


MYST = (
    "project:\n  title: Bok\n  toc:\n    - file: index.md\n    - title: X\n"
    "      children:\n        - file: a\n"
)
JUPYTER = "format: jb-book\nroot: index\nparts:\n  - caption: Del\n    chapters:\n      - file: a\n"


@pytest.mark.parametrize(
    ("files", "tool", "order"),
    [
        ({"myst.yml": MYST, "index.md": "# I\n", "a.md": "# A\n"}, "myst", ["index.md", "a.md"]),
        ({"_toc.yml": JUPYTER, "index.md": "# I\n", "a.md": "# A\n"}, "myst", ["index.md", "a.md"]),
        (
            {"index.Rmd": "---\ntitle: B\n---\n\n# I\n", "02-b.Rmd": "# B\n", "01-a.Rmd": "# A\n"},
            "bookdown",
            ["index.Rmd", "01-a.Rmd", "02-b.Rmd"],
        ),
        (
            {"_bookdown.yml": "rmd_files: [b.Rmd, a.Rmd]\n", "a.Rmd": "# A\n", "b.Rmd": "# B\n"},
            "bookdown",
            ["b.Rmd", "a.Rmd"],
        ),
        (
            {
                "hugo.toml": 'title = "H"\nlanguageCode = "nb-no"\n',
                "content/_index.md": "# H\n",
                "content/b.md": "---\ntitle: B\nweight: 1\n---\n\nb\n",
                "content/a.md": "---\ntitle: A\nweight: 2\n---\n\na\n",
            },
            "hugo",
            ["content/b.md", "content/a.md", "content/_index.md"],
        ),
        (
            {
                "mkdocs.yml": "site_name: M\nnav:\n  - b.md\n  - Mer:\n    - A: a.md\n"
                "x: !!python/name:os.system\n",
                "docs/a.md": "# A\n",
                "docs/b.md": "# B\n",
            },
            "mkdocs",
            ["docs/b.md", "docs/a.md"],
        ),
        (
            {
                "_config.yml": "title: J\n",
                "a.md": "# A\n",
                "_pages/b.md": "# B\n",
                "index.md": "# I\n",
            },
            "jekyll",
            ["_pages/b.md", "index.md", "a.md"],
        ),
        (
            {"10-c.md": "# C\n", "2-b.md": "# B\n", "README.md": "# Les\n", ".git/x.md": "# X\n"},
            "commonmark",
            ["README.md", "2-b.md", "10-c.md"],
        ),
    ],
)
def test_each_tool_has_its_order(
    files: dict[str, str | bytes], tool: str, order: list[str], tmp_path: Path
) -> None:
    """By its own file of settings, by weight, or by number and name."""
    publication, _ = brought(tmp_path, files)
    assert publication.settings.manuscript.written_for == tool
    assert sorted(path for path, _, _ in order_of(publication)) == sorted(order)
    if tool != "jekyll":
        assert [path for path, _, _ in order_of(publication)] == order


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("_quarto.yml", "book: [\n"),
        ("_quarto.yml", "a: " + "[" * 5000),
        ("_quarto.yml", "x" * 2_000_000),
        ("book.toml", "= 3\n"),
    ],
)
def test_settings_that_cannot_be_read_are_a_sentence(name: str, text: str, tmp_path: Path) -> None:
    """It names the file, and nothing is made."""
    files: dict[str, str | bytes] = {
        name: text,
        "SUMMARY.md" if "toml" in name else "a.qmd": "# A\n",
    }
    with pytest.raises(PipelineError) as refused:
        brought(tmp_path, files)
    assert name in refused.value.what.nb
    assert not (tmp_path / "bok").exists()


def test_nothing_outside_the_source_is_read(tmp_path: Path) -> None:
    """Neither by the order, by an include, by a picture nor by a link on the disk."""
    (tmp_path / "hemmelig.md").write_text("# Hemmelig\n", encoding="utf-8")
    source = tree(
        tmp_path,
        {
            "SUMMARY.md": "- [A](a.md)\n- [U](../hemmelig.md)\n- [L](lenke.md)\n",
            "a.md": "# A\n\n{{#include ../hemmelig.md}}\n\n![x](../hemmelig.md)\n",
        },
    )
    (source / "lenke.md").symlink_to(tmp_path / "hemmelig.md")
    imported = import_source(tmp_path / "bok", source, KNOWN, "nb")
    every = [path.read_bytes() for path in (tmp_path / "bok").rglob("*") if path.is_file()]
    assert not any(b"Hemmelig" in content for content in every)
    assert "no-file" in [entry.remark.kind for entry in imported.report.entries]


def test_a_new_folder_inside_the_source_is_refused(tmp_path: Path) -> None:
    """It would be imported into itself."""
    source = tree(tmp_path, {"a.md": "# A\n"})
    with pytest.raises(PipelineError):
        import_source(require_new(str(source / "bok")), source, KNOWN, "nb")
    assert [path.name for path in source.iterdir()] == ["a.md"]


def test_a_folder_without_text_and_a_file_in_latin_1(tmp_path: Path) -> None:
    """The one is refused; the other is UTF-8 afterwards, and that is said."""
    empty = tmp_path / "tom"
    empty.mkdir()
    with pytest.raises(PipelineError):
        import_source(tmp_path / "x", empty, KNOWN, "nb")
    publication, imported = brought(tmp_path, {"a.md": "# Blåbær\n".encode("latin-1")})
    assert publication.chapters[0].text.startswith("# Blåbær")
    assert [entry.remark.kind for entry in imported.report.entries] == ["encoding"]
