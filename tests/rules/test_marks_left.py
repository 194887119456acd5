"""What is still a mark after the front door is found, once, and nothing else is."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bindery.manuscript.marks.door import let_in
from bindery.manuscript.marks.page import Book
from bindery.manuscript.source import Manuscript, read_source
from bindery.rules.documentation import FIRST_CHAPTER
from bindery.rules.manuscript import (
    RULES,
    emoji_is_a_character,
    marks_left_in_text,
    signs_in_text_are_no_marks,
)
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.publication import Publication
from tests.rules.books import shelf_of

LEFT = (marks_left_in_text.RULE, signs_in_text_are_no_marks.RULE, emoji_is_a_character.RULE)
BESIDES = {
    "abbreviation-is-explained",
    "image-file-is-used",
    "text-is-not-in-capitals",
    "words-are-in-the-dictionary",
}
"""Rules that look at marks as words, too, and one on the pictures of the shelf."""


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """A publication whose chapter each test writes."""
    return shelf_of(tmp_path_factory.mktemp("shelf"))


def let(shelf: Publication, text: str) -> Manuscript:
    """The source of a book whose chapter has come through the front door."""
    chapter = let_in(f"manuscript/{FIRST_CHAPTER}", f"# T\n\n{text}\n", Book())
    return read_source(replace(shelf, chapters=(chapter,)))


def left_in(manuscript: Manuscript) -> Iterator[Finding]:
    """What the rules on marks that are left find."""
    for rule in LEFT:
        yield from rule.find(manuscript)


SURE = "marks-left-in-text"
LIKELY = "signs-in-text-are-no-marks"

UNREAD = [
    # Chapters, headings, links
    ("##Overskrift", LIKELY),
    ("####### Sju", LIKELY),
    ("(start)= tekst", SURE),
    ("[[Side]]", LIKELY),
    ("![[bilde.png]]", LIKELY),
    ("Se [[Side|denne]].", LIKELY),
    ("((ordet))", LIKELY),
    ("Se [rapporten][r1].", LIKELY),
    ("Se [rapporten] (https://a.example/x).", LIKELY),
    ("Se [rapporten](min fil.md).", LIKELY),
    ("Se ![kartet](mitt kart.png).", SURE),
    ("Tekst \\newpage tekst", LIKELY),
    ("\\pagebreak[3]", LIKELY),
    ("Tekst {{< pagebreak >}} tekst", SURE),
    # Words in a line
    ("Vekst \\(x^2\\).", "formula-is-a-formula"),
    ("Et ==viktig ord\npå to linjer==.", LIKELY),
    ("Et == viktig == ord.", LIKELY),
    ("Et =viktig= ord.", LIKELY),
    ("Et ++nytt++ ord.", LIKELY),
    ("Et ** viktig ** ord.", LIKELY),
    ("Et __ viktig __ ord.", LIKELY),
    ("Et ~~ strøket ~~ ord.", LIKELY),
    ("%% skjult %%", LIKELY),
    ("Et {++nytt++} ord.", SURE),
    ("Glad :smile:.", "emoji-is-a-character"),
    ("Bra :+1:", "emoji-is-a-character"),
    ("Trykk :kbd[Ctrl].", SURE),
    ("::note[Husk]", SURE),
    ("\\textbf{Fet}", SURE),
    ("Se \\name{ord}.", SURE),
    ("\\footnote{En note}", SURE),
    ("\\href{a}{b}", SURE),
    ("\\begin{center}\nx\n\\end{center}", SURE),
    ("\\begin{equation}\nx", SURE),
    ("\\bigskip", LIKELY),
    # HTML
    ("Tekst </b> mer", "html-is-whole"),
    ("<b>åpen", "html-is-whole"),
    ("<Faner>x</Faner>", "html-is-known"),
    ("<?php vis() ?>", "html-is-known"),
    ("Hei <% navn %>.", SURE),
    # Figures, references and citations
    ("@fig-x", "reference-leads-somewhere"),
    ("\\@ref(fig:x)", "reference-leads-somewhere"),
    ("\\@ref()", SURE),
    ("@ref(fig:x)", SURE),
    ("(\\#fig:x) tekst", SURE),
    ("Se (ref:cap).", LIKELY),
    ("\\ref{fig:x", SURE),
    ("@thm-x", LIKELY),
    ("@knuth1984 sier.", LIKELY),
    ("[@knuth]", "citation-is-in-the-bibliography"),
    ("Se [se @knuth, s. 3].", LIKELY),
    ("{ref} `a`", LIKELY),
    ("{ ref }`a`", SURE),
    ("{kilde}`a`", "directive-is-known"),
    ("Se :doc:`a`.", SURE),
    # Tables
    (": Tabelltekst", LIKELY),
    ("Tabell: Tekst", LIKELY),
    ("A B\n--- ---\n1 2", LIKELY),
    ("> A B\n> --- ---\n> 1 2", LIKELY),
    ("+---+---+\n| a | b |\n+-----+", "table-can-be-read"),
    ("|a|b|\n|1|2|", "table-is-whole"),
    # Lists, definitions and notes
    ("- [x]Gjort", LIKELY),
    ("- [-] Gjort", LIKELY),
    ("[x] Gjort", LIKELY),
    ("Dette:\nb) en\nc) to", "list-is-marked-as-list"),
    ("(@x)", LIKELY),
    ("|linje", LIKELY),
    ("Ord\n:forklaring", LIKELY),
    ("Tekst ^[note uten slutt", SURE),
    ("Tekst[^1]", "link-leads-somewhere"),
    # Callouts
    ("[!NOTE]\nTa med", SURE),
    ("> [!NOTE", SURE),
    ("> Tekst\n> [!NOTE]\n> mer", SURE),
    ("> [! NOTE]\n> a", SURE),
    (".. note:: Obs", SURE),
    ("a ::: b", SURE),
    (":::", "fenced-div-is-whole"),
    ("::: ukjent\nx\n:::", "fenced-div-is-known"),
    ("::: {.note\nx\n:::", "fenced-div-is-known"),
    # Code, includes and templates
    ("```{oppgave}\na\n```", "directive-is-known"),
    ("```mermaid\ngraph\n```", "diagram-is-not-drawn"),
    ("`x`{=latex}", "raw-block-is-read"),
    ("`r 1 + 1`", "output-is-missing"),
    ('Tekst {{< include "a.md" >}}', SURE),
    ('Tekst\n--8<-- "a.md"', SURE),
    ("{{ tittel }}", "template-is-filled"),
    ("{{< var tittel >}}", "template-is-filled"),
    ("{% include a %}", "template-is-filled"),
    ("a {{ b", SURE),
    ("a }} b", SURE),
    ("{% x", SURE),
    ("{pagebreak}", LIKELY),
]
"""A spelling of each construct that is not read, and the rule that reports it."""


@pytest.mark.parametrize(("text", "rule"), UNREAD, ids=[text for text, _ in UNREAD])
def test_a_spelling_that_is_not_read_is_reported(shelf: Publication, text: str, rule: str) -> None:
    """Each gets a finding of one rule, and of no other that speaks of marks."""
    found = [
        one
        for each in RULES
        for one in each.find(let(shelf, text))
        if (one.rule not in BESIDES and one.severity is not Severity.INFO)
        or one.rule == "emoji-is-a-character"
    ]
    assert {one.rule for one in found} == {rule}


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("{{ tittel }} og {{ mer", 1),
        ("> [!NOTE]\n> Se {{ navn", 1),
        ("\\begin{center}\nx \\name{y}\n\\end{center}", 1),
        ("Se [[Side]] og [[En]].", 2),
        ("[[@knuth]]", 1),
    ],
)
def test_a_mark_is_told_once(shelf: Publication, text: str, marks: int) -> None:
    """A line where another rule tells of a mark is left to that rule, and marks do not overlap."""
    found = [
        one
        for rule in RULES
        for one in rule.find(let(shelf, text))
        if one.severity is not Severity.INFO and one.rule not in BESIDES
    ]
    assert len(found) == marks


@pytest.mark.parametrize(
    "text",
    [
        *("`[[a]]`, `==b==` og `{% c %}`.", "```\n[TOC]\n{{ a }}\n:smile:\n```", "$a^{[@b]} == c$"),
        *("```python\na == b\n```", "```{.python}\na\n```", "~~~ {#navn .html}\na\n~~~"),
        *("```\n--- ---\n```", "Kl. 12:30:45, 1:2:3 og 10:00."),
        *("Skriv til post@example.org eller <kari@fig-example.org>.", "100 %% av %"),
        *("Bruk a == b, a==b==c, C++ og Notepad++.", "Se [1], [sic], [2][3], (1) og x[[1]]."),
        *("Merket \\[!NOTE] og \\{{ a }}.", "Skriv \\[[side]] eller \\==slik\\==.", "\\@fig-kart."),
        *("> Et sitat [fra boka].", "[ ] er en boks.", "Mappen C:\\newpage og \\\\newpage."),
        *("«a: b: c»", "***", "- - -", "---", "--------", "a\n\n----\n\nb", "## Del {#del .x}"),
        *("![a](../figures/foto.png){width=50%}", "| A | B |\n|--|--|\n| 1 | 2 |"),
        *("Ord\n: forklaring", "Følg @kommunen på nett.", "2**3 og 4**5", "5 + 5 ++ 6"),
        *("[rapporten](https://a.example) (https://b.example)", "Tekst.[^1]\n\n[^1]: Noten."),
        *("::: editor-note\nTekst.\n:::", "Navnet std::vector::x.", "Emnet #nav og #2."),
        *("Skriv {navn} her.", "Se kapittel [2] (side 3).", "Tegnene :), :-) og :D."),
        *("Endelig!!! note", "(a + b) og (x\\_1)", "pris=5 og b = c = d", "D:\\kart\\navn"),
        *(
            "Se: [1] og s.:[2]",
            "Følg oss (@kommunen).",
            "@nrk-nyheter sier",
            "Funksjonen f(g(x)) er ny.",
        ),
        *("Tekst\nimport a from 'b'", "a <= b => c"),
    ],
)
def test_what_is_no_mark_is_not_reported(shelf: Publication, text: str) -> None:
    """Code, formulas, addresses, times, marks behind backslashes and our own dialect are right."""
    assert [one.message.en for one in left_in(let(shelf, text))] == []


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("[!NOTE]\nTa med", "> [!NOTE]"),
        ("- [-] Gjort", "- [x]"),
        ("@thm-x", "@fig-"),
        ("Se [se @knuth, s. 3].", "[@"),
        ("Tekst ^[note", "^["),
        ("Et ==viktig ord\npå to linjer==.", "=="),
        ("Tekst \\newpage tekst", "\\newpage"),
        ("A B\n--- ---\n1 2", "|---|---|"),
    ],
)
def test_a_hint_shows_the_way_that_is_taught(shelf: Publication, text: str, way: str) -> None:
    """It is the mark of the documentation, in both languages."""
    (found,) = left_in(let(shelf, text))
    assert way in found.hint.nb
    assert way in found.hint.en


@pytest.mark.parametrize(
    "unit", ["[", "{{", "\\a{", "(", "=a ", "[[a", "a ::: ", "{", "**a ", ":a:"]
)
def test_a_long_line_takes_no_long_time(shelf: Publication, unit: str) -> None:
    """Signs that open and never close are looked at a bounded number of times."""
    manuscript = let(shelf, f"a {unit * 1000}")
    assert isinstance(list(left_in(manuscript)), list)
