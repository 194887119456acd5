"""The page in the browser: the publication, a page of its PDF, and the findings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from urllib.parse import urlencode

from bindery.editions.epub.documents import chapter_file
from bindery.locales import Word
from bindery.manuscript.templates import DEFAULT
from bindery.pipeline.watch.blocks import Block, page_of
from bindery.pipeline.watch.browser_files import SUMMARY_FILE
from bindery.pipeline.watch.state import State
from bindery.pipeline.watch.wording import language_of_page, word
from bindery.reports.words import HINT, SEVERITIES
from bindery.vocabulary.findings import Severity

DOCUMENTS = "dokument"
"""The folder of the addresses of the documents."""

_GROUPS = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "informing"}


@dataclass(frozen=True, slots=True)
class Told:
    """A finding as the page has it, and where the browser can show its place."""

    place: str
    severity: str
    rule: str
    message: str
    hint: str
    is_new: bool
    address: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one severity."""

    id: str
    heading: str
    findings: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A document that can be shown."""

    name: str
    title: Word
    is_shown: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the address asks for: a document, and a page of the PDF, or 0 for the fitting one."""

    show: str = ""
    page: int = 0

    @classmethod
    def by(cls, query: Mapping[str, str]) -> "Wanted":
        """What the ``query`` of an address asks for; what is no number is no page."""
        page = query.get("page", "")
        number = int(page) if page.isascii() and page.isdigit() and len(page) < 6 else 0
        return cls(query.get("show", "")[:200], number)


def page(state: State, wanted: Wanted) -> str:
    """The page that shows ``state``."""
    language = language_of_page(state.language)
    say = partial(word, language=language)
    show = _shown(state, wanted)
    number, folio = _page(state, wanted, show)
    frame = state.summary if show == SUMMARY_FILE else state.files.get(show)
    title = state.titles.get(show) or Word(say("summary"), language)
    return DEFAULT.render(
        "watch/watch.html.j2",
        language=language,
        say=say,
        state=state,
        title=Word(state.title, state.language or language),
        entries=tuple(_entries(state, show, say("summary"), language)),
        show=show,
        shown_as=title,
        frame=frame,
        documents=DOCUMENTS,
        number=number,
        folio=folio,
        count=state.pages.count if state.pages else 0,
        change=state.change,
        change_page=_first_page(state, state.change),
        groups=tuple(_groups(state, language)),
        status=_status(state, language),
        stopped_by=_why(state, language),
        read_at=clock(state.moment, language) if state.moment else "",
        spoken="nb" if language == "nn" else language,
    )


def _shown(state: State, wanted: Wanted) -> str:
    """The document that is wanted; else the one that was changed last, or the first chapter."""
    changed = state.change.document if state.change else ""
    first = chapter_file(1)
    names = (wanted.show, changed, first)
    there = {*state.titles, SUMMARY_FILE}
    return next((name for name in names if name in there), SUMMARY_FILE)


def _page(state: State, wanted: Wanted, show: str) -> tuple[int, str]:
    """The number of the page to show, and the one printed on it."""
    if state.pages is None or not state.pages.count:
        return 0, ""
    number = wanted.page or _page_of_document(state, show)
    number = min(max(1, number), state.pages.count)
    return number, state.pages.pagination[number - 1].folio


def _page_of_document(state: State, show: str) -> int:
    """The page of the change, if it is in the document ``show``; else where that begins."""
    if state.change and state.change.document == show:
        return _first_page(state, state.change)
    return _first_page(state, state.places.first_in(show))


def _first_page(state: State, block: Block | None) -> int:
    return page_of(block, state.pages.pagination) if block and state.pages else 0


def _entries(state: State, show: str, summary: str, language: str) -> Iterator[Entry]:
    if state.number:
        yield Entry(SUMMARY_FILE, Word(summary, language), show == SUMMARY_FILE)
    for name, title in state.titles.items():
        yield Entry(name, title, show == name)


def _groups(state: State, language: str) -> Iterator[Group]:
    new = state.difference().new
    findings = state.findings
    for severity, key in _GROUPS.items():
        told = []
        for index, one in enumerate(findings):
            if one.severity is severity:
                block = state.places.of(one.location)
                told.append(
                    Told(
                        str(one.location),
                        SEVERITIES[severity].said_in(language),
                        one.rule,
                        one.message.said_in(language),
                        f"{HINT.said_in(language)}: {one.hint.said_in(language)}",
                        index in new,
                        _address(block) if block else "",
                    )
                )
        if told:
            yield Group(key, word(key, language, count=len(told)), tuple(told))


def _address(block: Block) -> str:
    return f"?{urlencode({'show': block.document, 'at': block.at}, safe='/:')}"


def _status(state: State, language: str) -> str:
    """What is told of an update, in one line."""
    if state.is_behind:
        return word("told-behind" if state.number else "told-nothing", language)
    if state.judged_at is None:
        return word("not-judged", language)
    time, findings = clock(state.judged_at, language), len(state.findings)
    if state.before is None:
        return word("told-first", language, time=time, all=findings)
    differs = state.difference()
    new, gone = len(differs.new), differs.gone
    return word("told", language, time=time, new=new, gone=gone, all=findings)


def _why(state: State, language: str) -> str:
    """What stopped the last reading, and what to do, if its findings do not say so."""
    if state.stopped is None:
        return ""
    return f"{state.stopped.what.said_in(language)} {state.stopped.next.said_in(language)}"


def clock(moment: datetime, language: str) -> str:
    """The time of ``moment`` as it is written in a ``language`` of the page."""
    return f"{moment:%H:%M:%S}" if language == "en" else f"{moment:%H.%M.%S}"
