"""What a heading or a caption is called where only its name stands: in titles and lists."""

from copy import deepcopy

from bindery.document.model import MATHML, Element, replace_with_text, text_of

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def name_of(heading: Element) -> str:
    """Its words without the numbers of its notes, with words for its formulas and images."""
    named = deepcopy(heading)
    for element in list(named.iter(*_SAID_OTHERWISE)):
        if element.tag == "a":
            if element.get("role") == "doc-noteref":
                replace_with_text(element, "")
        else:
            replace_with_text(element, element.get("alttext") or element.get("alt") or "")
    return text_of(named)


_SAID_OTHERWISE = ("a", "img", f"{MATHML}math")


def name_headings(tree: Element) -> None:
    """Give the headings of ``tree`` whose words are not their name one of their own.

    A screen reader lists headings by name: it would read a note's number as part of it, and leave
    a formula out.
    """
    for heading in tree.iter(*HEADINGS):
        formula = next(heading.iter(f"{MATHML}math"), None) is not None
        notes = any(link.get("role") == "doc-noteref" for link in heading.iter("a"))
        if formula or notes:
            heading.set("aria-label", name_of(heading))
