"""What the browser is to show now. Other threads change it, and those that wait are told."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from threading import Lock
from typing import Any

from bindery.locales import Word
from bindery.pipeline.watch.blocks import Block, Places
from bindery.pipeline.watch.browser_files import File
from bindery.pipeline.watch.page_pictures import Pages
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.findings import Finding

_Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Difference:
    """How the findings differ from those of the reading before: how many have come and gone."""

    new: frozenset[int] = frozenset()
    gone: int = 0


@dataclass(frozen=True, slots=True)
class State:
    """The last good reading, and what is wrong with it or with a later one.

    ``number`` counts readings that could be shown, ``version`` every change here. ``moment`` is
    when the reading was made. ``change`` is the block that was edited. ``stopped`` and ``trouble``
    say why a later reading cannot be shown. ``by_pages`` are findings that the PDF's maker has,
    the rest are ``by_rules``; ``judged`` is the reading that these are of, and ``before`` is what
    was found in the one before.
    """

    version: int = 0
    number: int = 0
    title: str = ""
    language: str = ""
    moment: datetime | None = None
    titles: Mapping[str, Word] = field(default_factory=dict)
    files: Mapping[str, File] = field(default_factory=dict)
    places: Places = field(default_factory=Places)
    change: Block | None = None
    pages: Pages | None = None
    by_rules: tuple[Finding, ...] = ()
    by_pages: tuple[Finding, ...] = ()
    judged: int = 0
    judged_at: datetime | None = None
    before: tuple[Finding, ...] | None = None
    trouble: tuple[Finding, ...] = ()
    stopped: PipelineError | None = None
    summary: File | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is found now, in reading order; of a reading that cannot be shown, why not."""
        if self.trouble:
            return self.trouble
        return tuple(sorted(dict.fromkeys((*self.by_rules, *self.by_pages)), key=_order))

    @property
    def is_behind(self) -> bool:
        """Whether what is shown is older than what was saved."""
        return bool(self.trouble or self.stopped)

    def difference(self) -> Difference:
        """What is new in ``findings`` since the reading before. A moved line is no news."""
        if self.before is None or self.is_behind:
            return Difference()
        return difference(self.before, self.findings)


def _order(finding: Finding) -> tuple[bool, tuple[str, int, int, str]]:
    return finding.location.path.startswith("build/"), finding.order


def _key(finding: Finding) -> _Key:
    return finding.rule, finding.severity, finding.location.path, finding.message.en


def difference(before: Sequence[Finding], now: Sequence[Finding]) -> Difference:
    """What is ``now`` and was not ``before``, by its index, and how many are gone."""
    known = Counter(map(_key, before))
    new = set()
    for index, finding in enumerate(now):
        if known[_key(finding)]:
            known[_key(finding)] -= 1
        else:
            new.add(index)
    return Difference(frozenset(new), known.total())


class Board:
    """The present ``State``, for all threads."""

    def __init__(self) -> None:
        self._state = State()
        self._lock = Lock()
        self._listeners: list[Callable[[], object]] = []

    @property
    def state(self) -> State:
        """The state now."""
        return self._state

    def change(self, **changes: Any) -> State:
        """Set these fields, and call those that listen."""
        with self._lock:
            self._state = replace(self._state, **changes, version=self._state.version + 1)
            listeners = tuple(self._listeners)
        for listener in listeners:
            listener()
        return self._state

    @contextmanager
    def told(self, listener: Callable[[], object]) -> Iterator[None]:
        """Call ``listener`` after each change, in the thread that has made it."""
        with self._lock:
            self._listeners.append(listener)
        try:
            yield
        finally:
            with self._lock:
                self._listeners.remove(listener)
