"""Judge each checkpoint of the Matterhorn Protocol by what has been shown of one PDF.

Each condition that a machine can test must have been tested and must hold, or be about what is not
in the PDF. Of the conditions that the protocol leaves to a person, those that follow from comparing
the PDF with the manuscript are shown; the others must be checked manually.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from bindery.document.model import Document
from bindery.reports.matterhorn import protocol as guide
from bindery.reports.matterhorn.absent import absent, contents_of
from bindery.reports.matterhorn.arguments import argued
from bindery.reports.matterhorn.protocol import CHECKPOINTS, TESTS, Checkpoint, broken_by
from bindery.reports.wcag.absent import Verdict
from bindery.reports.wcag.breaches import FORMULAS, IMAGES, foreign, lines_of
from bindery.vocabulary.editions import PDF_UA_1
from bindery.vocabulary.evidence import Evidence
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.text import Text, joined

LOOKED_FOR = {
    "13": IMAGES,
    "14": ("h1", "h2", "h3", "h4", "h5", "h6"),
    "15": ("table",),
    "16": ("ul", "ol"),
    "17": FORMULAS,
}
"""The elements that a checkpoint is about."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict on one checkpoint, and why.

    ``shown`` are its conditions that a machine has tested, ``argued`` those that the comparison
    with the manuscript shows, with the argument, and ``open`` those that have not been shown and
    need a person. ``places`` are the manuscript lines to look at first.
    """

    checkpoint: Checkpoint
    verdict: Verdict
    reason: Text
    shown: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    argued: tuple[tuple[str, Text], ...] = ()


def judge(document: Document, *, file: Path, evidence: Sequence[Evidence]) -> tuple[Judged, ...]:
    """Judge all 31 checkpoints in the protocol's order, for one PDF below the book's folder.

    ``evidence`` is all there is; what is about other files is ignored.
    """
    subject = file.relative_to(document.publication.book).as_posix()
    about = [one for one in evidence if one.subject == subject]
    nothing = absent(contents_of(file))
    held = held_by(about)
    compared = argued(document, file, about, {*held, *nothing})
    accepted = [one.finding for each in about for one in each.exempted if one.known]
    findings = [*accepted, *(one for each in about for one in each.findings)]
    found = [one for one in findings if one.severity is not Severity.INFO]
    return tuple(
        _judged(
            checkpoint,
            tuple(one for one in found if checkpoint.number in broken_by(one.rule)),
            held=held,
            nothing=nothing,
            compared=compared,
            places=_places(checkpoint, document),
        )
        for checkpoint in CHECKPOINTS
    )


def held_by(about: Sequence[Evidence]) -> frozenset[str]:
    """Return the conditions that veraPDF has tested without finding an error."""
    ran = [one for one in about if one.standard == PDF_UA_1 and one.examined]
    broken = {finding.rule for one in ran for finding in one.findings}
    broken |= {each.finding.rule for one in ran for each in one.exempted if each.known}
    return frozenset(
        condition
        for condition, tests in TESTS.items()
        if ran and not any(fnmatchcase(rule, test) for rule in broken for test in tests)
    )


def _judged(
    checkpoint: Checkpoint,
    findings: tuple[Finding, ...],
    *,
    held: frozenset[str],
    nothing: Mapping[str, Text],
    compared: Mapping[str, Text],
    places: tuple[str, ...],
) -> Judged:
    errors = tuple(one for one in findings if one.severity is Severity.ERROR)
    if errors:
        return Judged(checkpoint, Verdict.NOT_MET, guide.FOUND, findings=errors)
    if not (conditions := (*checkpoint.machine, *checkpoint.person)):
        verdict = Verdict.NEEDS_PERSON if findings else Verdict.NOT_APPLICABLE
        return Judged(checkpoint, verdict, guide.NO_TEST[checkpoint.number], findings=findings)
    asked = [one for one in conditions if one not in nothing]
    shown = tuple(one for one in asked if one in held)
    untested = tuple(one for one in asked if one in checkpoint.machine and one not in held)
    arguments = tuple((one, compared[one]) for one in asked if one in compared)
    open_ = tuple(one for one in asked if one not in held and one not in compared)
    if open_ or findings:
        return Judged(
            checkpoint,
            Verdict.NEEDS_PERSON,
            _look(checkpoint, untested),
            shown,
            open_,
            places,
            findings,
            arguments,
        )
    if not (shown or arguments):
        return Judged(checkpoint, Verdict.NOT_APPLICABLE, nothing[conditions[0]])
    return Judged(checkpoint, Verdict.MET, _proved(shown, arguments), shown, argued=arguments)


def _proved(shown: tuple[str, ...], arguments: tuple[tuple[str, Text], ...]) -> Text:
    """Return how a checkpoint was shown: by veraPDF's tests, by arguments, or by both."""
    parts = [guide.PROVED.filled(conditions=", ".join(shown))] if shown else []
    return joined(" ", [*parts, *told(arguments)])


def told(arguments: Sequence[tuple[str, Text]]) -> Iterator[Text]:
    """Yield each argument once, with the conditions that it shows."""
    together: dict[Text, list[str]] = {}
    for condition, reason in arguments:
        together.setdefault(reason, []).append(condition)
    for reason, conditions in together.items():
        yield guide.ARGUED.filled(conditions=", ".join(conditions), reason=reason)


def _look(checkpoint: Checkpoint, untested: tuple[str, ...]) -> Text:
    """Return what to check manually: first of all what no machine has tested."""
    parts = []
    if untested:
        parts.append(guide.UNTESTED.filled(conditions=", ".join(untested)))
    if checkpoint.number in guide.GUIDE:
        parts.append(guide.GUIDE[checkpoint.number])
    return joined(" ", parts)


def _places(checkpoint: Checkpoint, document: Document) -> tuple[str, ...]:
    if checkpoint.number == "11":
        return foreign(document)
    return lines_of(document, LOOKED_FOR.get(checkpoint.number, ()))
