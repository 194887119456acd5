"""What is known of each criterion of WCAG 2.2 A and AA, of one edition or of them all."""

from bindery.reports.wcag.absent import Verdict
from bindery.reports.wcag.criteria import Judged, judge, unplaced

__all__ = ["Judged", "Verdict", "judge", "unplaced"]
