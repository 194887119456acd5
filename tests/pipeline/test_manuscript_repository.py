"""What a repository with only a manuscript uses: the action, the workflow, and the example.

GitHub cannot be run here. The files are read as GitHub would, and the action's own lines are run.
"""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from bindery.pipeline.check import check_own
from bindery.tools.run import Finished, run
from tests.shelf import HOUSE

EXAMPLE = HOUSE / "examples/publication"
ACTION = (HOUSE / "action.yml").read_text(encoding="utf-8")
WORKFLOW = (HOUSE / ".github/workflows/publication.yml").read_text(encoding="utf-8")
CALLER = (EXAMPLE / ".github/workflows/publication.yml").read_text(encoding="utf-8")
PLACEHOLDER = "OWNER/REPOSITORY"
OURS = (ACTION, WORKFLOW, CALLER)


def read(text: str) -> dict[Any, Any]:
    """A file of GitHub's, as data. YAML 1.1 reads the word "on" as true."""
    found: dict[Any, Any] = yaml.safe_load(text)
    return found


def steps_of(text: str) -> list[dict[str, Any]]:
    """Every step of every job, or of an action."""
    found = read(text)
    jobs = found["jobs"].values() if "jobs" in found else [found["runs"]]
    return [step for job in jobs for step in job.get("steps", ())]


def faults(text: str) -> Iterator[str]:
    """What would run a stranger's words, use what can change, or let a check write."""
    found = read(text)
    for step in steps_of(text):
        if "${{" in step.get("run", ""):
            yield "a value is put into a command"
        used = step.get("uses", "")
        if used and not re.fullmatch(r"actions/[a-z-]+@v\d+|\./bindery", used):
            yield "an action of somebody else, or of no version"
    if "jobs" in found:
        if found["permissions"] != {"contents": "read"}:
            yield "what jobs may write"
        for name, job in found["jobs"].items():
            if "permissions" in job and name not in ("publish", "release"):
                yield "a job that does not publish may write"
            wrong = "uses" in job and not job["uses"].startswith(f"{PLACEHOLDER}/.github/")
            if wrong or ("uses" in job and not job["uses"].endswith("@COMMIT")):
                yield "a workflow of somebody else"


@pytest.mark.parametrize("text", OURS, ids=["action", "workflow", "example"])
def test_they_run_nothing_of_strangers(text: str) -> None:
    """Values are variables, actions have a version, and only what publishes may write."""
    assert list(faults(text)) == []


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (ACTION, '"$BOOK"', '"${{ inputs.book }}"'),
        (WORKFLOW, "actions/checkout@v6", "somebody/checkout@main"),
        (WORKFLOW, "permissions:\n  contents: read", "permissions:\n  contents: write"),
        (CALLER, "  check:\n", "  check:\n    permissions:\n      contents: write\n"),
        (CALLER, "@COMMIT", "@main"),
    ],
)
def test_each_fault_is_seen(text: str, right: str, wrong: str) -> None:
    """A broken twin is told from the right one."""
    assert right in text
    assert list(faults(text.replace(right, wrong, 1))) != []


def test_the_example_calls_the_workflow_as_it_is() -> None:
    """Each value that it gives is asked for, and what must be given is."""
    asked = read(WORKFLOW)[True]["workflow_call"]["inputs"]
    must = {name for name, one in asked.items() if one.get("required")}
    for job in read(CALLER)["jobs"].values():
        assert must <= job["with"].keys() <= asked.keys()
        assert job["uses"].split("/.github/")[0] == job["with"]["bindery"]
    (uses,) = [step for step in steps_of(WORKFLOW) if step.get("uses") == "./bindery"]
    assert uses["with"].keys() <= read(ACTION)["inputs"].keys()


def test_no_owner_is_invented() -> None:
    """Where bindery is, those who use it know: a placeholder is there."""
    for path in [path for path in EXAMPLE.rglob("*") if path.is_file()]:
        for address in re.findall(r"github\.com/([\w./-]+)", path.read_text(encoding="utf-8")):
            assert address == PLACEHOLDER


@pytest.mark.slow
def test_the_example_is_built_and_checked_without_a_finding(tmp_path: Path) -> None:
    """What people copy is right, to the last warning and remark."""
    book = tmp_path / "publication"
    shutil.copytree(EXAMPLE, book)
    checked = check_own(book)
    assert [*checked.findings] == []
    assert {path.suffix for path in (book / "build").iterdir()} >= {".pdf", ".epub", ".html"}


def as_github(folder: Path, **inputs: str) -> tuple[Finished, dict[str, str]]:
    """Run the action's second step in ``folder`` as GitHub does; return its outputs, too."""
    step = steps_of(ACTION)[1]
    given = {name: one.get("default", "") for name, one in read(ACTION)["inputs"].items()} | inputs
    values = {
        name: given[re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", value)[1]]  # type: ignore[index]
        for name, value in step["env"].items()
    }
    told = folder / "outputs"
    told.touch()
    action = {"GITHUB_ACTION_PATH": str(HOUSE), "GITHUB_OUTPUT": str(told)}
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    ended = run(shell, cwd=folder, env={**os.environ, **values, **action})
    pairs = (line.partition("=") for line in told.read_text(encoding="utf-8").splitlines())
    return ended, {name: value for name, _, value in pairs}


@pytest.mark.slow
def test_the_action_builds_the_example(tmp_path: Path) -> None:
    """In a workspace where the manuscript is a folder with a space in its name."""
    shutil.copytree(EXAMPLE, tmp_path / "the manuscript")
    ended, told = as_github(tmp_path, task="build", book="the manuscript")
    assert ended.status == 0, ended.stderr
    assert {path.suffix for path in Path(told["editions"]).iterdir()} >= {".pdf", ".epub", ".html"}
    assert told.keys() == read(ACTION)["outputs"].keys()
