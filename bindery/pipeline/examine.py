"""Run every checker on every output it can judge, side by side."""

import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from bindery.checkers import CHECKERS
from bindery.document.model import Document
from bindery.manuscript.source import Manuscript
from bindery.pipeline.build import Progress
from bindery.pipeline.memory import Memory
from bindery.pipeline.unforeseen import unforeseen
from bindery.readback.read_back import read_back
from bindery.rules.editions.judge_editions import FINISHED_EDITIONS
from bindery.vocabulary.checker import Checker, Subject
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.evidence import Evidence, untested
from bindery.vocabulary.text import Text

_NO_ROOM = Text(
    nb="{checker} stoppet. En fil kunne ikke leses eller skrives: {reason}.",
    en="{checker} stopped. A file could not be read or written: {reason}.",
)
_MAKE_ROOM = Text(
    nb="Sjekk at disken har plass, og at build/ kan skrives.",
    en="Check that the disk has room, and that build/ can be written.",
)
_REPLACED = Text(
    nb="{name} ble endret under kontrollen. Resultatet er forkastet.",
    en="{name} was changed while it was checked. The result is discarded.",
)
_CHECK_AGAIN = Text(
    nb="Vent til filen er ferdig bygd, og kontroller på nytt.",
    en="Wait until the file has been built, and check again.",
)
_READS = Text(nb="{checker} leser {names}", en="{checker} reads {names}")

Shown = tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Examined:
    """The evidence of checkers, the errors of those that broke, and what they were given.

    ``digests`` has the SHA-256 of each file, by its name in the evidence.
    """

    evidence: Shown
    broken: tuple[PipelineError, ...]
    digests: Mapping[str, str]


def checkers_of(
    document: Document, manuscript: Manuscript, *, outside: bool = True
) -> tuple[Checker, ...]:
    """All checkers of editions of ``document``: read-back, our rules, ``outside`` checkers."""
    own = (read_back(document, manuscript), FINISHED_EDITIONS)
    return (*own, *CHECKERS) if outside else own


def examine(
    subjects: tuple[Subject, ...],
    checkers: tuple[Checker, ...],
    progress: Progress,
    memory: Memory | None = None,
) -> Examined:
    """The evidence of all ``checkers`` on ``subjects``, and the errors of those that broke.

    Those that compute here run one after another; beside them, the others are started in the order
    given. If one breaks, the others still run. Evidence that ``memory`` has of an unchanged subject
    is used again. A subject that is replaced meanwhile is *untested*.
    """
    try:
        for subject in subjects:
            subject.reports.mkdir(parents=True, exist_ok=True)
        digests = {subject: subject.digest() for subject in subjects}
    except OSError as error:
        raise _stopped("bindery", error) from error
    todo = [
        (checker, those)
        for checker in checkers
        if (those := tuple(one for one in subjects if checker.judged_of(one.edition)))
    ]
    examination = _Examination(progress, memory, digests)
    here = [pair for pair in todo if pair[0].computes_here]
    elsewhere = [[pair] for pair in todo if not pair[0].computes_here]
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as side_by_side:
        done = side_by_side.map(examination.shown_of_all, (here, *elsewhere))
        evidence = tuple(one for several in done for one in several)
    gone = [one.name for one in subjects if not examination.holds(one)]
    return Examined(
        tuple(_nothing_of(one) if one.subject in gone else one for one in evidence),
        (*examination.broken, *map(replaced, gone)),
        {subject.name: digest for subject, digest in digests.items()},
    )


def replaced(name: str) -> PipelineError:
    """The error for the file ``name``, which was replaced while it was checked."""
    return PipelineError(_REPLACED.filled(name=name), _CHECK_AGAIN)


def _nothing_of(one: Evidence) -> Evidence:
    return untested(checker=one.checker, subject=one.subject, standard=one.standard)


@dataclass(frozen=True, slots=True)
class _Examination:
    progress: Progress
    memory: Memory | None
    digests: Mapping[Subject, str]
    broken: list[PipelineError] = field(default_factory=list)

    def shown_of_all(self, pairs: Sequence[tuple[Checker, tuple[Subject, ...]]]) -> Shown:
        """The evidence of one checker after another."""
        return tuple(one for pair in pairs for one in self.shown(*pair))

    def shown(self, checker: Checker, subjects: tuple[Subject, ...]) -> Shown:
        """The evidence of ``subjects``: remembered where there is any, otherwise made now."""
        if self.memory is None:
            return self._seen(checker, subjects)
        recalled = {
            subject: self.memory.recall(checker, subject, self.digests[subject])
            for subject in subjects
        }
        others = tuple(subject for subject, before in recalled.items() if not before)
        seen = self._seen(checker, others) if others else ()
        for subject in others:
            recalled[subject] = tuple(one for one in seen if one.subject == subject.name)
            if self.holds(subject):
                self.memory.keep(checker, subject, self.digests[subject], recalled[subject])
        return tuple(one for several in recalled.values() for one in several)

    def holds(self, subject: Subject) -> bool:
        """Whether the file is unchanged since the examination began."""
        try:
            return subject.digest() == self.digests[subject]
        except OSError:
            return False

    def _seen(self, checker: Checker, subjects: tuple[Subject, ...]) -> Shown:
        nothing = tuple(
            untested(checker=checker.name, subject=subject.name, standard=standard)
            for subject in subjects
            for standard in checker.judged_of(subject.edition)
        )
        if checker.missing() is not None:
            return nothing
        names = ", ".join(subject.output.name for subject in subjects)
        self.progress(_READS.filled(checker=checker.name, names=names))
        try:
            return checker.check(subjects)
        except PipelineError as error:
            self.broken.append(error)
        except OSError as error:
            self.broken.append(_stopped(checker.name, error))
        except Exception as error:  # noqa: BLE001 - the other checkers go on
            book, reports = subjects[0].book, subjects[0].reports
            inside = book if reports.is_relative_to(book) else None
            self.broken.append(unforeseen(error, inside, checker.name))
        return nothing


def _stopped(checker: str, error: OSError) -> PipelineError:
    return PipelineError(_NO_ROOM.filled(checker=checker, reason=error.strerror), _MAKE_ROOM)
