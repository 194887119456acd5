"""Links as a listener meets them, and the entries of a contents list."""

from collections.abc import Iterator

from bindery.readback.heard import HeardElement, Words, spaced
from bindery.readback.passages import Span

_CONTENTS = ("TOC", "TOCI")


def link_span(element: HeardElement) -> Span:
    """What all annotations of a link lead to; ``nowhere`` where they do not agree."""
    targets = set(element.links)
    if len(targets) != 1:
        return Span("link", "", value="nowhere" if targets else "")
    target = targets.pop()
    if target.uri is not None:
        return Span("link", "", value=target.uri)
    return Span("link", "", target=target.element, page=target.page)


def entries(contents: HeardElement) -> Iterator[Span]:
    """The entries of a contents list, nested ones too: their words, and where each leads."""
    for child in contents.children:
        if child.role == "TOCI":
            link = next((one for one in _own_elements(child) if one.links), None)
            leads = link_span(link) if link else Span("link", "")
            text = spaced("".join(_own_words(child)))
            yield Span("link", text, leads.value, leads.target, leads.page)
        if child.role in _CONTENTS:
            yield from entries(child)


def _own_elements(entry: HeardElement) -> Iterator[HeardElement]:
    for child in entry.children:
        if child.role not in _CONTENTS:
            yield child
            yield from _own_elements(child)


def _own_words(entry: HeardElement) -> Iterator[str]:
    for part in entry.content:
        if isinstance(part, Words):
            yield part.text
        elif part.role in ("Figure", "Formula"):
            yield f" {part.alternative or ''} "
        elif part.role not in _CONTENTS:
            yield from _own_words(part)
