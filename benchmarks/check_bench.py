"""The time of a whole check as a ratio to the slowest of its checkers alone, in one run."""

import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.bench import copy_of, invoke_seconds
from bindery.checkers import CHECKERS
from bindery.pipeline.build import build
from bindery.pipeline.check import subjects_of
from bindery.vocabulary.checker import Subject
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

ROUNDS = 3

ALONE = Text(nb="{checker} alene: {seconds} s", en="{checker} alone: {seconds} s")
WHOLE = Text(
    nb="Alle kontroller på nytt: {seconds} s, {ratio} × {checker}",
    en="Every check afresh: {seconds} s, {ratio} × {checker}",
)
UNCHANGED = Text(
    nb="Alle kontroller, uendrede utgaver: {seconds} s, {ratio} × {checker}",
    en="Every check, unchanged editions: {seconds} s, {ratio} × {checker}",
)


def check_bench(book: Path) -> Iterator[Text]:
    """Time cold processes that check ``book``, and each outside checker alone.

    Reports the medians, in seconds of wall time, of rounds that time all of them in turn.
    """
    with TemporaryDirectory() as folder:
        copy = copy_of(book, Path(folder) / "book")
        subjects = subjects_of(build(copy))
        afresh, unchanged = [], []
        alone: dict[str, list[float]] = {}
        for _ in range(ROUNDS):
            afresh.append(invoke_seconds("check", "--book", copy, "--require-all", "--afresh"))
            unchanged.append(invoke_seconds("check", "--book", copy, "--require-all"))
            for checker, seconds in _alone(subjects):
                alone.setdefault(checker, []).append(seconds)
    medians = {checker: median(times) for checker, times in alone.items()}
    for checker, seconds in medians.items():
        yield ALONE.filled(checker=checker, seconds=f"{seconds:.1f}")
    slowest = max(medians, key=lambda checker: medians[checker])
    for said, times in ((WHOLE, afresh), (UNCHANGED, unchanged)):
        seconds = median(times)
        yield said.filled(
            seconds=f"{seconds:.1f}", ratio=f"{seconds / medians[slowest]:.2f}", checker=slowest
        )


def _alone(subjects: tuple[Subject, ...]) -> Iterator[tuple[str, float]]:
    for checker in CHECKERS:
        those = tuple(one for one in subjects if checker.judged_of(one.edition))
        if missing := checker.missing():
            raise PipelineError(missing, Text(nb="Kjør: invoke setup", en="Run: invoke setup"))
        if those:
            started = time.perf_counter()
            checker.check(those)
            yield checker.name, time.perf_counter() - started
