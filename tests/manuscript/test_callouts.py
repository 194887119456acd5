"""Every spelling of a callout becomes the same carrier, and none of its words is lost."""

import re
from pathlib import Path
from time import process_time

import pytest

from bindery.document.model import Element, has_class, text_of
from bindery.manuscript.marks.door import let_in
from bindery.manuscript.marks.page import Book
from tests.shelf import SETTINGS, document_of

QUOTATIONS = {
    "> [!NOTE]\n> x\n": ("note", "Merk"),
    "> [!NOTE] Husk *nå*\n> x\n": ("note", "Merk: Husk nå"),
    "> [!TIP]\n> x\n": ("tip", "Tips"),
    "> [!tip] Tips til turen\n> x\n": ("tip", "Tips til turen"),
    "> [!IMPORTANT]\n> x\n": ("important", "Viktig"),
    "> [!WARNING] Glatt vei\n> x\n": ("warning", "Advarsel: Glatt vei"),
    "> [!CAUTION]\n> x\n": ("caution", "Vær forsiktig"),
    "> [!INFO]\n> x\n": ("note", "Merk"),
    "> [!SEEALSO]\n> x\n": ("note", "Merk"),
    "> [!ABSTRACT]\n> x\n": ("note", "Merk"),
    "> [!HINT]\n> x\n": ("tip", "Tips"),
    "> [!ATTENTION]\n> x\n": ("important", "Viktig"),
    "> [!DANGER]\n> x\n": ("warning", "Advarsel"),
    "> [!ERROR]\n> x\n": ("warning", "Advarsel"),
    "> [!BUG]\n> x\n": ("warning", "Advarsel"),
    "> [!TIP]-\n> x\n": ("tip", "Tips"),
    "> [!TIP]+ Mer\n> x\n": ("tip", "Tips: Mer"),
    "> [!QUOTE]\n> x\n": ("note", "Merk: Quote"),
    "> [!NOTE]\nx\n": ("note", "Merk"),
    ">[!NOTE]\n>x\n": ("note", "Merk"),
}
FENCES = {
    '::: {.callout-note title="Husk" collapse="true"}\nx\n:::\n': ("note", "Merk: Husk"),
    "::: {.callout-tip collapse}\nx\n:::\n": ("tip", "Tips"),
    "::: {.callout-warning}\n## Glatt vei\n\nx\n:::\n": ("warning", "Advarsel: Glatt vei"),
    "::: {.callout-warning}\n## Glatt {#glatt}\nx\n:::\n": ("warning", "Advarsel: Glatt"),
    "::: callout\n### Husk\n\nx\n:::\n": ("note", "Merk: Husk"),
    "::: note\nx\n:::\n": ("note", "Merk"),
    ":::danger\nx\n:::\n": ("warning", "Advarsel"),
    ":::note[Husk *nå*]\nx\n:::\n": ("note", "Merk: Husk nå"),
    ":::note Husk *nå*\nx\n:::\n": ("note", "Merk: Husk nå"),
    "::: details Vis mer\nx\n:::\n": ("details", "Vis mer"),
    ":::{note} Husk\nx\n:::\n": ("note", "Merk: Husk"),
    ":::{note}\n:class: dropdown\nx\n:::\n": ("note", "Merk"),
    "```{note} Husk\nx\n```\n": ("note", "Merk: Husk"),
    "~~~{tip}\nx\n~~~\n": ("tip", "Tips"),
    "```{dropdown} Vis mer\nx\n```\n": ("details", "Vis mer"),
    ":::{dropdown} Vis mer\n:class: note\nx\n:::\n": ("details", "Vis mer"),
    "```{todo}\nx\n```\n": ("note", "Merk: Todo"),
    "```{admonition} Glatt\n:class: warning\nx\n```\n": ("warning", "Advarsel: Glatt"),
    "```{admonition} Glatt\n---\nclass: warning\nname: a\n---\nx\n```\n": (
        "warning",
        "Advarsel: Glatt",
    ),
}
OTHERS = {
    '<div class="note">\n\nx\n\n</div>\n': ("note", "Merk"),
    '<div class="note">x</div>\n': ("note", "Merk"),
    '<DIV CLASS="alert alert-warning" id=a>\nx\n</DIV>\n': ("warning", "Advarsel"),
    '!!! note "Husk *nå*"\n    x\n': ("note", "Merk: Husk nå"),
    "!!! tip\n\tx\n": ("tip", "Tips"),
    "!!! warning inline end\n\n    x\n": ("warning", "Advarsel"),
    '??? note "Husk"\n    x\n': ("note", "Merk: Husk"),
    "???+ bug\n    x\n": ("warning", "Advarsel"),
    '=== "Linux"\n    x\n': ("details", "Linux"),
}
SPELLINGS = QUOTATIONS | FENCES | OTHERS


