"""From a folder with a manuscript to editions in ``build/``."""

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bindery.manuscript.files import require_folder
from bindery.pipeline.book_folder import BookFolder
from bindery.pipeline.freshness import fingerprint, remember, still_fresh
from bindery.vocabulary.editions import Output
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.findings import Finding, Location, Severity, any_errors
from bindery.vocabulary.text import Text

if TYPE_CHECKING:
    from bindery.tools.elsewhere import Place
    from bindery.vocabulary.publication import Publication

BUILD = "build"

Progress = Callable[[Text], None]


@dataclass(frozen=True, slots=True)
class Built:
    """What a build left: the outputs, or the findings that prevented them.

    ``folder`` is the book as it was read, ``fingerprint`` a digest of all it was built from.
    ``unchanged`` is true if the outputs were there already; the earlier findings are repeated.
    """

    folder: BookFolder
    fingerprint: str
    outputs: tuple[Output, ...]
    findings: tuple[Finding, ...]
    unchanged: bool = False


def build(book: Path, progress: Progress = lambda _: None) -> Built:
    """Make every edition of the publication in ``book``, or none.

    Earlier editions in ``build/`` are replaced only when all new ones are complete.
    """
    require_folder(book)
    folder, current = BookFolder(book), fingerprint(book)
    if (kept := still_fresh(book, current)) is not None:
        return Built(folder, current, *kept, unchanged=True)
    from bindery.tools.elsewhere import Elsewhere  # noqa: PLC0415 - not for an unchanged book
    from bindery.tools.pango import require_pango  # noqa: PLC0415

    progress(Text(nb="Leser manuskriptet", en="Reading the manuscript"))
    # Before WeasyPrint is imported anywhere: without Pango it prints a long text of its own.
    require_pango()
    # Importing WeasyPrint takes as long as reading the manuscript does.
    with Elsewhere(preload="weasyprint") as beside:
        findings = stopping(folder)
        if folder.loaded.publication is None or any_errors(findings):
            return Built(folder, current, (), findings)
        from bindery.document.read import UnreadableChapterError  # noqa: PLC0415

        try:
            outputs, complaints = _make(folder, beside, progress)
            findings = (*findings, *complaints)
            remember(book, current, outputs, findings)
        except UnreadableChapterError as error:
            return Built(folder, current, (), (*findings, error.finding))
        except OSError as error:
            raise _not_written(error) from error
    return Built(folder, current, outputs, findings)


def stopping(folder: BookFolder) -> tuple[Finding, ...]:
    """The findings that prevent a build."""
    from bindery.rules.manuscript import RULES  # noqa: PLC0415 - not for an unchanged book

    if folder.loaded.publication is None:
        return folder.loaded.findings
    source = folder.manuscript
    found = (finding for rule in RULES if rule.stops_build for finding in rule.find(source))
    return tuple(sorted(found, key=lambda finding: finding.order))


def _make(
    folder: BookFolder, beside: "Place", progress: Progress
) -> tuple[tuple[Output, ...], tuple[Finding, ...]]:
    """Make the outputs, put them in place, and return them with their makers' complaints."""
    from bindery.claims.conformance import evaluation_findings  # noqa: PLC0415
    from bindery.editions import makers_of  # noqa: PLC0415
    from bindery.editions.making import Workshop  # noqa: PLC0415
    from bindery.manuscript.templates import Templates  # noqa: PLC0415
    from bindery.pipeline.side_by_side import side_by_side  # noqa: PLC0415

    publication, document, target = folder.publication, folder.document, folder.path / BUILD
    workshop = Workshop(Templates(folder.path), target / "work", moment_of(publication), beside)
    makers = makers_of(publication)
    outputs = []
    complaints = [*evaluation_findings(document)]
    with side_by_side(document, workshop, makers) as made:
        for edition in (maker.edition for maker in makers):
            path = target / f"{publication.slug}{edition.suffix}"
            progress(Text(nb=f"Lager {path.name}", en=f"Making {path.name}"))
            timed = made.timed(edition.name)
            size, count = len(timed.made.content), timed.made.count
            unit = edition.unit.of(count)
            outputs.append(Output(edition, path, size, count, unit, timed.seconds))
            complaints += [_complaint(path, remark) for remark in timed.made.remarks]
            complaints += timed.made.findings
    _replace({output.path: made[output.edition.name].content for output in outputs})
    return tuple(outputs), tuple(complaints)


def _complaint(path: Path, remark: str) -> Finding:
    """A finding about what WeasyPrint did not understand. Its log is in English."""
    return Finding(
        "page-is-as-styled",
        Severity.WARNING,
        Location(f"{BUILD}/{path.name}"),
        Text(
            nb=f"WeasyPrint forsto ikke alt, og siden kan mangle noe: {remark}",
            en=f"WeasyPrint did not understand all, and the page may lack something: {remark}",
        ),
        Text(
            nb="Se etter skrivefeil i bokas egen templates/, eller i bildet som er nevnt.",
            en="Look for a misprint in the book’s own templates/, or in the image it names.",
        ),
    )


def _replace(files: dict[Path, bytes]) -> None:
    """Write every file beside its predecessor, and only then put them all in place."""
    beside = {path: path.with_name(f".{path.name}.new") for path in files}
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            beside[path].write_bytes(content)
        for path, new in beside.items():
            new.replace(path)
    finally:
        for new in beside.values():
            new.unlink(missing_ok=True)


def _not_written(error: OSError) -> PipelineError:
    return PipelineError(
        Text(
            nb=f"Kunne ikke skrive til build/: {error.strerror}.",
            en=f"Could not write to build/: {error.strerror}.",
        ),
        Text(
            nb="Sjekk at disken har plass og at mappen er skrivbar; utgavene er urørt.",
            en="Check that the disk has room and the folder is writable; no edition was touched.",
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
            nb=f"SOURCE_DATE_EPOCH er «{epoch[:40]}», og ikke et antall sekunder fra 1970 av.",
            en=f"SOURCE_DATE_EPOCH is “{epoch[:40]}”, not a number of seconds from 1970 on.",
        ),
        Text(
            nb=f"Rett den eller fjern den. Siste år er {_LAST_YEAR}.",
            en=f"Correct it or unset it. The last year is {_LAST_YEAR}.",
        ),
    )
