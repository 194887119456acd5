"""The forty wrong Techniques as a part of the page: in our PDFs, and in the Association's own."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pikepdf

from bindery.checkers.outloud import NAME as OUTLOUD_NAME
from bindery.checkers.outloud import OUTLOUD
from tests.seeded.contest.checkers import CHECKERS, Checker, Heard, asked_of
from tests.seeded.contest.outputs import digest
from tests.seeded.contest.run import NOT_YET, NOTHING, Row
from tests.seeded.techniques.wrong import FORTY

VERAPDF = CHECKERS[0]
ASKED = (VERAPDF, Checker(OUTLOUD_NAME, ("pdf",), asked_of(OUTLOUD), at_a_time=20))
HEADING = "\n## The forty wrong Techniques\n\n"
INTRODUCTION = """\
The PDF Association's
[Techniques for Accessible PDF](https://github.com/pdf-association/techniques-for-accessible-pdf)
are small PDFs, of which forty are wrong. Each mistake is sown into a PDF of ours. Tests hold our
column: the read-back or a rule for finished editions finds the mistake, and nothing else is
reported. The right ones stand beside them in `tests/seeded/techniques`. “In theirs” is what a
checker reports of the Association's own file by PDF/UA-1, in a copy that claims that standard, as
few of them do. `invoke seeded --originals FOLDER` asks of those.

"""
_OF_UA = re.compile(r"verapdf-ua1-|outloud-")
_LINE = re.compile(r"^\| (?P<technique>[GHL]\d?_F\d\d): ")
Found = Mapping[str, Mapping[str, str]]
"""What each checker reports of the Association's file, by Technique."""


def of_originals(folder: Path, kept: Path, progress: Callable[[str], None]) -> Found:
    """Ask of the Association's own files, which are anywhere below ``folder``."""
    files = {
        name: _claiming(next(folder.rglob(f"*-{name}.pdf")), kept / "originals" / f"{name}.pdf")
        for name in FORTY
    }
    heard = Heard(kept)
    for checker in ASKED:
        heard.ask(checker, {digest(path): path for path in files.values()}, progress)
    return {
        name: {checker.name: _rules(heard, checker, path) for checker in ASKED}
        for name, path in files.items()
    }


def _rules(heard: Heard, checker: Checker, path: Path) -> str:
    said = heard.said(checker, digest(path)) or Counter()
    rules = {one.partition(": ")[0] for one in said}
    return ", ".join(sorted(filter(_OF_UA.match, rules))) or NOTHING


def _claiming(file: Path, copy: Path) -> Path:
    """A copy of ``file`` that claims PDF/UA-1: veraPDF judges no other by it."""
    copy.parent.mkdir(parents=True, exist_ok=True)
    with pikepdf.open(file) as pdf:
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["pdfuaid:part"] = "1"
        pdf.save(copy, deterministic_id=True)
    return copy


def told_of_originals(page: str) -> Found:
    """What the page says of the Association's files already."""
    return {name: dict(zip(_names(), cells[-2:], strict=True)) for name, cells in _told(page)}


def told_of_ours(page: str) -> Found:
    """What the page says of the Techniques in our PDFs already."""
    return {name: dict(zip(_names(), cells[-4:-2], strict=True)) for name, cells in _told(page)}


def _told(page: str) -> Iterator[tuple[str, list[str]]]:
    for line in page.splitlines():
        if found := _LINE.match(line):
            yield found["technique"], [cell.strip() for cell in line.strip("|").split("|")]


def _names() -> list[str]:
    return [checker.name for checker in ASKED]


def told_as(technique: str) -> str:
    """What the page calls a wrong Technique."""
    return f"{technique}: {FORTY[technique].name.removeprefix(technique).strip()}"


def part(ours: Iterable[Row], originals: Found) -> str:
    """The part of the page."""
    found = {row.defect.name: row.found for row in ours}
    rows = [
        (
            technique,
            *(found[defect.name][name] for name in _names()),
            *(originals.get(technique, {}).get(name, NOT_YET) for name in _names()),
        )
        for technique, defect in sorted(FORTY.items())
    ]
    return "".join([HEADING, INTRODUCTION, *_table(rows), "\n", _in_all(rows)])


def _table(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    names = _names()
    theirs = [f"{name} in theirs" for name in names]
    yield f"| Technique | bindery | {' | '.join([*names, *theirs])} |\n"
    yield f"|{' --- |' * (2 + 2 * len(names))}\n"
    for technique, *verdicts in rows:
        defect = FORTY[technique]
        rules = " ".join(f"`{rule}`" for rule in (defect.rule, *defect.also))
        yield f"| {told_as(technique)} | {rules} | {' | '.join(verdicts)} |\n"


def _in_all(rows: Sequence[tuple[str, ...]]) -> str:
    columns = zip(*(verdicts for _, *verdicts in rows), strict=True)
    seen = [sum(one not in (NOTHING, NOT_YET) for one in column) for column in columns]
    names = _names()
    ours = ", ".join(f"{name} {count}" for name, count in zip(names, seen, strict=False))
    theirs = ", ".join(f"{name} {count}" for name, count in zip(names, seen[2:], strict=True))
    return (
        f"Of {len(rows)} in our PDFs bindery finds {len(rows)}, {ours}; of the Association's own "
        f"files {theirs}.\n"
    )
