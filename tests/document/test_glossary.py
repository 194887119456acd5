"""Terms lead to the glossary, from every chapter, by their words or by those of ``of``."""

from pathlib import Path

from bindery.document.model import text_of
from tests.shelf import document_of

GLOSSARY = "# Ordliste {.glossary}\n\nGodt  vertskap\n:   A.\n\nVert\n: B [godt vertskap]{.term}\n"


def test_a_term_is_a_link_to_its_explanation(tmp_path: Path) -> None:
    """Without regard to capitals; an inflected word by ``of``."""
    chapter = '# A\n\n[Verten]{.term of="vert"} er [Godt vertskap]{.term #her}.\n'
    document = document_of(tmp_path, chapter, GLOSSARY)
    links = list(document.body.iter("a"))
    assert [(text_of(one), one.get("href"), one.get("role")) for one in links] == [
        ("Verten", "#ord-vert", "doc-glossref"),
        ("Godt vertskap", "#ord-godt-vertskap", "doc-glossref"),
        ("godt vertskap", "#ord-godt-vertskap", "doc-glossref"),
    ]
    assert links[1].get("id") == "her"


def test_a_term_without_an_entry_is_a_word(tmp_path: Path) -> None:
    """Nothing is lost; a rule reports it. A word in a link stays in that link."""
    chapter = "# A\n\nEn [vert]{.term} og [en [vert]{.term}](https://a.no) og [gjest]{.term}.\n"
    document = document_of(tmp_path, chapter, GLOSSARY)
    paragraph = document.body.find("section/p")
    assert paragraph is not None
    assert text_of(paragraph) == "En vert og en vert og gjest."
    assert [one.get("href") for one in paragraph.iter("a")] == ["#ord-vert", "https://a.no"]


def test_ids_of_terms_are_unique_in_the_book(tmp_path: Path) -> None:
    """An author's id stays, and the term gets another."""
    document = document_of(tmp_path, "# A {#ord-vert}\n\n[vert]{.term}\n", GLOSSARY)
    assert [one.get("id") for one in document.body.iter("dfn")] == [
        "ord-godt-vertskap",
        "ord-vert-2",
    ]
    assert next(document.body.iter("a")).get("href") == "#ord-vert-2"


def test_definitions_elsewhere_are_no_glossary(tmp_path: Path) -> None:
    """A list of definitions in a chapter is what it is today."""
    document = document_of(tmp_path, "# A\n\nVert\n:   B\n")
    assert list(document.body.iter("dfn")) == []
