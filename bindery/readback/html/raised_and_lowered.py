"""Raised and lowered letters, and deleted and inserted words, which are the same words without."""

from collections import Counter
from collections.abc import Iterable, Iterator

from bindery.document.model import SOURCE, Element, text_of
from bindery.readback.messages import STRUCTURE, Near
from bindery.readback.passages import Passage
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.text import Text, squeezed

_TAGS = ("sub", "sup", "del", "ins")
_LOST = Text(
    nb="I {edition} er «{words}» vanlig tekst. I manuset er det {kind}.",
    en="In {edition} “{words}” is plain text. In the manuscript it is {kind}.",
)
_KINDS = {
    "sub": Text(nb="senket", en="lowered"),
    "sup": Text(nb="hevet", en="raised"),
    "del": Text(nb="slettet", en="deleted"),
    "ins": Text(nb="satt inn", en="inserted"),
}

Mark = tuple[str, str]


def raised_and_lowered(
    trees: Iterable[Element], heard: Iterable[Element], file: Near
) -> Iterator[Finding]:
    """Report words that ``trees`` mark, and the edition does not."""
    there = Counter(_mark(one) for each in heard for one in _marked(each))
    for element in (one for tree in trees for one in _marked(tree)):
        mark = _mark(element)
        if there[mark] > 0:
            there[mark] -= 1
            continue
        stamped = (one.get(SOURCE) for one in (element, *element.iterancestors()))
        source = next(filter(None, stamped), "")
        message = _LOST.filled(words=mark[1], kind=_KINDS[mark[0]], edition=file.edition)
        yield STRUCTURE.broken(file.at(Passage("paragraph", "", source=source)), message)


def _marked(tree: Element) -> Iterator[Element]:
    """The elements with marks; references to notes are compared as such."""
    for element in tree.iter(*(f"{{*}}{tag}" for tag in _TAGS)):
        if not any("note" in (one.get("role") or "") for one in element.iter("{*}a")):
            yield element


def _mark(element: Element) -> Mark:
    return str(element.tag).rpartition("}")[2], squeezed(text_of(element))
