"""A rule's docstring: its page in ``docs/rules.md``, and its test.

The first line names the property. Sections follow, each with a ``## `` heading: *Why*, *Hvorfor*,
*Fails*, *Passes*, *Clauses*. *Hvorfor* names the property and gives the reason in Norwegian. An
example is a chapter in a fenced block marked ``markdown``; blocks below it marked with a file name
(``svg figures/kart.svg``, below ``manuscript/``) are more files of the same book. In *Fails*, a
line such as ``Line 3:`` or ``Line 2 of `figures/kart.svg`:`` above each example lists the lines
with one finding each. ``In`` instead of ``Line 2 of`` is for a file where no line is known.
"""

import inspect
import re
import sys
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bindery.vocabulary.rule import Rule
from bindery.vocabulary.wcag import CRITERIA

FIRST_CHAPTER = "chapters/01.md"

_SECTION = re.compile(r"^## (Why|Hvorfor|Fails|Passes|Clauses)$", re.MULTILINE)
_PLACE = re.compile(
    r"^(?:Lines? (?P<lines>\d[\d, and]*)(?: of `(?P<path>.+)`)?|In `(?P<file>.+)`):$"
)
_OF_WCAG = re.compile(r"^- WCAG 2\.2:.*(?:\n  .*)*", re.MULTILINE)
_CRITERION = re.compile(r"\b[1-4]\.\d\.\d{1,2}\b")
_FENCE = re.compile(r"^(?P<mark>`{3,})(?P<language>\w+)(?: (?P<path>\S+))?$")

Place = tuple[str, int | None]


@dataclass(frozen=True, slots=True)
class Example:
    """A small manuscript: its files below ``manuscript/``, and the places where it fails."""

    files: dict[str, str]
    places: tuple[Place, ...]


@dataclass(frozen=True)
class Page:
    """The contents of a rule's docstring."""

    rule: Rule[Any]
    docstring: str

    @cached_property
    def property(self) -> str:
        """The sentence that is true of a correct manuscript."""
        return self.docstring.partition("\n")[0]

    @cached_property
    def sections(self) -> dict[str, str]:
        """The text of each section by its title."""
        parts = _SECTION.split(self.docstring)
        return {title: text.strip() for title, text in zip(parts[1::2], parts[2::2], strict=True)}

    @cached_property
    def criteria(self) -> tuple[str, ...]:
        """The criteria of WCAG 2.2, level A and AA, that its clauses name: ``1.1.1``."""
        clauses = "".join(_OF_WCAG.findall(self.sections["Clauses"]))
        named = set(_CRITERION.findall(clauses))
        return tuple(one.number for one in CRITERIA if one.number in named)

    @cached_property
    def fails(self) -> tuple[Example, ...]:
        """Manuscripts in which this rule finds something, and no other rule does."""
        return _examples(self.sections["Fails"])

    @cached_property
    def passes(self) -> tuple[Example, ...]:
        """Manuscripts in which no rule finds anything."""
        return _examples(self.sections["Passes"])


def page_of(rule: Rule[Any]) -> Page:
    """The page of ``rule``: the docstring of its module."""
    docstring = inspect.getdoc(sys.modules[rule.find.__module__])
    assert docstring, rule.name
    return Page(rule, docstring)


def _examples(section: str) -> tuple[Example, ...]:
    examples: list[Example] = []
    places: tuple[Place, ...] = ()
    lines = iter(section.splitlines())
    for line in lines:
        if place := _PLACE.match(line):
            places = _places(place)
        elif fence := _FENCE.match(line):
            text = "".join(f"{inside}\n" for inside in iter(lambda: next(lines), fence["mark"]))
            if fence["path"] and examples:
                examples[-1].files[fence["path"]] = text
            else:
                examples.append(Example({fence["path"] or FIRST_CHAPTER: text}, places))
    return tuple(examples)


def _places(place: re.Match[str]) -> tuple[Place, ...]:
    if place["file"]:
        return ((place["file"], None),)
    return tuple(
        (place["path"] or FIRST_CHAPTER, int(n)) for n in re.findall(r"\d+", place["lines"])
    )
