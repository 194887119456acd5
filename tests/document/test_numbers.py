"""Numbers and references in the Document, by what a reader gets."""

import time
from pathlib import Path

import pytest
from lxml import etree

from bindery.document.model import SAYS_PAGE, Document, text_of
from tests.shelf import SETTINGS, document_of

FIGURE = "::: {{#fig-{0}}}\n![Kart](../figures/kart.svg)\n\n{1}\n:::\n\n"
FIGURES = "".join(FIGURE.format(name, f"Kart {name}.") for name in "abcd")
APART = "Et avsnitt imellom.\n\n"


def book(folder: Path, *chapters: str, settings: str = "", language: str = "nb") -> Document:
    """A book of ``chapters``, each below a title of its own."""
    written = SETTINGS.replace('language = "nb"', f'language = "{language}"')
    texts = (f"# Kapittel {n}\n\n{text}" for n, text in enumerate(chapters, start=1))
    return document_of(folder, *texts, settings=f"{written}\n{settings}")


def first_words(document: Document) -> str:
    """What the first paragraph says."""
    paragraph = document.body.find(".//p")
    assert paragraph is not None
    return text_of(paragraph).replace("\u00a0", " ")


def captions(document: Document) -> list[str]:
    """What the captions say, in order."""
    return [text_of(one) for one in document.body.iter("figcaption", "caption")]


WORDS = {
    "Se @fig-a.": "Se figur 1.",
    "@fig-a viser": "Figur 1 viser",
    "Se også dette. @fig-b viser": "Se også dette. Figur 2 viser",
    "Jf. @fig-a, f.eks. @fig-b": "Jf. figur 1, f.eks. figur 2",
    "Se @Fig-a": "Se Figur 1",
    "Se [-@fig-a]": "Se 1",
    "Se [Kart *nr.* @fig-a]": "Se Kart nr. 1",
    "Se [@fig-a; @fig-b]": "Se figur 1 og 2",
    "Se [@fig-a; @fig-b; @fig-d]": "Se figur 1, 2 og 4",
    "Se [@fig-a; @fig-b; @fig-c]": "Se figur 1–3",
    "Se [@fig-a; @fig-b; @fig-c; @sec-x]": "Se figur 1, figur 2, figur 3 og «Om X»",
    "Se @sec-x": "Se «Om X»",
    "Se @fig-x": "Se @fig-x",
    "Se [Kart @fig-x; @fig-a]": "Se [Kart @fig-x; @fig-a]",
}


@pytest.mark.parametrize(("written", "said"), WORDS.items())
def test_a_reference_says_word_and_number(written: str, said: str, tmp_path: Path) -> None:
    """In the book's language, with a capital first in a sentence; what leads nowhere stays."""
    document = book(tmp_path, f"{written}\n\n{APART}{FIGURES}", "## Om X {#sec-x}\n")
    assert first_words(document) == said


def test_a_chapter_and_a_section_are_called_by_number(tmp_path: Path) -> None:
    """A chapter by its number; a section too if sections have numbers, else by its words."""
    text = "Se @sec-x og [](02.md){.ref}.\n\n"
    two = "## Før\n\n### Under\n\n## Om X {#sec-x}\n\n### Til {.unnumbered}\n"
    assert first_words(book(tmp_path, text, two)) == "Se «Om X» og kapittel 2."
    document = book(tmp_path, text, two, settings="[numbering]\nsections = 2\n")
    assert first_words(document) == "Se avsnitt 2.2 og kapittel 2."
    headings = [text_of(one) for one in document.body.iter("h2", "h3")]
    assert headings == ["2.1 Før", "2.1.1 Under", "2.2 Om X", "Til"]
    document = book(tmp_path, text, two, settings="[numbering]\nchapters = false\nsections = 1\n")
    assert first_words(document) == "Se avsnitt 2 og «Kapittel 2»."


def test_nothing_is_numbered_before_something_refers_to_it(tmp_path: Path) -> None:
    """A book without references is as it was, whatever numbers its author wrote."""
    figure = FIGURE.format("a", "Figur 7: Kart.")
    assert captions(book(tmp_path, figure)) == ["Figur 7: Kart."]
    assert captions(book(tmp_path, f"Se @fig-a.\n\n{figure}")) == ["Figur 1. Kart."]
    off = "[numbering]\nfigures = 'off'\n"
    document = book(tmp_path, f"Se @fig-a.\n\n{figure}", settings=off)
    assert captions(document) == ["Figur 7: Kart."]


