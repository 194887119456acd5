"""Whether anything a chapter can hold ends in a traceback or in no end: ``invoke fuzz``."""

import shutil
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from traceback import extract_tb

from benchmarks.fuzzed import chapter
from bindery.document.read import read_document
from bindery.manuscript.load import LINE_END, load
from bindery.manuscript.marks.door import let_in
from bindery.manuscript.marks.page import Book
from bindery.manuscript.source import read_source
from bindery.pipeline.build import build
from bindery.rules.manuscript import RULES
from bindery.tools.limits import TimeLimitError, time_limit
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.publication import Publication
from bindery.vocabulary.text import Text, verbatim

LONGEST = 20.0
"""Seconds of the processor that a chapter may take; one takes a tenth of a second."""

SLOWEST_BUILD = 120.0
"""Seconds that a build of a chapter may take."""

PATH = "manuscript/chapters/01.md"

SETTINGS = """\
[publication]
title = "Prøve"
language = "nb"
publisher = "Prøve"
rights = "CC0"
version = "1"
date = 2026-11-30
identifier = "urn:uuid:00000000-0000-4000-8000-000000000002"
slug = "proeve"
accessibility-contact = "post@example.org"
description = "Prøve."
[reading-order]
chapters = ["chapters/01.md"]
"""
CIRCLE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="5" cy="5" r="4"/></svg>'
)

RESULT = Text(
    nb="{count} kapitler {what}: {wrong} med feil i programmet eller uten ende ({seconds:.0f} s).",
    en="{count} chapters {what}: {wrong} with a traceback or no end ({seconds:.0f} s).",
)
RULED = Text(nb="lest og prøvd av reglene", en="read and judged by the rules")
READ = Text(nb="lest av pandoc", en="read by pandoc")
BUILT = Text(nb="bygd", en="built")


def fuzz(chapters: int, documents: int, builds: int, seed: int) -> Iterator[Text]:
    """Put generated chapters through reading and rules, through pandoc, and through whole builds.

    Each traceback and each work without end is told with the number of its chapter, and then how
    many there were. ``chapter(seed, number)`` is the chapter.
    """
    with TemporaryDirectory() as folder:
        book = write_book(Path(folder))
        publication = load(book).publication
        assert publication is not None
        stages: tuple[tuple[Text, int, Callable[[str], None]], ...] = (
            (RULED, chapters, lambda text: _judge(_with(publication, text))),
            (READ, documents, lambda text: _read(_with(publication, text))),
            (BUILT, builds, lambda text: _build(book, text)),
        )
        for what, count, work in stages:
            started = time.perf_counter()
            wrong: Counter[str] = Counter()
            for number in range(count):
                if fault := fault_of(work, chapter(seed, number)):
                    wrong[fault] += 1
                    if wrong[fault] == 1:
                        yield verbatim(f"{seed}-{number}: {fault}")
            seconds = time.perf_counter() - started
            yield RESULT.filled(count=count, what=what, wrong=wrong.total(), seconds=seconds)


def write_book(folder: Path) -> Path:
    """A book in ``folder`` whose chapter is to be replaced."""
    for name, text in (
        ("publication.toml", SETTINGS),
        ("chapters/01.md", "# A\n"),
        ("figures/sirkel.svg", CIRCLE),
    ):
        path = folder / "manuscript" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def fault_of(work: Callable[[str], None], text: str) -> str:
    """What ``work`` on ``text`` ends in that it must not: an error and its place, or no end."""
    try:
        with time_limit(LONGEST):
            work(text)
    except (TimeLimitError, SlowError) as error:
        return f"no end: {_where(error)}"
    except PipelineError as error:
        return f"no finding: {error.what.en}"
    except Exception as error:  # noqa: BLE001 - every other one is what is looked for
        return f"{type(error).__name__}: {_where(error)}"
    return ""


class SlowError(Exception):
    """A build that took too long by the clock."""


def _where(error: Exception) -> str:
    """The innermost place in bindery that ``error`` came by."""
    steps = [step for step in extract_tb(error.__traceback__) if "/bindery/" in step.filename]
    return f"{Path(steps[-1].filename).name}:{steps[-1].lineno}" if steps else str(error)[:80]


def _with(publication: Publication, text: str) -> Publication:
    chapter = let_in(PATH, LINE_END.sub("\n", text), Book(chapters=(PATH,)))
    return replace(publication, chapters=(chapter,))


def _judge(publication: Publication) -> None:
    source = read_source(publication)
    for rule in RULES:
        if rule.missing() is None:
            tuple(rule.find(source))
            rule.extent.count(source)


def _read(publication: Publication) -> None:
    read_document(publication)


def _build(book: Path, text: str) -> None:
    (book / PATH).write_text(text, encoding="utf-8", newline="")
    shutil.rmtree(book / "build", ignore_errors=True)
    started = time.perf_counter()
    built = build(book)
    if time.perf_counter() - started > SLOWEST_BUILD:
        raise SlowError("build")
    assert built.outputs, built.findings
