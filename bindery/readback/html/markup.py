"""What a listener may go into besides the words: a formula part by part, a long description."""

from collections.abc import Iterable, Iterator

from lxml import etree

from bindery.document.model import MATHML, SOURCE, Element
from bindery.readback.align import shortened
from bindery.readback.html.opened import Opened
from bindery.readback.passages import Passage
from bindery.readback.rules import DESCRIBED, Near
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.text import Text

_MATH = f"{MATHML}math"
_OTHER_FORMULA = Text(
    nb="Formelen «{words}» er en annen i {edition} når en går inn i den.",
    en="The formula “{words}” is another in {edition} for those who go into it.",
)
_NOT_TIED = Text(
    nb="I {edition} leder ikke bildet «{words}» til den lange beskrivelsen sin.",
    en="In {edition} the image “{words}” does not lead to its long description.",
)


def marked_up_otherwise(
    trees: Iterable[Element], heard: list[Opened], file: Near
) -> Iterator[Finding]:
    """Formulas in ``trees`` whose parts are others, and images without their long descriptions.

    That a formula is missing, or an image, is told where its words are missed.
    """
    trees = list(trees)
    ours = [formula for tree in trees for formula in tree.iter(_MATH)]
    theirs = [formula for one in heard for formula in one.root.iter(_MATH)]
    if len(ours) == len(theirs):
        for formula, other in zip(ours, theirs, strict=True):
            if _parts(formula) != _parts(other):
                yield _told(_OTHER_FORMULA, formula, formula.get("alttext") or "", file)
    tied = {
        details
        for one in heard
        for element in one.root.iter(etree.Element)
        if (details := element.get("aria-details")) in one.by_id
    }
    for image in (image for tree in trees for image in tree.iter("img")):
        details = image.get("aria-details")
        if details and details not in tied:
            yield _told(_NOT_TIED, image, image.get("alt") or "", file)


def _parts(formula: Element) -> list[tuple[str, str]]:
    return [(str(part.tag), (part.text or "").strip()) for part in formula.iter()]


def _told(message: Text, element: Element, words: str, file: Near) -> Finding:
    stamped = (one.get(SOURCE) for one in (element, *element.iterancestors()))
    near = file.at(Passage("paragraph", "", source=next(filter(None, stamped), "")))
    return DESCRIBED.broken(near, message.filled(words=shortened(words), edition=file.edition))
