"""Findings for other programs: code scanning, test reports, and the lines of a pull request."""

from bindery.reports.for_tools.github import annotations, below_repository
from bindery.reports.for_tools.junit import write_junit
from bindery.reports.for_tools.sarif import write_sarif

__all__ = ["annotations", "below_repository", "write_junit", "write_sarif"]
