"""Why each finding matters to which reader, and how it is mended, by the name of its rule.

``docs/findings.md`` is made from here. What the rules of the manuscript look for is explained in
their own docstrings, of which ``docs/rules.md`` is made; here they have no explanation.
"""

from bindery.vocabulary.explained._explanation import Explanation
from bindery.vocabulary.explained._layout import LAYOUT

GROUPS: tuple[tuple[str, tuple[Explanation, ...]], ...] = (("How pages are laid out", LAYOUT),)
"""Every explanation, below the headings of the page."""

_ALL = tuple(one for _, group in GROUPS for one in group)
_BY_NAME = {name: one for one in _ALL for name in one.names}
_BY_FAMILY = sorted(
    ((family, one) for one in _ALL for family in one.families),
    key=lambda pair: -len(pair[0]),
)


def explained(rule: str) -> Explanation | None:
    """The explanation of a finding of ``rule``: its own, or else that of its nearest family."""
    if rule in _BY_NAME:
        return _BY_NAME[rule]
    return next((one for family, one in _BY_FAMILY if rule.startswith(family)), None)
