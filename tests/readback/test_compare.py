"""A PDF that says what its manuscript says is silent; each broken twin is told of, and no more."""

from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name, String

from bindery.document.model import Document
from bindery.finished.pdf.read import read_pdf
from bindery.readback.align import first_difference
from bindery.readback.passages import OBJECT, Passage, Span
from bindery.readback.pdf.compare_pdf import compared_pdf
from bindery.readback.ways_in import names
from bindery.vocabulary.findings import Finding, Severity
from tests.readback.sheets import Break, Elem, Loose, elem
from tests.readback.twin import LINE, changed, clean, manuscript, printed, reworded

CHAPTER = "manuscript/chapters/01.md"
PDF = "build/proevebok.pdf"

CLEAN = clean()


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The manuscript, read."""
    return manuscript(tmp_path_factory.mktemp("bok"))


def found(document: Document, pdf: bytes) -> tuple[Finding, ...]:
    """What is found in a PDF of the manuscript."""
    examined, findings = compared_pdf(read_pdf(pdf), document, PDF)
    assert examined == 23
    return findings


def test_the_clean_twin_is_silent(document: Document) -> None:
    """Every word, heading, list, cell, figure, note, link and language is where it should be."""
    assert found(document, printed(CLEAN)) == ()


def _role(name: str, role: str) -> Elem:
    return changed(CLEAN, name, lambda one: one.but(role=role))


def _fact(name: str, **facts: Any) -> Elem:
    new = {f"/{key}": value for key, value in facts.items()}
    return changed(CLEAN, name, lambda one: one.but(facts=one.facts | new))


def _without_fact(name: str) -> Elem:
    return changed(CLEAN, name, lambda one: one.but(facts={}))


def _headers(*names: str) -> Elem:
    table = {"Table": {"/Headers": Array([String(name) for name in names])}}
    return changed(CLEAN, "cell", lambda one: one.but(attributes=table))


def _swapped(first: str, second: str) -> Elem:
    kept: list[Elem] = []
    changed(CLEAN, first, lambda one: kept.append(one) or one)  # type: ignore[func-returns-value]
    without = changed(CLEAN, first, lambda _: None)
    return changed(without, second, lambda one: (one, *kept))


def _flat(name: str) -> Elem:
    """The element's children without it."""
    return changed(CLEAN, name, lambda one: one.kids)


_LIST = {"List": {"/ListNumbering": Name.Disc}}
_SPAN = {"Table": {"/RowSpan": 2}}

