"""Where the printed pages begin in the e-book, beside the PDF that they are the pages of."""

from collections.abc import Iterator, Sequence

from bindery.document.model import Element
from bindery.finished.documents import SVG
from bindery.finished.pdf.tagged import FinishedPdf
from bindery.readback.align import shortened
from bindery.readback.html.opened import Opened
from bindery.readback.messages import STRUCTURE, Near
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.text import Text, squeezed, without_soft_hyphens

_LATE = Text(
    nb="Side {label} begynner for sent i {edition}, ved «{words}».",
    en="Page {label} begins too late in {edition}, at “{words}”.",
)
_EARLY = Text(
    nb="Side {label} begynner for tidlig i {edition}, ved «{words}».",
    en="Page {label} begins too early in {edition}, at “{words}”.",
)
_BEFORE = 10
_ENOUGH = 24
"""So many letters together are not by chance the same in two places."""


def page_breaks(heard: Sequence[Opened], printed: FinishedPdf, file: Near) -> Iterator[Finding]:
    """Report markers of pages with words around them that are both on one side of it in print.

    Words that are not the same in print, as in formulas and tables, say nothing.
    """
    pages = _pages(printed)
    labels = list(printed.labels)
    for one in heard:
        text, breaks = _told(one.root)
        for label, at in breaks:
            if label not in pages:
                continue
            before, after = text[max(0, at - _BEFORE) : at], text[at : at + _ENOUGH]
            if len(before) < _BEFORE or len(after) < _ENOUGH:
                continue
            number = labels.index(label)
            previous = pages[labels[number - 1]] if number else ""
            if pages[label].count(before + after) == 1:
                message = _LATE
            elif previous.count(before + after) == 1:
                message = _EARLY
            else:
                continue
            words = shortened(text[at : at + 40])
            message = message.filled(label=label, words=words, edition=file.edition)
            yield STRUCTURE.broken(file, message)


def _pages(printed: FinishedPdf) -> dict[str, str]:
    """The words of each page by its label, squeezed, in the order they are read."""
    words: dict[int, list[str]] = {}
    for root in printed.roots:
        for one in root.words():
            words.setdefault(one.page, []).append(one.text)
    labelled = enumerate(printed.labels, start=1)
    return {label: squeezed("".join(words.get(number, ()))) for number, label in labelled}


def _told(root: Element) -> tuple[str, list[tuple[str, int]]]:
    """The words of a document, squeezed, and where in them each page begins."""
    parts: list[str] = []
    breaks: list[tuple[str, int]] = []
    length = 0

    def add(text: str | None) -> None:
        nonlocal length
        said = squeezed(without_soft_hyphens(text or ""))
        parts.append(said)
        length += len(said)

    def walk(element: Element) -> None:
        if not isinstance(element.tag, str) or element.tag.startswith(SVG):
            return
        if element.get("role") == "doc-pagebreak":
            breaks.append((element.get("aria-label") or "", length))
        add(element.text)
        for child in element:
            walk(child)
            add(child.tail)

    body = next((one for one in root.iter("{*}body")), root)
    walk(body)
    return "".join(parts), breaks