def callouts_of(folder: Path, markdown: str) -> list[Element]:
    """The callouts in the Document of a chapter with ``markdown``."""
    body = document_of(folder, f"# A\n\n{markdown}").body
    return [one for one in body.iter("aside", "div") if has_class(one, "callout")]


@pytest.mark.parametrize("around", ["{}", "Før\n\n{}\nEtter\n"])
@pytest.mark.parametrize("markdown", SPELLINGS)
def test_every_spelling_is_a_callout(around: str, markdown: str, tmp_path: Path) -> None:
    """Its kind and its title are told in words, and its text is all there."""
    kind, title = SPELLINGS[markdown]
    (callout,) = callouts_of(tmp_path, around.format(markdown))
    assert callout.get("class") == f"callout {kind}"
    assert [text_of(block) for block in callout] == [title, "x"]
    assert callout.get("aria-labelledby") == callout[0].get("id")
    assert callout.getparent().tag == "section"  # type: ignore[union-attr]


@pytest.mark.parametrize("markdown", SPELLINGS)
def test_every_spelling_may_be_in_a_list_item(markdown: str, tmp_path: Path) -> None:
    """The carrier has the item's indentation."""
    nested = "\n".join(f"   {line}".rstrip() for line in markdown.split("\n"))
    if "\t" in nested or (markdown.startswith("> ") and "\nx\n" in markdown):
        pytest.skip("a tab is as wide as its place, and a lazy line needs none")
    (callout,) = callouts_of(tmp_path, f"1. Før\n\n{nested}\n\n2. Etter\n")
    assert [text_of(block) for block in callout] == [SPELLINGS[markdown][1], "x"]
    assert callout.getparent().tag == "li"  # type: ignore[union-attr]


@pytest.mark.parametrize("markdown", SPELLINGS)
def test_what_is_not_taught_is_told(markdown: str) -> None:
    """Each is information, but for the spelling that the docs teach."""
    taught = re.match(r">\s?\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\](?![+-])", markdown)
    marks = let_in("a.md", markdown, Book()).marks
    assert {mark.rule for mark in marks} == (set() if taught else {"read-as"})


@pytest.mark.parametrize(
    "markdown",
    [
        "`> [!TIP]`\n",
        "```\n> [!TIP]\n::: note\n!!! tip\n```\n",
        "    > [!TIP]\n",
        "> \\[!TIP]\n",
        "> Først\n> [!TIP]\n",
        "!!! Husk dette\n",
        "Så!!! note\n",
        ":::figure\n![x](a.png)\n:::\n",
        "::: {.key-message .important}\nx\n:::\n",
        "> **Note** x\n",
        '=== "Linux\n',
    ],
)
def test_what_is_no_callout_is_left_alone(markdown: str) -> None:
    """Code, escaped marks, sentences, and what other readers read."""
    assert let_in("a.md", markdown, Book()).text == markdown


def test_callouts_in_callouts(tmp_path: Path) -> None:
    """Of any spelling, outermost first; Docusaurus has more colons around."""
    markdown = (
        "::::note[Ytre]\nen\n\n:::tip\nto\n:::\n\n> [!WARNING]\n> tre\n>\n> !!! bug\n>     fire\n\n"
        "fem\n\n::::\n"
    )
    outer, tip, warning, bug = callouts_of(tmp_path, markdown)
    assert text_of(outer[1]) == "en"
    assert tip.getparent() is warning.getparent() is outer
    assert bug.getparent() is warning
    assert text_of(outer[-2]) == "fem"
    assert outer[-1].text == "Slutt på merknad."


