"""A place where outputs are hard to check, and checkers that have already ended."""

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bindery.checkers import ace, epubcheck, nu, running, verapdf
from bindery.checkers import browser_pages as pages
from bindery.tools.browser import Answers
from bindery.tools.run import Finished
from bindery.vocabulary.checker import Checker, Subject
from bindery.vocabulary.evidence import Evidence
from tests.checkers.samples import subject, write_epub

Json = dict[str, Any]

OUTPUT = "<output>"
"""Stands in a report where the checker wrote the path of the output."""

Judge = Callable[..., tuple[Evidence, ...]]


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A book's folder, on a machine set up in its own way."""
    return odd_machine(tmp_path, monkeypatch)


def odd_machine(home: Path, patched: pytest.MonkeyPatch) -> Path:
    """A folder with spaces and Norwegian letters, on a machine set up in its own way."""
    patched.setenv("LC_ALL", "C")
    patched.setenv("JAVA_TOOL_OPTIONS", "-Dfrom.the=outside")
    settings = home / "settings"
    (settings / "DAISY Ace").mkdir(parents=True)
    (settings / "DAISY Ace" / "config.json").write_text("{ half a setting", encoding="utf-8")
    patched.setenv("XDG_CONFIG_HOME", str(settings))
    folder = home / "ei bok på øya"
    folder.mkdir()
    return folder


@pytest.fixture
def output(tmp_path: Path) -> Subject:
    """An output that is not looked at: the report is there already."""
    return subject(write_epub(tmp_path / "bok.epub"))


@pytest.fixture
def judge(output: Subject, monkeypatch: pytest.MonkeyPatch) -> Judge:
    """Runs a checker whose program has already ended, with a given report and exit status."""

    def judged(checker: Checker, report: object, status: int = 0) -> tuple[Evidence, ...]:
        text = report if isinstance(report, str) else json.dumps(report)
        text = text.replace(OUTPUT, str(output.output))

        def ended(*arguments: object, **_: object) -> Finished:
            for argument, following in pairwise(arguments):
                if argument == "--json":
                    Path(str(following)).write_text(text, encoding="utf-8")
            return Finished(status, str(output.output) if checker is nu.NU else text, text)

        def ace_ended(_: Subject, folder: Path) -> int:
            folder.mkdir(parents=True)
            (folder / "report.json").write_text(text, encoding="utf-8")
            return status

        for module in (verapdf, epubcheck, nu):
            monkeypatch.setattr(module, "run_java", ended)
        monkeypatch.setattr(running, "started", lambda _, command, **__: ended(*command))
        monkeypatch.setattr(ace, "_run", ace_ended)
        row = tuple(report) if isinstance(report, list) else ()
        answers = Answers("156.0", (row,))
        monkeypatch.setattr(pages, "answers", lambda *_, **__: answers)
        return checker.check((output,))

    return judged
