"""What each outside checker says of an output, as counts that can be compared."""

import json
import re
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote, urlsplit

from bindery.checkers import axe, nu
from bindery.checkers.ace import ACE
from bindery.checkers.browser_pages import WIDE, unpacked
from bindery.checkers.epubcheck import EPUBCHECK
from bindery.checkers.known import verdict
from bindery.checkers.verapdf import VERAPDF
from bindery.tools import locate
from bindery.tools.browser import View, answers
from bindery.vocabulary.checker import Checker as OutsideChecker
from bindery.vocabulary.checker import Subject
from bindery.vocabulary.editions import EPUB_TYPE, edition_named
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.findings import Severity

Said = Counter[str]
"""How often each thing was said: an error or a warning, by its rule and its words."""

BROKE_DOWN = "broke down"

_PLACES = re.compile(r"in one place|in (\d+) places")
_VIEWS = (View(WIDE, "light"), View(WIDE, "dark"))


@dataclass(frozen=True, slots=True)
class Checker:
    """An outside checker, the editions it reads, and how many of them it is asked of at a time."""

    name: str
    editions: tuple[str, ...]
    ask: Callable[[Sequence[Path]], Iterator[Said]]
    at_a_time: int = 1


def _subject(path: Path, reports: str) -> Subject:
    """The output at ``path``, with a name that no other output has."""
    return Subject(
        edition_named(path.suffix.removeprefix(".")), Path(path.anchor), path, Path(reports)
    )


def asked_of(checker: OutsideChecker) -> Callable[[Sequence[Path]], Iterator[Said]]:
    """Ask as ``invoke check`` asks."""

    def ask(paths: Sequence[Path]) -> Iterator[Said]:
        with TemporaryDirectory(prefix="bindery-") as reports:
            subjects = tuple(_subject(path.resolve(), reports) for path in paths)
            try:
                evidence = checker.check(subjects)
            except PipelineError as error:
                yield from (Counter({f"{BROKE_DOWN}: {error.what.en}": 1}) for _ in paths)
                return
        for subject in subjects:
            said: Said = Counter()
            for one in evidence:
                for finding in one.findings if one.subject == subject.name else ():
                    if finding.severity is not Severity.INFO:
                        said.update(_counted(finding.rule, finding.message.en))
            yield said

    return ask


def _counted(rule: str, message: str) -> Said:
    """A finding by what it says, and how many places it says it of."""
    found = _PLACES.search(message)
    places = int(found[1]) if found and found[1] else 1
    return Counter({f"{rule}: {_PLACES.sub('', message)}": places})


class _ByPage(ABC):
    """A checker that looks at each page by itself: pages that are alike are looked at once."""

    reads_styles = False

    def __init__(self) -> None:
        self._known: dict[str, Said] = {}

    def ask(self, paths: Sequence[Path]) -> Iterator[Said]:
        """What is said of all the pages of each output, all new pages looked at in one go."""
        with ExitStack() as stack:
            every = [self._pages(stack, _subject(path.resolve(), "")) for path in paths]
            # Where one of them breaks the checker, nobody knows which: each is then put by itself.
            with suppress(PipelineError):
                self._learn({key: page for pages in every for key, page in pages.items()})
            yield from map(self._said, every)

    def _pages(self, stack: ExitStack, subject: Subject) -> dict[str, Path]:
        """The pages of ``subject``, by all that a look at them depends on; none, if it is none."""
        try:
            files = stack.enter_context(
                unpacked(subject.edition.name, subject, styles=self.reads_styles)
            )
        except PipelineError:
            return {}
        styles = b"".join(
            sheet.read_bytes() for sheet in sorted(files[0].path.parent.rglob("*.css"))
        )
        kind = subject.edition.name.encode()
        return {
            sha256(kind + styles + file.path.read_bytes()).hexdigest(): file.path for file in files
        }

    def _said(self, pages: dict[str, Path]) -> Said:
        try:
            self._learn(pages)
        except PipelineError as error:
            return Counter({f"{BROKE_DOWN}: {error.what.en}": 1})
        if not pages:
            return Counter({f"{BROKE_DOWN}: no pages": 1})
        return sum((self._known[key] for key in pages), Counter())

    def _learn(self, pages: dict[str, Path]) -> None:
        unknown = {key: page for key, page in pages.items() if key not in self._known}
        if unknown:
            self._known |= dict(zip(unknown, self._look([*unknown.values()]), strict=True))

    @abstractmethod
    def _look(self, pages: Sequence[Path]) -> list[Said]:
        """What the checker says of each of ``pages``."""


class _Axe(_ByPage):
    """axe, in light and in dark."""

    def _look(self, pages: Sequence[Path]) -> list[Said]:
        given = answers(
            pages, _VIEWS, script=locate.axe_source(), question=axe.QUESTION, only_looks=True
        )
        return [self._counted(row) for row in given.rows]

    def _counted(self, row: Sequence[object]) -> Said:
        said: Said = Counter()
        for answer in row:
            assert isinstance(answer, dict)
            for rule in (*answer["violations"], *answer["incomplete"]):
                said[f"axe-{rule['id']}"] += len(rule["nodes"])
        return said


class _Nu(_ByPage):
    """The Nu checker, of pages and of the e-book's styles."""

    reads_styles = True

    def _look(self, pages: Sequence[Path]) -> list[Said]:
        nu.take_away_epub_types([page for page in pages if page.suffix == ".xhtml"])
        with TemporaryDirectory(prefix="bindery-") as folder:
            report = nu.looked_at(pages, Path(folder) / "nu.json")
        said = {str(page): Counter[str]() for page in pages}
        for message in report.messages:
            media_type = EPUB_TYPE if message.url.endswith(".xhtml") else ""
            counts = verdict(nu.NAME, message.message, message.severity, media_type=media_type)
            if counts.severity is not Severity.INFO:
                path = unquote(urlsplit(message.url).path)
                said[path][f"nu-{message.kind}: {message.message}"] += 1
        return [said[str(page)] for page in pages]


CHECKERS = (
    Checker("veraPDF", ("pdf",), asked_of(VERAPDF), at_a_time=20),
    Checker("EPUBCheck", ("epub",), asked_of(EPUBCHECK)),
    Checker("Ace", ("epub",), asked_of(ACE)),
    Checker("Nu", ("epub", "html"), _Nu().ask, at_a_time=20),
    Checker("axe", ("epub", "html"), _Axe().ask, at_a_time=20),
)


class Heard:
    """What the checkers have said, kept in ``folder`` so that it is asked once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def said(self, checker: Checker, key: str) -> Said | None:
        """What ``checker`` said of the output whose digest is ``key``, if it was asked."""
        path = self._path(checker, key)
        return Counter(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else None

    def ask(
        self, checker: Checker, outputs: dict[str, Path], progress: Callable[[str], None]
    ) -> None:
        """Ask ``checker`` of those of ``outputs``, by digest, that it has not been asked of."""
        left = [key for key in outputs if not self._path(checker, key).is_file()]
        for start in range(0, len(left), checker.at_a_time):
            progress(f"{checker.name}: {start} of {len(left)}")
            keys = left[start : start + checker.at_a_time]
            said = checker.ask([outputs[key] for key in keys])
            for key, one in zip(keys, said, strict=True):
                path = self._path(checker, key)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(json.dumps(one, ensure_ascii=False), encoding="utf-8")

    def _path(self, checker: Checker, key: str) -> Path:
        return self._folder / checker.name / f"{key}.json"