def test_colons_in_code_close_nothing(tmp_path: Path) -> None:
    """They do in pandoc, so a callout around them has more."""
    markdown = "> [!NOTE]\n> ```\n> ::::\n> ```\n>\n> Til slutt.\n"
    (callout,) = callouts_of(tmp_path, markdown)
    assert [text_of(block) for block in callout[:-1]] == ["Merk", "::::", "Til slutt."]


def test_text_in_html_is_text(tmp_path: Path) -> None:
    """Signs that mean something in Markdown mean nothing in a block of HTML."""
    (callout,) = callouts_of(tmp_path, '<div class="tip">*Ta* `med` niste</div>\n')
    assert text_of(callout[1]) == "*Ta* `med` niste"


def test_every_block_has_its_own_line(tmp_path: Path) -> None:
    """Findings are told at the author's lines, not at those of the carrier."""
    (callout,) = callouts_of(tmp_path, "> [!TIP] Husk\n> x\n>\n> - y\n")
    lines = [one.get("data-source", "").rpartition(":")[2] for one in (callout, *callout)]
    assert lines[:4] == ["3", "3", "4", "6"]


@pytest.mark.parametrize(
    ("line", "times"),
    [
        ("> [!TIP] a\n", 1000),
        (":::note[T]\n", 1000),
        ("::: note\n", 500),
        ('!!! note "a"\n', 1000),
        ('<div class="note">\n\n', 2000),
        ("```{note}\n", 200),
        ("> ", 300),
        ("!!! " + " " * 50_000 + "x!\n", 1),
        ("> [!TIP] a" + " " * 50_000 + "b\n", 1),
        ('<div class="note">*' + "<b>*" * 20_000 + "</div>\n", 1),
    ],
)
def test_no_chapter_takes_long(line: str, times: int) -> None:
    """Any number of marks, and any number of spaces, in bounded time."""
    began = process_time()
    let_in("a.md", line * times, Book())
    assert process_time() - began < 20


@pytest.mark.parametrize(("said", "ends"), [("true", True), ("false", False)])
def test_the_end_is_said_if_the_author_wants_it(said: str, ends: bool, tmp_path: Path) -> None:
    """``[callouts] end-is-said`` is for all boxes."""
    settings = f"{SETTINGS}\n[callouts]\nend-is-said = {said}\n"
    markdown = "# A\n\n> [!TIP]\n> x\n>\n> y\n\n::: key-message\nx\n\ny\n:::\n"
    body = document_of(tmp_path, markdown, settings=settings).body
    heard = [text_of(one) for one in body.iter("p") if has_class(one, "heard")]
    assert heard == (["Slutt på tips.", "Slutt på «Kort sagt»."] if ends else [])


def test_one_block_has_no_end(tmp_path: Path) -> None:
    """It ends where it ends."""
    assert not [one for one in callouts_of(tmp_path, "> [!TIP]\n> x\n")[0] if one.tag != "p"]
    (callout,) = callouts_of(tmp_path / "b", "> [!TIP]\n> x\n")
    assert len(callout) == 2


def test_the_language_of_the_words(tmp_path: Path) -> None:
    """The words are in the callout's language; those that a language lacks say which they are."""
    (english,) = callouts_of(tmp_path / "a", "::: {.callout kind=tip lang=en}\nx\n\ny\n:::\n")
    assert [one.text for one in (english[0], english[-1])] == ["Tip", "End of tip."]
    (sami,) = callouts_of(tmp_path / "b", "::: {.callout kind=tip lang=se}\nx\n\ny\n:::\n")
    assert [(one.text, one.get("lang")) for one in (sami[0], sami[-1])] == [
        ("Tips", "nb"),
        ("Slutt på tips.", "nb"),
    ]


def test_a_box_in_a_note_ends_in_it() -> None:
    """The line that ends it is indented as the others are, whatever the name of the note."""
    text = let_in(
        "a.md", "A.[^navnet]\n\n[^navnet]: > [!NOTE]\n    > x\n    >\n    > y\n", Book()
    ).text
    assert text.endswith("\n    > y\n    > :::\n")
