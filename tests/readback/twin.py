"""A small manuscript with one of everything, and by hand the PDF that says the same."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from pikepdf import Array, Name, String

from bindery.document.model import MATHML, Document
from tests.readback.sheets import SOFT_HYPHEN, Break, Elem, Sheets, elem
from tests.shelf import document_of

MARKDOWN = """\
# Havna ved byen {#havna}

Den *første* [HV]{abbr="Leia havnevesen"} sier [guoli]{lang=se} om kommunens 10&nbsp;kaier.[^n]

Se [havna](#havna) og [lista](https://example.org/).

1. Ett skjær
2. To skjær

- Ei bøye
- En stake

Méd
: To merker på land.

> Ro, ro til fiskeskjær.

::: {.table .row-headers}
| By | Fylke |
|----|-------|
| Bodø | Nordland |
| Alta |          |

Byer i nord.
:::

::: {.figure}
![Et kart over leia](../figures/kart.svg)

Kartet er gammelt.
:::

Formelen $x^2$ er kort.

## Kode på kaia {#kode}

Tast `1843` på porten.

[^n]: Noten om HV.
"""

LINE = {name: at for at, line in enumerate(MARKDOWN.splitlines(), 1) for name in [line[:6]]}
"""The line of the manuscript that begins with these six characters."""

CONTENTS_FOLIO = " 2"


SPOKEN_FORMULA = "x i andre"


def manuscript(folder: Path) -> Document:
    """The Document, with a formula that is spoken in words of the test's own."""
    document = document_of(folder, MARKDOWN)
    for formula in document.body.iter(f"{MATHML}math"):
        formula.set("alttext", SPOKEN_FORMULA)
    return document


def clean() -> Elem:
    """The PDF's tree, with nothing wrong in it."""
    return elem("Document", *_front(), *_chapter(), *_back())


def _front() -> tuple[Any, ...]:
    entry = elem(
        "TOCI",
        elem("Reference", elem("Link", "Havna ved byen" + CONTENTS_FOLIO, to="h1", id="entry")),
    )
    return (
        elem(
            "Sect",
            elem("P", "Prøveforlaget"),
            elem("P", "Prøvebok"),
            elem("P", "Om å prøve"),
            elem("P", "2026"),
        ),
        elem("Sect", elem("H1", "Innhold", id="innhold"), elem("TOC", entry)),
        Break(),
    )


def _chapter() -> tuple[Any, ...]:
    reference = elem("Reference", elem("Link", "1", to="note", id="noteref"), id="ref")
    note = elem(
        "Note",
        elem("Lbl", elem("Link", "1", to="ref", id="back")),
        elem("P", "Noten om HV."),
        id="note",
    )
    return (
        elem(
            "Sect",
            elem("P", "Kapittel 1", id="label"),
            elem("H1", "Havna ved byen", id="h1"),
            elem(
                "P",
                "Den ",
                elem("Em", "første", id="em"),
                " ",
                elem("Span", "HV", E="Leia havnevesen", id="abbr"),
                " sier ",
                elem("Span", "guoli", Lang="se", id="se"),
                " om kommu" + SOFT_HYPHEN,
                "nens 10\u00a0kaier.",
                reference,
                id="first",
            ),
            note,
            elem(
                "P",
                "Se ",
                elem("Link", "havna", to="h1", id="inward"),
                " og ",
                elem("Link", "lista", uri="https://example.org/", id="outward"),
                ".",
                id="second",
            ),
            *_lists(),
            elem("BlockQuote", elem("P", "Ro, ro til fiskeskjær."), id="quote"),
            _table(),
            elem(
                "Figure",
                "strek",
                elem("Caption", elem("P", "Kartet er gammelt.")),
                Alt="Et kart over leia",
                id="figure",
            ),
            elem(
                "P",
                "Formelen ",
                elem("Formula", "x2", Alt=SPOKEN_FORMULA, id="formula"),
                " er kort.",
            ),
            elem("H2", "Kode på kaia", id="h2"),
            elem("P", "Tast ", elem("Code", "1843"), " på porten."),
            id="chapter",
        ),
    )


def _lists() -> tuple[Elem, ...]:
    def item(label: str, text: str) -> Elem:
        return elem("LI", elem("Lbl", label), elem("LBody", text), id=text)

    def numbered(numbering: Name) -> dict[str, Any]:
        return {"List": {"/ListNumbering": numbering}}

    return (
        elem(
            "L",
            item("1.", "Ett skjær"),
            item("2.", "To skjær"),
            attributes=numbered(Name.Decimal),
            id="ol",
        ),
        elem(
            "L",
            item("•", "Ei bøye"),
            item("•", "En stake"),
            attributes=numbered(Name.Disc),
        ),
        elem(
            "L",
            elem("LI", elem("Lbl", "Méd"), elem("LBody", elem("P", "To merker på land."))),
            attributes=numbered(Name("/None")),
        ),
    )


def _table() -> Elem:
    def header(text: str, scope: str) -> Elem:
        return elem("TH", text, id=text, attributes={"Table": {"/Scope": Name(f"/{scope}")}})

    def named(*names: str) -> dict[str, Any]:
        return {"Table": {"/Headers": Array([String(name) for name in names])}}

    return elem(
        "Table",
        elem("Caption", "Byer i nord."),
        elem("THead", elem("TR", header("By", "Column"), header("Fylke", "Column"))),
        elem(
            "TBody",
            elem(
                "TR",
                header("Bodø", "Row"),
                elem("TD", "Nordland", attributes=named("Bodø", "Fylke"), id="cell"),
            ),
            elem(
                "TR",
                header("Alta", "Row"),
                elem("TD", attributes=named("Alta", "Fylke"), id="empty"),
            ),
        ),
        id="table",
    )


def _back() -> tuple[Any, ...]:
    def entry(term: str, *said: Any) -> Elem:
        return elem("LI", elem("Lbl", term), elem("LBody", *said))

    mail = "post@example.org"
    return (
        Break(),
        elem(
            "Sect",
            elem("H1", "Om denne utgaven", id="kolofon"),
            elem(
                "L",
                entry("Forfatter", "Ola Nordmann"),
                entry("Utgiver", "Prøveforlaget"),
                entry("Versjon", "1.0.0, 23. november 2026"),
                entry(
                    "Kilde",
                    elem("Link", "Kilden", uri="https://example.org/kilden"),
                    " (Kildeforlaget)",
                ),
                entry("Rettigheter", "CC BY 4.0"),
                entry(
                    "Får du ikke lest noe av innholdet? Skriv til",
                    elem("Link", mail, uri=f"mailto:{mail}"),
                ),
            ),
        ),
    )


def printed(
    tree: Elem,
    bookmarks: tuple[tuple[str, str], ...] | None = None,
    catalogue: dict[str, Any] | None = None,
) -> bytes:
    """The PDF of ``tree``, with ``bookmarks`` to named elements."""
    marks = bookmarks or (
        ("Innhold", "innhold"),
        ("Havna ved byen", "h1"),
        ("Om denne utgaven", "kolofon"),
    )
    return Sheets({"Em": "Span", "Strong": "Span"}).write(
        tree, bookmarks=marks, catalogue=catalogue
    )


def changed(tree: Elem, name: str, change: Callable[[Elem], Any]) -> Elem:
    """``tree`` with ``change`` made to the element whose id is ``name``; ``None`` takes it out."""
    seen = 0

    def walk(one: Any) -> list[Any]:
        nonlocal seen
        if not isinstance(one, Elem):
            return [one]
        if one.id == name:
            seen += 1
            result = change(one)
            return list(result) if isinstance(result, tuple) else [result] if result else []
        return [one.but(kids=tuple(part for kid in one.kids for part in walk(kid)))]

    (result,) = walk(tree)
    assert seen == 1, name
    assert isinstance(result, Elem)
    return result


def reworded(tree: Elem, old: str, new: str) -> Elem:
    """``tree`` with ``new`` in the place of ``old`` in the one text that has it."""
    seen = 0

    def walk(one: Any) -> Any:
        nonlocal seen
        if isinstance(one, str) and old in one:
            seen += 1
            return one.replace(old, new)
        if isinstance(one, Elem):
            return one.but(kids=tuple(walk(kid) for kid in one.kids))
        return one

    result = walk(tree)
    assert seen == 1, old
    assert isinstance(result, Elem)
    return result
