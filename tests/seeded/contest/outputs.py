"""The editions of the clean book and of each broken one, made once and kept."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from bindery.editions import MAKERS
from bindery.editions.making import Made, Workshop
from bindery.manuscript.load import load
from bindery.manuscript.templates import templates_of
from bindery.pipeline.book_folder import BookFolder
from bindery.pipeline.build import moment_of
from bindery.pipeline.freshness import fingerprint
from bindery.tools.elsewhere import Elsewhere
from bindery.vocabulary.errors import PipelineError

ASKED = ("pdf", "epub", "html")
"""The editions that outside checkers read."""

_SIZES = re.compile(rb"\d+ k?B|sha256-[^']+")
"""What a summary says of the other editions' sizes, which a checker does not look at."""


@dataclass(frozen=True, slots=True)
class Outputs:
    """The finished files by edition, or in a sentence ``why`` there are none.

    With neither, they have not been made yet.
    """

    files: Mapping[str, Path]
    why: str = ""


def made(book: Path, beside: Elsewhere) -> Outputs:
    """The editions of ``book``, as a build makes them; those that stand there already, if fresh."""
    note = book / "made.json"
    current = fingerprint(book)
    if not note.is_file() or json.loads(note.read_text())["fingerprint"] != current:
        note.write_text(json.dumps({"fingerprint": current, "why": _make(book, beside)}))
    return kept(book)


def kept(book: Path) -> Outputs:
    """What was made of ``book`` in an earlier run, if anything was."""
    note = book / "made.json"
    if not note.is_file():
        return Outputs({})
    why = json.loads(note.read_text())["why"]
    return Outputs({} if why else {name: output(book, name) for name in ASKED}, why)


def output(book: Path, edition: str) -> Path:
    """Where the file of ``edition`` stands."""
    return book / "build" / f"havna.{edition}"


def _make(book: Path, beside: Elsewhere) -> str:
    loaded = load(book)
    if loaded.publication is None:
        return loaded.findings[0].rule
    try:
        # A draft would tell that it is one, and claim no standard that veraPDF could judge it by.
        document = replace(BookFolder(book).document, draft=False)
        moment = moment_of(loaded.publication)
        workshop = Workshop(templates_of(loaded.publication), book / "build/work", moment, beside)
        editions: dict[str, Made] = {}
        for maker in MAKERS:
            if maker.edition.name in ASKED:
                editions[maker.edition.name] = maker.make(document, workshop, editions)
    except PipelineError as error:
        return error.what.en
    for name, one in editions.items():
        path = output(book, name)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(one.content)
    return ""


def digest(path: Path) -> str:
    """What tells one output from another, by all that a checker looks at."""
    content = path.read_bytes()
    return sha256(_SIZES.sub(b"", content) if path.suffix == ".html" else content).hexdigest()


def changed_in_copy(clean: Path, broken: Path, change: Callable[[bytes], bytes]) -> Outputs:
    """A finished edition with a defect sown into it."""
    broken.parent.mkdir(parents=True, exist_ok=True)
    content = change(clean.read_bytes())
    if not broken.is_file() or broken.read_bytes() != content:
        broken.write_bytes(content)
    return Outputs({clean.suffix.removeprefix("."): broken})
