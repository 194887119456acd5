"""A rule's page: its module's docstring, read as sections."""

import re
import sys
from dataclasses import dataclass
from textwrap import dedent

from bindery.manuscript.source import Manuscript
from bindery.vocabulary.rule import Rule

_SECTION = re.compile(
    r"^(Why|Fails at line (\d+)|Passes|Clauses)\n((?:    .*\n|\n)+)", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Failure:
    """A chapter in which the rule finds something at ``line``, and no other rule anything."""

    line: int
    markdown: str


@dataclass(frozen=True, slots=True)
class Documentation:
    """What a rule's page says. The examples are the rule's tests."""

    sentence: str
    why: str
    fails: tuple[Failure, ...]
    passes: tuple[str, ...]
    clauses: str


def documentation(rule: Rule[Manuscript]) -> Documentation:
    """The page of ``rule``. A docstring without all of its sections raises ``ValueError``."""
    docstring = sys.modules[rule.find.__module__].__doc__ or ""
    sections = [
        (heading, line, dedent(text).strip("\n"))
        for heading, line, text in _SECTION.findall(docstring + "\n")
    ]
    texts = {heading: text for heading, _, text in sections}
    fails = tuple(Failure(int(line), text) for _, line, text in sections if line)
    passes = tuple(text for heading, _, text in sections if heading == "Passes")
    if not (fails and passes and {"Why", "Clauses"} <= set(texts)):
        raise ValueError(f"{rule.name}: a section is missing from the docstring")
    sentence = docstring.splitlines()[0]
    return Documentation(sentence, texts["Why"], fails, passes, texts["Clauses"])
