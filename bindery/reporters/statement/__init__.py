"""The draft accessibility statement: what is known of each criterion of WCAG 2.2 A and AA."""

from bindery.reporters.statement.absent import Verdict
from bindery.reporters.statement.judge import Judged, statement
from bindery.reporters.statement.page import write_statement

__all__ = ["Judged", "Verdict", "statement", "write_statement"]
