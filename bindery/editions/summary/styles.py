"""Styles that stand in the text, brought to where the page's policy lets them in."""

import re
from collections.abc import Iterable

from bindery.document.drawings import SVG
from bindery.document.model import Element, add_class

_PLAIN = re.compile(r"[^{}<>\\@]+")


def take_styles(trees: Iterable[Element]) -> str:
    """Take every style out of ``trees``; returns the rules that say the same.

    The policy names the page's one style sheet by its digest and refuses all others (CSP Level 3,
    8.3): a picture's width and a drawing's colours would be lost.
    """
    rules: dict[str, str] = {}
    sheets = []
    for element in [element for tree in trees for element in tree.iter()]:
        parent = element.getparent()
        if element.tag == f"{SVG}style" and parent is not None:
            parent.remove(element)
            sheets.append(element.text or "")
        style = element.attrib.pop("style", "").strip().rstrip(";")
        if _PLAIN.fullmatch(style):
            add_class(element, rules.setdefault(style, f"stil-{len(rules) + 1}"))
    plain = (sheet.strip() for sheet in sheets if "<" not in sheet)
    # Twice the class: what stands on an element overrules what a drawing's sheet says of it.
    written = (f".{name}.{name} {{ {style} }}" for style, name in rules.items())
    return "\n".join((*plain, *written))
