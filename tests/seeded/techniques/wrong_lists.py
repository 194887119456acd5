"""Wrong Techniques of lists."""

from typing import Any

from pikepdf import Array, Dictionary, Pdf

from tests.seeded.in_pdf.changes import inside, is_one, kids_of
from tests.seeded.techniques.sowing import instead, like, one_of, put_in


def labels_in_bodies(_: Pdf, section: Dictionary) -> None:
    """Let the number of each item be the beginning of its text."""
    for item in inside(section, "LI"):
        label, body = item.K
        body.K = Array([*kids_of(label), *kids_of(body)])
        item.K = Array([body])


def list_as_paragraphs(pdf: Pdf, section: Dictionary) -> None:
    """Let each item be a paragraph."""
    items = []
    for item in inside(section, "LI"):
        label, body = item.K
        paragraph = put_in(pdf, section, "P", [*kids_of(label), *kids_of(body)])
        paragraph.Pg = body.Pg
        items.append(paragraph)
    instead(one_of(section, "L"), items)


def nested_beside_the_body(_: Pdf, section: Dictionary) -> None:
    """Let a list in an item stand beside the item's body."""
    for item in inside(section, "L")[0].K:
        body: Any
        label, body = item.K
        (nested,) = inside(body, "L")
        body.K = Array([one for one in kids_of(body) if not is_one(one, nested)])
        nested.P = item
        item.K = Array([label, body, nested])


def paragraphs_between_items(pdf: Pdf, section: Dictionary) -> None:
    """Cut the list in two, with the second paragraph of an item between."""
    whole = one_of(section, "L")
    first, second = whole.K
    body = first.K[1]
    kept, cut = kids_of(body)
    body.K = Array([kept])
    rest = like(pdf, whole, [second])
    whole.K = Array([first])
    instead(whole, [whole, cut, rest])


def paragraph_as_item(pdf: Pdf, section: Dictionary) -> None:
    """Let the second paragraph of an item be an item without a body."""
    whole = one_of(section, "L")
    first, second = whole.K
    body = first.K[1]
    kept, cut = kids_of(body)
    body.K = Array([kept])
    item = put_in(pdf, whole, "LI", kids_of(cut))
    item.Pg = cut.Pg
    whole.K = Array([first, item, second])


def a_list_for_each_page(pdf: Pdf, section: Dictionary) -> None:
    """Make two lists of one that goes on on another page."""
    whole = one_of(section, "L")
    pages = [item.K[1].Pg.objgen for item in whole.K]
    cut = pages.index(pages[-1])
    assert 0 < cut < len(pages)
    items = [*whole.K]
    rest = like(pdf, whole, items[cut:])
    whole.K = Array(items[:cut])
    instead(whole, [whole, rest])
