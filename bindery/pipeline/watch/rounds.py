"""Read a publication each time it is saved: first its words, then its findings and pages.

Two lanes: words do not wait until the pages of an earlier reading are laid out. Nothing is written
in the publication's folder, so that a build of it can be made at the same time.
"""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Self

from bindery.claims.conformance import evaluation_findings
from bindery.document.model import Document
from bindery.editions.making import Made, UnprintableError, Workshop
from bindery.editions.pdf import pages_alone
from bindery.editions.summary import MAKES_SUMMARY
from bindery.manuscript.files import files_below, require_folder
from bindery.manuscript.templates import Templates, templates_of
from bindery.pipeline.book_folder import BookFolder
from bindery.pipeline.build import complaint, moment_of
from bindery.pipeline.check import in_order
from bindery.pipeline.kept_files import KeptFiles
from bindery.pipeline.unforeseen import unforeseen
from bindery.pipeline.watch.blocks import first_change
from bindery.pipeline.watch.browser_files import File, documents_of
from bindery.pipeline.watch.lane import Lane
from bindery.pipeline.watch.memory import InMemory
from bindery.pipeline.watch.page_pictures import Pages
from bindery.pipeline.watch.state import Board
from bindery.rules.judge import judge
from bindery.rules.manuscript import RULES
from bindery.rules.styles.judge_templates import judge_templates
from bindery.tools.limits import most_processes
from bindery.tools.pango import require_pango
from bindery.tools.workers import Workers, workers
from bindery.vocabulary.editions import PDF
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.evidence import Evidence
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.publication import Publication


class Reader:
    """Reads the publication in ``book`` and puts what there is to see on the ``board``.

    ``scratch`` is a folder for temporary files.
    """

    def __init__(self, book: Path, board: Board, scratch: Path) -> None:
        self._book = book
        self._board = board
        self._scratch = scratch
        self._keeper = InMemory(KeptFiles(book))
        self._before: Publication | None = None
        self._made: dict[str, Made] = {}
        self._words, self._pages = Lane("words"), Lane("pages")
        self._layout = _WarmLayout()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._words.end()
        self._pages.end()
        self._layout.end()

    def read(self) -> None:
        """Read what is saved now, in the background."""
        self._words.ask(lambda: self._guarded(self._read))

    def rest(self, timeout: float) -> bool:
        """Wait until all that was saved is read and laid out; whether it was in time."""
        return self._words.rest(timeout) and self._pages.rest(timeout)

    def _guarded(self, work: Callable[[], None]) -> None:
        """Do ``work``. Whatever prevents it is on the board, and the last good reading stays."""
        try:
            work()
        except PipelineError as error:
            self._board.change(stopped=error)
        except Exception as error:  # noqa: BLE001 - nothing in a manuscript ends the watching
            self._board.change(stopped=unforeseen(error, None))

    def _read(self) -> None:
        require_folder(self._book)
        folder = BookFolder(self._book, self._keeper)
        if folder.loaded.publication is None:
            state = self._board.state
            before = state.before if state.is_behind else state.findings
            self._board.change(trouble=folder.loaded.findings, stopped=None, before=before)
            return
        document, workshop = folder.document, self._workshop(folder.publication)
        shown = documents_of(document, workshop)
        state = self._board.state
        number = state.number + 1
        edited = first_change(self._before, folder.publication)
        self._before = folder.publication
        metadata = document.publication.metadata
        self._board.change(
            number=number,
            title=metadata.title,
            language=metadata.language,
            moment=_now(),
            titles=shown.titles,
            files=shown.files,
            places=shown.places,
            change=edited and shown.places.of(edited),
            trouble=(),
            stopped=None,
        )
        self._pages.ask(lambda: self._guarded(lambda: self._lay_out(number, document)))
        self._summarise(number, document, workshop)
        self._judge(folder, number)

    def _workshop(self, publication: Publication) -> Workshop:
        return Workshop(
            templates_of(publication),
            self._scratch,
            moment_of(publication),
            keeper=self._keeper,
            again_soon=True,
        )

    def _summarise(self, number: int, document: Document, workshop: Workshop) -> None:
        """Make the summary, which names the editions made so far."""
        made = MAKES_SUMMARY.make(document, workshop, dict(self._made))
        if self._board.state.number == number:
            self._board.change(summary=File(made.content, "text/html"))

    def _judge(self, folder: BookFolder, number: int) -> None:
        faults = (*folder.faults, *evaluation_findings(folder.document))
        by_rules: list[Evidence] = []
        for one in judge(folder.manuscript, RULES, self._keeper):
            if self._words.has_newer:
                return  # Nobody waits for what is wrong with words that are no longer there.
            by_rules.append(one)
        by_rules += judge_templates(folder.publication, self._keeper)
        before = self._board.state.findings if self._board.state.judged else None
        self._board.change(
            by_rules=in_order(faults, tuple(by_rules)),
            before=before,
            judged=number,
            judged_at=_now(),
        )

    def _lay_out(self, number: int, document: Document) -> None:
        workshop = self._workshop(document.publication)
        found: tuple[Finding, ...] = ()
        with self._layout.of(workshop.templates) as beside:
            try:
                made = pages_alone(_as_one_file(document), replace(workshop, beside=beside), {})
            except UnprintableError as error:
                self._board.change(by_pages=(error.finding,))
                return
        path = self._book / f"build/{document.publication.slug}{PDF.suffix}"
        found = (*(complaint(path, remark) for remark in made.remarks), *made.findings)
        pages = Pages(number, made.content, made.pagination)
        self._board.change(pages=pages, by_pages=found)
        earlier = self._made.get(PDF.name)
        self._made[PDF.name] = made
        if earlier is None or earlier.count != made.count:
            self._summarise(number, document, workshop)


def _now() -> datetime:
    return datetime.now().astimezone()


def _as_one_file(document: Document) -> Document:
    """The ``document`` of which one PDF is made, not a second file with the same pages."""
    publication = document.publication
    editions = publication.settings.editions
    alone = replace(editions, pdf20=replace(editions.pdf20, enabled=False))
    settings = replace(publication.settings, editions=alone)
    return replace(document, publication=replace(publication, settings=settings))


class _WarmLayout:
    """Processes that lay out, kept from one reading to the next while the typefaces are the same.

    fontconfig reads its configuration once in a process.
    """

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._key = ""
        self._workers: Workers | None = None

    @contextmanager
    def of(self, templates: Templates) -> Iterator[Workers]:
        """The processes for the typefaces of ``templates``; new ones, if the last work failed."""
        key = _typefaces(templates)
        if self._workers is None or self._key != key:
            self.end()
            require_pango()
            self._workers = self._stack.enter_context(workers(preload="weasyprint"))
            self._workers.expect(most_processes())
            self._key = key
        try:
            yield self._workers
        except UnprintableError:
            raise
        except BaseException:
            self.end()
            raise

    def end(self) -> None:
        """End the processes."""
        self._workers = None
        with suppress(OSError):
            self._stack.close()


def _typefaces(templates: Templates) -> str:
    files = (path for folder in templates.fonts for path in files_below(folder))
    stamps = [(str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in files]
    return repr((stamps, templates.look.faces))
