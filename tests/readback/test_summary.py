"""A summary that says its part of the manuscript is silent; each broken twin is told of."""

from pathlib import Path

import pytest

from bindery.document.model import Document
from bindery.editions import summary
from bindery.editions.summary import MAKES_SUMMARY
from bindery.finished.documents import read_page
from bindery.readback.html.compare_html import compared_summary
from tests.readback.web import Change, in_text
from tests.shelf import document_of, workshop_for

CHAPTERS = (
    """\
# Havna ved byen {#havna}

::: key-message
Havna er *åpen* hele året, og [guoli]{lang=se} kommer først.[^n]
:::

Dette blir utelatt.

::::: in-summary
#### Tre byer {#byer}

Se [tabellen](#tabell), [kaia](#kaia), [Leia](02.md) og [lista](https://example.org/).[^n]

:::: {.table .row-headers #tabell}
| By | Fylke |
|----|-------|
| Bodø | Nordland |
| Alta | Finnmark |

Byer i nord.
::::

1. Ett skjær
2. To skjær
:::::

## Kaia {#kaia}

:::: in-summary
::: figure
![Et kart over leia](../figures/kart.svg)

Kartet er gammelt.
:::
::::

[^n]: Noten om HV.
""",
    """\
---
language: en
---

# The lead

::: key-message
Keep to the starboard side.
:::

::: in-summary
Mind the [skjær]{lang=nb}.
:::

::: {.in-summary .leads}
- **Keep *left*.** Then right.
- Look **out**.

    - **Ahead**, that is.
:::
""",
    "# Utelatt\n\nIngenting herfra.\n",
)
FIRST, SECOND = "manuscript/chapters/01.md", "manuscript/chapters/02.md"

LINE = {line[:6]: at for at, line in enumerate(CHAPTERS[0].splitlines(), 1)}
MESSAGE, HEADING, LINKED = LINE["Havna "], LINE["#### T"], LINE["Se [ta"]
TABLE, LIST, FIGURE = LINE["| By |"], LINE["1. Ett"], LINE["![Et k"]

SAYS = "edition-says-what-the-manuscript-says"
STRUCTURE = "edition-keeps-the-structure"
HEADERS = "edition-cells-have-their-headers"
DESCRIBED = "edition-describes-its-figures"
LINKS = "edition-links-lead-where-they-say"
LANGUAGE = "edition-speaks-the-language"
WAYS_IN = "edition-headings-can-be-found"

BROKEN: dict[str, tuple[list[Change], str | None, tuple[str, int | None] | None]] = {
    "a word is dropped": ([("</em> hele året", "</em> året")], SAYS, (FIRST, MESSAGE)),
    "a message is gone": (
        [("<p>Keep to the starboard side.</p>", "")],
        SAYS,
        (SECOND, 8),
    ),
    "a passage is said twice": (
        [("<p>Mind the", "<p>Keep to the starboard side.</p><p>Mind the")],
        SAYS,
        (SECOND, 5),
    ),
    "a note is referred to": (
        [("lista</a>.", "lista</a>.1")],
        SAYS,
        (FIRST, LINKED),
    ),
    "a heading has another level": (
        [('<h3 id="byer">Tre byer</h3>', '<h4 id="byer">Tre byer</h4>')],
        STRUCTURE,
        (FIRST, HEADING),
    ),
    "a list is paragraphs": (
        [
            ('<ol type="1">\n<li>Ett skjær</li>\n<li>', "<p>Ett skjær</p><p>"),
            ("To skjær</li>\n</ol>", "To skjær</p>"),
        ],
        STRUCTURE,
        (FIRST, LIST),
    ),
    "cells are swapped": (
        [("<td>Nordland</td>", "<td>X</td>"), ("<td>Finnmark</td>", "<td>Nordland</td>")],
        None,
        (FIRST, TABLE),
    ),
    "a header is one of its row": (
        [('<th scope="col">Fylke', '<th scope="row">Fylke')],
        HEADERS,
        (FIRST, TABLE),
    ),
    "an alternative is garbled": (
        [("Et kart over leia", "Et kart over RÃ¸d")],
        DESCRIBED,
        (FIRST, FIGURE),
    ),
    "a language is lost": ([('<span lang="se">', "<span>")], LANGUAGE, (FIRST, MESSAGE)),
    "a passage is in another language": (
        [("Mind the <span", '</p><p lang="nb">Mind the <span')],
        LANGUAGE,
        (SECOND, 12),
    ),
    "a link leads to another place": (
        [('<a href="#tabell">', '<a href="#byer">')],
        LINKS,
        (FIRST, LINKED),
    ),
    "a link leads out of the summary": (
        [("kaia, ", '<a href="#kaia">kaia</a>, ')],
        LINKS,
        (FIRST, LINKED),
    ),
    "something is hidden": (
        [("<p>Mind the", '<p aria-hidden="true">Mind the')],
        SAYS,
        (SECOND, 12),
    ),
    "the subtitle is gone": (
        [('class="subtitle">Om å prøve', 'class="subtitle">')],
        SAYS,
        ("", None),
    ),
    "a cut item has more than its lead": (
        [("Keep <em>left</em>.", "Keep <em>left</em>. Then right.")],
        SAYS,
        (SECOND, 16),
    ),
    "an item without a lead is cut": (
        [("Look <strong>out</strong>.", "<strong>out</strong>.")],
        SAYS,
        (SECOND, 17),
    ),
    "something is said that no one has written": (
        [("<dt>Utgiver</dt>", "<dt>Utgiver</dt><dd>Kommunen</dd>")],
        None,
        ("", None),
    ),
    "the contents lead astray": (
        [('<li><a href="#kontakt">', '<li><a href="#innhold">')],
        WAYS_IN,
        ("", None),
    ),
    "an entry of the contents is none": (
        [
            ('<li><a href="#kontakt">', '<div><a href="#kontakt">'),
            ("innholdet?</a></li>", "innholdet?</a></div>"),
        ],
        None,
        ("", None),
    ),
    "the contents have another order": (
        [
            ('<li><a href="#kontakt">Får du ikke lest noe av innholdet?</a></li>', ""),
            (
                '<li><a href="#kort',
                '<li><a href="#kontakt">Får du ikke lest noe av innholdet?</a></li>'
                '<li><a href="#kort',
            ),
        ],
        WAYS_IN,
        None,
    ),
    "the title is another": (
        [("<title>Prøvebok", "<title>Prøveboka")],
        "edition-presents-itself",
        ("manuscript/publication.toml", None),
    ),
}
"""What is changed, and the rule and place of a finding; the page itself where no file is named."""


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The manuscript, read."""
    return document_of(tmp_path_factory.mktemp("bok"), *CHAPTERS)


@pytest.fixture(scope="module")
def clean(document: Document, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The summary as the house makes it."""
    folder = tmp_path_factory.mktemp("sammendrag")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(summary, "_WORDS_FOR_CONTENTS", 0)
        return MAKES_SUMMARY.make(document, workshop_for(document, folder), {}).content


