"""Where in the manuscript a person begins to look."""

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
        found = [one for one in document.body.iter() if "lang" in one.attrib]
    else:
        found = list(document.body.iter(LOOKED_FOR[number])) if number in LOOKED_FOR else []
    lines = (_line(element) for element in found)
    return tuple(dict.fromkeys(line for line in lines if line))


def _line(element: Element) -> str:
    """The line of the block that ``element`` is in."""
    around = (element, *element.iterancestors())
    return next((line for one in around if (line := one.get(SOURCE))), "")
