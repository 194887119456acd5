"""The interface of makers of editions: what a maker gets, and what it returns."""

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
from bindery.vocabulary.keeping import NOTHING_KEPT, Keeper
from bindery.vocabulary.publication import Publication


@dataclass(frozen=True, slots=True)
class Workshop:
    """What a maker may use to make an edition.

    ``work`` is a folder for intermediate files. ``moment`` is the edition's date, never the present
    time: the same manuscript gives the same bytes. ``beside`` is where long work is done, and
    ``keeper`` keeps what the next build may need. ``proven`` is the evidence that has passed,
    edition by edition, for the summary. ``again_soon`` says that the publication is laid out again
    and again: parts of it are worth keeping, however short it is.
    """

    templates: Templates
    work: Path
    moment: datetime
    beside: Place = field(default_factory=Here)
    keeper: Keeper = NOTHING_KEPT
    proven: Mapping[str, tuple[Evidence, ...]] = field(default_factory=dict)
    again_soon: bool = False


class UnprintableError(Exception):
    """A block that an edition cannot be made with as it is; the ``finding`` has its place."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding.location))
        self.finding = finding


@dataclass(frozen=True, slots=True)
class Made:
    """A finished edition's bytes, and how many pages or documents it has.

    ``remarks`` are the maker's warnings: readers may have lost something. ``findings`` are for the
    author of this edition. ``also`` are other files of the same pages, which another edition
    returns as its own. In an edition with pages, ``pagination`` is where they start, and ``cover``
    a picture of the first (PNG).
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

    Editions are made side by side. ``make`` gets the earlier ones by name, and waits if it asks for
    one: the summary needs the PDF's number of pages. An edition that is not ``wanted`` by a
    publication is not made, and not mentioned anywhere.
    """

    edition: Edition
    make: Callable[[Document, Workshop, Mapping[str, Made]], Made]
    wanted: Callable[[Publication], bool] = lambda _: True
