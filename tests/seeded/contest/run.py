"""Every defect, put to every outside checker."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bindery.tools.elsewhere import Elsewhere
from tests.seeded.contest.checkers import CHECKERS, Checker, Heard
from tests.seeded.contest.outputs import Outputs, changed_in_copy, digest, kept, made, output
from tests.seeded.defect import AnyDefect, Defect, slug, sown
from tests.seeded.techniques.right.book import techniques_book

Progress = Callable[[str], None]

NOT_ASKED = "–"
NOTHING = "nothing"
STOPPED = "no edition"
NOT_YET = "not asked yet"

CLEAN: dict[str, Callable[[Path], Path]] = {
    "clean": partial(sown, None),
    "techniques": techniques_book,
}
"""How the clean books are written into a folder."""


@dataclass(frozen=True, slots=True)
class Row:
    """A defect, and what each outside checker found, by the checker's name."""

    defect: AnyDefect
    found: dict[str, str]


def run(
    defects: Iterable[AnyDefect],
    folder: Path,
    progress: Progress,
    *,
    ask: bool = True,
    checkers: Sequence[Checker] = CHECKERS,
) -> tuple[Row, ...]:
    """Make what each defect is in, ask the ``checkers``, and keep all of it in ``folder``.

    Unless they are to be asked, the checkers have said what they said in earlier runs.
    """
    defects = tuple(defects)
    if ask:
        with Elsewhere(preload="weasyprint") as beside:
            _make(defects, folder / "books", beside, progress)
    clean = {name: kept(folder / "books" / name) for name in CLEAN}
    outputs = [_outputs(defect, clean, folder / "books") for defect in defects]
    heard = Heard(folder / "heard")
    used = {defect.book for defect in defects}
    every = [*(clean[name] for name in used), *outputs]
    if ask:
        _ask(heard, [path for one in every for path in one.files.values()], checkers, progress)
    return tuple(
        Row(
            defect, {one.name: _verdict(one, heard, clean[defect.book], broken) for one in checkers}
        )
        for defect, broken in zip(defects, outputs, strict=True)
    )


def _ask(
    heard: Heard, every: Sequence[Path], checkers: Sequence[Checker], progress: Progress
) -> None:
    """Ask each checker of every file that it reads, all checkers side by side."""

    def ask(checker: Checker) -> None:
        read = [path for path in every if path.suffix.removeprefix(".") in checker.editions]
        heard.ask(checker, {digest(path): path for path in read}, progress)

    with ThreadPoolExecutor(len(checkers)) as side_by_side:
        asked = [side_by_side.submit(ask, checker) for checker in checkers]
        for one in asked:
            one.result()  # raises what the checker raised


def _make(
    defects: Sequence[AnyDefect], folder: Path, beside: Elsewhere, progress: Progress
) -> None:
    """Make the editions of the clean books, and of those that a defect is sown into."""
    for name in {defect.book for defect in defects}:
        made(CLEAN[name](folder / name), beside)
    for number, defect in enumerate(defects, 1):
        if isinstance(defect, Defect):
            progress(f"{number} of {len(defects)}: {defect.name}")
            made(sown(defect, folder / slug(defect)), beside)


def _outputs(defect: AnyDefect, clean: Mapping[str, Outputs], folder: Path) -> Outputs:
    book = folder / slug(defect)
    if isinstance(defect, Defect):
        return kept(book)
    if not (files := clean[defect.book].files):
        return Outputs({})
    file = output(book, defect.edition)
    return changed_in_copy(files[defect.edition], file, defect.changed_in)


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
