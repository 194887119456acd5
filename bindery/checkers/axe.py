"""axe-core: whether pages meet what a machine can test of WCAG 2.2 level A and AA.

The HTML summary and every content document of the EPUB are checked as readers see them with
different browser settings. What axe cannot decide becomes separate evidence, for manual checking.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Self

from bindery.checkers import axe_words, running
from bindery.checkers.browser_pages import (
    EVERY_WISH,
    PLACE,
    WIDE,
    Asked,
    PagesReport,
    Seen,
    named,
    pages_asked,
)
from bindery.checkers.known import verdict
from bindery.tools import inventory, locate
from bindery.tools.browser import View
from bindery.vocabulary.checker import Checker, Subject
from bindery.vocabulary.editions import WCAG_AA
from bindery.vocabulary.evidence import Evidence, Outcome, judged
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text

NAME = "axe"
CONTRAST = "color-contrast"
WORDS = re.compile(r"(?<=>)[^<>]*\w[^<>]*")
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")

VIEWS = (*EVERY_WISH, View(WIDE, "light"), View(WIDE, "dark"))

QUESTION = """async (settle) => {
  const sheet = new CSSStyleSheet();
  const root = document.documentElement;
  const painted = [];
  // axe takes a page that sets no background to be white, also where the browser's is dark.
  const bare = (element) => getComputedStyle(element).backgroundColor === "rgba(0, 0, 0, 0)";
  const canvas = ":root { background-color: Canvas !important }";
  if (bare(root) && bare(document.body)) sheet.insertRule(canvas);
  // axe reads a fill that Chromium paints over with the reader's colour, where colours are forced.
  if (matchMedia("(forced-colors: active)").matches) {
    for (const element of document.body.querySelectorAll("*")) {
      // An element of no language that the browser knows has no style of its own.
      if (!element.style) continue;
      painted.push([element, element.getAttribute("style"), getComputedStyle(element).color]);
    }
    for (const [element, , color] of painted) element.style.webkitTextFillColor = color;
  }
  document.adoptedStyleSheets.push(sheet);
  settle();
  const report = await axe.run(document, { runOnly: { type: "tag", values: TAGS } });
  // The page is looked at in other views after this one.
  document.adoptedStyleSheets.pop();
  for (const [element, style] of painted) {
    if (style === null) element.removeAttribute("style");
    else element.setAttribute("style", style);
  }
  return {
    testEngine: report.testEngine,
    violations: report.violations,
    incomplete: report.incomplete,
    passes: report.passes.map(({ id, nodes }) => ({ id, count: nodes.length })),
  };
}""".replace("TAGS", json.dumps(TAGS))


EXCEPTED = Text(
    nb="Falsk alarm fra axe ({places}). Du trenger ikke gjøre noe. Regel: {rule}",
    en="False alarm from axe ({places}). You need not do anything. Rule: {rule}",
)


DRAWN = Text(
    nb="Ord i tegninger, som «{word}» ({places}): Kontroller kontrasten.",
    en="Words in drawings, such as “{word}” ({places}): check the contrast.",
)
"""For words of which axe cannot tell the background. How axe says it is in the hint."""


class _Reason(running.Report):
    data: object = None

    @property
    def key(self) -> str:
        """Axe's own name of the reason, if it gives one."""
        return str(self.data.get("messageKey", "")) if isinstance(self.data, dict) else ""


class _Node(running.Report):
    target: tuple[object, ...]
    html: str
    failure_summary: str = ""
    any: tuple[_Reason, ...] = ()

    @property
    def tag(self) -> str:
        """The tag of the element, with its attributes."""
        return self.html.partition(">")[0]

    @property
    def words(self) -> str:
        """The first words in it."""
        return " ".join(WORDS.findall(self.html)[:1])

    @property
    def in_drawing(self) -> bool:
        """Whether it is a text in a drawing, of which no program knows what is behind it."""
        return self.tag.startswith(("<text", "<tspan"))


class _Rule(running.Report):
    id: str
    impact: str | None
    help: str
    nodes: tuple[_Node, ...]


class _Passed(running.Report):
    count: int


class _Engine(running.Report):
    version: str


class _Seen(Seen):
    test_engine: _Engine
    violations: tuple[_Rule, ...]
    incomplete: tuple[_Rule, ...]
    passes: tuple[_Passed, ...]


class _AxeReport(PagesReport):
    seen: tuple[_Seen, ...]


