"""What a comparison comes to: each finding once, and not too many of a kind."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.text import Text

Compared = tuple[int, tuple[Finding, ...]]
"""How many passages of the manuscript were looked for, and every difference."""

MOST_AT_ONE_LINE = 5
"""Findings of one rule. An author sees what is wrong from fewer."""

_AND_MORE = Text(
    nb="Det samme gjelder {more} steder til her.", en="So it is in {more} more places."
)


def fewer(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The first findings of a kind at one line, and how many more there are.

    A table whose every cell is wrong is told of once, not cell by cell.
    """
    return tuple(_fewer(dict.fromkeys(findings)))


def _fewer(findings: Iterable[Finding]) -> Iterator[Finding]:
    kinds: dict[tuple[str, Location], list[Finding]] = {}
    for finding in findings:
        kinds.setdefault((finding.rule, finding.location), []).append(finding)
    for same in kinds.values():
        yield from same[:MOST_AT_ONE_LINE]
        if (more := len(same) - MOST_AT_ONE_LINE) > 0:
            yield replace(same[0], message=_AND_MORE.filled(more=more))
