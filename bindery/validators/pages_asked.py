"""What the pages of editions answer a browser's question, as a report that is left and read."""

import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import TypeVar

from bindery.tools.browser import View, answers
from bindery.validators import checker
from bindery.validators.epub_files import OpenFile, opened
from bindery.vocabulary.validator import Subject


class Seen(checker.Report):
    """A document in one view. Each checker's own kind says what else it answers there."""

    document: str
    view: View


class PagesReport(checker.Report):
    """The browser's version, and every document in every view. Each checker has its own kind."""

    version: str
    seen: tuple[Seen, ...]


AnyPages = TypeVar("AnyPages", bound=PagesReport)


def pages_asked(
    name: str,
    subjects: Sequence[Subject],
    shape: type[AnyPages],
    *,
    report: str,
    views: Sequence[View],
    question: str,
    script: Path | None = None,
) -> Iterator[tuple[Subject, AnyPages]]:
    """Each of ``subjects``, and the ``report`` that the checker called ``name`` leaves of it.

    One browser is started for all of them. A page that does not answer in some view stops it.
    """
    reports = [
        checker.fresh(subject.reports / f"{report}-{subject.edition}.json") for subject in subjects
    ]
    with ExitStack() as stack:
        files = [stack.enter_context(opened(name, subject)) for subject in subjects]
        pages = [file.path for several in files for file in several]
        given = answers(pages, views, script=script, question=question, only_looks=True)
    rows = iter(given.rows)
    for subject, path, several in zip(subjects, reports, files, strict=True):
        seen = [*_seen(several, rows, views)]
        found = {"version": given.version, "seen": seen}
        path.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
        if len(seen) != len(several) * len(views):
            raise checker.broken(name, f"{len(several)} documents, {len(seen)} views")
        yield subject, checker.read(name, shape, path)


def _seen(
    files: Sequence[OpenFile], rows: Iterator[tuple[object, ...]], views: Sequence[View]
) -> Iterator[dict[str, object]]:
    for file, row in zip(files, rows, strict=False):
        for view, answer in zip(views, row, strict=True):
            if isinstance(answer, dict):
                yield {"document": file.name, "view": asdict(view), **answer}