def found(
    document: Document, content: bytes, folder: Path
) -> list[tuple[str, tuple[str, int | None]]]:
    """The rule and the place of each finding in a summary of the manuscript."""
    page = folder / "proevebok.html"
    page.write_bytes(content)
    _, findings = compared_summary(read_page(page, ""), document)
    return [(one.rule, (one.location.path, one.location.line)) for one in findings]


def test_the_clean_summary_is_silent(document: Document, clean: bytes, tmp_path: Path) -> None:
    """Messages, blocks and what leads on are said once, and nothing else is."""
    assert found(document, clean, tmp_path) == []


def test_what_the_author_chose_is_looked_for(
    document: Document, clean: bytes, tmp_path: Path
) -> None:
    """Its passages are counted, and what is not marked is none of them."""
    (tmp_path / "proevebok.html").write_bytes(clean)
    examined, _ = compared_summary(read_page(tmp_path / "proevebok.html", ""), document)
    assert examined == 44
    assert b"Dette blir utelatt" not in clean


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_twin_is_told_of(
    name: str, document: Document, clean: bytes, tmp_path: Path
) -> None:
    """At its manuscript line, by its rule."""
    changes, rule, place = BROKEN[name]
    seen = set(found(document, in_text(clean, *changes), tmp_path))
    assert seen
    assert place is None or {at for _, at in seen} == {place}, seen
    assert rule is None or {one for one, _ in seen} == {rule}


def test_a_link_to_a_chapter_without_blocks_is_words(tmp_path: Path) -> None:
    """Its title stands above no text in the summary, so nothing can lead to it."""
    chapters = (
        "# En {#en}\n\n::: in-summary\nSe [to](02.md#to) og [tre](03.md).\n:::\n",
        "# To {#to}\n\n::: key-message\nTo er kort.\n:::\n",
        "# Tre {#tre}\n\nTre er borte.\n",
    )
    document = document_of(tmp_path, *chapters)
    content = MAKES_SUMMARY.make(document, workshop_for(document, tmp_path), {}).content
    assert found(document, content, tmp_path) == []


def test_a_summary_of_titles_alone_is_read_back(tmp_path: Path) -> None:
    """Titles of chapters are silent as they should be, and told of if one is missing."""
    text = "# Funn om *trykk*[^1]\n\nTekst.\n\n[^1]: Note.\n"
    titles = document_of(tmp_path, text, "---\nlanguage: en\n---\n\n# Abroad\n")
    content = MAKES_SUMMARY.make(titles, workshop_for(titles, tmp_path), {}).content
    assert found(titles, content, tmp_path) == []
    broken = content.replace(b'<li><span lang="en">Abroad</span></li>', b"")
    assert [rule for rule, _ in found(titles, broken, tmp_path)] == [SAYS]
