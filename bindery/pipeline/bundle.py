"""The bundle that a release distributes: files, their digests, one ZIP of all."""

import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from bindery.document.model import Document
from bindery.editions.making import Made, Workshop
from bindery.editions.summary import MAKES_SUMMARY
from bindery.locales.for_authors import written_date
from bindery.manuscript.templates import templates_of
from bindery.pipeline.build import Built, Progress, moment_of
from bindery.pipeline.check import Checked, in_order
from bindery.pipeline.examine import checkers_of, examine, replaced
from bindery.pipeline.last_build import digest_of
from bindery.pipeline.own_folder import REPORTS, WORK
from bindery.pipeline.placing import STAGED_RELEASE
from bindery.reports.evidence_html import write_html
from bindery.reports.evidence_json import write_json, write_tested
from bindery.reports.onix import write_onix
from bindery.rules.judge import put_aside
from bindery.tools.writing import remove_tree
from bindery.vocabulary.checker import Checker, Subject
from bindery.vocabulary.editions import ONIX_RECORD, PICTURE, SUMMARY, Edition, Output
from bindery.vocabulary.evidence import Evidence, Outcome
from bindery.vocabulary.publication import Publication
from bindery.vocabulary.text import verbatim

SUMS = "SHA256SUMS"

_READABLE_BY_ALL = 0o644
_UNIX = 3
_FIRST_YEAR_OF_ZIP = 1980


def digests(folder: Path) -> dict[str, str]:
    """The SHA-256 of every file below ``folder``, by its path there, in the paths' order."""
    files = sorted(
        (path.relative_to(folder).as_posix(), path)
        for path in folder.rglob("*")
        if path.is_file() and path.name != SUMS
    )
    return {name: sha256(path.read_bytes()).hexdigest() for name, path in files}


def write_sums(folder: Path, of_files: Mapping[str, str]) -> str:
    """List ``of_files``, digests by name, in ``folder``, in the format ``sha256sum -c`` reads.

    Return the digest of the list.
    """
    listed = "".join(f"{digest}  {name}\n" for name, digest in of_files.items()).encode()
    (folder / SUMS).write_bytes(listed)
    return sha256(listed).hexdigest()


def zipped(folder: Path, of_files: Mapping[str, str], inside: str, moment: datetime) -> bytes:
    """A ZIP of ``of_files``, digests by name, in ``folder``; there they are in a folder ``inside``.

    Raises ``PipelineError`` if a file has another digest. The same files give the same bytes on
    every machine: sorted names, one time, one set of permissions, no compression (compressors
    differ, and the editions are compressed already).
    """
    buffer = BytesIO()
    time = (max(moment.year, _FIRST_YEAR_OF_ZIP), *moment.timetuple()[1:6])
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(of_files):
            content = (folder / name).read_bytes()
            if sha256(content).hexdigest() != of_files[name]:
                raise replaced(f"{STAGED_RELEASE}/{name}")
            entry = zipfile.ZipInfo(f"{inside}/{name}", time)
            entry.create_system = _UNIX
            entry.external_attr = _READABLE_BY_ALL << 16
            archive.writestr(entry, content)
    return buffer.getvalue()


INDEX = "index.html"
ONIX = "onix.xml"
EVIDENCE = "reports/evidence"
TESTED = "reports/tested.json"
"""The date of testing, the one thing that differs from one release of a version to the next."""
_VERSION_OF_DATE = verbatim("{version}, {date}")


def path_of(output: Output, publication: Publication) -> str:
    """An output's path in the form that evidence and findings use."""
    return output.path.relative_to(publication.book).as_posix()


