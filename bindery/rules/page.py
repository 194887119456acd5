"""``docs/rules.md``, made from the rules' docstrings: ``python -m bindery.rules.page``."""

from pathlib import Path

from bindery.manuscript.requirements import REQUIREMENTS
from bindery.manuscript.source import Manuscript
from bindery.rules import RULES
from bindery.rules.documentation import documentation
from bindery.vocabulary.rule import Rule

PAGE = Path(__file__).resolve().parents[2] / "docs" / "rules.md"

HEAD = """\
# Rules

What `invoke check` looks for in a manuscript. This page is made from the rules themselves
(`python -m bindery.rules.page`), and its examples are their tests. A rule marked **stops the
build** guards what no edition can be made without, or safely with.

"""
STOPS = " **Stops the build.**"


def page() -> str:
    """The whole page."""
    requirements = (f"### {one.name}\n\n{one.why}{STOPS}\n\n" for one in REQUIREMENTS)
    return "".join(
        (
            HEAD,
            "## Before a manuscript can be read\n\n",
            *requirements,
            "## In the manuscript\n\n",
            *(_section(rule) for rule in RULES),
        )
    ).removesuffix("\n")


def _section(rule: Rule[Manuscript]) -> str:
    about = documentation(rule)
    stops = STOPS if rule.stops_build else ""
    lines = [f"### {rule.name}", "", f"{about.sentence} ({rule.severity}){stops}"]
    lines += ["", about.why, ""]
    for failure in about.fails:
        lines += [f"Fails at line {failure.line}:", "", *_fenced(failure.markdown), ""]
    for example in about.passes:
        lines += ["Passes:", "", *_fenced(example), ""]
    return "\n".join([*lines, about.clauses, "", ""])


def _fenced(markdown: str) -> list[str]:
    return ["````markdown", markdown, "````"]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
