"""Kill builds, checks and releases at many points; see that nothing is lost and nothing mixed.

A point is a step in which a command writes, renames or removes something in the book's folder: it
is killed right before that. The next build must then leave the new editions, whole.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.die_at import MARK
from bindery.checkers import CHECKERS
from bindery.pipeline import bundle, examine
from bindery.pipeline.bundle import SUMS, digests
from bindery.pipeline.own_folder import BUILD
from bindery.pipeline.past_releases import RELEASES, read_past
from bindery.pipeline.placing import RELEASE, UNFINISHED
from bindery.vocabulary.checker import Checker, Subject
from bindery.vocabulary.evidence import Evidence, judged
from bindery.vocabulary.text import Text, verbatim

TASKS = ("build", "check", "release")
HERE = Path(__file__).resolve().parents[1]

PATIENCE = 5.0
"""How many seconds the processes of a killed command may need to end."""

_OUTSIDE = frozenset(standard for checker in CHECKERS for standard in checker.standards)
_DRIVER = (
    "import sys; from pathlib import Path;"
    "from benchmarks.die_at import die_at; from benchmarks.kills import all_pass;"
    "from bindery.editions.pdf import layout; layout.LONG = 0;"
    "step, book, real = sys.argv[1:4]; del sys.argv[1:4]; real == 'True' or all_pass();"
    "die_at(int(step), Path(book)); from bindery.command import main; main()"
)
_REAL = 8
"""One point in so many is with the real checkers, which take a minute; the others with one that
passes everything at once: what is killed is not the checking, but the writing."""

_CHANGED = "\nEt avsnitt til.\n"
_POINT = Text(
    nb="{task} stoppet ved steg {step} av {steps}: {result}",
    en="{task} killed at step {step} of {steps}: {result}",
)
_SUM = Text(
    nb="{points} punkter, {bad} der noe gikk tapt, ble blandet eller levde videre.",
    en="{points} points, {bad} where something was lost, mixed or left alive.",
)


def all_pass() -> None:
    """Let every edition be passed by a checker that does not look."""

    def passed(subjects: tuple[Subject, ...]) -> tuple[Evidence, ...]:
        return tuple(
            judged(
                checker="none",
                version="1",
                subject=subject.name,
                standard=standard,
                examined=1,
                unit=verbatim("file"),
                findings=(),
            )
            for subject in subjects
            for standard in subject.edition.standards
            if standard in _OUTSIDE
        )

    unseeing = Checker("none", tuple(_OUTSIDE), lambda: None, passed)
    for module in (examine, bundle):
        vars(module)["CHECKERS"] = (unseeing,)


@dataclass(frozen=True, slots=True)
class Sets:
    """The digests of the editions before the killed command, and after one that is not killed."""

    old: dict[str, str]
    new: dict[str, str]

    def faults(self, book: Path) -> Iterator[str]:
        """What is wrong right after a kill: an edition that is neither, or a set of both."""
        found = editions(book)
        if set(found) != set(self.old):
            yield f"other files: {sorted(found)}"
            return
        differing = [name for name in found if self.old[name] != self.new[name]]
        sides = {"old" if found[name] == self.old[name] else "new" for name in differing}
        if any(found[name] not in (self.old[name], self.new[name]) for name in found):
            yield "an edition that is neither the old nor the new one"
        if len(sides) > 1 and not (book / UNFINISHED).is_dir():
            yield "old and new editions, and nothing says so"

    def faults_after(self, book: Path) -> Iterator[str]:
        """What is wrong after the next build."""
        if editions(book) != self.new:
            yield "not the new editions after the next build"
        left = [path for path in (book / BUILD).rglob("*") if _is_left(path)]
        if left:
            yield f"left behind: {[path.relative_to(book).as_posix() for path in left]}"
        if (book / RELEASE).is_dir() and not _is_whole(book / RELEASE):
            yield "a release that its list does not fit"
        if (book / RELEASES).is_file() and read_past(book)[1]:
            yield f"{RELEASES} cannot be read"


def editions(book: Path) -> dict[str, str]:
    """The digests of the editions in ``build/``, by name."""
    files = (path for path in (book / BUILD).iterdir() if path.is_file())
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in files}


def _is_left(path: Path) -> bool:
    return path.name in {"UNFINISHED", "next", "release.whole", "release.earlier"} or (
        path.name.startswith(".") and path.name.endswith(".new") and path.parent.name == BUILD
    )


def _is_whole(folder: Path) -> bool:
    lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    listed = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    found = digests(folder)
    return found.items() >= listed.items() and {*found} - {*listed} <= {
        path.name for path in folder.glob("*.zip")
    }


def kills(book: Path, points: int) -> Iterator[Text]:
    """Kill each task on a copy of ``book`` at its share of ``points``; tell each, then the sum."""
    bad = 0
    with TemporaryDirectory() as temporary:
        released, built = Path(temporary, "released"), Path(temporary, "built")
        shutil.copytree(book / "manuscript", released / "manuscript")
        _run("release", released, 0)
        _change(released / "manuscript")
        _run("build", _copied(released, built), 0)
        old, new = editions(released), editions(built)
        share = max(points // len(TASKS), 1)
        for task in TASKS:
            # A check and a release build first, which is killed as a build.
            prepared, sets = (
                (released, Sets(old, new)) if task == "build" else (built, Sets(new, new))
            )
            steps = _run(task, _copied(prepared, Path(temporary, "whole")), 0)
            for number in range(share):
                step = 1 + number * steps // share
                copy = _copied(prepared, Path(temporary, "copy"))
                _run(task, copy, step, real=not (number + 1) % _REAL)
                faults = [*sets.faults(copy), *_alive()]
                _run("build", copy, 0)
                faults += sets.faults_after(copy)
                bad += bool(faults)
                result = "; ".join(faults) or "ok"
                yield _POINT.filled(task=task, step=step, steps=steps, result=verbatim(result))
    yield _SUM.filled(points=points, bad=bad)


def _change(manuscript: Path) -> None:
    """Make another version of the manuscript, with another word in its last chapter."""
    chapter = sorted(manuscript.rglob("*.md"))[-1]
    chapter.write_text(chapter.read_text(encoding="utf-8") + _CHANGED, encoding="utf-8")
    settings = manuscript / "publication.toml"
    text = settings.read_text(encoding="utf-8").replace('version = "', 'version = "1', 1)
    settings.write_text(text, encoding="utf-8")


def _copied(folder: Path, into: Path) -> Path:
    shutil.rmtree(into, ignore_errors=True)
    return Path(shutil.copytree(folder, into))


def _run(task: str, book: Path, step: int, *, real: bool = False) -> int:
    """Run ``task`` on ``book`` until its ``step``; return how many it takes if that is 0."""
    driver = [sys.executable, "-c", _DRIVER, str(step), str(book), str(real)]
    environment = os.environ | {"PYTHONPATH": str(HERE), MARK: str(os.getpid())}
    ended = subprocess.run(  # noqa: S603 - Python itself, and our own code
        [*driver, task, "--book", str(book)],
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )
    counted = [line.split()[1] for line in ended.stderr.splitlines() if line.startswith(MARK)]
    return int(counted[-1]) if counted else 0


def _alive() -> Iterator[str]:
    """Report processes of the killed command that do not end."""
    wanted = f"{MARK}={os.getpid()}".encode()
    end = time.monotonic() + PATIENCE
    while (found := _marked(wanted)) and time.monotonic() < end:
        time.sleep(0.1)
    if found:
        yield f"still alive: {', '.join(found)}"


def _marked(wanted: bytes) -> list[str]:
    """The command lines of processes that have ``wanted`` in their environment."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if wanted in (process / "environ").read_bytes().split(b"\0"):
                command = (process / "cmdline").read_bytes().replace(b"\0", b" ")
                found.append(command.decode(errors="replace")[:60])
        except OSError:
            # It has ended, or is somebody else's.
            continue
    return [command for command in found if command]
