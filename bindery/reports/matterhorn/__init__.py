"""Verdicts on each checkpoint of the Matterhorn Protocol 1.1, for one PDF."""

from bindery.reports.matterhorn.checkpoints import Judged, judge

__all__ = ["Judged", "judge"]
