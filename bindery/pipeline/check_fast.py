"""Check a manuscript in seconds, before it is committed: nothing is made, nothing is written."""

from pathlib import Path

from bindery.manuscript.files import require_manuscript
from bindery.pipeline.book_folder import BookFolder
from bindery.pipeline.check import Checked, in_order
from bindery.pipeline.kept_files import KeptFiles
from bindery.rules.judge import judge, put_aside
from bindery.rules.manuscript import RULES


def check_fast(book: Path) -> Checked:
    """What the rules find in the manuscript, and what no edition could show as it is meant.

    Templates, editions and reports are left as they are. What the last build has read of chapters
    that are not changed is not read again.
    """
    require_manuscript(book)
    kept = KeptFiles(book)
    folder = BookFolder(book, kept)
    if folder.loaded.publication is None:
        told = in_order(folder.loaded.findings, ())
        return Checked(None, told, (), stopped_by=told)
    evidence = put_aside(tuple(judge(folder.manuscript, RULES, kept)))
    return Checked(folder.publication, in_order(folder.faults, evidence), evidence)