BROKEN: dict[str, tuple[Elem, str, int | None]] = {
    "a word is dropped": (
        reworded(CLEAN, " på porten", " porten"),
        "edition-says-what-the-manuscript-says",
        LINE["Tast `"],
    ),
    "a word is said twice": (
        reworded(CLEAN, "Ro, ro til", "Ro, ro, ro til"),
        "edition-says-what-the-manuscript-says",
        LINE["> Ro, "],
    ),
    "words run together": (
        reworded(CLEAN, "To merker på", "To merkerpå"),
        "edition-says-what-the-manuscript-says",
        LINE["Méd"],
    ),
    "a word is divided by a hard hyphen": (
        reworded(CLEAN, "fiskeskjær", "fiske-skjær"),
        "edition-says-what-the-manuscript-says",
        LINE["> Ro, "],
    ),
    "a letter is garbled": (
        reworded(CLEAN, "Ett skjær", "Ett skjÃ¦r"),
        "edition-says-what-the-manuscript-says",
        LINE["1. Ett"],
    ),
    "a space that does not break is an ordinary one": (
        reworded(CLEAN, "10\u00a0kaier", "10 kaier"),
        "edition-says-what-the-manuscript-says",
        LINE["Den *f"],
    ),
    "paragraphs are swapped": (
        _swapped("quote", "table"),
        "edition-says-what-the-manuscript-says",
        LINE["> Ro, "],
    ),
    "a heading is lost": (
        _role("h2", "P"),
        "edition-keeps-the-structure",
        LINE["## Kod"],
    ),
    "a heading has another level": (
        _role("h2", "H3"),
        "edition-keeps-the-structure",
        LINE["## Kod"],
    ),
    "a quotation is none": (
        _flat("quote"),
        "edition-keeps-the-structure",
        LINE["> Ro, "],
    ),
    "emphasis is lost": (
        _flat("em"),
        "edition-keeps-the-structure",
        LINE["Den *f"],
    ),
    "a numbered list has no numbers": (
        changed(CLEAN, "ol", lambda one: one.but(attributes=_LIST)),
        "edition-keeps-the-structure",
        LINE["1. Ett"],
    ),
    "a number in a list is another": (
        reworded(CLEAN, "2.", "3."),
        "edition-keeps-the-structure",
        LINE["1. Ett"],
    ),
    "two items are one": (
        changed(
            changed(CLEAN, "To skjær", lambda _: None),
            "Ett skjær",
            lambda one: one.but(kids=(*one.kids, elem("LBody", "To skjær"))),
        ),
        "edition-keeps-the-structure",
        LINE["1. Ett"],
    ),
    "two points are one": (
        changed(
            changed(CLEAN, "En stake", lambda _: None),
            "Ei bøye",
            lambda one: one.but(kids=(*one.kids, elem("LBody", "En stake"))),
        ),
        "edition-keeps-the-structure",
        LINE["- Ei b"],
    ),
    "a cell has another header": (
        _headers("By"),
        "edition-cells-have-their-headers",
        LINE["| By |"],
    ),
    "a header is none": (
        changed(CLEAN, "Bodø", lambda one: one.but(role="TD")),
        "edition-cells-have-their-headers",
        LINE["| By |"],
    ),
    "a cell covers two rows": (
        changed(CLEAN, "By", lambda one: one.but(attributes=one.attributes | _SPAN)),
        "edition-keeps-the-structure",
        LINE["| By |"],
    ),
    "an empty cell is gone": (
        changed(CLEAN, "empty", lambda _: None),
        "edition-says-what-the-manuscript-says",
        LINE["| By |"],
    ),
    "a header is not there": (
        _headers("Bodø", "Fylke", "borte"),
        "edition-cells-have-their-headers",
        None,
    ),
    "an alternative is garbled": (
        _fact("figure", Alt="Et kart over RÃ¸d"),
        "edition-describes-its-figures",
        LINE["![Et k"],
    ),
    "an alternative is gone": (
        _without_fact("figure"),
        "edition-describes-its-figures",
        LINE["![Et k"],
    ),
    "a formula is another": (
        _fact("formula", Alt="x2"),
        "edition-describes-its-figures",
        LINE["Formel"],
    ),
    "a language is lost": (
        _without_fact("se"),
        "edition-speaks-the-language",
        LINE["Den *f"],
    ),
    "an abbreviation is not expanded": (
        _without_fact("abbr"),
        "edition-expands-abbreviations",
        LINE["Den *f"],
    ),
    "a link leads to another address": (
        changed(CLEAN, "outward", lambda one: one.but(uri="https://example.org/annet")),
        "edition-links-lead-where-they-say",
        LINE["Se [ha"],
    ),
    "a link leads to another heading": (
        changed(CLEAN, "inward", lambda one: one.but(to="h2")),
        "edition-links-lead-where-they-say",
        LINE["Se [ha"],
    ),
    "a link opens another page": (
        changed(CLEAN, "inward", lambda one: one.but(page=1)),
        "edition-links-lead-where-they-say",
        LINE["Se [ha"],
    ),
    "a link has fewer words": (
        changed(CLEAN, "outward", lambda one: (elem("Link", "li", uri=one.uri), "sta")),
        "edition-links-lead-where-they-say",
        LINE["Se [ha"],
    ),
    "a reference leads to no note": (
        changed(CLEAN, "noteref", lambda one: one.but(to="h2")),
        "edition-notes-are-tied-both-ways",
        LINE["Den *f"],
    ),
    "a note leads to another sentence": (
        changed(CLEAN, "back", lambda one: one.but(to="second")),
        "edition-notes-are-tied-both-ways",
        LINE["Den *f"],
    ),
    "a note has another number": (
        changed(CLEAN, "back", lambda one: one.but(kids=("2",))),
        "edition-notes-are-tied-both-ways",
        LINE["Den *f"],
    ),
    "a note says something else": (
        reworded(CLEAN, "Noten om HV.", "Noten om VH."),
        "edition-says-what-the-manuscript-says",
        LINE["Den *f"],
    ),
    "something is said that no one has written": (
        changed(CLEAN, "second", lambda one: (one, elem("P", "Ny setning."))),
        "edition-says-what-the-manuscript-says",
        LINE["Se [ha"],
    ),
    "text is drawn and not tagged": (
        changed(CLEAN, "second", lambda one: (one, Loose("løs"))),
        "edition-leaves-nothing-unheard",
        None,
    ),
    "the chapter's label is another's": (
        reworded(CLEAN, "Kapittel 1", "Kapittel 2"),
        "edition-says-what-the-manuscript-says",
        LINE["# Havn"],
    ),
    "the cover has another title": (
        reworded(CLEAN, "Om å prøve", "Om å prøves"),
        "edition-says-what-the-manuscript-says",
        None,
    ),
    "the contents list has another page": (
        reworded(CLEAN, "Havna ved byen 2", "Havna ved byen 3"),
        "edition-headings-can-be-found",
        None,
    ),
    "the contents list opens another page": (
        changed(
            reworded(CLEAN, "Havna ved byen 2", "Havna ved byen 3"),
            "entry",
            lambda one: one.but(page=3),
        ),
        "edition-headings-can-be-found",
        LINE["# Havn"],
    ),
    "the contents list leads elsewhere": (
        changed(CLEAN, "entry", lambda one: one.but(to="h2")),
        "edition-headings-can-be-found",
        None,
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_twin_is_told_of(document: Document, name: str) -> None:
    """One thing is wrong, and that is said, at its line in the manuscript, and nothing else."""
    tree, rule, line = BROKEN[name]
    findings = found(document, printed(tree))
    assert {finding.rule for finding in findings} == {rule}, findings
    assert {finding.severity for finding in findings} == {Severity.ERROR}
    places = {(finding.location.path, finding.location.line) for finding in findings}
    assert (CHAPTER, line) in places or line is None, places


def test_what_is_as_good_is_silent(document: Document) -> None:
    """A caption may be last in its table, and a link may lead to a chapter's section."""
    caption_last = changed(CLEAN, "table", lambda one: one.but(kids=(*one.kids[1:], one.kids[0])))
    assert found(document, printed(caption_last)) == ()
    to_section = changed(CLEAN, "entry", lambda one: one.but(to="chapter"))
    assert found(document, printed(to_section)) == ()


def test_what_is_moved_is_told_of_once(document: Document) -> None:
    """It is neither gone nor new."""
    (finding,) = found(document, printed(_swapped("quote", "figure")))
    assert "et annet sted" in finding.message.nb


def test_another_paragraph_in_its_place_is_gone_and_new(document: Document) -> None:
    """Two texts with little in common are not one with a fault."""
    other = changed(CLEAN, "quote", lambda _: elem("P", "Bølgeblikk 12."))
    gone, new = found(document, printed(other))
    assert "ikke lest opp" in gone.message.nb
    assert "ikke står i manuset" in new.message.nb


def test_a_dropped_paragraph_is_told_of_once(document: Document) -> None:
    """What is gone is quoted, at its own line."""
    (finding,) = found(document, printed(changed(CLEAN, "quote", lambda _: None)))
    assert finding.location.line == LINE["> Ro, "]
    assert "«Ro, ro til fiskeskjær.»" in finding.message.nb
    assert "“Ro, ro til fiskeskjær.”" in finding.message.en


def test_the_difference_is_quoted(document: Document) -> None:
    """The author is told what is heard and what was written, around the place."""
    (finding,) = found(document, printed(reworded(CLEAN, "merker på", "merkerpå")))
    assert "«To merkerpå land.»" in finding.message.nb
    assert "«To merker på land.»" in finding.message.nb


def test_a_difference_among_long_words_is_not_cut_away() -> None:
    """Where words are long, fewer of them are quoted around the one that is wrong."""
    long = "fiskeriforvaltningsmyndighetenes " * 4
    said, heard = first_difference(f"{long}ett to {long}", f"{long}etto {long}")
    assert "ett to" in said
    assert "etto" in heard


def test_a_paragraph_cut_in_two_is_heard(document: Document) -> None:
    """A page that breaks a paragraph must not break it for a listener."""
    cut = changed(
        CLEAN,
        "quote",
        lambda one: one.but(kids=(elem("P", "Ro, ro til"), elem("P", "fiskeskjær."))),
    )
    findings = found(document, printed(cut))
    assert {finding.rule for finding in findings} == {"edition-says-what-the-manuscript-says"}


def test_notes_may_stand_at_the_end_of_the_chapter(document: Document) -> None:
    """A note in a list of notes, under the heading that the Document has, is as good."""
    kept: list[Elem] = []
    changed(CLEAN, "note", lambda one: kept.append(one) or one)  # type: ignore[func-returns-value]
    body = kept[0].but(
        kids=(
            elem(
                "P",
                "Noten om HV. ",
                elem("Link", "Tilbake til notereferansen 1", to="ref"),
            ),
        )
    )
    listed = elem(
        "Sect",
        elem("H2", "Noter"),
        elem(
            "L",
            elem("LI", elem("Lbl", "1."), elem("LBody", body), id="item"),
            attributes={"List": {"/ListNumbering": Name.Decimal}},
        ),
    )
    moved = changed(
        changed(CLEAN, "note", lambda _: None),
        "chapter",
        lambda one: one.but(kids=(*one.kids, Break(), listed)),
    )
    assert found(document, printed(moved)) == ()
    to_item = changed(moved, "noteref", lambda one: one.but(to="item"))
    assert found(document, printed(to_item)) == ()


def test_cells_without_names_of_headers_are_heard_by_scope(document: Document) -> None:
    """A reader finds the headers by Scope where a cell names none."""
    plain = changed(CLEAN, "cell", lambda one: one.but(attributes={}))
    assert found(document, printed(plain)) == ()
    no_scope = changed(plain, "Fylke", lambda one: one.but(attributes={}))
    assert {finding.rule for finding in found(document, printed(no_scope))} == {
        "edition-cells-have-their-headers"
    }


def test_bookmarks_must_lead_to_their_headings(document: Document) -> None:
    """A chapter without a bookmark and a bookmark with other words are told of."""
    marks = (("Innhold", "innhold"), ("Havna", "h1"), ("Om denne utgaven", "kolofon"))
    findings = found(document, printed(CLEAN, bookmarks=marks))
    assert {finding.rule for finding in findings} == {"edition-headings-can-be-found"}
    assert len(findings) == 2


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("Lang", String("en"), "språket"),
        ("ViewerPreferences", Dictionary(), "filnavnet"),
        ("MarkInfo", Dictionary(), "merket"),
    ],
)
def test_the_pdf_must_present_itself(document: Document, key: str, value: Any, words: str) -> None:
    """Language, title and that it is tagged are what a screen reader asks for first."""
    told = [
        finding.message.nb
        for finding in found(document, printed(CLEAN, catalogue={f"/{key}": value}))
        if finding.rule == "edition-presents-itself"
    ]
    assert len(told) == 1
    assert words in told[0]


def test_a_formula_in_a_heading_is_said_in_its_entry() -> None:
    """A bookmark has words where the heading has a drawing; other words are another heading."""
    formula = Span("formula", OBJECT, "x i andre")
    heading = Passage("heading", f"Om {OBJECT} her", spans=(formula,))
    assert names("Om x i andre her", heading)
    assert not names("Om y i andre her", heading)
    assert not names(f"Om {OBJECT} her", heading)
