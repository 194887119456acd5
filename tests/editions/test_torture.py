"""The torture book keeps every rule of a manuscript; all checkers see it with strangers' books."""

from bindery.manuscript.load import load
from bindery.manuscript.source import read_source
from bindery.rules.manuscript import RULES
from bindery.vocabulary.findings import Severity
from tests.editions.torture import TORTURE


def test_it_keeps_every_rule() -> None:
    """Whatever its editions fail is never its author's fault: no rule finds an error."""
    publication = load(TORTURE).publication
    assert publication is not None
    source = read_source(publication)
    found = tuple(finding for rule in RULES for finding in rule.find(source))
    assert [finding for finding in found if finding.severity is Severity.ERROR] == []
