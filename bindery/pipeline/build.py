"""From a folder with a manuscript to editions in ``build/``."""

import os
import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from bindery.manuscript.files import MANUSCRIPT, require_folder
from bindery.pipeline.book_folder import BookFolder
from bindery.pipeline.by_hand import refused, told_as_kept
from bindery.pipeline.freshness import Sources
from bindery.pipeline.kept_files import KeptFiles
from bindery.pipeline.last_build import LastBuild, last_build, written
from bindery.pipeline.own_folder import BUILD, WORK, alone, require_own
from bindery.pipeline.placing import finish, place_editions
from bindery.vocabulary.editions import Edition, Output
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text

if TYPE_CHECKING:
    from bindery.tools.elsewhere import Place
    from bindery.vocabulary.publication import Publication

Progress = Callable[[Text], None]
Meanwhile = Callable[[BookFolder], object]
Contents = Mapping[Path, bytes]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build left: the outputs, or the findings that prevented them.

    ``folder`` is the book as it was read, ``sources`` all it was built from. ``unchanged`` is true
    if the outputs were there already; the earlier findings are repeated. Those at ``touched`` have
    been changed since they were built.
    """

    folder: BookFolder
    sources: Sources
    outputs: tuple[Output, ...]
    findings: tuple[Finding, ...]
    unchanged: bool = False
    touched: frozenset[Path] = frozenset()


def build(
    book: Path,
    progress: Progress = lambda _: None,
    *,
    rebuild: bool = False,
    meanwhile: Meanwhile = lambda _: None,
) -> Built:
    """Make every edition of the publication in ``book``, or none.

    Earlier editions in ``build/`` are replaced only when all new ones are complete, and all at
    once. One that somebody has changed is kept, unless ``rebuild``. ``meanwhile`` is called with
    the book as it was read, while other processes lay out its pages. What it raises is not told.
    """
    require_folder(book)
    require_own(book)
    with alone(book, progress):
        try:
            finish(book)
        except OSError as error:
            raise _not_written(error) from error
        return _built(book, progress, meanwhile, rebuild=rebuild)


def _built(book: Path, progress: Progress, meanwhile: Meanwhile, *, rebuild: bool) -> Built:
    kept = KeptFiles(book, afresh=rebuild)
    folder, sources, last = BookFolder(book, kept), Sources(book), last_build(book)
    if last and not rebuild and last.fingerprint == sources.fingerprint and last.is_whole():
        touched = last.touched()
        findings = (*last.findings, *told_as_kept(touched))
        outputs = last.as_they_are()
        return Built(folder, sources, outputs, findings, unchanged=True, touched=touched)
    from bindery.tools.limits import most_processes  # noqa: PLC0415 - not for an unchanged book
    from bindery.tools.pango import require_pango  # noqa: PLC0415
    from bindery.tools.workers import workers  # noqa: PLC0415

    progress(Text(nb="Leser manuset", en="Reading the manuscript"))
    # Before WeasyPrint is imported anywhere: without Pango it prints a long text of its own.
    require_pango()
    # Importing WeasyPrint takes as long as reading the manuscript does.
    with workers(preload="weasyprint") as beside:
        if folder.loaded.publication is None:
            return Built(folder, sources, (), folder.faults)
        if _is_long(folder.publication):
            beside.expect(most_processes())
        before = None if rebuild else last
        if in_the_way := _in_the_way(folder, before):
            return Built(folder, sources, (), (*folder.faults, *in_the_way))
        try:
            outputs, contents, complaints = _made(folder, beside, progress, kept, meanwhile)
            # Making them takes time, in which somebody may have changed one.
            if in_the_way := _in_the_way(folder, before):
                return Built(folder, sources, (), (*folder.faults, *in_the_way))
            findings = (*folder.faults, *complaints)
            _place(sources, outputs, contents, findings)
            kept.save()
        except OSError as error:
            raise _not_written(error) from error
    return Built(folder, sources, outputs, findings)


_LETTERS = 100_000
"""From here on, a process for each of two layouts saves more time than it takes to start."""


def _is_long(publication: "Publication") -> bool:
    return sum(len(chapter.text) for chapter in publication.chapters) > _LETTERS


def _in_the_way(folder: BookFolder, last: LastBuild | None) -> tuple[Finding, ...]:
    """What would be overwritten, and is not as the ``last`` build left it."""
    if last is None:
        return ()
    from bindery.editions import makers_of  # noqa: PLC0415

    makers = makers_of(folder.publication)
    paths = [_path_of(folder, maker.edition) for maker in makers]
    return tuple(refused(last.in_the_way(paths)))


def _path_of(folder: BookFolder, edition: Edition) -> Path:
    return folder.path / BUILD / f"{folder.publication.slug}{edition.suffix}"


def _place(
    sources: Sources, outputs: tuple[Output, ...], contents: Contents, findings: tuple[Finding, ...]
) -> None:
    """Put the ``outputs`` in place, with a note that says from what they were made."""
    # Words that were there only while the book was read are in no file that the next build sees.
    fingerprint = sources.fingerprint if sources.are_untouched() else ""
    digests = {path: sha256(content).hexdigest() for path, content in contents.items()}
    note = written(fingerprint, outputs, digests, findings)
    place_editions(sources.book, {path.name: made for path, made in contents.items()}, note)


_MOST_AS_CODE = 5
"""Blocks that a layout came to no end of. With more of them no edition is made."""


def _made(
    folder: BookFolder, beside: "Place", progress: Progress, kept: KeptFiles, meanwhile: Meanwhile
) -> tuple[tuple[Output, ...], Contents, tuple[Finding, ...]]:
    """What ``_make`` returns. A block that no edition can be made with is printed as code."""
    from bindery.editions.making import UnprintableError  # noqa: PLC0415 - not for an unchanged book

    for _ in range(_MOST_AS_CODE):
        try:
            return _make(folder, beside, progress, kept, meanwhile)
        except UnprintableError as error:
            folder.print_as_code(error.finding)
            last = error.finding
    raise PipelineError(last.message, last.hint)


def _make(
    folder: BookFolder, beside: "Place", progress: Progress, kept: KeptFiles, meanwhile: Meanwhile
) -> tuple[tuple[Output, ...], Contents, tuple[Finding, ...]]:
    """Make the outputs; return them, the content of each, and their makers' complaints."""
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415

    from bindery.claims.conformance import evaluation_findings  # noqa: PLC0415
    from bindery.editions import makers_of  # noqa: PLC0415
    from bindery.editions.braille.makers import braille_findings  # noqa: PLC0415
    from bindery.editions.making import Workshop  # noqa: PLC0415
    from bindery.manuscript.templates import templates_of  # noqa: PLC0415
    from bindery.pipeline.side_by_side import side_by_side  # noqa: PLC0415

    publication, document = folder.publication, folder.document
    work = folder.path / WORK
    workshop = Workshop(templates_of(publication), work, moment_of(publication), beside, kept)
    makers = makers_of(publication)
    outputs = []
    complaints = [*evaluation_findings(document), *braille_findings(publication)]
    with (
        side_by_side(document, workshop, makers) as made,
        ThreadPoolExecutor(max_workers=1) as thread,
    ):
        thread.submit(meanwhile, folder)
        for edition in (maker.edition for maker in makers):
            path = _path_of(folder, edition)
            progress(Text(nb=f"Lager {path.name}", en=f"Making {path.name}"))
            timed = made.timed(edition.name)
            size, count = len(timed.made.content), timed.made.count
            unit = edition.unit.of(count)
            outputs.append(Output(edition, path, size, count, unit, timed.seconds))
            complaints += [complaint(path, remark) for remark in timed.made.remarks]
            complaints += timed.made.findings
    contents = {output.path: made[output.edition.name].content for output in outputs}
    return tuple(outputs), contents, tuple(complaints)


