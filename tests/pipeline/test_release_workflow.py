"""The workflow that hands out a tagged release: what it runs, and what it may not.

GitHub cannot be run here; these read the workflow as GitHub would.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOW = (ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8")
FIRST_LINE = "python3 bootstrap.py build"
WHEEL_LINE = ".venv/bin/python -m hatchling build -t wheel -d build/wheel"
RELEASE_LINE = 'python3 bootstrap.py --everything release --tag "$GITHUB_REF_NAME"'


def faults(text: str) -> Iterator[str]:
    """What would let something go out that was not proven, or let a stranger run something."""
    workflow: dict[Any, Any] = yaml.safe_load(text)
    jobs = workflow["jobs"]
    # YAML 1.1 reads the word "on" as true.
    if workflow[True] != {"push": {"tags": ["v*"]}}:
        yield "runs on something else than a tag"
    commands = [step["run"] for step in jobs["bundle"]["steps"] if "run" in step]
    made = commands[-3:-1] == [FIRST_LINE, RELEASE_LINE] and commands[-1].startswith(WHEEL_LINE)
    if not made or "wheel/*" not in str(jobs["publish"]):
        yield "does not build and release, or does not make and attach the wheel"
    if jobs["bundle"].get("continue-on-error") or "always()" in str(jobs["publish"]):
        yield "goes on after a refusal"
    if jobs["publish"]["needs"] != "bundle":
        yield "does not wait for the checks"
    if workflow["permissions"] != {"contents": "read"} or "permissions" in jobs["bundle"]:
        yield "what builds may write"
    if jobs["publish"]["permissions"] != {"contents": "write"}:
        yield "what publishes may do more than that"
    for job in jobs.values():
        for step in job["steps"]:
            if "${{" in step.get("run", ""):
                yield "a name is put into a command"
            if "uses" in step and not re.fullmatch(r"actions/[a-z-]+@v\d+", step["uses"]):
                yield "an action of somebody else, or of no version"
    publishing = jobs["publish"]["steps"][-1]["run"]
    if not publishing.startswith("gh release create ") or "--clobber" in publishing:
        yield "does not publish once"
    if "sha256sum --check --strict SHA256SUMS" not in str(jobs["publish"]["steps"]):
        yield "hands out what it has not compared"


def test_the_workflow_hands_out_what_was_proven() -> None:
    """On a tag: the first line, the release under that tag, and then its files are attached."""
    assert list(faults(WORKFLOW)) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('- "v*"', '- "*"'),
        (' --tag "$GITHUB_REF_NAME"\n', "\n"),
        ("--everything release", "--everything check"),
        ("    needs: bundle\n", "    needs: []\n"),
        ("    needs: bundle\n", "    needs: bundle\n    if: always()\n"),
        ("permissions:\n  contents: read", "permissions:\n  contents: write"),
        ("      contents: write", "      contents: write\n      packages: write"),
        ('create "$GITHUB_REF_NAME"', 'create "${{ github.ref_name }}"'),
        ("actions/checkout@v6", "somebody/checkout@main"),
        ("gh release create", "gh release upload --clobber"),
        ("sha256sum --check --strict SHA256SUMS", "ls"),
        ("hatchling build -t wheel", "hatchling build -t sdist"),
        (" wheel/*", ""),
    ],
)
def test_each_fault_of_a_workflow_is_seen(right: str, wrong: str) -> None:
    """A broken twin is told from the right one."""
    assert right in WORKFLOW
    assert len(list(faults(WORKFLOW.replace(right, wrong, 1)))) == 1


def test_every_line_is_the_readmes_or_documented() -> None:
    """What the machine runs is what a person is told to run."""
    assert FIRST_LINE in (ROOT / "README.md").read_text(encoding="utf-8")
    documented = (ROOT / "docs/release.md").read_text(encoding="utf-8")
    assert RELEASE_LINE.partition(" --tag")[0] in documented
