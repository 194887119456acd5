"""Facts about finished files that show a criterion. Each is looked for in the file as it is."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from bindery.document.model import Document
from bindery.finished.documents import Finished
from bindery.finished.pdf.tagged import FinishedPdf
from bindery.finished.styles import Style, all_styles, moves_text, styles_that
from bindery.reports.wcag.inside import Inside, Kind

RUNS = frozenset({Kind.SCRIPT, Kind.FORM, Kind.EMBEDDED, Kind.MEDIA})

_SKIP_LINK = ".skip "
"""The link past the navigation is first in the page, and comes to the page's top."""

_MORE = re.compile(r":(?:hover|focus[\w-]*)(?:[^\s,>+~(]*[\s>+~]+[^\s,{]|[^\s,]*::)|:focus-within")
"""A selector by which something else is styled when an element has the pointer or the focus."""


def nothing_runs(_finished: Any, inside: Inside, _document: Document) -> bool:
    """Whether there are no scripts, fields, embedded objects, sound or film."""
    return not inside.kinds & RUNS


def nothing_is_moved(finished: Finished, _inside: Inside, _document: Document) -> bool:
    """Whether the styles show text in the order it is read, but for the link past navigation."""
    moved = styles_that(finished, moves_text)
    return all(_SKIP_LINK in one for one in moved)


def nothing_appears(finished: Finished, _inside: Inside, _document: Document) -> bool:
    """Whether pointing at something, or giving it the focus, changes nothing but itself."""
    return not any(_MORE.search(style.selector) for style in all_styles(finished))


def nothing_covers(finished: Finished, _inside: Inside, _document: Document) -> bool:
    """Whether nothing is fixed, and what is sticky has a column of its own."""
    styles = list(all_styles(finished))
    beside = {_rule(one) for one in styles if one.name == "align-self" and one.value == "start"}
    placed = [one for one in styles if one.name == "position"]
    return all(
        one.value != "fixed" and (one.value != "sticky" or _rule(one) in beside) for one in placed
    )


def _rule(style: Style) -> tuple[str, str]:
    return style.file, style.selector


def tab_order_is_natural(finished: Finished, _inside: Inside, _document: Document) -> bool:
    """Whether the keyboard visits everything in the order of the text: no ``tabindex`` above 0."""
    orders = (
        element.get("tabindex", "").strip()
        for root in finished.documents.values()
        for element in root.iter("{*}*")
    )
    return not any(order and order.lstrip("+").strip("0").isdecimal() for order in orders)


def tab_follows_the_structure(pdf: FinishedPdf, _inside: Inside, _document: Document) -> bool:
    """Whether the Tab key follows the structure on every page."""
    return all(page.tabs == "S" for page in pdf.pages)


def links_are_in_sentences_or_contents(
    pdf: FinishedPdf, _inside: Inside, _document: Document
) -> bool:
    """Whether no list but the contents has an entry on each line, whose links are not in text."""
    lists = [one for one in pdf.elements if one.role == "TOC"]
    inner = [child for one in lists for child in one.walk() if child is not one]
    return sum(one not in inner for one in lists if one.role == "TOC") <= 1


def contact_is_in_one_place(finished: Finished, _inside: Inside, document: Document) -> bool:
    """Whether one document at most links to the contact address."""
    contact = document.publication.metadata.accessibility_contact
    pages = {
        name
        for name, link in finished.every("a")
        if contact and link.get("href", "").removeprefix("mailto:") == contact
    }
    return len(pages) <= 1


Fact = Callable[[Any, Inside, Document], bool]

FACTS: Mapping[str, Fact] = {
    "nothing-runs": nothing_runs,
    "nothing-is-moved": nothing_is_moved,
    "nothing-appears": nothing_appears,
    "nothing-covers": nothing_covers,
    "tab-order-is-natural": tab_order_is_natural,
    "tab-follows-the-structure": tab_follows_the_structure,
    "links-are-in-sentences-or-contents": links_are_in_sentences_or_contents,
    "contact-is-in-one-place": contact_is_in_one_place,
}
