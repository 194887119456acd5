"""Chapters as other tools have them, in every edition.

They are rows 3, 4, 9 to 12, 28 to 30, 33 to 35 and 40 of the dialect's acceptance.
"""

from pathlib import Path

import pytest

from bindery.document.model import MATHML, Document, text_of
from bindery.document.read import read_document
from bindery.manuscript.load import load
from bindery.manuscript.source import read_source
from bindery.readback.document.lost_words import lost_words
from bindery.rules.manuscript import RULES
from bindery.vocabulary.editions import Edition
from tests.every_edition import ALL, EDITIONS, differences, make_all
from tests.once import Once
from tests.shelf import write_book

ONE_TITLE = "---\ntitle: Funn\nweight: 3\n---\n\nTekst\n"
SEVERAL_TITLES = "---\ntitle: Skjer\n---\n# Alta\n\nByen.\n\n# Bodø\n\nHavna.\n"
LINKS = """\
# Lenker

::: in-summary
Gå til [byen](02.html#alta) og [skjæret](finnes-ikke.md).
:::
"""
PICTURES = """\
# Bilder

::: in-summary
![Kart.](../figures/kart.svg){#fig-k fig-alt="Norge"}

![Omriss](../figures/kart.svg)

![Fjell](https://a.no/b.png)

```{figure} ../figures/kart.svg
:name: f
Fylker
```
:::
"""
CODE = """\
# Kode

::: in-summary
```{r}
#| label: fig-p
plot(x)
```

{{ site.name }} er {% if x %}.

{{#include ../../etc/x.md}}
:::
"""
DOLLARS = """\
# Dollar

::: in-summary
Vekst $x_1$, 2$\\pi$.

Feltet $reporteeName$ settes.
:::
"""
CHAPTERS = (ONE_TITLE, SEVERAL_TITLES, LINKS, PICTURES, CODE, DOLLARS)
FOR_QUARTO = f'{ALL}\n[manuscript]\nwritten-for = "quarto"\n'
QUARTO = "# Bilder\n\n::: in-summary\n![Omriss](../figures/kart.svg)\n:::\n"


def _document(folder: Path) -> Document:
    return _read(folder, *CHAPTERS)


def _read(folder: Path, *chapters: str, settings: str = ALL) -> Document:
    publication = load(write_book(folder, *chapters, settings=settings)).publication
    assert publication is not None
    return read_document(publication)


def test_each_is_told_once_at_its_line(tmp_path: Path) -> None:
    """Errors where readers miss something, information where a mark is read as another."""
    source = read_source(_document(tmp_path).publication)
    told = {
        (finding.rule, finding.location.path[-5:], finding.location.line)
        for rule in RULES
        for finding in rule.find(source)
        if rule.name not in ("sentence-is-short", "words-are-in-the-dictionary")
    }
    assert told == {
        ("left-out", "01.md", 3),
        ("read-as", "02.md", 2),
        ("read-as", "03.md", 4),
        ("link-leads-somewhere", "03.md", 4),
        ("image-is-local", "04.md", 8),
        ("read-as", "04.md", 4),
        ("image-has-alt-text", "04.md", 10),
        ("output-is-missing", "05.md", 4),
        ("template-is-filled", "05.md", 9),
        ("include-is-there", "05.md", 11),
        ("formula-is-a-formula", "06.md", 6),
    }


def test_the_document_is_what_was_meant(tmp_path: Path) -> None:
    """Titles, levels, links, alternatives and captions; nothing that nobody knows is left out."""
    document = _document(tmp_path)
    assert list(lost_words(document, read_source(document.publication))) == []
    funn, skjer, lenker, bilder, kode, dollar = map(document.chapter, document.chapters)
    title = funn.find("h1")
    assert title is not None
    assert (text_of(title), title.get("data-source")) == ("Funn", "manuscript/chapters/01.md:2")
    headings = [(one.tag, text_of(one)) for one in skjer.iter("h1", "h2")]
    assert headings == [("h1", "Skjer"), ("h2", "Alta"), ("h2", "Bodø")]
    assert [link.get("href") for link in lenker.iter("a")] == ["#alta"]
    assert "skjæret" in text_of(lenker)
    shown = [
        (image.get("alt"), text_of(figure) if figure is not None else None)
        for image in bilder.iter("img")
        for figure in (next(image.iterancestors("figure"), None),)
    ]
    assert shown == [("Norge", "Kart."), ("Omriss", None), (None, "Fylker")]
    assert "https://a.no/b.png" in text_of(bilder)
    assert [text_of(code) for code in kode.iter("pre")] == ["plot(x)"]
    assert "{{ site.name }} er {% if x %}." in text_of(kode)
    assert "{{#include ../../etc/x.md}}" in text_of(kode)
    assert [one.get("alttext") for one in dollar.iter(f"{MATHML}math")] == ["x indeks 1", "π"]
    assert "Feltet $reporteeName$ settes." in text_of(dollar)


def test_brackets_are_a_caption_where_the_tool_says_so(tmp_path: Path) -> None:
    """In a manuscript for Quarto the same image has a caption, and no alternative."""
    document = _read(tmp_path, QUARTO, settings=FOR_QUARTO)
    (figure,) = document.body.iter("figure")
    assert text_of(figure) == "Omriss"
    found = [
        finding.location.line
        for rule in RULES
        if rule.name == "image-has-alt-text"
        for finding in rule.find(read_source(document.publication))
    ]
    assert found == [4]


@pytest.fixture(scope="module")
def made(once: Once) -> Path:
    """The folder with all editions of the book."""
    return once("chapters-of-others", lambda folder: make_all(_document(folder), folder))


@pytest.mark.slow
@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.name)
def test_every_edition_says_it(edition: Edition, made: Path, tmp_path: Path) -> None:
    """Words, headings, links, pictures and what is printed as written are the Document's."""
    assert differences(edition, made, _document(tmp_path)) == []


@pytest.fixture(scope="module")
def made_for_quarto(once: Once) -> Path:
    """The folder with all editions of the book for Quarto."""

    def make(folder: Path) -> None:
        make_all(_read(folder, QUARTO, settings=FOR_QUARTO), folder)

    return once("chapter-for-quarto", make)


@pytest.mark.slow
@pytest.mark.parametrize("edition", EDITIONS, ids=lambda edition: edition.name)
def test_every_edition_has_the_caption(
    edition: Edition, made_for_quarto: Path, tmp_path: Path
) -> None:
    """The words in the brackets are below the picture in all of them."""
    document = _read(tmp_path, QUARTO, settings=FOR_QUARTO)
    assert differences(edition, made_for_quarto, document) == []
