"""Every rule's page says why in both of the languages that its messages are in."""

from typing import Any

import pytest

from bindery.manuscript.requirements import REQUIREMENTS, Requirement
from bindery.prose.likeness import looks_like
from bindery.rules.documentation import page_of
from bindery.rules.editions import ALL
from bindery.rules.exceptions import EXCEPTIONS
from bindery.rules.manuscript import RULES
from bindery.rules.styles import TEMPLATE_RULES
from bindery.vocabulary.rule import Rule


@pytest.mark.parametrize("rule", (*RULES, *TEMPLATE_RULES, *ALL), ids=lambda rule: rule.name)
def test_the_why_is_said_in_both_languages(rule: Rule[Any]) -> None:
    """In an English book *Hvorfor* would be heard as Norwegian, and *Why* as nothing else."""
    sections = page_of(rule).sections
    norwegian = looks_like(sections["Hvorfor"], "en")
    assert norwegian is not None
    assert norwegian.language == "nb"
    assert looks_like(sections["Why"], "en") is None


@pytest.mark.parametrize("one", (*REQUIREMENTS, *EXCEPTIONS), ids=lambda one: one.name)
def test_the_why_of_a_requirement_is_said_in_both_languages(one: Requirement) -> None:
    """The Norwegian is Norwegian, the English English, and each is a whole sentence."""
    norwegian = looks_like(one.why.nb, "en")
    assert norwegian is not None
    assert norwegian.language == "nb"
    assert looks_like(one.why.en, "en") is None
    assert one.why.nb.endswith(".")
    assert one.why.en.endswith(".")
