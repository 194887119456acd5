"""The summary: what the author chose, in its own languages, with links that lead somewhere."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from bindery.document.model import text_of
from bindery.editions.making import Made
from bindery.editions.summary import MAKES_SUMMARY
from bindery.editions.summary.self_contained import LIMIT
from tests.editions.summary.pages import BOOKS, summary_of
from tests.shelf import SETTINGS, document_of, workshop_for

CHAPTER = """\
# Funn med *trykk*[^1]

::: key-message
Husk **dette**.
:::

Bare i boka, og [en lenke](#annet).

## Annet {#annet}

:::: in-summary
1. Første, se [annet](#annet) og [the law]{lang=en}.[^1]
2. Andre, se [her](#under)

::: {.table}
| A | B |
|---|---|
| 1 | 2 |

Tall
:::

### Under {#under}

##### Langt under

### Ved siden av
::::

[^1]: Note.
"""

ABROAD = """\
---
language: en
---

# Abroad

::: key-message
Speak up.
:::

::: in-summary
In English.
:::

:::: {lang=de}
::: in-summary
Auf Deutsch.
:::
::::
"""

Page = lxml_html.HtmlElement


def page(folder: Path, *chapters: str, settings: str = SETTINGS) -> str:
    """The summary of a book of ``chapters``."""
    document = document_of(folder, *(chapters or (CHAPTER,)), settings=settings)
    made = {"pdf": Made(b"x" * 61_500, 12), "epub": Made(b"x" * 1_240_000, 4)}
    return MAKES_SUMMARY.make(document, workshop_for(document, folder), made).content.decode()


def tree(html: str) -> Page:
    """The page as a browser's tree."""
    parsed = lxml_html.document_fromstring(html)
    assert isinstance(parsed, lxml_html.HtmlElement)
    return parsed


def linked(html: str) -> dict[str, Any]:
    """The page's JSON-LD."""
    script = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert script
    data = json.loads(script[1])
    assert isinstance(data, dict)
    return data


@pytest.mark.slow
def test_it_holds_what_the_author_chose(tmp_path: Path) -> None:
    """Key messages and marked blocks are in, once each; the rest of the text is not."""
    html = page(tmp_path)
    assert html.count("Husk <strong>dette</strong>.") == 1
    assert html.count("<caption") == 1
    assert "Bare i boka" not in html


def test_what_is_marked_twice_is_there_once(tmp_path: Path) -> None:
    """A block inside another that is in the summary comes with it, and only with it."""
    outer = "# A\n\n::::: in-summary\n> Ytre.\n>\n> ::: in-summary\n> Indre.\n> :::\n:::::\n"
    html = page(tmp_path, outer)
    assert html.count("Indre.") == 1


def test_messages_stand_first_by_the_names_of_their_chapters(tmp_path: Path) -> None:
    """A reader of the first screen has the whole publication in short."""
    found = tree(page(tmp_path, CHAPTER, ABROAD))
    named = [text_of(one) for one in found.iterfind(".//dl/div/dt/span")]
    messages = [text_of(one) for one in found.iterfind(".//dl/div/dd")]
    assert named == ["Funn med trykk", "Abroad"]
    assert messages == ["Husk dette.", "Speak up."]
    assert found.findtext(".//main/section/h2") == "Kort sagt"


def test_a_book_with_nothing_chosen_lists_its_chapters(tmp_path: Path) -> None:
    """Its summary has the title of each chapter, in its language, and its maker is told."""
    chapters = ("# Funn om *trykk*[^1]\n\nTekst.\n\n[^1]: Note.\n", ABROAD.partition(":::")[0])
    document = document_of(tmp_path, *chapters)
    made = MAKES_SUMMARY.make(document, workshop_for(document, tmp_path), {})
    found = tree(made.content.decode())
    titles = found.findall(".//main/section[1]/ul/li/span")
    assert [(text_of(one), one.get("lang")) for one in titles] == [
        ("Funn om trykk", None),
        ("Abroad", "en"),
    ]
    assert found.findtext(".//main/section[1]/h2") == "Kapitlene"
    assert [one.rule for one in made.findings] == ["summary-has-content"]


def test_a_book_with_something_chosen_lists_no_chapters(tmp_path: Path) -> None:
    """One key message is enough."""
    assert "Kapitlene" not in page(tmp_path, CHAPTER, "# Andre\n\nTekst.\n")


LEADS = """\
# Punkter

::: {.in-summary .leads}
Disse er med:

1. **Først *dette*.** Så mer.[^1]
2. **Og [the rest]{lang=en}**, med **mer** fett.

   Et avsnitt til.

   - **Inni.** Borte.
3. Uten fet skrift, men **hel**.
   - **Under.** Også borte.

[^1]: Note.
:::
"""


def test_of_a_list_of_leads_only_the_bold_words_are_there(tmp_path: Path) -> None:
    """An item that begins with bold words is cut to them; another is whole."""
    found = tree(page(tmp_path, LEADS))
    (items,) = found.iterfind(".//section/ol")
    assert [text_of(one) for one in items] == [
        "Først dette.",
        "Og the rest",
        "Uten fet skrift, men hel. Under.",
    ]
    assert [one.tag for one in items[0]] == ["em"]
    assert items[1][0].get("lang") == "en"
    assert "Disse er med:" in text_of(found)


@pytest.mark.parametrize(
    "text",
    [
        ":::: {.figure .key-message}\n![Kart](../figures/kart.svg)\n\nTekst.\n::::\n",
        "Et [ord]{.key-message} her.\n",
        "## Under {.key-message}\n",
    ],
)
def test_only_a_block_is_a_message(text: str, tmp_path: Path) -> None:
    """The class on anything else gives no message, and no traceback."""
    assert tree(page(tmp_path, f"# A\n\n{text}")).find(".//dl[@class='messages']") is None


def test_a_summary_that_retells_much_is_told_of(tmp_path: Path) -> None:
    """Its share of the words is given; a short one is a summary however short the book is."""

    def findings(inside: int, outside: int) -> list[tuple[str, str]]:
        chapter = f"# A\n\n::: in-summary\n{'Ord. ' * inside}\n:::\n\n{'Ord. ' * outside}\n"
        document = document_of(tmp_path, chapter)
        made = MAKES_SUMMARY.make(document, workshop_for(document, tmp_path), {})
        return [(one.rule, one.message.nb) for one in made.findings]

    assert findings(299, 299) == []
    assert findings(310, 929) == [
        (
            "summary-is-a-summary",
            "Sammendraget har 311 ord, 26 % av publikasjonen. Det bør ikke ha mer enn 25 %.",
        )
    ]
    assert findings(310, 950) == []


def test_a_long_summary_has_a_list_of_its_parts(tmp_path: Path) -> None:
    """On a short page it would only be in the way."""
    assert tree(page(tmp_path)).find(".//nav") is None
    long = tree(page(tmp_path, CHAPTER, f"# B\n\n::: in-summary\n{'Ord. ' * 401}\n:::\n"))
    assert [text_of(one) for one in long.iterfind(".//nav//a")][:3] == [
        "Kort sagt",
        "Funn med trykk",
        "B",
    ]


def test_particulars_are_for_readers(tmp_path: Path) -> None:
    """A UUID is for software, an ISBN is shown; whom to write to is said once."""
    isbn = re.sub(r'identifier = ".*"', 'identifier = "urn:isbn:9788200000006"', SETTINGS)
    plain, sold = (
        [text_of(one) for one in tree(page(tmp_path, settings=settings)).iterfind(".//footer//dd")]
        for settings in (SETTINGS, isbn)
    )
    assert plain
    assert not any("urn:uuid:" in one for one in plain)
    assert "urn:isbn:9788200000006" in sold
    assert page(tmp_path).count('href="mailto:') == 1


@pytest.mark.slow
@pytest.mark.parametrize("book", BOOKS)
def test_headings_have_one_top_and_no_gap(book: str) -> None:
    """A listener who steps from heading to heading misses no level."""
    levels = [int(str(heading.tag)[1]) for heading in tree(summary_of(book)).iter(*_HEADINGS)]
    assert levels.count(1) == 1
    # The contents come before the first section, as a heading of their own.
    assert all(after <= before + 1 for before, after in pairwise(levels))


_HEADINGS = tuple(f"h{level}" for level in range(1, 7))


def test_headings_in_blocks_are_fitted_below_their_chapter(tmp_path: Path) -> None:
    """Levels that the summary leaves out leave no gap behind."""
    section = tree(page(tmp_path)).find(".//section[@id='kapittel-1']")
    assert section is not None
    levels = [(heading.tag, heading.text_content()) for heading in section.iter(*_HEADINGS)]
    below = [("h3", "Under"), ("h4", "Langt under"), ("h3", "Ved siden av")]
    assert levels == [("h2", "Funn med trykk"), *below]


def test_every_language_is_told(tmp_path: Path) -> None:
    """A chapter, a passage and a phrase in another language are read by its own voice."""
    found = tree(page(tmp_path, CHAPTER, ABROAD))
    assert found.get("lang") == "nb"
    told = {one.text_content().strip(): one.get("lang") for one in found.iter() if one.get("lang")}
    for words, language in (
        ("the law", "en"),
        ("Abroad", "en"),
        ("Speak up.", "en"),
        ("Auf Deutsch.", "de"),
    ):
        assert told[words] == language
    chapter = found.find(".//section[@id='kapittel-2']")
    assert chapter is not None and chapter.get("lang") == "en"


def test_links_to_what_is_not_there_are_text(tmp_path: Path) -> None:
    """No link in the summary leads to a place that only the whole publication has."""
    html = page(tmp_path)
    targets = re.findall(r'href="#([^"]+)"', html)
    assert "under" in targets and "annet" not in targets
    assert all(f'id="{target}"' in html for target in targets)
    assert "doc-noteref" not in html


def test_names_are_there_once(tmp_path: Path) -> None:
    """The author's names win over the page's own, and every link still leads to its place."""
    chapter = "# A {#innhold}\n\n::: in-summary\n## B {#kontakt}\n\n## C {#kontakt-}\n:::\n"
    found = tree(page(tmp_path, chapter))
    names = [one.get("id") for one in found.iter() if one.get("id")]
    assert len(names) == len(set(names))
    links = [str(one.get("href")) for one in found.iter("a")]
    assert all(link[1:] in names for link in links if link.startswith("#"))


def test_a_wide_table_can_be_scrolled_from_the_keyboard(tmp_path: Path) -> None:
    """The region around a table takes focus and has the caption for its name (WCAG 2.1.1)."""
    html = page(tmp_path)
    region = re.search(
        r'<div class="region" role="region" tabindex="0" aria-labelledby="([^"]+)"', html
    )
    assert region
    assert f'<caption id="{region[1]}"' in html


def test_the_style_is_allowed_by_its_hash_and_nothing_else_is(tmp_path: Path) -> None:
    """The page's own policy lets in this style sheet and no script, image or frame from afar."""
    html = page(tmp_path)
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in html
    assert "default-src 'none'" in html
    assert not re.search(r'(src|href)="https?:[^"]*\.(js|css|woff2|png)"', html)


def test_a_title_cannot_end_the_linked_data(tmp_path: Path) -> None:
    """A title is text, whatever is in it."""
    settings = SETTINGS.replace('"Prøvebok"', '"</script><b>x"')
    html = page(tmp_path, settings=settings)
    assert "</script><b>" not in html
    assert linked(html)["name"] == "</script><b>x"


def test_whoever_cannot_read_it_knows_where_to_turn(tmp_path: Path) -> None:
    """The contact has a heading of its own, and a link."""
    found = tree(page(tmp_path))
    section = found.find(".//section[@class='contact']")
    assert section is not None
    assert section.findtext("h2") == "Får du ikke lest noe av innholdet?"
    assert [link.get("href") for link in section.iter("a")] == ["mailto:post@example.org"]


def test_it_says_how_accessible_the_e_book_is(tmp_path: Path) -> None:
    """The display guide's fields are there in Norwegian, in its order, where there is an EPUB."""
    html = page(tmp_path)
    headings = [one.text_content() for one in tree(html).iter("h3")]
    assert headings.index("Måter å lese på") < headings.index("Samsvar med standarder")
    document = document_of(tmp_path, CHAPTER)
    alone = MAKES_SUMMARY.make(document, workshop_for(document, tmp_path), {}).content.decode()
    assert "Måter å lese på" not in alone


def test_catalogues_get_what_is_known_and_nothing_else(tmp_path: Path) -> None:
    """JSON-LD names the book, its makers, its source and its editions, and no empty value."""
    book = linked(page(tmp_path))
    assert (book["@context"], book["@type"]) == ("https://schema.org", "Book")
    assert book["author"] == [{"name": "Ola Nordmann"}]
    assert book["isBasedOn"]["url"] == "https://example.org/kilden"
    assert "url" not in book
    epub, pdf = book["workExample"]
    assert pdf["numberOfPages"] == 12
    assert pdf["encoding"] == {
        "@type": "MediaObject",
        "encodingFormat": "application/pdf",
        "contentSize": "61500 B",
    }
    assert "numberOfPages" not in epub
    assert {"tableOfContents", "readingOrder"} <= set(epub["accessibilityFeature"])
    assert epub["accessibilitySummary"]
    assert "accessibilityFeature" not in pdf
    assert book["accessMode"] == epub["accessMode"]
    sufficient = [set(modes["itemListElement"]) for modes in book["accessModeSufficient"]]
    assert {"textual"} in sufficient
    assert book["accessibilityHazard"] == ["none"]
    assert all(value for value in (*book.values(), *epub.values(), *pdf.values()))


def test_whoever_shares_it_shares_a_picture(tmp_path: Path) -> None:
    """With an address there are Open Graph properties and a canonical link; without, none."""
    address = 'address = "https://example.org/bok/"\n'
    found = tree(page(tmp_path, settings=SETTINGS.replace("slug =", f"{address}slug =")))
    properties = found.iterfind(".//meta[@property]")
    shared = {one.get("property"): one.get("content") for one in properties}
    assert shared["og:url"] == "https://example.org/bok/"
    assert shared["og:image"] == "https://example.org/bok/proevebok.png"
    assert shared["og:image:alt"] == "Omslaget til «Prøvebok». Prøveforlaget."
    assert (shared["og:type"], shared["og:locale"]) == ("book", "nb_NO")
    assert (shared["og:image:width"], shared["og:image:height"]) == ("1200", "630")
    canonical = found.find(".//link[@rel='canonical']")
    assert canonical is not None and canonical.get("href") == "https://example.org/bok/"
    assert "og:" not in page(tmp_path) and "canonical" not in page(tmp_path)


@pytest.mark.parametrize("book", BOOKS)
def test_it_opens_on_a_poor_line(book: str) -> None:
    """Ours and the torture book's are at most 150 kB, all in one file."""
    assert len(summary_of(book).encode()) <= LIMIT
