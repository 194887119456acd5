"""Say of each difference between an edition and its manuscript where it comes from.

bindery is at fault only if nothing else can be: no rule has found an error in the manuscript or in
the templates, the templates are the default ones, and nobody has changed the file.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from bindery.manuscript.templates import HOUSE, Templates
from bindery.rules.cascade.sheets import Declared, read_sheet
from bindery.tools.makers import report_it
from bindery.vocabulary.checker import CHANGED_BY_HAND
from bindery.vocabulary.editions import EDITIONS, READ_BACK, RULES, Edition, edition_of
from bindery.vocabulary.evidence import Evidence
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.text import Text, joined

_FOLLOWS = Text(
    nb="Dette kommer trolig av {place} [{rule}]. Rett det først.",
    en="This probably comes from {place} [{rule}]. Fix that first.",
)
_TEMPLATES = Text(
    nb="Publikasjonens egne maler kan være årsaken. Se på {places}.",
    en="The publication’s own templates may be the cause. Check {places}.",
)
_BINDERY = Text(
    nb="Manuset er riktig, men bindery laget {edition} feil. {report}",
    en="The manuscript is right, but bindery made {edition} wrong. {report}",
)

_SAME_PLACE = 3
"""How many lines may lie between a rule's finding and the beginning of the block it is in."""

_HIDING = frozenset({"display", "visibility", "content", "text-transform", "font-size"})
"""Properties of CSS that change what is there to be read."""


@dataclass(frozen=True, slots=True)
class Blame:
    """What may have made the editions of a book differ from its manuscript.

    ``changed`` are the subjects that may have been changed by hand.
    """

    templates: Templates
    found: Sequence[Finding]
    changed: Collection[str] = ()

    def laid(self, evidence: Evidence) -> Evidence:
        """``evidence`` of the read-back, or of a changed file, with causes; any other unchanged."""
        if evidence.subject in self.changed and evidence.standard not in (READ_BACK, RULES):
            # An outside checker does not know of the hand, and would have the manuscript fixed.
            findings = tuple(replace(one, hint=CHANGED_BY_HAND) for one in evidence.findings)
            return replace(evidence, findings=findings)
        edition = edition_of(evidence.subject)
        if evidence.standard != READ_BACK or edition is None or not evidence.findings:
            return evidence
        otherwise = self._of_no_finding(evidence.subject, edition)
        findings = tuple(
            replace(one, hint=joined(" ", (one.hint, self._followed(one) or otherwise)))
            for one in evidence.findings
        )
        return replace(evidence, findings=findings)

    def _of_no_finding(self, subject: str, edition: Edition) -> Text:
        """The cause of differences that follow from nothing a rule has found."""
        if subject in self.changed:
            return CHANGED_BY_HAND
        if places := [*_own(self.templates, edition)]:
            return _TEMPLATES.filled(places=", ".join(places))
        return _BINDERY.filled(edition=edition.called, report=report_it())

    def _followed(self, finding: Finding) -> Text | None:
        """The cause that a rule has found, if any."""
        if spoken := self._spoken_of(finding):
            return _FOLLOWS.filled(place=spoken.location, rule=spoken.rule)
        return None

    def _spoken_of(self, finding: Finding) -> Finding | None:
        """The error it may follow from, the nearest; or else the warning at the same place."""
        errors = [one for one in self.found if one.severity is Severity.ERROR]
        near = [one for one in self.found if _apart(one, finding) <= _SAME_PLACE]
        return min(errors or near, key=lambda one: _apart(one, finding), default=None)


def blame_of(
    templates: Templates,
    found: Sequence[Finding],
    rules: Sequence[Evidence],
    changed: Collection[str] = (),
) -> Blame:
    """What ``rules`` have ``found`` in manuscript and templates, as causes of other findings."""
    told = (one for each in rules if each.standard == RULES for one in each.findings)
    errors_and_doubts = (one for one in (*found, *told) if one.severity is not Severity.INFO)
    return Blame(templates, tuple(errors_and_doubts), changed)


def _apart(one: Finding, other: Finding) -> float:
    """How many lines apart two findings are; infinitely many in different files."""
    here, there = one.location, other.location
    if here.path != there.path or not here.line or not there.line:
        return float("inf")
    return abs(here.line - there.line)


def _own(templates: Templates, edition: Edition) -> Iterator[str]:
    """The book's own templates of ``edition``: of a sheet, the line that differs and may hide."""
    sheets = {name for each in EDITIONS for name in each.sheets}
    for name in edition.sheets:
        if templates.path(name).is_relative_to(HOUSE):
            continue
        own = read_sheet(name, templates.text(name), own=True)
        default = read_sheet(name, _default(name), own=False)
        known = {_written(one) for one in default.declared}
        changed = [one for one in own.declared if _written(one) not in known]
        worst = sorted(changed, key=lambda one: one.name not in _HIDING)
        yield next((str(one.location) for one in worst), f"templates/{name}")
    for folder in templates.folders[:-1]:
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.suffix in (".j2", ".svg") and name not in sheets:
                yield f"templates/{name}"


def _default(name: str) -> str:
    path = HOUSE / name
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _written(one: Declared) -> tuple[str, str, str, tuple[str, ...]]:
    return one.selector, one.name, one.text, one.media
