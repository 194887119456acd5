"""Messages to authors about what axe, and Ace, which runs axe, have found.

axe has Norwegian names of most rules. The others are here, and those that it misspells.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bindery.checkers import running
from bindery.tools import locate
from bindery.vocabulary.checker import Subject
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.tables import read
from bindery.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class _Words:
    impacts: dict[str, Text]
    norwegian: dict[str, str]


_WORDS = read(_Words, Path(__file__).with_suffix(".toml"))

IMPACTS = _WORDS.impacts
"""How a breach affects readers, by axe's own word for it."""

NORWEGIAN = _WORDS.norwegian
"""What a rule demands, in Norwegian, by its name."""

UNKNOWN_IMPACT = Text(
    nb="Dette kan stenge noen lesere ute.",
    en="This may shut some readers out.",
)
SEEN = Text(nb="{rule} ({places}).", en="{rule} ({places}).")
TO_BE_SEEN = Text(
    nb="axe kunne ikke avgjøre dette. Kontroller selv: {rule} ({places}).",
    en="axe could not decide this. Check it yourself: {rule} ({places}).",
)
LOOK = Text(
    nb="Se på stedet i visningene som er nevnt. Hvis det er feil, rett det.",
    en="Check the place in the views named. If it is wrong, fix it.",
)
HINT = Text(
    nb="{impact} {mend} Første sted: {place}. Originalmelding fra {checker}: {summary}",
    en="{impact} {mend} First place: {place}. {checker} says: {summary}",
)


def breach(
    subject: Subject,
    *,
    checker_name: str,
    rule: str,
    english: str,
    impact: str | None,
    count: int,
    place: Text,
    summary: str,
    severity: Severity = Severity.ERROR,
) -> Finding:
    """Return the finding that a rule is broken in ``count`` places; ``place`` is the first of them.

    Unless it is an error, axe is not certain, and the finding asks for manual checking.
    """
    certain = severity is Severity.ERROR
    demand = SEEN if certain else TO_BE_SEEN
    return Finding(
        rule=f"{checker_name.lower()}-{rule.lower()}",
        severity=severity,
        location=Location(subject.name),
        message=demand.filled(rule=_named(rule, english), places=running.places(count)),
        hint=HINT.filled(
            impact=IMPACTS.get(impact or "", UNKNOWN_IMPACT),
            mend=running.MEND if certain else LOOK,
            place=place,
            checker=checker_name,
            summary=running.quoted(summary.replace(":\n", ": ").replace("\n", "; ")),
        ),
    )


def _named(rule: str, english: str) -> Text:
    """Return what the rule demands. A rule without a Norwegian text has the English one."""
    return Text(nb=NORWEGIAN.get(rule.lower()) or _locale().get(rule) or english, en=english)


@cache
def _locale() -> dict[str, str]:
    """Return the Norwegian demand of each of axe's rules."""
    path = locate.axe_locale("nb")
    if path is None:
        return {}
    try:
        rules = json.loads(path.read_bytes())["rules"]
        return {rule: words["help"] for rule, words in rules.items()}
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise running.broken("axe", error) from error
