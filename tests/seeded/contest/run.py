"""Every defect, put to every outside checker."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from bindery.tools.elsewhere import Elsewhere
from tests.seeded.contest.checkers import CHECKERS, Checker, Heard
from tests.seeded.contest.outputs import Outputs, changed_in_copy, digest, kept, made, output
from tests.seeded.defect import AnyDefect, Defect, slug, sown

Progress = Callable[[str], None]

NOT_ASKED = "–"
NOTHING = "nothing"
STOPPED = "no edition"
NOT_YET = "not asked yet"


@dataclass(frozen=True, slots=True)
class Row:
    """A defect, and what each outside checker found, by the checker's name."""

    defect: AnyDefect
    found: dict[str, str]


def run(
    defects: Iterable[AnyDefect], folder: Path, progress: Progress, *, ask: bool = True
) -> tuple[Row, ...]:
    """Make what each defect is in, ask every checker, and keep all of it in ``folder``.

    Unless they are to be asked, the checkers have said what they said in earlier runs.
    """
    defects = tuple(defects)
    if ask:
        with Elsewhere(preload="weasyprint") as beside:
            _make(defects, folder / "books", beside, progress)
    clean = kept(folder / "books" / "clean")
    outputs = [_outputs(defect, clean, folder / "books") for defect in defects]
    heard = Heard(folder / "heard")
    every = [path for one in (clean, *outputs) for path in one.files.values()]
    if ask:
        _ask(heard, every, progress)
    return tuple(
        Row(defect, {one.name: _verdict(one, heard, clean, broken) for one in CHECKERS})
        for defect, broken in zip(defects, outputs, strict=True)
    )


def _ask(heard: Heard, every: Sequence[Path], progress: Progress) -> None:
    """Ask each checker of every file that it reads, all checkers side by side."""

    def ask(checker: Checker) -> None:
        read = [path for path in every if path.suffix.removeprefix(".") in checker.editions]
        heard.ask(checker, {digest(path): path for path in read}, progress)

    with ThreadPoolExecutor(len(CHECKERS)) as side_by_side:
        asked = [side_by_side.submit(ask, checker) for checker in CHECKERS]
        for one in asked:
            one.result()  # raises what the checker raised


def _make(
    defects: Sequence[AnyDefect], folder: Path, beside: Elsewhere, progress: Progress
) -> None:
    """Make the editions of the clean book, and of those that a defect is sown into."""
    made(sown(None, folder / "clean"), beside)
    for number, defect in enumerate(defects, 1):
        if isinstance(defect, Defect):
            progress(f"{number} of {len(defects)}: {defect.name}")
            made(sown(defect, folder / slug(defect)), beside)


def _outputs(defect: AnyDefect, clean: Outputs, folder: Path) -> Outputs:
    book = folder / slug(defect)
    if isinstance(defect, Defect):
        return kept(book)
    if not clean.files:
        return Outputs({})
    file = output(book, defect.edition)
    return changed_in_copy(clean.files[defect.edition], file, defect.changed_in)


def _verdict(checker: Checker, heard: Heard, clean: Outputs, broken: Outputs) -> str:
    """The rules by which ``checker`` saw a defect: those that it breaks more often than before."""
    if broken.why:
        return STOPPED
    if not broken.files:
        return NOT_YET
    mine = [edition for edition in broken.files if edition in checker.editions]
    if not mine:
        return NOT_ASKED
    new = []
    for edition in mine:
        before = heard.said(checker, digest(clean.files[edition]))
        after = heard.said(checker, digest(broken.files[edition]))
        if before is None or after is None:
            return NOT_YET
        new += [*(after - before)]
    rules = sorted({said.partition(": ")[0] for said in new})
    return ", ".join(rules) or NOTHING
