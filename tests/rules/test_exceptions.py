"""A rule can be put aside for one place, with a reason."""

from pathlib import Path

import pytest

from bindery.rules.judge import judge
from bindery.rules.manuscript import RULES
from bindery.vocabulary.evidence import Evidence, Outcome
from tests.rules.books import manuscript_of

LINK = "Vi møttes på [her](https://her.example)."
EXCEPTION = "<!-- unntak link-text-says-where: «Her» er navnet på festivalen. -->"
RULE = "link-text-says-where"


def _judged(folder: Path, text: str) -> dict[str, Evidence]:
    manuscript = manuscript_of(folder, {"chapters/01.md": f"# T\n\n{text}\n"})
    return {one.rule: one for one in judge(manuscript, RULES)}


def _found(folder: Path, text: str) -> list[tuple[str, int | None]]:
    return [
        (finding.rule, finding.location.line)
        for one in _judged(folder, text).values()
        for finding in one.findings
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{EXCEPTION}\n{LINK}",
        f"{EXCEPTION}\n\n{LINK}",
        f"Noe annet.\n\n<!-- exception {RULE}:\nA name,\nno direction. -->\n{LINK}",
        f"- Et punkt.\n- Et til.\n\n{EXCEPTION}\n- {LINK}",
    ],
)
def test_what_has_a_reason_is_put_aside_and_kept(tmp_path: Path, text: str) -> None:
    """The finding fails nothing, and stands in the evidence with the author's reason."""
    judged = _judged(tmp_path, text)[RULE]
    assert (judged.outcome, judged.findings) == (Outcome.PASSED, ())
    (aside,) = judged.exempted
    assert aside.finding.rule == RULE
    assert aside.reason.en in ("«Her» er navnet på festivalen.", "A name, no direction.")
    assert not aside.in_default_templates


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (LINK, [(RULE, 3)]),
        (f"{EXCEPTION}\n{LINK}\n\n{LINK}", [(RULE, 6)]),
        (f"{LINK}\n\n{EXCEPTION}", [(RULE, 3), ("exception-is-needed", 5)]),
        (f"<!-- unntak {RULE}: -->\n{LINK}", [(RULE, 4), ("exception-has-reason", 3)]),
        (f"<!-- unntak {RULE} -->\n{LINK}", [(RULE, 4), ("exception-has-reason", 3)]),
        (f"<!-- unntak link-text: Navn. -->\n{LINK}", [(RULE, 4), ("exception-has-reason", 3)]),
        (
            "<!-- unntak link-leads-somewhere: Senere. -->\nSe [kapittelet om mål](#maal).",
            [("link-leads-somewhere", 4), ("exception-has-reason", 3)],
        ),
        (f"{EXCEPTION}\nIngen lenke her.", [("exception-is-needed", 3)]),
        ("<!-- Unntak fra regelen: her. -->\n\nTekst.", []),
    ],
)
def test_an_exception_holds_for_its_place_alone(
    tmp_path: Path, text: str, found: list[tuple[str, int | None]]
) -> None:
    """It needs a rule that can be put aside, a reason, and something to put aside."""
    assert _found(tmp_path, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"> {EXCEPTION}\n> {LINK}\n>\n> {LINK}", [6]),
        (f"::: key-message\n{EXCEPTION}\n{LINK}\n:::\n{LINK}", [7]),
        (f"{EXCEPTION}\n{LINK}\n## Til [her](https://her.example)", [5]),
        (f"{EXCEPTION}\n## Til [her](https://her.example)\n{LINK}", [5]),
        (f"{EXCEPTION}\n{LINK}\n- {LINK}", [5]),
        (f"{EXCEPTION}\n- {LINK}\n\n- {LINK}\n\n{LINK}", [8]),
        (f"{EXCEPTION}\n> {LINK}\n>\n> {LINK}\n\n{LINK}", [8]),
        (f"{EXCEPTION}\n::: key-message\n{LINK}\n\n{LINK}\n:::\n{LINK}", [9]),
        (f"{EXCEPTION}\n| A | B |\n|---|---|\n| {LINK} | b |\n\nTabell: A\n\n{LINK}", [10]),
        (f"{EXCEPTION}\n<!-- unntak dash-is-a-dash: Et sitat. -->\n{LINK}\n\n{LINK}", [7]),
        (f"{EXCEPTION}\n{{#navn}}\n- {LINK}\n\n{LINK}", [7]),
        (f"- Et punkt.\n\n  {EXCEPTION}\n\n  {LINK}\n\n  {LINK}", [9]),
        (f"Vi så <!-- unntak {RULE}: Navn. -->\n{LINK}\n\n{LINK}", [6]),
        (f"> {EXCEPTION}\n\n{LINK}", [5]),
    ],
)
def test_an_exception_holds_for_the_next_block_alone(
    tmp_path: Path, text: str, found: list[int]
) -> None:
    """A paragraph, a heading, a list, a table, a quotation or a fenced div: all of it, no more."""
    judged = _judged(tmp_path, text)[RULE]
    assert [finding.location.line for finding in judged.findings] == found
