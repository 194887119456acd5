"""Explanations of findings: why each matters to which reader, and how it is fixed."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bindery.tools.installation import COMMAND
from bindery.vocabulary.text import Text

PAGE = "findings.md"
"""Where the explanations stand, below ``docs/``."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What findings of the same kind have in common.

    ``names`` are their rules. ``families`` are how the rules' names begin where nobody can list
    them all: ``epubcheck-rsc-`` is every rule that begins so and has no explanation of its own.
    ``title`` is the heading on the page.
    """

    title: str
    why: Text
    mend: Text
    names: tuple[str, ...] = ()
    families: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        """The place below ``docs/`` that says all this: ``findings.md#reflow``."""
        return f"{PAGE}#{slug(self.title)}"


def slug(title: str) -> str:
    """The name that GitHub gives to a heading of a page in Markdown."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


SOURCES = (
    "readback",
    "layout",
    "axe",
    "ace",
    "epubcheck",
    "verapdf",
    "outloud",
    "others",
    "pipeline",
)
"""The files with the explanations, in the order of the page."""

RUN_AXE = ("axe", "ace")
"""The checkers by which axe's rules are named in findings."""


@cache
def groups() -> tuple[tuple[str, str, tuple[Explanation, ...]], ...]:
    """Every explanation, with the heading it stands below and what that is about."""
    return tuple(_groups())


def explained(rule: str) -> Explanation | None:
    """The explanation of a finding of ``rule``: its own, or else that of its nearest family."""
    names, families = _index()
    if rule in names:
        return names[rule]
    return next((one for family, one in families if rule.startswith(family)), None)


def _groups() -> Iterator[tuple[str, str, tuple[Explanation, ...]]]:
    for source in SOURCES:
        text = Path(__file__).with_name(f"{source}.toml").read_text(encoding="utf-8")
        read = tomllib.loads(text.replace("{COMMAND}", COMMAND))
        explanations = tuple(
            Explanation(
                one["title"],
                Text(**one["why"]),
                Text(**one["mend"]),
                (*one.get("names", ()), *_of_axe(one.get("axe", ()))),
                tuple(one.get("families", ())),
            )
            for one in read["explanation"]
        )
        yield read["heading"], read["about"], explanations


def _of_axe(rules: list[str]) -> Iterator[str]:
    return (f"{checker}-{rule}" for rule in rules for checker in RUN_AXE)


@cache
def _index() -> tuple[dict[str, Explanation], list[tuple[str, Explanation]]]:
    """The explanations by rule, and by family, of which the longest name comes first."""
    every = [one for _, _, explanations in groups() for one in explanations]
    names = {name: one for one in every for name in one.names}
    families = [(family, one) for one in every for family in one.families]
    return names, sorted(families, key=lambda pair: -len(pair[0]))
