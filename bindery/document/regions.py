"""Tables and formulas wider than a screen, each with its own scroll box (WCAG 2.2, 1.4.10)."""

from lxml.builder import E

from bindery.document.model import MATHML, Element, language_at, mark_language
from bindery.document.paper import letters_needed
from bindery.locales import locale_of

_LONG_FORMULA = 15
"""Characters. A shorter formula has room on a screen 320 pixels wide."""


def make_regions(tree: Element, prefix: str, language: str, room: int = 0) -> None:
    """Make what is wider than the screen scroll by itself, also from the keyboard (WCAG 2.1.1).

    ``prefix`` begins the ids of captions that have none. A table that needs at most ``room``
    letters is left as it is. ``language`` is that of the text around ``tree``.
    """
    for number, table in enumerate(list(tree.iter("table")), start=1):
        if letters_needed(table) > room:
            _put_in(_region(table, prefix, number, language), table)
    for formula in list(tree.iter(f"{MATHML}math")):
        if formula.get("display") == "block" and _signs(formula) > _LONG_FORMULA:
            box = E.span({"class": "formula", "role": "group", "tabindex": "0"})
            _name(box, formula, language, "blocks.formula")
            _put_in(box, formula)


def _region(table: Element, prefix: str, number: int, language: str) -> Element:
    region = E.div({"class": "region", "role": "region", "tabindex": "0"})
    caption = table.find("caption")
    if caption is None:
        _name(region, table, language, "blocks.table", number=number)
    else:
        name = caption.get("id") or f"{prefix}-tabell-{number}"
        caption.set("id", name)
        region.set("aria-labelledby", name)
    return region


def _name(box: Element, inner: Element, language: str, key: str, **values: object) -> None:
    """Name ``box``, which is put around ``inner``, by the word ``key``.

    A name is in the language of its element (HTML, 3.2.6.1), so ``inner`` gets its own language.
    """
    parent = inner.getparent()
    around = language if parent is None else language_at(parent, language)
    word = locale_of(around).word(key, **values)
    box.set("aria-label", word.text)
    mark_language(box, word.language, around)
    if "lang" not in inner.attrib:
        mark_language(inner, around, word.language)


def _put_in(box: Element, inner: Element) -> None:
    parent = inner.getparent()
    assert parent is not None
    box.tail, inner.tail = inner.tail, None
    parent.replace(inner, box)
    box.append(inner)


def _signs(formula: Element) -> int:
    tokens = formula.iter(*(f"{MATHML}{tag}" for tag in ("mi", "mn", "mo", "mtext")))
    return sum(len(token.text or "") for token in tokens)
