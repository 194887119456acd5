"""Every defect, put to every outside checker."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from bindery.tools.elsewhere import Elsewhere
from tests.seeded.contest.checkers import CHECKERS, Checker, Heard
from tests.seeded.contest.outputs import Outputs, changed_in_copy, digest, made, output
from tests.seeded.defect import AnyDefect, Defect, EditionDefect, PdfDefect, slug, sown

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
    with Elsewhere(preload="weasyprint") as beside:
        clean = _clean(folder, beside)
        outputs = []
        for number, defect in enumerate(defects, 1):
            progress(f"{number} of {len(defects)}: {defect.name}")
            outputs.append(_outputs(defect, clean, folder / "books", beside))
    heard = Heard(folder / "heard")
    every = [path for one in (clean, *outputs) for path in one.files.values()]
    for checker in CHECKERS if ask else ():
        read = [path for path in every if path.suffix.removeprefix(".") in checker.editions]
        heard.ask(checker, {digest(path): path for path in read}, progress)
    return tuple(
        Row(defect, {one.name: _verdict(one, heard, clean, broken) for one in CHECKERS})
        for defect, broken in zip(defects, outputs, strict=True)
    )


def _clean(folder: Path, beside: Elsewhere) -> Outputs:
    return made(sown(None, folder / "books" / "clean"), beside)


def _outputs(defect: AnyDefect, clean: Outputs, folder: Path, beside: Elsewhere) -> Outputs:
    book = folder / slug(defect)
    match defect:
        case Defect():
            return made(sown(defect, book), beside)
        case EditionDefect():
            return changed_in_copy(
                clean.files[defect.edition], output(book, defect.edition), defect.changed_in
            )
        case PdfDefect():
            return changed_in_copy(clean.files["pdf"], output(book, "pdf"), defect.changed_in)


def _verdict(checker: Checker, heard: Heard, clean: Outputs, broken: Outputs) -> str:
    """The rules by which ``checker`` saw a defect: those that it breaks more often than before."""
    if broken.why:
        return STOPPED
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
