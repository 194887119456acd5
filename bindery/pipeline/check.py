"""Run every check that can run on a book and its editions, side by side."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from bindery.finished.opened import let_go
from bindery.manuscript.templates import Templates, templates_of
from bindery.pipeline.asked import language_of
from bindery.pipeline.blame import blame_of
from bindery.pipeline.build import Built, Progress, build
from bindery.pipeline.examine import checkers_of, examine
from bindery.pipeline.known_faults import accepted
from bindery.pipeline.memory import Memory
from bindery.pipeline.own_folder import BUILD, REPORT, REPORTS, STATEMENT_BASIS, require_own
from bindery.pipeline.tally import rules_found
from bindery.reports.by_edition import judged_editions
from bindery.reports.evidence_html import write_html
from bindery.reports.evidence_json import write_json
from bindery.reports.for_tools import below_repository, write_junit, write_sarif
from bindery.reports.openacr import write_openacr
from bindery.reports.statement import write_statement
from bindery.reports.wcag_earl import write_wcag_earl
from bindery.rules.judge import put_aside
from bindery.tools.installation import COMMAND
from bindery.tools.writing import remove
from bindery.vocabulary.checker import Subject
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.evidence import Evidence, Outcome
from bindery.vocabulary.findings import Finding, any_errors
from bindery.vocabulary.keeping import NOTHING_KEPT, Keeper
from bindery.vocabulary.publication import Publication
from bindery.vocabulary.text import Text

_EVIDENCE = f"{REPORTS}/evidence.json"
_WCAG = f"{REPORTS}/wcag-earl.json"
_OPENACR = f"{REPORTS}/openacr.yaml"
_SARIF = f"{REPORTS}/findings.sarif"
_JUNIT = f"{REPORTS}/junit.xml"

_NOT_PROVED = Text(
    nb="Disse kontrollene ga ikke noe resultat: {names}. Alle må være gjennomført.",
    en="These checks gave no result: {names}. Every check is required.",
)
_GET_CHECKERS = Text(nb=f"Kjør: {COMMAND} setup", en=f"Run: {COMMAND} setup")
_LOOK = Text(
    nb="De fant ingenting å kontrollere. Se om filen i build/ er tom.",
    en="They found nothing to check. See whether the file in build/ is empty.",
)


@dataclass(frozen=True, slots=True)
class Checked:
    """The result of a check.

    ``publication`` is ``None`` if the manuscript cannot be built; then ``findings`` say why
    and there is no evidence of any edition. ``broken`` are the checkers that stopped halfway;
    they have proved nothing. ``digests`` has the SHA-256 of each file that was checked, by its
    path below the book's folder.
    """

    publication: Publication | None
    findings: tuple[Finding, ...]
    evidence: tuple[Evidence, ...]
    broken: tuple[PipelineError, ...] = ()
    stopped_by: tuple[Finding, ...] = ()
    digests: Mapping[str, str] = field(default_factory=dict)

    @property
    def not_proved(self) -> tuple[Evidence, ...]:
        """What was not checked: the checker is not installed, broke, or had nothing to examine.

        A rule with nothing to examine does not count: a book need not have tables.
        """
        return tuple(
            one
            for one in self.evidence
            if one.outcome is Outcome.UNTESTED
            or (one.outcome is Outcome.INAPPLICABLE and not one.rule)
        )

    @property
    def proved(self) -> bool:
        """Whether every check has been made, and none has found an error."""
        return bool(self.evidence) and not (self.failed or self.broken or self.not_proved)

    @property
    def failed(self) -> bool:
        """Whether an error was found."""
        return any_errors(self.findings)


@let_go()
def check(
    book: Path,
    progress: Progress = lambda _: None,
    *,
    afresh: bool = False,
    rebuild: bool = False,
) -> Checked:
    """Build what is not built, then run every rule and every checker that is installed.

    A checker does not run again on an output that it has checked under the same conditions,
    unless ``afresh``. An output that somebody has changed is checked as it is, unless ``rebuild``.
    """
    clear_reports(book)
    built = build(book, progress, rebuild=rebuild, meanwhile=rules_found)
    memory = Memory(book, built.sources.fingerprint, afresh=afresh)
    checked = check_built(built, progress, memory)
    # What was shown of words that were there only for a moment must not be recalled.
    if checked.evidence and built.sources.are_untouched():
        memory.save()
    return checked


@let_go()
def check_own(book: Path, progress: Progress = lambda _: None, *, rebuild: bool = False) -> Checked:
    """Build what is not built, then run bindery's own rules and read every edition back.

    No report is written, since reports include outside checkers.
    """
    built = build(book, progress, rebuild=rebuild, meanwhile=rules_found)
    return _checked(built, progress, None, outside=False)


def clear_reports(book: Path) -> None:
    """Remove the last check's reports, so that they are not taken for those of a stopped one."""
    require_own(book)
    for report in (REPORT, STATEMENT_BASIS, _EVIDENCE, _WCAG, _OPENACR, _SARIF, _JUNIT):
        remove(book / report)


