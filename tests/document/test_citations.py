"""Citations are set by one run for the book, from the manuscript's files and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from bindery.document.model import Document, Element, text_of
from bindery.document.read import read_document
from bindery.manuscript.bibliography import keys_in
from bindery.manuscript.load import load
from bindery.rules.manuscript.bibliography_can_be_read import RULE as READABLE
from bindery.tools import pandoc
from tests.shelf import SETTINGS, write_book

SOURCES = """\
@book{h20, author={Hansen, Kari}, title={Kommunen i tall}, year={2020}, langid={norwegian}}
@book{h20b, author={Hansen, Kari}, title={Mer om tall}, year={2020}}
@book{aas, author={Ås, Ola}, title={On growth}, year={2019}, langid={english}}
@book{b, author={Berg, Bo and Dahl, Di}, title={Tall}, year={2018}}
"""
NUMERIC = """\
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>Tall</title><id>tall</id></info>
<citation collapse="citation-number"><sort><key variable="citation-number"/></sort>
<layout prefix="[" suffix="]" delimiter=", "><text variable="citation-number"/></layout></citation>
<bibliography second-field-align="flush"><layout><text variable="citation-number" suffix="."/>
<text variable="title"/></layout></bibliography></style>
"""


def document_of(
    folder: Path,
    *chapters: str,
    told: str = "",
    language: str = "nb",
    sources: str | None = SOURCES,
    files: dict[str, str] | None = None,
    named: str = '["kilder.bib"]',
) -> Document:
    """The Document of a book with the sources above, and ``told`` in its settings."""
    settings = SETTINGS.replace('language = "nb"', f'language = "{language}"')
    if sources is not None:
        settings = f"{settings}\n[citations]\nbibliography = {named}\n{told}"
    written = {"kilder.bib": sources or "", **(files or {})}
    book = write_book(
        folder,
        *chapters,
        settings=settings,
        files={name: text.encode() for name, text in written.items()},
    )
    publication = load(book).publication
    assert publication is not None
    return read_document(publication)


def cited(document: Document) -> list[str]:
    """What each citation says."""
    return [text_of(one) for one in document.body.iter("span") if one.get("class") == "citation"]


def entries(document: Document) -> list[str]:
    """What the list of sources says, without the ways back."""
    return [text_of(item[0]) for listed in _lists(document) for item in listed]


def _lists(document: Document) -> Iterator[Element]:
    return (one for one in document.body.iter("ul") if one.get("class") == "sources")


def test_a_citation_and_its_source_lead_to_each_other(tmp_path: Path) -> None:
    """A reader can follow the link to the source, and a way back that says where it leads."""
    document = document_of(tmp_path, "# A\n\nSett `[se @h20, s. 3]`{.cite}.\n")
    assert cited(document) == ["(se Hansen 2020, 3)"]
    assert document.chapters[-1].title == "Kilder"
    (link,) = (one for one in document.body.iter("a") if one.get("role") == "doc-biblioref")
    (way,) = (one for one in document.body.iter("a") if one.get("role") == "doc-backlink")
    (listed,) = _lists(document)
    assert link.get("href") == f"#{listed[0].get('id')}"
    assert way.get("href") == f"#{link.get('id')}"
    assert text_of(way) == "Tilbake til kapittel 1"


def test_a_way_back_has_the_number_or_the_title_of_its_chapter(tmp_path: Path) -> None:
    """Chapters without a number are not counted, and are called by their titles."""
    document = document_of(
        tmp_path, "# Forord {.unnumbered}\n\n`@h20`{.cite}\n", "# A\n\n`@h20`{.cite}\n"
    )
    ways = [one for one in document.body.iter("a") if one.get("role") == "doc-backlink"]
    assert list(map(text_of, ways)) == ["Tilbake til «Forord»", "Tilbake til kapittel 1"]


def test_a_source_that_is_not_there_is_printed_as_written(tmp_path: Path) -> None:
    """One unknown name leaves the whole citation as it is; nothing is invented."""
    document = document_of(tmp_path, "# A\n\n`[@h20; @ukjent]`{.cite}, `[@ukjent]`{.cite}\n")
    assert "[@h20; @ukjent], [@ukjent]" in text_of(document.body)
    assert len(document.chapters) == 1


def test_it_is_set_in_reading_order(tmp_path: Path) -> None:
    """Numbers follow the text through chapters, and a note counts where it is referred to."""
    one = "# A\n\n`[@aas]`{.cite}[^1] `[@h20]`{.cite}\n\n[^1]: `[@b]`{.cite}\n"
    document = document_of(
        tmp_path,
        one,
        "# B\n\n`[@h20b]`{.cite} `[@aas]`{.cite}\n",
        told='style = "tall.csl"\n',
        files={"tall.csl": NUMERIC},
    )
    assert sorted(cited(document)) == ["[1]", "[1]", "[2]", "[3]", "[4]"]
    assert entries(document) == ["1. On growth", "2. Tall", "3. Kommunen i tall", "4. Mer om tall"]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", "Berg og Dahl (2018)"),
        ("nn", "Berg og Dahl (2018)"),
        ("se", "Berg og Dahl (2018)"),
        ("en", "Berg and Dahl (2018)"),
    ],
)
def test_it_is_in_the_language_of_the_book(tmp_path: Path, language: str, words: str) -> None:
    """Northern Sámi has no words in citeproc, and gets those of Norwegian, marked as such."""
    document = document_of(tmp_path, "# A\n\n`@b`{.cite}\n", language=language)
    assert cited(document) == [words]
    (span,) = (one for one in document.body.iter("span") if one.get("class") == "citation")
    assert span.get("lang") == ("nb" if language == "se" else None)


def test_the_list_is_sorted_by_the_language(tmp_path: Path) -> None:
    """Å is last in Norwegian."""
    document = document_of(tmp_path, "# A\n\n`[@aas; @b; @h20]`{.cite}\n")
    assert [entry.split(",")[0] for entry in entries(document)] == ["Berg", "Hansen", "Ås"]


def test_a_title_has_its_language(tmp_path: Path) -> None:
    """The rest of the entry is in the language of the book."""
    document = document_of(tmp_path, "# A\n\n`[@aas; @h20]`{.cite}\n")
    marked = [
        (one.get("lang"), text_of(one)) for one in document.body.iter("span") if one.get("lang")
    ]
    assert marked == [("en-US", "On Growth")]


def test_the_list_stands_where_it_is_asked_for(tmp_path: Path) -> None:
    """``::: {#refs}`` is a region with the name of the heading above it."""
    text = "# A\n\n`[@b]`{.cite}\n\n## Kilder\n\n::: {#refs}\n:::\n\n## B\n"
    document = document_of(tmp_path, text)
    (region,) = (one for one in document.body.iter() if one.get("role") == "doc-bibliography")
    assert region.get("aria-labelledby") == "kilder"
    assert len(document.chapters) == 1


def test_what_nobody_cites_is_left_out_unless_it_is_asked_for(tmp_path: Path) -> None:
    """``nocite`` lists a source, and one without citations has no ways back."""
    document = document_of(tmp_path, "---\nnocite: '@aas'\n---\n# A\n\n`[@b]`{.cite}\n")
    assert [entry.split(",")[0] for entry in entries(document)] == ["Berg", "Ås"]
    assert len([one for one in document.body.iter("a") if one.get("role") == "doc-backlink"]) == 1


def test_nothing_is_read_or_followed_that_is_not_in_the_manuscript(tmp_path: Path) -> None:
    """TeX in a title reads no file, a picture is words, and an unsafe address is no link."""
    secret = tmp_path / "hemmelig.txt"
    secret.write_text("hemmelig", encoding="utf-8")
    title = r"\input{FILE} \include{FILE} \href{javascript:a}{b} \includegraphics{c.png} <script>"
    title = title.replace("FILE", str(secret))
    sources = f"@book{{x, author={{A}}, year={{2000}}, title={{{title}}}, url={{javascript:a}}}}"
    document = document_of(tmp_path / "bok", "# A\n\n`[@x]`{.cite}\n", sources=sources)
    whole = etree.tostring(document.body, encoding="unicode")
    assert "hemmelig" not in whole.replace(str(secret), "")
    assert 'href="javascript' not in whole
    assert "<script" not in whole
    assert "<img" not in whole


def test_a_citation_cannot_break_out_of_its_line(tmp_path: Path) -> None:
    """Marks of blocks, HTML and YAML in a citation do not touch the others."""
    text = "# A\n\n`[@h20 ~~~ ::: {#refs}]`{.cite} `# [@b]`{.cite} `---`{.cite} `[@b]`{.cite}\n"
    document = document_of(tmp_path, text)
    assert cited(document)[-1] == "(Berg og Dahl 2018)"
    assert "# [@b] ---" in text_of(document.body)


@pytest.mark.parametrize("citing", ["# A\n\nTekst.\n", "# A\n\n::: {#refs}\n:::\n"])
def test_a_book_without_citations_pays_nothing(
    tmp_path: Path, citing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pandoc is not run for citations, whatever the settings name."""

    def run(*_: object) -> str:
        raise AssertionError

    monkeypatch.setattr(pandoc, "set_citations", run)
    assert len(document_of(tmp_path, citing).chapters) == 1


def test_a_style_that_depends_on_another_is_refused(tmp_path: Path) -> None:
    """Pandoc would fetch the other one from the network."""
    style = NUMERIC.partition("<citation")[0].replace(
        "</info>", '<link rel="independent-parent" href="http://127.0.0.1:9/x"/></info></style>'
    )
    document = document_of(
        tmp_path, "# A\n\n`[@b]`{.cite}\n", told='style = "x.csl"\n', files={"x.csl": style}
    )
    assert document.publication.bibliography.style == ""
    assert [one.fault for one in document.publication.bibliography.unused] == ["style-of-another"]
    assert cited(document) == ["(Berg og Dahl 2018)"]


def test_a_style_has_no_address_left(tmp_path: Path) -> None:
    """A whole style may name a parent too; that is not fetched either."""
    style = NUMERIC.replace(
        "</info>", '<link rel="independent-parent" href="http://127.0.0.1:9/x"/></info>'
    )
    document = document_of(
        tmp_path, "# A\n\n`[@b]`{.cite}\n", told='style = "x.csl"\n', files={"x.csl": style}
    )
    assert "127.0.0.1" not in document.publication.bibliography.style
    assert cited(document) == ["[1]"]


def test_a_link_out_of_the_manuscript_is_not_followed(tmp_path: Path) -> None:
    """Also not one that is a link in the file system."""
    outside = tmp_path / "utenfor.bib"
    outside.write_text(SOURCES, encoding="utf-8")
    book = write_book(
        tmp_path / "bok",
        "# A\n",
        settings=f'{SETTINGS}\n[citations]\nbibliography = ["lenke.bib", "../../utenfor.bib"]\n',
    )
    (book / "manuscript" / "lenke.bib").symlink_to(outside)
    publication = load(book).publication
    assert publication is not None
    assert [one.fault for one in publication.bibliography.unused] == ["outside", "outside"]


def test_a_bibliography_that_cannot_be_read_leaves_the_others(tmp_path: Path) -> None:
    """The book is built with what can be read."""
    document = document_of(
        tmp_path,
        "# A\n\n`[@b]`{.cite} `[@x]`{.cite}\n",
        named='["annen.bib", "kilder.bib"]',
        files={"annen.bib": "@book{x, title={"},
    )
    assert cited(document) == ["(Berg og Dahl 2018)"]
    (finding,) = READABLE.find(_Source(document))  # type: ignore[arg-type]
    assert "annen.bib" in finding.message.en


class _Source:
    """A manuscript for a rule that looks only at the publication."""

    def __init__(self, document: Document) -> None:
        self.publication = document.publication


@pytest.mark.parametrize(
    ("text", "kind", "keys"),
    [
        ("@book{a,\n x={1}}\n\n@comment{b,}\n@Article( c:d ,", "biblatex", {"a": 1, "c:d": 5}),
        ('[{"id": "a"},\n{"title": "x", "id":"b"}]', "csljson", {"a": 1, "b": 2}),
        ("references:\n- id: a\n  title: x\n- title: y\n  id: 'b'\n", "yaml", {"a": 2, "b": 5}),
    ],
)
def test_entries_have_their_lines(text: str, kind: str, keys: dict[str, int]) -> None:
    """A finding about a source can say where it is."""
    assert keys_in(text, kind) == keys  # type: ignore[arg-type]


def test_front_matter_may_name_a_bibliography(tmp_path: Path) -> None:
    """Beside the chapter, as pandoc has it; what is not there is told at the chapter."""
    text = "---\nbibliography: [k.bib, borte.bib]\n---\n# A\n\n[@b]\n"
    document = document_of(tmp_path, text, sources=None, files={"chapters/k.bib": SOURCES})
    assert cited(document) == ["(Berg og Dahl 2018)"]
    assert [one.name for one in document.publication.bibliography.unused] == ["borte.bib"]
    (finding,) = READABLE.find(_Source(document))  # type: ignore[arg-type]
    assert finding.location.path == "manuscript/chapters/01.md"