def test_numbers_go_through_the_book_or_each_chapter(tmp_path: Path) -> None:
    """As its settings say, kind by kind."""
    chapters = (FIGURE.format("a", "A."), FIGURE.format("b", "B.") + FIGURE.format("c", "C."))
    through = book(tmp_path, *chapters, settings="[numbering]\nfigures = 'book'\n")
    assert captions(through) == ["Figur 1. A.", "Figur 2. B.", "Figur 3. C."]
    each = book(tmp_path, *chapters, settings="[numbering]\nfigures = 'chapter'\n")
    assert captions(each) == ["Figur 1.1. A.", "Figur 2.1. B.", "Figur 2.2. C."]


TAKEN = {
    "Figur 1: Kart.": "Figur 1. Kart.",
    "**Figur 12.** Kart.": "Figur 1. Kart.",
    "Fig. 2.3 – Kart.": "Figur 1. Kart.",
    "Figure 1: Map.": "Figur 1. Map.",
    "Figur 3 viser kart.": "Figur 1. Figur 3 viser kart.",
    "Figurene er kart.": "Figur 1. Figurene er kart.",
}


@pytest.mark.parametrize(("written", "said"), TAKEN.items())
def test_a_number_of_the_authors_is_not_doubled(written: str, said: str, tmp_path: Path) -> None:
    """It is taken off, unless it is a part of the sentence."""
    document = book(tmp_path, f"Se @fig-a.\n\n{FIGURE.format('a', written)}")
    assert captions(document) == [said]


LANGUAGES = {
    "nn": "Se figur 1 og 2.",
    "se": "Se govus 1 ja 2.",
    "en": "Se Figures 1 and 2.",
    "sv": "Se figur 1 och 2.",
    "de": "Se Abbildungen 1 und 2.",
    "fi": "Se Figures 1 and 2.",
    "pl": "Se Figures 1 i 2.",
}


@pytest.mark.parametrize(("language", "said"), LANGUAGES.items())
def test_words_are_the_books_language(language: str, said: str, tmp_path: Path) -> None:
    """Those that a language lacks are English, and marked as such."""
    document = book(tmp_path, f"Se [@fig-a; @fig-b].\n\n{FIGURES}", language=language)
    assert first_words(document) == said
    spans = document.body.findall(".//p/a/span")
    assert [one.get("lang") for one in spans[:1]] == ["en" if language in ("fi", "pl") else None]


def test_a_reference_says_its_page_unless_its_target_is_beside_it(tmp_path: Path) -> None:
    """Nor in a heading or a caption, whose words are their name in lists; nor among several."""
    text = f"Se @fig-a.\n\n{FIGURES}Se @fig-d og @fig-a.\n\n## Om @fig-a\n\n[@fig-a; @fig-b]\n"
    document = book(tmp_path, text)
    said = [SAYS_PAGE in one.attrib for one in document.body.iter("a")]
    assert said == [False, False, True, False, False, False]
    quiet = book(tmp_path, text, settings="[numbering]\nreferences-say-page = false\n")
    assert not any(SAYS_PAGE in one.attrib for one in quiet.body.iter("a"))


def test_images_of_one_figure_get_letters(tmp_path: Path) -> None:
    """A reference to one of them says number and letter."""
    image = "![Kart](../figures/kart.svg)"
    inner = f"::: {{#fig-x-c}}\n{image}\n\n(c) Sør.\n:::\n\n"
    text = f"Se @fig-x-c i @fig-x.\n\n::: {{#fig-x}}\n{image}\n\n{image}\n\n{inner}Tre.\n:::\n"
    document = book(tmp_path, text)
    assert first_words(document) == "Se figur 1 c i figur 1."
    assert captions(document) == ["(a)", "(b)", "(c) Sør.", "Figur 1. Tre."]


def test_a_named_formula_has_its_number_after_it(tmp_path: Path) -> None:
    """The number is heard after the formula; formulas without a name have none."""
    text = "Av @eq-v og [-@eq-v].\n\n$$a$$ {#eq-v}\n\n$$b$$\n"
    document = book(tmp_path, text)
    assert first_words(document) == "Av formel (1) og (1)."
    (equation,) = document.body.iterfind(".//span[@class='equation']")
    assert [etree.QName(one).localname for one in equation] == ["math", "span"]
    assert equation[1].text == "(1)"


def test_a_thousand_references_take_linear_time(tmp_path: Path) -> None:
    """Ten times as many take about ten times as long."""
    took = []
    for count in (100, 1000):
        figures = "".join(FIGURE.format(n, f"Kart {n}.") for n in range(count))
        together = " ".join(f"@fig-{n}" for n in range(count))
        apart = "".join(f"Se @fig-{n}.\n\n" for n in range(count))
        begun = time.process_time()
        document = book(tmp_path / str(count), together + "\n\n" + apart + figures)
        took.append(time.process_time() - begun)
        assert len(document.body.findall(".//p/a")) == 2 * count
    assert took[1] < 30 * max(took[0], 0.1), took