_SHEET = re.compile(r"\bat (?P<path>templates/\S+\.css):(?P<line>\d+)")
_IMAGE = re.compile(rf"'(?P<path>{MANUSCRIPT}/[^']+)'")


def complaint(path: Path, remark: str) -> Finding:
    """A finding about what WeasyPrint did not understand. Its log is in English."""
    sheet, image = _SHEET.search(remark), _IMAGE.search(remark)
    place = Location(image["path"] if image else f"{BUILD}/{path.name}")
    return Finding(
        "page-is-as-styled",
        Severity.WARNING,
        Location(sheet["path"], int(sheet["line"])) if sheet else place,
        Text(
            nb=f"WeasyPrint støtter ikke alt. Noe kan mangle på siden. Originalmelding: {remark}",
            en="WeasyPrint does not support everything. Something may be missing on the page:"
            f" {remark}",
        ),
        Text(
            nb="Se etter skrivefeil i publikasjonens templates/, eller i bildet som er nevnt.",
            en="Look for a typo in the publication’s templates/, or in the image it names.",
        ),
    )


def _not_written(error: OSError) -> PipelineError:
    return PipelineError(
        Text(
            nb=f"Kunne ikke skrive til build/: {error.strerror}.",
            en=f"Could not write to build/: {error.strerror}.",
        ),
        Text(
            nb="Sjekk at disken har plass, og at mappen er skrivbar. Utgavene er uendret.",
            en="Check that the disk has room and the folder is writable. The editions are"
            " unchanged.",
        ),
    )


_LAST_YEAR = 2107
"""The last year that a file in a ZIP can have, and so one in an e-book."""


def moment_of(publication: "Publication") -> datetime:
    """``SOURCE_DATE_EPOCH`` (reproducible-builds.org), else the publication's date."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        day = publication.metadata.date
        return datetime(day.year, day.month, day.day, tzinfo=UTC)
    with suppress(ValueError, OverflowError, OSError):
        moment = datetime.fromtimestamp(int(epoch), UTC)
        if epoch.isdecimal() and moment.year <= _LAST_YEAR:
            return moment
    raise PipelineError(
        Text(
            nb=f"SOURCE_DATE_EPOCH er «{epoch[:40]}». Det må være et antall sekunder fra 1970.",
            en=f"SOURCE_DATE_EPOCH is “{epoch[:40]}”. It must be a number of seconds since 1970.",
        ),
        Text(
            nb=f"Rett den eller fjern den. Siste år er {_LAST_YEAR}.",
            en=f"Fix it or unset it. The last year is {_LAST_YEAR}.",
        ),
    )
