"""Evidence for people: one page that says what was proved, and what a person must look at."""

from bindery.reports.evidence_html.evidence_page import write_html

__all__ = ["write_html"]
