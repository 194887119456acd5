"""What is known of each checkpoint of the Matterhorn Protocol 1.1, of one PDF."""

from bindery.reports.matterhorn.checkpoints import Judged, judge

__all__ = ["Judged", "judge"]
