"""Verdicts on each criterion of WCAG 2.2 A and AA, for one edition or all of them."""

from bindery.reports.wcag.absent import Verdict
from bindery.reports.wcag.criteria import Judged, judge, unplaced

__all__ = ["Judged", "Verdict", "judge", "unplaced"]
