"""Whether ``build/`` is up to date with the manuscript, the templates and the code.

Nothing slow is imported here: an unchanged book must be recognised at once.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any

from bindery.manuscript.files import contents, files_below
from bindery.tools.installation import CODE, libraries, templates_folder
from bindery.vocabulary.editions import Output, edition_named
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text

_NOTE = "build/work/built.json"


def fingerprint(book: Path) -> str:
    """A digest of everything an edition of ``book`` is made from."""
    digest = sha256(os.environ.get("SOURCE_DATE_EPOCH", "").encode())
    digest.update(sha256(libraries("build")).digest())
    for path in _ingredients(book):
        digest.update(b"\0%b\0" % os.fsencode(path))
        digest.update(sha256(contents(path)).digest())
    return digest.hexdigest()


def code_digest() -> str:
    """A digest of bindery's code and of the libraries it is locked to."""
    digest = sha256(libraries("build", "check", "dev"))
    for path in _files(CODE):
        digest.update(sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def remember(
    book: Path, print_of_book: str, outputs: tuple[Output, ...], findings: tuple[Finding, ...]
) -> None:
    """Record the outputs and findings of a build, and the fingerprint of its sources.

    Outputs of an earlier build that this one did not make are removed.
    """
    note = book / _NOTE
    note.parent.mkdir(parents=True, exist_ok=True)
    for path in _left_over(book, outputs):
        path.unlink(missing_ok=True)
    kept = [
        {
            **asdict(output),
            "edition": output.edition.name,
            "path": output.path.relative_to(book).as_posix(),
            "sha256": sha256(output.path.read_bytes()).hexdigest(),
        }
        for output in outputs
    ]
    told = [asdict(finding) for finding in findings]
    noted = {"fingerprint": print_of_book, "outputs": kept, "findings": told}
    note.write_text(json.dumps(noted), encoding="utf-8")


def _left_over(book: Path, outputs: tuple[Output, ...]) -> Iterator[Path]:
    """Unchanged outputs of the last build that no edition writes now, as after a new slug."""
    made = {output.path for output in outputs}
    try:
        note = json.loads((book / _NOTE).read_text(encoding="utf-8"))
        for kept in note["outputs"]:
            path = book / kept["path"]
            if path not in made and sha256(path.read_bytes()).hexdigest() == kept["sha256"]:
                yield path
    except (OSError, ValueError, KeyError, TypeError):
        # No note, or one that cannot be read: nothing is known to be left over.
        return


def still_fresh(
    book: Path, print_of_book: str
) -> tuple[tuple[Output, ...], tuple[Finding, ...]] | None:
    """The outputs and findings of the last build, if its sources and outputs are unchanged."""
    try:
        note = json.loads((book / _NOTE).read_text(encoding="utf-8"))
        if note["fingerprint"] != print_of_book:
            return None
        outputs = tuple(_output(book, kept) for kept in note["outputs"])
        return outputs, tuple(map(_finding, note["findings"]))
    except (OSError, ValueError, KeyError, TypeError, _TouchedError):
        # No note, or one of another version: build again.
        return None


class _TouchedError(Exception):
    """An output has changed since the build."""


def _output(book: Path, kept: dict[str, object]) -> Output:
    path = book / str(kept.pop("path"))
    if sha256(path.read_bytes()).hexdigest() != kept.pop("sha256"):
        raise _TouchedError
    unit = Text(**kept.pop("unit"))  # type: ignore[arg-type]
    edition = edition_named(str(kept.pop("edition")))
    return Output(edition=edition, path=path, unit=unit, **kept)  # type: ignore[arg-type]


def _finding(kept: dict[str, Any]) -> Finding:
    return Finding(
        rule=kept["rule"],
        severity=Severity(kept["severity"]),
        location=Location(**kept["location"]),
        message=Text(**kept["message"]),
        hint=Text(**kept["hint"]),
    )


def _ingredients(book: Path) -> Iterator[Path]:
    folders = (book / "manuscript", book / "templates", templates_folder(), CODE)
    paths = (path for folder in folders for path in _files(folder.resolve()))
    # Each once: bindery's own book has the default templates, and a wheel has them in the code.
    return iter(dict.fromkeys(paths))


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in files_below(folder) if "__pycache__" not in path.parts)
