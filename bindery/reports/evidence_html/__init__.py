"""The evidence as a page for people."""

from bindery.reports.evidence_html.evidence_page import write_html

__all__ = ["write_html"]
