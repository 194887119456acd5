"""What people have judged of the publication's accessibility: ``judgements.toml``."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from bindery.vocabulary.counting import STRICT

WcagConformance = Literal[
    "WCAG 2.0 Level A",
    "WCAG 2.0 Level AA",
    "WCAG 2.0 Level AAA",
    "WCAG 2.1 Level A",
    "WCAG 2.1 Level AA",
    "WCAG 2.1 Level AAA",
    "WCAG 2.2 Level A",
    "WCAG 2.2 Level AA",
    "WCAG 2.2 Level AAA",
]
"""The standards an evaluator can have found it to conform to (EPUB Accessibility 1.1, 4.2.1)."""

Day: TypeAlias = date
"""A date, where a field is called ``date``, too."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A person's verdict on one criterion of WCAG, for ``units`` of the publication.

    ``units`` are digests (SHA-256) by name, and a verdict is of those digests alone. One that is
    not met has a ``reason``, its ``consequence`` for readers, the edition that is an accessible
    ``alternative`` (its name in ``vocabulary/editions.py``), and the day it will be fixed.
    """

    __pydantic_config__ = STRICT

    criterion: str
    verdict: Literal["met", "not-met"]
    by: str
    date: date
    method: str
    units: dict[str, str]
    reason: str = ""
    consequence: str = ""
    alternative: str = ""
    mended_by: Day | None = None


@dataclass(frozen=True, slots=True)
class Conformance:
    """A person's claim that the e-book conforms to ``standard``, such as “WCAG 2.2 Level AA”.

    It holds as long as every unit that is asked about is judged, and met. ``kind`` is whether
    ``by`` names a person or an organisation.
    """

    __pydantic_config__ = STRICT

    standard: WcagConformance
    by: str
    date: date
    method: str
    kind: Literal["person", "organisation"] = "person"
    report: str = ""
    credential: str = ""


@dataclass(frozen=True, slots=True)
class KnownFault:
    """An error that somebody has accepted for a time: ``count`` findings that say the same.

    ``rule``, ``path`` and ``message`` (in English) are those of the finding; it may be on any line.
    After ``until`` it is an error again.
    """

    __pydantic_config__ = STRICT

    rule: str
    path: str
    message: str
    by: str
    date: date
    reason: str
    until: Day
    count: int = 1


@dataclass(frozen=True, slots=True)
class BrailleReading:
    """Somebody has read the braille of the text with the digest ``document`` (SHA-256)."""

    __pydantic_config__ = STRICT

    by: str
    date: date
    document: str


@dataclass(frozen=True, slots=True)
class Judgements:
    """All of ``judgements.toml``, in the order it is written. Of several claims the last counts."""

    __pydantic_config__ = STRICT

    judgement: tuple[Judgement, ...] = field(default_factory=tuple)
    conformance: tuple[Conformance, ...] = field(default_factory=tuple)
    known_fault: tuple[KnownFault, ...] = field(default_factory=tuple)
    braille_reading: tuple[BrailleReading, ...] = field(default_factory=tuple)


NOTHING_JUDGED = Judgements()
