"""How editions are made: what a maker is given, and what it gives back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bindery.document.contents import Pagination
from bindery.document.model import Document
from bindery.manuscript.templates import Templates
from bindery.tools.elsewhere import Here, Place
from bindery.vocabulary.editions import Edition
from bindery.vocabulary.evidence import Evidence
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.publication import Publication


@dataclass(frozen=True, slots=True)
class Workshop:
    """What an edition is made with.

    ``work`` is a folder it may keep intermediates in. ``moment`` is what it is dated with, never
    the clock: the same manuscript gives the same bytes. ``beside`` is where long work is done.
    ``proven`` is what has passed its checks already, edition by edition: a summary may tell of it.
    """

    templates: Templates
    work: Path
    moment: datetime
    beside: Place = field(default_factory=Here)
    proven: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Made:
    """A finished edition's bytes, and how many pages or documents it has.

    ``remarks`` is what the maker complained of: something a reader may have lost. ``findings`` are
    what an author should know of this edition. ``also`` are
    other files of the very same pages, which another edition hands out. ``pagination`` is where
    the pages start, of an edition that has pages, and ``cover`` a picture of the first (PNG).
    """

    content: bytes
    count: int
    remarks: tuple[str, ...] = ()
    also: tuple[bytes, ...] = ()
    pagination: Pagination = ()
    cover: bytes = b""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Maker:
    """How one edition is made.

    Editions are made side by side. ``make`` gets those before it in the order of ``MAKERS``, by
    name, and waits when it asks for one: the summary tells how many pages the PDF has. An edition
    that a publication has not ``wanted`` is not made, and nothing tells of it.
    """

    edition: Edition
    make: Callable[[Document, Workshop, Mapping[str, Made]], Made]
    wanted: Callable[[Publication], bool] = lambda _: True