@dataclass(frozen=True, slots=True)
class _Breach:
    """A rule that a document breaks in one view."""

    document: str
    view: View
    rule: _Rule

    def explained(self) -> list[tuple[_Node, Text]]:
        """Return the places that are false alarms, and why."""
        told = []
        for node in self.rule.nodes:
            said = " ".join((self.rule.id, *(reason.key for reason in node.any), node.tag))
            counts = verdict(NAME, said, Severity.WARNING)
            if counts.severity is Severity.INFO:
                told.append((node, counts.why))
        return told

    def without_explained(self) -> Self | None:
        """Return the same breach without those places, or ``None`` if there are no others."""
        fine = [node for node, _ in self.explained()]
        nodes = tuple(node for node in self.rule.nodes if node not in fine)
        rule = self.rule.model_copy(update={"nodes": nodes})
        return replace(self, rule=rule) if nodes else None


def _check(subjects: tuple[Subject, ...]) -> tuple[Evidence, ...]:
    script = running.installed(NAME, NAME, locate.axe_source())
    asked = Asked(QUESTION, VIEWS, script)
    told = pages_asked(NAME, subjects, _AxeReport, asked, "axe")
    return tuple(one for subject, report in told for one in _evidence(subject, report))


def _evidence(subject: Subject, report: _AxeReport) -> Iterator[Evidence]:
    """Yield what axe is certain of, and then what it cannot decide, if there is any."""
    version = report.seen[0].test_engine.version
    said = [breach for seen in report.seen for breach in _breaches(seen, seen.violations)]
    violations = [true for breach in said if (true := breach.without_explained())]
    undecided = [breach for seen in report.seen for breach in _breaches(seen, seen.incomplete)]
    incomplete = [open_ for breach in undecided if (open_ := breach.without_explained())]
    passed = sum(rule.count for seen in report.seen for rule in seen.passes)
    yield judged(
        checker=NAME,
        version=version,
        subject=subject.name,
        standard=WCAG_AA,
        examined=passed + _nodes(violations),
        unit=running.CHECKS,
        findings=(
            *_findings(subject, violations, certain=True),
            *_excepted(subject, [*said, *undecided]),
        ),
    )
    if incomplete:
        yield Evidence(
            checker=NAME,
            version=version,
            subject=subject.name,
            standard=WCAG_AA,
            examined=_nodes(incomplete),
            unit=running.CHECKS.of(_nodes(incomplete)),
            outcome=Outcome.CANNOT_TELL,
            findings=tuple(_findings(subject, incomplete, certain=False)),
        )


def _breaches(seen: _Seen, rules: Iterable[_Rule]) -> Iterator[_Breach]:
    return (_Breach(seen.document, seen.view, rule) for rule in rules)


def _nodes(breaches: Iterable[_Breach]) -> int:
    return sum(len(breach.rule.nodes) for breach in breaches)


def _findings(subject: Subject, breaches: list[_Breach], *, certain: bool) -> Iterator[Finding]:
    """Yield one finding for each rule, at its first place, with the views it was found in."""
    for name in sorted({breach.rule.id for breach in breaches}):
        same = [breach for breach in breaches if breach.rule.id == name]
        first = same[0]
        node = first.rule.nodes[0]
        severity = _severity(same, certain=certain)
        count = len({(one.document, node.target) for one in same for node in one.rule.nodes})
        breach = axe_words.breach(
            subject,
            checker_name=NAME,
            rule=name,
            english=first.rule.help,
            impact=first.rule.impact,
            count=count,
            place=PLACE.filled(
                document=first.document,
                target=" ".join(map(str, node.target)),
                html=running.quoted(node.html),
                views=named(breach.view for breach in same),
            ),
            summary=node.failure_summary,
            severity=severity,
        )
        if severity is Severity.INFO and name == CONTRAST and node.words:
            message = DRAWN.filled(word=node.words, places=running.places(count))
            breach = replace(breach, message=message)
        yield breach


def _severity(same: list[_Breach], *, certain: bool) -> Severity:
    """An error if axe is certain; for information if a person has to look at drawings alone."""
    if certain:
        return Severity.ERROR
    drawn = all(node.in_drawing for breach in same for node in breach.rule.nodes)
    return Severity.INFO if drawn else Severity.WARNING


def _excepted(subject: Subject, said: list[_Breach]) -> Iterator[Finding]:
    """Report and count the false alarms, so that none is hidden."""
    for name in sorted({breach.rule.id for breach in said if breach.explained()}):
        same = [breach for breach in said if breach.rule.id == name]
        places = {(one.document, node.target) for one in same for node, _ in one.explained()}
        first = next(breach for breach in same if breach.explained())
        yield Finding(
            rule=f"axe-{name}",
            severity=Severity.INFO,
            location=Location(subject.name),
            message=EXCEPTED.filled(places=running.places(len(places)), rule=first.rule.help),
            hint=first.explained()[0][1],
        )


AXE = Checker(
    name=NAME,
    standards=(WCAG_AA,),
    missing=lambda: inventory.missing(NAME, "Chromium", "Playwright", "libatomic"),
    check=_check,
)