class Bundle:
    """The bundle while it is put together in ``build/work/``."""

    def __init__(self, built: Built, progress: Progress) -> None:
        self.document = built.folder.document
        self.manuscript = built.folder.manuscript
        self.publication = publication = self.document.publication
        self.outputs = built.outputs
        self.progress = progress
        self.templates = templates_of(publication)
        self.moment = moment_of(publication)
        self.staged = publication.book / STAGED_RELEASE
        self._examined: dict[str, str] = {}
        self.name = f"{publication.slug}-{publication.metadata.version}"
        self.editions = tuple(each for each in built.outputs if not each.edition.is_summary)

    def stage(self, checked: Checked) -> Checked:
        """Put the files in the staging folder, and check those that only a bundle has."""
        remove_tree(self.staged)
        self.staged.mkdir(parents=True)
        for output in self.editions:
            self._stage(output, checked.digests)
        proven = self._proven(checked.evidence)
        (self.staged / INDEX).write_bytes(self._summary(proven))
        write_onix(self.staged / ONIX, self.document, self.outputs, proven)
        (summary,) = (each for each in self.outputs if each.edition.is_summary)
        # The bundle has a new summary, which names the proofs.
        built = path_of(summary, self.publication)
        others = tuple(one for one in checked.evidence if one.subject != built)
        files = {INDEX: summary.edition, ONIX: ONIX_RECORD}
        return self._checked(checked, others, files, checkers_of(self.document, self.manuscript))

    def _stage(self, output: Output, digests: Mapping[str, str]) -> None:
        """Copy ``output``; raise ``PipelineError`` if it has changed since it was checked."""
        staged = self.staged / output.path.name
        shutil.copyfile(output.path, staged)
        name = path_of(output, self.publication)
        self._examined[output.path.name] = digests[name]
        if digest_of(staged) != digests[name]:
            raise replaced(name)

    def close(self, checked: Checked) -> None:
        """Add the evidence, the digests, the ZIP and the date of testing, which is in neither.

        Raises ``PipelineError`` if a file is not the one that was checked.
        """
        metadata = self.publication.metadata
        of_files = self._as_examined(digests(self.staged))
        evidence = self._as_bundled(checked.evidence)
        write_json(evidence, self.staged / f"{EVIDENCE}.json", digests=of_files, when=None)
        date = written_date(metadata.date)
        write_html(
            evidence,
            self.staged / f"{EVIDENCE}.html",
            document=self._bundled,
            editions=self._files,
            templates=self.templates,
            digests=of_files,
            when=None,
            release=_VERSION_OF_DATE.filled(version=metadata.version, date=date).said_in(
                metadata.language
            ),
        )
        # The list is of what was examined, the ZIP of what is listed, and the folder is the same.
        sums = self._as_examined(digests(self.staged))
        listed = {**sums, SUMS: write_sums(self.staged, sums)}
        archive = zipped(self.staged, listed, self.name, self.moment)
        name = f"{self.name}.zip"
        (self.staged / name).write_bytes(archive)
        if digests(self.staged) != {**sums, name: sha256(archive).hexdigest()}:
            raise replaced(STAGED_RELEASE)
        write_tested(
            self.staged / TESTED,
            title=self.name,
            evidence=(f"{EVIDENCE}.json", sums[f"{EVIDENCE}.json"]),
            when=datetime.now(UTC),
        )

    def _as_examined(self, of_files: dict[str, str]) -> dict[str, str]:
        """``of_files``, digests by name, after comparing them with those that were checked."""
        for name, digest in self._examined.items():
            if of_files.get(name) != digest:
                raise replaced(f"{STAGED_RELEASE}/{name}")
        return of_files

    def files_in(self, folder: Path) -> tuple[Path, ...]:
        """The bundle's files in ``folder``, the ZIP last."""
        archive = folder / f"{self.name}.zip"
        files = sorted(path for path in folder.rglob("*") if path.is_file() and path != archive)
        return (*files, archive)

    @property
    def _bundled(self) -> Document:
        """The document, with the bundle as the book's folder."""
        return replace(self.document, publication=replace(self.publication, book=self.staged))

    @property
    def _files(self) -> dict[Edition, Path]:
        """The editions' files in the bundle; the summary first."""
        others = {each.edition: self.staged / each.path.name for each in self.editions}
        return {SUMMARY: self.staged / INDEX, **others}

    def _proven(self, evidence: tuple[Evidence, ...]) -> Mapping[str, tuple[Evidence, ...]]:
        """The evidence per edition, where all of a checker's evidence for a standard passed."""
        doubted = {
            (one.subject, one.checker, one.standard)
            for one in evidence
            if one.outcome is not Outcome.PASSED
            # A rule may concern something that this book does not have.
            and not (one.rule and one.outcome is Outcome.INAPPLICABLE)
        }
        return {
            output.edition.name: tuple(
                one
                for one in evidence
                if one.subject == path_of(output, self.publication)
                and (one.subject, one.checker, one.standard) not in doubted
            )
            for output in self.outputs
        }

    def _summary(self, proven: Mapping[str, tuple[Evidence, ...]]) -> bytes:
        """The summary made again, with what has been proven since it was built."""
        workshop = Workshop(
            self.templates, self.publication.book / WORK, self.moment, proven=proven
        )
        staged = {each: (self.staged / each.path.name).read_bytes() for each in self.editions}
        cover = b"".join(made for each, made in staged.items() if each.edition == PICTURE)
        made = {
            each.edition.name: Made(content, each.count, cover=cover)
            for each, content in staged.items()
        }
        return MAKES_SUMMARY.make(self.document, workshop, made).content

    def _checked(
        self,
        checked: Checked,
        others: tuple[Evidence, ...],
        files: Mapping[str, Edition],
        checkers: tuple[Checker, ...],
    ) -> Checked:
        """Add to ``checked`` what ``checkers`` find in the staged ``files``, editions by name."""
        book = self.publication.book
        subjects = tuple(
            Subject(edition, book, self.staged / name, book / REPORTS / Path(name).stem)
            for name, edition in files.items()
        )
        examined = examine(subjects, checkers, self.progress)
        for subject in subjects:
            self._examined[subject.output.name] = examined.digests[subject.name]
        evidence = put_aside((*others, *examined.evidence))
        return replace(
            checked,
            findings=in_order(checked.findings, evidence),
            evidence=evidence,
            broken=(*checked.broken, *examined.broken),
        )

    def _as_bundled(self, evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        """``evidence`` with every file called by its name in the bundle."""
        names = {path_of(output, self.publication): output.path.name for output in self.outputs}
        names |= {f"{STAGED_RELEASE}/{name}": name for name in (INDEX, ONIX)}
        return tuple(_renamed(one, names) for one in evidence)


def _renamed(one: Evidence, names: Mapping[str, str]) -> Evidence:
    findings = tuple(
        replace(
            finding,
            location=replace(
                finding.location, path=names.get(finding.location.path, finding.location.path)
            ),
        )
        for finding in one.findings
    )
    return replace(one, subject=names.get(one.subject, one.subject), findings=findings)
