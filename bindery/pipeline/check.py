"""Every check that can run on a book and its editions, side by side."""

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from bindery import __version__
from bindery.document.read import read_document
from bindery.manuscript.load import load
from bindery.manuscript.source import read_source
from bindery.manuscript.templates import Templates
from bindery.pipeline.build import BUILD, Progress, build
from bindery.readback.validator import read_back
from bindery.reporters.evidence_html import write_html
from bindery.reporters.evidence_json import write_json
from bindery.rules import RULES
from bindery.validators import VALIDATORS
from bindery.vocabulary.edition import Output
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.evidence import Evidence, Outcome, judged, untested
from bindery.vocabulary.findings import Finding, any_errors
from bindery.vocabulary.publication import Publication
from bindery.vocabulary.text import Text
from bindery.vocabulary.validator import Subject, Validator

REPORTS = f"{BUILD}/reports"
MANUSCRIPT = "manuscript"
RULES_NAME = "bindery rules"


@dataclass(frozen=True, slots=True)
class Checked:
    """What is known of a book after a check.

    ``publication`` is ``None`` where the manuscript cannot be built; then ``findings`` say why
    and there is no evidence of any edition. ``broken`` are the checkers that stopped halfway;
    they have proved nothing.
    """

    publication: Publication | None
    findings: tuple[Finding, ...]
    evidence: tuple[Evidence, ...]
    broken: tuple[PipelineError, ...] = ()

    @property
    def not_proved(self) -> tuple[Evidence, ...]:
        """What nothing has looked at: a checker is not there, broke, or had nothing to examine."""
        nothing = (Outcome.UNTESTED, Outcome.INAPPLICABLE)
        return tuple(one for one in self.evidence if one.outcome in nothing)

    @property
    def failed(self) -> bool:
        """Whether anything was found that keeps a reader out."""
        return any_errors(self.findings)


def check(book: Path, progress: Progress = lambda _: None) -> Checked:
    """Build what is not built, then run every rule and every validator that is installed."""
    built = build(book, progress)
    if not built.outputs:
        return Checked(None, built.findings, ())
    loaded = load(book)
    assert loaded.publication is not None, "a book that was built can be loaded"
    broken: list[PipelineError] = []
    validators = (read_back(read_document(loaded.publication)), *VALIDATORS)
    evidence = (
        _rules(loaded.publication),
        *_validated(book, built.outputs, validators, progress, broken),
    )
    _report(loaded.publication, built.outputs, evidence)
    # A rule that can stop a build has spoken there, too.
    seen = (*built.findings, *(finding for one in evidence for finding in one.findings))
    findings = tuple(sorted(dict.fromkeys(seen), key=lambda finding: finding.order))
    return Checked(loaded.publication, findings, evidence, tuple(broken))


def _report(
    publication: Publication, outputs: tuple[Output, ...], evidence: tuple[Evidence, ...]
) -> None:
    """Write the evidence for machines and for people, dated when the checks were made."""
    book = publication.book
    digests = {
        output.path.relative_to(book).as_posix(): sha256(output.path.read_bytes()).hexdigest()
        for output in outputs
    }
    when = datetime.now(UTC)
    write_json(evidence, book / REPORTS / "evidence.json", digests=digests, when=when)
    write_html(
        evidence,
        book / REPORTS / "evidence.html",
        templates=Templates(book),
        title=publication.metadata.title,
        language=publication.metadata.language,
        digests=digests,
        when=when,
    )


def _rules(publication: Publication) -> Evidence:
    source = read_source(publication)
    return judged(
        checker="bindery",
        version=__version__,
        subject=MANUSCRIPT,
        standard=RULES_NAME,
        examined=len(RULES),
        unit=Text(nb="regler", en="rules"),
        findings=tuple(finding for rule in RULES for finding in rule.find(source)),
    )


def _validated(
    book: Path,
    outputs: tuple[Output, ...],
    validators: tuple[Validator, ...],
    progress: Progress,
    broken: list[PipelineError],
) -> tuple[Evidence, ...]:
    """All that the validators say. One that breaks does not keep the others from saying it."""
    reports = book / REPORTS
    reports.mkdir(parents=True, exist_ok=True)
    subjects = [Subject(output.edition, book, output.path, reports) for output in outputs]
    todo = [
        (validator, those)
        for validator in validators
        if (those := tuple(one for one in subjects if one.edition in validator.standards))
    ]
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as side_by_side:
        done = side_by_side.map(lambda pair: _validate(pair[0], pair[1], progress, broken), todo)
        return tuple(evidence for several in done for evidence in several)


def _validate(
    validator: Validator,
    subjects: tuple[Subject, ...],
    progress: Progress,
    broken: list[PipelineError],
) -> tuple[Evidence, ...]:
    nothing = tuple(
        untested(checker=validator.name, subject=subject.name, standard=standard)
        for subject in subjects
        for standard in validator.standards[subject.edition]
    )
    if validator.missing() is not None:
        return nothing
    names = ", ".join(subject.output.name for subject in subjects)
    progress(Text(nb=f"{validator.name} leser {names}", en=f"{validator.name} reads {names}"))
    try:
        return validator.validate(subjects)
    except PipelineError as error:
        broken.append(error)
        return nothing
