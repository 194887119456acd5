"""What each edition says of a citation, of one that is wrong, and of an account's name."""

import re
from pathlib import Path

import pytest
from lxml import etree

from bindery.finished.pdf.read import read_pdf
from bindery.pipeline.build import Built, build
from bindery.rules.manuscript.citation_is_in_the_bibliography import RULE
from bindery.vocabulary.editions import PDF_TYPE, SUMMARY
from tests.editions.pages_of import spine
from tests.shelf import SETTINGS, write_book

TEXT = """\
# Funn

::: in-summary

Kommunene vokser [se @h20, s. 3]. Andre mener noe annet [@ukjent]. Spør @kommune på nett, a@b.no.

:::
"""
SOURCES = "@book{h20, author={Hansen, Kari}, title={Kommunen i tall}, year={2020}}"
ALL = """
[editions.pdf20]
enabled = true

[editions.large-print]
enabled = true

[citations]
bibliography = ["kilder.bib"]
"""
SAYS = (
    "Kommunene vokser (se Hansen 2020, 3). Andre mener noe annet [@ukjent]. "
    "Spør @kommune på nett, a@b.no."
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """All editions of a book with the citations."""
    folder = tmp_path_factory.mktemp("kilder")
    files = {"kilder.bib": SOURCES.encode()}
    return build(write_book(folder, TEXT, settings=f"{SETTINGS}{ALL}", files=files))


def words_of(path: Path) -> str:
    """All words of a finished edition, as its readers get them."""
    if path.suffix == ".pdf":
        text = " ".join(root.text for root in read_pdf(path).roots)
    elif path.suffix == ".epub":
        import zipfile

        with zipfile.ZipFile(path) as archive:
            trees = [etree.fromstring(archive.read(f"EPUB/{name}")) for name in spine(archive)]
        text = " ".join("".join(tree.itertext()) for tree in trees)
    else:
        text = "".join(etree.HTML(path.read_text(encoding="utf-8")).itertext())
    return re.sub(r"[\s\u00a0\u202f]+", " ", text.replace("\u00ad", ""))


def test_every_edition_says_it(built: Built) -> None:
    """The citation is set, the unknown one is printed as written, an account is an account."""
    assert len(built.outputs) == 5
    for output in built.outputs:
        assert SAYS in words_of(output.path), output.edition.name


def test_the_sources_are_in_all_but_the_summary(built: Built) -> None:
    """In print a way back says its page too."""
    for output in built.outputs:
        words = words_of(output.path)
        assert ("Kommunen i tall" in words) is (output.edition is not SUMMARY)
        if output.edition.media_type == PDF_TYPE:
            assert re.search(r"Tilbake til kapittel 1 på side \d+", words)


def test_citation_and_source_lead_to_each_other_in_the_pdf(built: Built) -> None:
    """By structure, so that a screen reader comes to the words and not to the top of a page."""
    heard = read_pdf(next(one.path for one in built.outputs if one.path.name == "proevebok.pdf"))
    links = [one for one in heard.elements if one.role == "Link"]
    (citation,) = (one for one in links if one.text.strip() == "Hansen 2020, 3")
    (back,) = (one for one in links if one.text.startswith("Tilbake"))
    source = heard.elements[citation.links[0].element or 0]
    place = heard.elements[back.links[0].element or 0]
    assert source.text.startswith("Hansen, Kari")
    assert place.text.strip() == "Hansen 2020, 3"
    assert any(citation in one.children for one in heard.elements if one.role == "Reference")


def test_the_unknown_one_is_an_error_at_its_place(built: Built) -> None:
    """Only that one: the others are right."""
    (finding,) = RULE.find(built.folder.manuscript)
    assert finding.location.line == 5
    assert "ukjent" in finding.message.en
