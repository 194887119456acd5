"""Where in the manuscript a person begins to look."""

from collections.abc import Iterable, Sequence

from bindery.document.model import MATHML, SOURCE, Document, Element

IMAGES = ("img", "svg")
FORMULAS = (f"{MATHML}math",)

LOOKED_FOR = {
    "1.1.1": (*IMAGES, *FORMULAS),
    "1.3.1": ("table",),
    "1.4.1": IMAGES,
    "1.4.3": IMAGES,
    "1.4.5": IMAGES,
    "1.4.11": IMAGES,
}
"""The elements that a criterion is about more than others."""


def places(number: str, document: Document) -> tuple[str, ...]:
    """The manuscript lines to look at for a criterion, in reading order, each once."""
    if number == "3.1.2":
        return foreign(document)
    return lines_of(document, LOOKED_FOR.get(number, ()))


def foreign(document: Document) -> tuple[str, ...]:
    """The lines with a language of their own."""
    return _lines(one for one in document.body.iter() if "lang" in one.attrib)


def lines_of(document: Document, names: Sequence[str]) -> tuple[str, ...]:
    """The lines of the elements with one of these ``names``."""
    return _lines(document.body.iter(*names)) if names else ()


def _lines(elements: Iterable[Element]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line for one in elements if (line := _line(one))))


def _line(element: Element) -> str:
    """The line of the block that ``element`` is in."""
    around = (element, *element.iterancestors())
    return next((line for one in around if (line := one.get(SOURCE))), "")
