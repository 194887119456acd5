"""Explanations of findings: why each matters to which reader, and how it is fixed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from bindery.tools.installation import COMMAND
from bindery.tools.makers import report_it
from bindery.vocabulary.tables import read
from bindery.vocabulary.text import Text, verbatim

PAGE = "findings.md"
"""The page of the explanations, below ``docs/``."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What findings of the same kind have in common.

    ``names`` are their rules; those of ``axe`` are among them as each checker names them.
    ``families`` are beginnings of rules' names that cannot all be listed: ``epubcheck-rsc-`` is
    every rule that begins so and has no explanation of its own. ``title`` is the heading on the
    page.
    """

    title: str
    why: Text
    mend: Text
    names: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    axe: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        """The explanation's address below ``docs/``: ``findings.md#reflow``."""
        return f"{PAGE}#{slug(self.title)}"


def slug(title: str) -> str:
    """Return the name that GitHub gives to a heading of a page in Markdown."""
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
    """Return every explanation, with the heading of its group and what the group is about."""
    return tuple(_groups())


def explained(rule: str) -> Explanation | None:
    """Return the explanation of ``rule``: its own, or else that of its nearest family."""
    names, families = _index()
    if rule in names:
        return names[rule]
    return next((one for family, one in families if rule.startswith(family)), None)


@dataclass(frozen=True, slots=True)
class _Source:
    heading: str
    about: str
    explanation: tuple[Explanation, ...]


def _groups() -> Iterator[tuple[str, str, tuple[Explanation, ...]]]:
    for name in SOURCES:
        file = Path(__file__).with_name(f"{name}.toml")
        source = read(_Source, file, COMMAND=COMMAND)
        about = _with_report(verbatim(source.about)).en
        yield source.heading, about, tuple(map(_named, source.explanation))


def _named(one: Explanation) -> Explanation:
    """Add the names of axe's rules, as each checker that runs axe names them."""
    of_axe = (f"{checker}-{rule}" for rule in one.axe for checker in RUN_AXE)
    return replace(one, names=(*one.names, *of_axe), mend=_with_report(one.mend))


def _with_report(text: Text) -> Text:
    """Fill in where a fault in bindery is reported. Other braces are the manuscript's."""
    report = report_it()
    return Text(
        nb=text.nb.replace("{REPORT}", report.nb), en=text.en.replace("{REPORT}", report.en)
    )


@cache
def _index() -> tuple[dict[str, Explanation], list[tuple[str, Explanation]]]:
    """Return the explanations by rule, and by family, the longest name first."""
    every = [one for _, _, explanations in groups() for one in explanations]
    names = {name: one for one in every for name in one.names}
    families = [(family, one) for one in every for family in one.families]
    return names, sorted(families, key=lambda pair: -len(pair[0]))
