"""The note in ``build/work/`` of what the last build left, and what has become of it since.

It may come with a book from somebody else, so nothing it says is taken for granted: its files are
editions directly in ``build/``. Nothing slow is imported here.
"""

import json
import stat
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from bindery.pipeline.own_folder import BUILD, WORK
from bindery.vocabulary.editions import Output, edition_named
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text

NOTE_NAME = "built.json"
NOTE = f"{WORK}/{NOTE_NAME}"


@dataclass(frozen=True)
class LastBuild:
    """A build's outputs and findings, the digest of each output, and that of its sources.

    ``fingerprint`` is empty if the sources were written while it was made.
    """

    fingerprint: str
    outputs: tuple[Output, ...]
    digests: Mapping[Path, str]
    findings: tuple[Finding, ...]

    @cached_property
    def _found(self) -> Mapping[Path, str]:
        """The digest that each output has now. An unchanged book is read once, not twice."""
        return {output.path: digest_of(output.path) for output in self.outputs}

    def touched(self) -> frozenset[Path]:
        """The outputs that are there and are not as they were built."""
        return frozenset(
            path for path, digest in self._found.items() if digest not in ("", self.digests[path])
        )

    def is_whole(self) -> bool:
        """Whether all the outputs are there."""
        return bool(self._found) and all(self._found.values())

    def in_the_way(self, paths: Collection[Path]) -> frozenset[Path]:
        """Those of ``paths`` where there is a file that the build did not leave like that."""
        return frozenset(
            path for path in paths if digest_of(path) not in ("", self.digests.get(path))
        )

    def as_they_are(self) -> tuple[Output, ...]:
        """The outputs, with the sizes they have now."""
        return tuple(replace(each, size=each.path.stat().st_size) for each in self.outputs)


def digest_of(path: Path) -> str:
    """The SHA-256 of the file at ``path``; empty if there is none, or it is a link."""
    try:
        return sha256(path.read_bytes()).hexdigest() if is_plain_file(path) else ""
    except OSError:
        return ""


def is_plain_file(path: Path) -> bool:
    """Whether ``path`` is a file, and not a link, a folder, or a pipe that nobody writes to."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except (OSError, ValueError):
        return False


def written(
    fingerprint: str,
    outputs: tuple[Output, ...],
    digests: Mapping[Path, str],
    findings: tuple[Finding, ...],
) -> bytes:
    """The note of a build, for the next one to read."""
    kept = [
        {
            **asdict(output),
            "edition": output.edition.name,
            "path": f"{BUILD}/{output.path.name}",
            "sha256": digests[output.path],
        }
        for output in outputs
    ]
    told = [asdict(finding) for finding in findings]
    return json.dumps({"fingerprint": fingerprint, "outputs": kept, "findings": told}).encode()


def last_build(book: Path, note: str = NOTE) -> LastBuild | None:
    """What the last build of ``book`` left, or ``None`` if no note says so."""
    try:
        if not is_plain_file(book / note):
            return None
        said = json.loads((book / note).read_text(encoding="utf-8"))
        kept = [*_outputs(book, said["outputs"])]
        return LastBuild(
            _a(str, said["fingerprint"]),
            tuple(output for output, _ in kept),
            {output.path: digest for output, digest in kept},
            tuple(map(_finding, said["findings"])),
        )
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        # No note, one that is damaged, or one of another version: build again.
        return None


def _outputs(book: Path, kept: Any) -> Iterator[tuple[Output, str]]:
    for one in kept:
        edition = edition_named(_a(str, one["edition"]))
        folder, _, name = _a(str, one["path"]).rpartition("/")
        if folder != BUILD or not name.endswith(edition.suffix):
            raise ValueError(name)
        count, size, seconds = (
            _a(int, one["count"]),
            _a(int, one["size"]),
            _a(float, one["seconds"]),
        )
        path = book / BUILD / name
        yield (
            Output(edition, path, size, count, _text(one["unit"]), seconds),
            _a(str, one["sha256"]),
        )


def _finding(kept: Any) -> Finding:
    where = kept["location"]
    line, column = (where[name] and _a(int, where[name]) for name in ("line", "column"))
    return Finding(
        rule=_a(str, kept["rule"]),
        severity=Severity(kept["severity"]),
        location=Location(_a(str, where["path"]), line, column),
        message=_text(kept["message"]),
        hint=_text(kept["hint"]),
    )


def _text(kept: Any) -> Text:
    return Text(nb=_a(str, kept["nb"]), en=_a(str, kept["en"]))


def _a(kind: type[Any], value: Any) -> Any:
    """``value``, if it is of that ``kind``."""
    if not isinstance(value, kind):
        raise TypeError(value)
    return value
