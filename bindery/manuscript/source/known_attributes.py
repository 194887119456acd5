"""The attributes that an author can give an element, besides its name and classes."""

from collections.abc import Mapping

from bindery.manuscript.source.elements import Code, Div, Element, Image, Reference, Span

EVERYWHERE = frozenset({"lang"})
"""What every element can have."""

ALSO: Mapping[type[Element], frozenset[str]] = {
    Code: frozenset({"startFrom"}),
    Div: frozenset({"kind", "href"}),
    Image: frozenset({"width", "height"}),
    Reference: frozenset({"form", "written"}),
    Span: frozenset({"abbr", "entry", "of", "see"}),
}
"""What elements of some kinds can have too. The Document drops all others."""
