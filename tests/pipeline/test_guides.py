"""The pages for beginners: their commands are commands, and their books are built and released."""

import re
import shlex
from pathlib import Path

import pytest

from bindery.pipeline.check import check_own
from bindery.pipeline.release import release
from bindery.reports.terminal import lines
from bindery.tasks import namespace
from bindery.vocabulary.findings import Severity
from tests.guides import GUIDES, blocks_of, files_of, write_guide
from tests.pipeline.releasing import check_with, prober

EVERY = pytest.mark.parametrize(("language", "guide"), GUIDES.items(), ids=[*GUIDES])


def _commands(guide: Path) -> list[list[str]]:
    """Every line for a terminal, and every command in running text, that starts with bindery."""
    text = guide.read_text(encoding="utf-8")
    every = [line for block in blocks_of(guide, "sh") for line in block.splitlines()]
    every += re.findall(r"`(bindery [^`]+)`", text)
    return [words for line in every if (words := shlex.split(line, comments=True))[0] == "bindery"]


@EVERY
def test_every_command_is_one(language: str, guide: Path) -> None:
    """Each names a task, with options that the task has."""
    commands = _commands(guide)
    assert {"build", "check"} <= {task for _, task, *_ in commands}
    for _, task, *options in commands:
        known = {flag for one in namespace[task].get_arguments() for flag in one.names}
        assert {one.removeprefix("--") for one in options if one.startswith("-")} <= known


@EVERY
def test_the_folders_that_are_made_are_those_of_the_files(language: str, guide: Path) -> None:
    """An editor cannot save a file in a folder that is not there."""
    (made,) = (block for block in blocks_of(guide, "sh") if block.startswith("mkdir -p "))
    named, entered = made.removeprefix("mkdir -p ").split("cd ")
    folders = {Path(name).relative_to(entered.strip()) for name in named.split()}
    folders |= {parent for folder in folders for parent in folder.parents}
    assert {Path(name).parent for name in files_of(guide)} <= folders


@pytest.mark.slow
@EVERY
def test_the_book_can_be_released(
    language: str, guide: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is found in it but what informs, and what is released is what the page lists.

    The real checkers are shown books of the same kind, in tests/books.
    """
    check_with(monkeypatch, prober())
    released = release(write_guide(guide, tmp_path))
    told = [one for one in released.checked.findings if one.severity is not Severity.INFO]
    assert [f"{one.location} {one.rule} {one.message.en}" for one in told] == []
    text = guide.read_text(encoding="utf-8")
    bundle = tmp_path / "build/release"
    for file in released.files:
        top = file.relative_to(bundle).parts[0]
        assert f"`{top}{'/' * (top != file.name)}`" in text, top


@pytest.mark.slow
@EVERY
def test_the_message_is_the_one_that_comes(language: str, guide: Path, tmp_path: Path) -> None:
    """Without its alternative text, the figure is reported in the words on the page."""
    book = write_guide(guide, tmp_path)
    (chapter,) = (name for name, text in files_of(guide).items() if "![" in text)
    described = (book / chapter).read_text(encoding="utf-8")
    undescribed = re.sub(r"!\[.+?\]", "![]", described)
    (book / chapter).write_text(undescribed, encoding="utf-8")
    findings = check_own(book).findings
    found = (one for one in findings if one.location.path == chapter)
    said = "".join(f"{line}\n" for line in lines(found, language))
    assert [said] == blocks_of(guide, "text")