def check_built(built: Built, progress: Progress, memory: Memory | None = None) -> Checked:
    """Run every rule, and every checker on what was ``built``, and write the reports."""
    checked = _checked(built, progress, memory, outside=True)
    if checked.evidence:
        _report(built, checked)
    _write_for_tools(built.folder.path, checked)
    return checked


def _checked(built: Built, progress: Progress, memory: Memory | None, *, outside: bool) -> Checked:
    folder = built.folder
    if folder.loaded.publication is None:
        told = in_order((*built.findings, *folder.loaded.findings), ())
        return Checked(None, told, (), stopped_by=told)
    rules = folder.evidence
    if not built.outputs:
        # The author has more to fix than what stopped the build.
        told = in_order(built.findings, rules)
        return Checked(None, told, (), stopped_by=built.findings)
    subjects = subjects_of(built, memory.pages if memory else NOTHING_KEPT)
    checkers = checkers_of(folder.document, folder.manuscript, outside=outside)
    examined = examine(subjects, checkers, progress, memory)
    changed = [subject.name for subject in subjects if subject.altered]
    blame = blame_of(Templates(folder.path), built.findings, rules, changed)
    evidence = put_aside((*rules, *map(blame.laid, examined.evidence)))
    known = folder.publication.judgements.known_fault
    evidence, about_known = accepted(evidence, known, datetime.now(UTC).date())
    # Rules that make a draft have reported in both; ``in_order`` keeps one of each.
    findings = in_order((*_not_known(built.findings, evidence), *about_known), evidence)
    return Checked(
        folder.publication, findings, evidence, examined.broken, digests=examined.digests
    )


def _not_known(
    findings: tuple[Finding, ...], evidence: tuple[Evidence, ...]
) -> tuple[Finding, ...]:
    """The findings of a build that nobody has accepted."""
    known = {each.finding for one in evidence for each in one.exempted if each.known}
    return tuple(one for one in findings if one not in known)


def subjects_of(built: Built, keeper: Keeper = NOTHING_KEPT) -> tuple[Subject, ...]:
    """The finished outputs of a build as subjects for checkers."""
    book = built.folder.path
    draft = built.folder.document.draft
    return tuple(
        Subject(
            each.edition,
            book,
            each.path,
            book / REPORTS,
            altered=each.path in built.touched,
            draft=draft,
            with_faults=built.folder.document.has_known_faults,
            keeper=keeper,
        )
        for each in built.outputs
    )


def in_order(others: tuple[Finding, ...], evidence: tuple[Evidence, ...]) -> tuple[Finding, ...]:
    """The findings of ``evidence`` and ``others``, each once, in reading order.

    Files that an author writes come before files that were built.
    """
    seen = (*others, *(finding for one in evidence for finding in one.findings))

    def key(finding: Finding) -> tuple[bool, tuple[str, int, int, str]]:
        return finding.location.path.startswith(f"{BUILD}/"), finding.order

    return tuple(sorted(dict.fromkeys(seen), key=key))


def require_all(checked: Checked) -> None:
    """Raise ``PipelineError``, with their names, if some checks have no result."""
    silent = checked.not_proved
    if not silent:
        return
    absent = any(one.outcome is Outcome.UNTESTED for one in silent)
    names = ", ".join(f"{one.checker}: {one.standard} ({one.subject})" for one in silent)
    raise PipelineError(_NOT_PROVED.filled(names=names), _GET_CHECKERS if absent else _LOOK)


def _report(built: Built, checked: Checked) -> None:
    """Write the evidence for machines and for people, and the basis for a statement, all dated."""
    book = built.folder.path
    when = datetime.now(UTC)
    editions = {output.edition: output.path for output in built.outputs}
    judged = judged_editions(built.folder.document, editions, checked.evidence)
    write_json(checked.evidence, book / _EVIDENCE, digests=checked.digests, when=when)
    write_html(
        checked.evidence,
        book / REPORT,
        document=built.folder.document,
        editions=editions,
        templates=templates_of(built.folder.publication),
        digests=checked.digests,
        when=when,
    )
    write_wcag_earl(
        book / _WCAG,
        built.folder.document,
        editions=judged,
        digests=checked.digests,
        when=when,
    )
    write_openacr(book / _OPENACR, built.folder.document, editions=judged, when=when)
    write_statement(
        book / STATEMENT_BASIS,
        built.folder.document,
        files=[output.path for output in built.outputs],
        evidence=checked.evidence,
        templates=templates_of(built.folder.publication),
        when=when,
        editions=judged,
    )


def _write_for_tools(book: Path, checked: Checked) -> None:
    """Write the reports for other programs, even if nothing could be built."""
    write_sarif(
        book / _SARIF,
        findings=checked.findings,
        evidence=checked.evidence,
        language=language_of(book),
        below=below_repository(book),
    )
    write_junit(
        book / _JUNIT,
        findings=checked.findings,
        evidence=checked.evidence,
        language=language_of(book),
    )
