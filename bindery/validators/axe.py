"""axe-core: whether the HTML summary keeps what a machine can test of WCAG 2.2 level A and AA.

The page is looked at as readers see it: on a phone and on a large screen, light and dark. What
axe cannot decide becomes evidence of its own, for a person to look at.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Literal

from bindery.tools import inventory, locate
from bindery.tools.browser import View, answers
from bindery.validators import axe_words, checker
from bindery.vocabulary.evidence import Evidence, Outcome, judged
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.text import Text
from bindery.vocabulary.validator import Subject, Validator, one_by_one

NAME = "axe"
STANDARD = "WCAG 2.2 AA"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")

VIEWS = (View(320, "light"), View(320, "dark"), View(1280, "light"), View(1280, "dark"))

QUESTION = """async () => {
  // axe takes a page that sets no background to be white, also where the browser's is dark.
  const root = document.documentElement;
  const bare = (element) => getComputedStyle(element).backgroundColor === "rgba(0, 0, 0, 0)";
  if (bare(root) && bare(document.body)) root.style.backgroundColor = "Canvas";
  const report = await axe.run(document, { runOnly: { type: "tag", values: TAGS } });
  return {
    testEngine: report.testEngine,
    violations: report.violations,
    incomplete: report.incomplete,
    passes: report.passes.map(({ id, nodes }) => ({ id, count: nodes.length })),
  };
}""".replace("TAGS", json.dumps(TAGS))

PLACE = Text(nb="{target} {html} ({views})", en="{target} {html} ({views})")
SCHEMES = {"light": Text(nb="lys", en="light"), "dark": Text(nb="mørk", en="dark")}


class _Node(checker.Report):
    target: tuple[object, ...]
    html: str
    failure_summary: str = ""


class _Rule(checker.Report):
    id: str
    impact: str | None
    help: str
    nodes: tuple[_Node, ...]


class _Passed(checker.Report):
    count: int


class _Engine(checker.Report):
    version: str


class _View(checker.Report):
    width: int
    scheme: Literal["light", "dark"]


class _Seen(checker.Report):
    view: _View
    test_engine: _Engine
    violations: tuple[_Rule, ...]
    incomplete: tuple[_Rule, ...]
    passes: tuple[_Passed, ...]


class _AxeReport(checker.Report):
    views: tuple[_Seen, ...]


def _validate(subject: Subject) -> tuple[Evidence, ...]:
    path = checker.fresh(subject.reports / "axe.json")
    script = checker.installed(NAME, NAME, locate.axe_source())
    seen = answers(subject.output, VIEWS, script=script, question=QUESTION)
    views = [
        {"view": asdict(view), **answer}
        for view, answer in zip(VIEWS, seen, strict=True)
        if isinstance(answer, dict)
    ]
    path.write_text(json.dumps({"views": views}, ensure_ascii=False, indent=1), encoding="utf-8")
    return tuple(_evidence(subject, checker.read(NAME, _AxeReport, path)))


def _evidence(subject: Subject, report: _AxeReport) -> Iterator[Evidence]:
    """What axe is certain of, and then, if there is any, what it cannot tell."""
    if len(report.views) != len(VIEWS):
        raise checker.broken(NAME, f"{len(report.views)} views")
    version = report.views[0].test_engine.version
    violations = [(seen.view, rule) for seen in report.views for rule in seen.violations]
    incomplete = [(seen.view, rule) for seen in report.views for rule in seen.incomplete]
    passed = sum(rule.count for seen in report.views for rule in seen.passes)
    yield judged(
        checker=NAME,
        version=version,
        subject=subject.name,
        standard=STANDARD,
        examined=passed + _nodes(violations),
        unit=checker.CHECKS,
        findings=tuple(_findings(subject, violations, certain=True)),
    )
    if incomplete:
        yield Evidence(
            checker=NAME,
            version=version,
            subject=subject.name,
            standard=STANDARD,
            examined=_nodes(incomplete),
            unit=checker.CHECKS,
            outcome=Outcome.CANNOT_TELL,
            findings=tuple(_findings(subject, incomplete, certain=False)),
        )


def _nodes(rules: Iterable[tuple[_View, _Rule]]) -> int:
    return sum(len(rule.nodes) for _, rule in rules)


def _findings(
    subject: Subject, rules: list[tuple[_View, _Rule]], *, certain: bool
) -> Iterator[Finding]:
    """One finding for each rule, at the first place it was seen, with the views it was seen in."""
    for name in sorted({rule.id for _, rule in rules}):
        same = [(view, rule) for view, rule in rules if rule.id == name]
        first = same[0][1]
        node = first.nodes[0]
        yield axe_words.breach(
            subject,
            checker_name=NAME,
            rule=name,
            english=first.help,
            impact=first.impact,
            count=len({node.target for _, rule in same for node in rule.nodes}),
            place=PLACE.filled(
                target=" ".join(map(str, node.target)),
                html=checker.quoted(node.html),
                views=_named(view for view, _ in same),
            ),
            summary=node.failure_summary,
            certain=certain,
        )


def _named(views: Iterable[_View]) -> Text:
    """The views as one reads them: ``320 px light, 320 px dark``."""
    named = [(view.width, SCHEMES[view.scheme]) for view in views]
    return Text(
        nb=", ".join(f"{width} px {scheme.nb}" for width, scheme in named),
        en=", ".join(f"{width} px {scheme.en}" for width, scheme in named),
    )


AXE = Validator(
    name=NAME,
    standards={"html": (STANDARD,)},
    missing=lambda: inventory.missing(NAME, "Chromium", "Playwright", "libatomic"),
    validate=one_by_one(_validate),
)
