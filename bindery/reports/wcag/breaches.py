"""Which criteria a finding breaks, and where in the manuscript to begin looking."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from bindery.document.model import MATHML, SOURCE, Document, Element
from bindery.vocabulary.tables import read


@dataclass(frozen=True, slots=True)
class _Rules:
    """The rules by criterion: patterns of their names, without the prefix of each checker."""

    read_back: dict[str, tuple[str, ...]]
    axe: dict[str, tuple[str, ...]]
    ace: dict[str, tuple[str, ...]]
    layout: dict[str, tuple[str, ...]]
    verapdf: dict[str, tuple[str, ...]]
    outloud: dict[str, tuple[str, ...]]


_RULES = read(_Rules, Path(__file__).with_name("breaches.toml"))

BREACHES = (
    ("", _RULES.read_back),
    ("", _RULES.layout),
    ("axe-", _RULES.axe),
    ("ace-", _RULES.axe),
    ("ace-", _RULES.ace),
    ("verapdf-", _RULES.verapdf),
    ("outloud-", _RULES.outloud),
)
"""The prefix of each checker's rules in findings, and the rules by criterion."""


def broken_by(rule: str) -> frozenset[str]:
    """Return the numbers of the criteria that a finding of ``rule`` breaks."""
    return frozenset(_broken_by(rule))


def _broken_by(rule: str) -> Iterator[str]:
    for prefix, table in BREACHES:
        for number, patterns in table.items():
            if any(fnmatchcase(rule, prefix + pattern) for pattern in patterns):
                yield number


IMAGES = ("img", "svg")
FORMULAS = (f"{MATHML}math",)

LOOKED_FOR = {
    "1.1.1": (*IMAGES, *FORMULAS),
    "1.3.1": ("table",),
    "1.4.1": IMAGES,
    "1.4.3": IMAGES,
    "1.4.5": IMAGES,
    "1.4.11": IMAGES,
}
"""The elements that a criterion is about more than others."""


def places(number: str, document: Document) -> tuple[str, ...]:
    """Return the manuscript lines to look at for a criterion, in reading order, each once."""
    if number == "3.1.2":
        return foreign(document)
    return lines_of(document, LOOKED_FOR.get(number, ()))


def foreign(document: Document) -> tuple[str, ...]:
    """Return the lines with a language of their own."""
    return _lines(one for one in document.body.iter() if "lang" in one.attrib)


def lines_of(document: Document, names: Sequence[str]) -> tuple[str, ...]:
    """Return the lines of the elements with one of these ``names``."""
    return _lines(document.body.iter(*names)) if names else ()


def _lines(elements: Iterable[Element]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line for one in elements if (line := _line(one))))


def _line(element: Element) -> str:
    """Return the line of the block that ``element`` is in."""
    around = (element, *element.iterancestors())
    return next((line for one in around if (line := one.get(SOURCE))), "")
