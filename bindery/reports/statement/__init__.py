"""The basis for an accessibility statement: a verdict on each criterion of WCAG 2.2 A and AA."""

from bindery.reports.statement.statement_page import write_statement

__all__ = ["write_statement"]
