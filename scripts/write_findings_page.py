"""Write ``docs/findings.md``, made from bindery/reports/explained."""

import sys
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE))

from bindery.reports.explained import Explanation, groups  # noqa: E402

PAGE = HOUSE / "docs" / "findings.md"

HEAD = """\
# Findings

What `invoke check` finds in finished editions: why it matters to a reader, and how to mend it, in
English and in Norwegian. The name in brackets in a message leads here; what the rules find in a
manuscript, in templates and in editions by themselves is in [rules.md](rules.md). This page is made
from `bindery/reports/explained` (`python scripts/write_findings_page.py`).
"""


def page() -> str:
    """The whole page."""
    return "\n".join((HEAD, *_groups()))


def _groups() -> Iterator[str]:
    for heading, about, explanations in groups():
        yield f"## {heading}\n\n{about}\n"
        yield from map(_section, explanations)


def _section(one: Explanation) -> str:
    rules = [*(f"`{name}`" for name in one.names), *(f"`{family}…`" for family in one.families)]
    why, mend = (f"{text.en}\n\n*På norsk:* {text.nb}\n" for text in (one.why, one.mend))
    return f"### {one.title}\n\n{', '.join(rules)}\n\n**Why.** {why}\n**Mend.** {mend}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
