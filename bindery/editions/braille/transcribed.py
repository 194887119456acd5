"""The Document as a transcriber writes it out: what is seen is said in words, between signs.

The trees still have print letters; ``document/braille/`` makes them braille afterwards.
"""

import re

from lxml import etree
from lxml.builder import E

from bindery.document.braille.codes import Code
from bindery.document.braille.folding import SUPERSCRIPTS
from bindery.document.braille.in_trees import INLINE
from bindery.document.contents import HEADINGS
from bindery.document.model import MATHML, Element, has_class, unwrap
from bindery.locales import Locale

CODE_LINE, LABEL = "code-line", "list-label"
"""Classes of a line of code, and of the number or dash of a list item."""

_STAYING = frozenset(
    {"id", "href", "lang", "class", "role", "scope", "colspan", "rowspan", "title"}
)
"""Attributes that mean something in braille. All others are for eyes, or for other editions."""

_TITLED = frozenset({"abbr"})
_RAISED = str.maketrans("0123456789", SUPERSCRIPTS)
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def transcribe(tree: Element, code: Code, locale: Locale, *, labelled: bool = True) -> None:
    """Write out ``tree``, in place, for ``code`` in the words of ``locale``.

    Items of lists get their numbers or marks if they are ``labelled``.
    """
    _drop(tree)
    for image in list(tree.iter("img")):
        _say_image(image, code, locale)
    for formula in list(tree.iter(f"{MATHML}math")):
        words = " ".join((formula.get("alttext") or "").split())
        _replace(formula, _said(f"{locale.word('blocks.formula').text}: {words}", code))
    for block in list(tree.iter("pre")):
        _lines(block)
    for element in tree.iter("sup", "sub", "a"):
        if element.tag == "sub":
            element.text = (element.text or "").translate(_LOWERED)
        elif element.tag == "sup" or element.get("role") == "doc-noteref":
            element.text = (element.text or "").translate(_RAISED)
    for listed in tree.iter("ul", "ol") if labelled else ():
        _label(listed, code)
    _name_signs(tree, code, locale)


def bare(tree: Element) -> None:
    """Remove the attributes that braille has no use for, and what is only for looks."""
    for element in tree.iter(etree.Element):
        for name in list(element.attrib):
            stays = str(name) in _STAYING and (name != "title" or element.tag in _TITLED)
            is_folio = name == "aria-label" and element.get("role") == "doc-pagebreak"
            if not (stays or is_folio):
                del element.attrib[name]


def said(words: str, code: Code) -> str:
    """``words`` of the transcriber's own, between the signs for them."""
    return f"{code.opens}{words}{code.closes}"


def _said(words: str, code: Code) -> Element:
    return E.span(said(words, code), {"class": "tn"})


def _drop(tree: Element) -> None:
    """Remove the ways back from notes and sources, and pictures that are decoration."""
    for element in list(tree.iter("a", "img", "hr", "p")):
        way_back = has_class(element, "ways-back") or element.get("role") == "doc-backlink"
        decoration = element.tag == "img" and element.get("alt") == ""
        if way_back or decoration or element.tag == "hr":
            _replace(element, None)


def _replace(element: Element, by: Element | None) -> None:
    """Put ``by`` in the place of ``element``; what follows it stays."""
    parent, tail = element.getparent(), element.tail or ""
    assert parent is not None
    if by is not None:
        by.tail = tail or None
        element.tail = None
        parent.replace(element, by)
        return
    before = element.getprevious()
    if before is None:
        parent.text = (parent.text or "") + tail or None
    else:
        before.tail = (before.tail or "") + tail or None
    element.tail = None
    parent.remove(element)


def _say_image(image: Element, code: Code, locale: Locale) -> None:
    alternative = " ".join((image.get("alt") or "").split())
    words = locale.word("braille.image").text
    note = _said(f"{words}: {alternative}" if alternative else words, code)
    parent = image.getparent()
    assert parent is not None
    if parent.tag not in INLINE and parent.tag == "figure":
        note = E.p(note)
    _replace(image, note)


def _lines(block: Element) -> None:
    """Make each line of code a paragraph, with its indentation."""
    for inner in list(block.iterdescendants()):
        if inner.get("role") != "doc-pagebreak":
            unwrap(inner)
    markers = list(block)
    texts = [block.text or "", *(marker.tail or "" for marker in markers)]
    made: list[Element] = [E.p({"class": CODE_LINE})]
    for number, text in enumerate(texts):
        if number:
            marker = markers[number - 1]
            marker.tail = None
            made[-1].append(marker)
        first, *others = text.expandtabs(4).split("\n")
        _append(made[-1], first)
        for words in others:
            made.append(E.p({"class": CODE_LINE}))
            _append(made[-1], words)
    for paragraph in made:
        paragraph.text = _indented(paragraph.text or "")
    block.tag = "div"
    block.text = None
    block[:] = [one for one in made if "".join(one.itertext()).strip() or len(one)]


def _indented(text: str) -> str:
    bare_text = text.lstrip(" ")
    return "\u2800" * (len(text) - len(bare_text)) + bare_text


def _append(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _label(listed: Element, code: Code) -> None:
    """Write the number or the mark of each item before its first words."""
    if has_class(listed, "sources"):
        return
    number = int(listed.get("start") or 1)
    for item in listed.iterfind("li"):
        label = code.bullet
        if listed.tag == "ol":
            number = int(item.get("value") or number)
            label = _numbered(number, listed)
            number += 1
        _begin_with(item, E.span(label, {"class": LABEL}))
    for name in ("type", "start"):
        listed.attrib.pop(name, None)


def _begin_with(item: Element, label: Element) -> None:
    """Put ``label`` before the first words of ``item``."""
    first = item
    while not (first.text or "").strip() and len(first) and _holds_the_first_words(first[0]):
        first = first[0]
    label.tail = f" {(first.text or '').lstrip()}"
    first.text = None
    first.insert(0, label)


def _holds_the_first_words(element: Element) -> bool:
    return element.tag in ("p", "div", *HEADINGS)


_NUMERALS = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def _numbered(number: int, listed: Element) -> str:
    """The label of an item, as the list's type and class say."""
    kind = listed.get("type") or "1"
    text = str(number)
    if kind in ("a", "A") and number > 0:
        text = _in_letters(number)
    elif kind in ("i", "I") and number > 0:
        text = _in_numerals(number)
    text = text.upper() if kind in ("A", "I") else text
    names = (listed.get("class") or "").split()
    if any(name.endswith("-parens") for name in names):
        return f"({text})"
    return f"{text})" if any(name.endswith("-paren") for name in names) else f"{text}."


def _in_letters(number: int) -> str:
    letters = ""
    while number:
        number, last = divmod(number - 1, 26)
        letters = chr(ord("a") + last) + letters
    return letters


def _in_numerals(number: int) -> str:
    text = ""
    for value, numeral in _NUMERALS:
        text += numeral * (number // value)
        number %= value
    return text


def _name_signs(tree: Element, code: Code, locale: Locale) -> None:
    """Say in words the signs that the code does not have."""
    keys = [key for key in code.unsigned if f"braille-signs.{key}" in locale]
    if not keys:
        return
    named = {key: said(locale.word(f"braille-signs.{key}").text, code) for key in keys}
    pattern = re.compile(f"[{re.escape(''.join(keys))}]")

    def in_words(text: str) -> str:
        return pattern.sub(lambda found: f" {named[found[0]]} ", text)

    for element in tree.iter(etree.Element):
        if element.text and pattern.search(element.text):
            element.text = in_words(element.text)
        if element.tail and pattern.search(element.tail):
            element.tail = in_words(element.tail)
