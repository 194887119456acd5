"""The result of a check, as the terminal says it, and the exit status that follows."""

import os
from pathlib import Path

from bindery.pipeline.check import Checked, require_all
from bindery.pipeline.in_a_task import COULD_NOT_WORK, FOUND_SOMETHING
from bindery.reports.for_tools import annotations, below_repository
from bindery.reports.terminal import evidence_lines, stopped_line, told_lines, verdict_line
from bindery.tools.saying import say, say_error


def say_result(
    checked: Checked,
    book: Path,
    language: str,
    *,
    all_required: bool,
    verbose: bool,
    report: str,
) -> int:
    """Print the result of a check of ``book``, and return the exit status.

    ``report`` is the page with all of it. Raises ``PipelineError`` if every check is required and
    one gave no result.
    """
    for line in told_lines(checked.findings, language, verbose=verbose):
        say(line)
    if os.environ.get("GITHUB_ACTIONS") == "true":
        for line in annotations(checked.findings, language, below=below_repository(book)):
            say(line)
    for line in evidence_lines(checked.evidence, language):
        say(line)
    if checked.evidence:
        say(verdict_line(checked.findings, checked.evidence, report, language))
    if checked.stopped_by:
        say(stopped_line(checked.findings, checked.stopped_by, language))
    for error in checked.broken:
        say_error(error, language)
    if checked.broken:
        return COULD_NOT_WORK
    if checked.failed:
        return FOUND_SOMETHING
    if all_required:
        require_all(checked)
    return 0
