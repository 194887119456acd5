"""Remembered evidence of outputs, so that an unchanged one is not checked twice.

It is kept with the reports: if ``build/reports/`` is deleted, everything is checked again.
"""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from pydantic import TypeAdapter

from bindery.pipeline.freshness import code_digest
from bindery.pipeline.kept_files import PAGES, KeptFiles
from bindery.tools.inventory import INVENTORY, Need
from bindery.tools.writing import write_whole
from bindery.vocabulary.checker import Checker, Subject
from bindery.vocabulary.evidence import Evidence, Outcome

NOTE = "build/reports/remembered.json"

_SHOWN = TypeAdapter(dict[str, tuple[Evidence, ...]])


class Memory:
    """Evidence by what it depends on: the output's bytes, bindery's code, the checkers' versions.

    The evidence of a checker that also reads the manuscript depends on that as well, by the book's
    ``fingerprint``. *Untested* is not remembered. With ``afresh`` nothing is recalled, but new
    evidence is kept. ``pages`` has what a browser has seen of each page of an output.
    """

    def __init__(self, book: Path, fingerprint: str, *, afresh: bool = False) -> None:
        self._note = book / NOTE
        self._code = f"{code_digest()} {_versions()}"
        self._book = fingerprint
        self._before = {} if afresh else _read(self._note)
        self._kept: dict[str, tuple[Evidence, ...]] = {}
        self.pages = KeptFiles(book, afresh=afresh, folder=PAGES)

    def recall(self, checker: Checker, subject: Subject, digest: str) -> tuple[Evidence, ...]:
        """The dated evidence of ``checker`` on ``subject`` with this ``digest``, if any."""
        key = self._key(checker, subject, digest)
        shown = self._before.get(key, ())
        if shown:
            self._kept[key] = shown
        return shown

    def keep(
        self, checker: Checker, subject: Subject, digest: str, shown: Iterable[Evidence]
    ) -> None:
        """Remember the evidence of ``checker`` on ``subject`` with this ``digest``."""
        now = datetime.now(UTC)
        dated = tuple(one.seen(now) for one in shown)
        if dated and all(one.outcome is not Outcome.UNTESTED for one in dated):
            self._kept[self._key(checker, subject, digest)] = dated

    def save(self) -> None:
        """Write what was recalled and what was kept; the rest concerns outputs that are gone."""
        write_whole(self._note, _SHOWN.dump_json(self._kept).decode())
        self.pages.save()

    def _key(self, checker: Checker, subject: Subject, digest: str) -> str:
        rests_on = (
            self._code,
            self._book if checker.of_book else "",
            checker.name,
            *checker.judged_of(subject.edition),
            subject.edition.name,
            subject.name,
            digest,
        )
        return sha256("\0".join(rests_on).encode()).hexdigest()


def _read(note: Path) -> dict[str, tuple[Evidence, ...]]:
    try:
        return _SHOWN.validate_json(note.read_bytes())
    except (OSError, ValueError):
        # No note, or one of another version: nothing is remembered.
        return {}


def _versions() -> str:
    """The version of every installed checker: a new version has to check again."""
    tools = [tool for tool in INVENTORY if tool.need is Need.CHECK]
    with ThreadPoolExecutor() as side_by_side:
        versions = side_by_side.map(lambda tool: tool.version(), tools)
        return " ".join(
            f"{tool.name}={version}" for tool, version in zip(tools, versions, strict=True)
        )
