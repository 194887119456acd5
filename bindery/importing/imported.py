"""Bring a source into a new folder: read it, write the publication, count its words, report."""

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from bindery.document.read import read_document
from bindery.importing.answers import Answers, defaults
from bindery.importing.book_settings import settings_text
from bindery.importing.from_document import READERS, from_document
from bindery.importing.from_folder import from_folder
from bindery.importing.from_long_markdown import from_long_markdown
from bindery.importing.from_word import from_word
from bindery.importing.independent_words import formulas_of_document, words, words_of_document
from bindery.importing.loss_report import LossReport, markdown_report, sorted_entries
from bindery.importing.new import files_in, write_around
from bindery.importing.new_folder import place_whole
from bindery.importing.read_source import Brought
from bindery.importing.report_page import report_page
from bindery.manuscript.files import shown
from bindery.manuscript.load import load
from bindery.tools.makers import THIS_MESSAGE, report_it
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

REPORT = "import/report.md"
PAGE = "import/report.html"
NOTE = "import/import.json"
"""What was imported: its digest, and that of each chapter as it was written."""

_NO_SOURCE = Text(nb="{source} finnes ikke.", en="There is no {source}.")
_NAME_IT = Text(
    nb="Skriv navnet på en fil eller en mappe etter --from.",
    en="Write the name of a file or a folder after --from.",
)
_INSIDE = Text(
    nb="Den nye mappen ligger i mappen som skal importeres. Ingenting er gjort.",
    en="The new folder is in the folder that is to be imported. Nothing has been done.",
)
_ELSEWHERE = Text(
    nb="Velg en ny mappe utenfor den.",
    en="Choose a new folder outside of it.",
)
_UNKNOWN = Text(
    nb="bindery kan ikke importere {source}.",
    en="bindery cannot import {source}.",
)
_WHAT_IT_CAN = Text(
    nb="Importer en Word-fil (.docx), en mappe med Markdown, en .md-, .odt- eller .html-fil.",
    en="Import a Word file (.docx), a folder of Markdown, or a file that is .md, .odt or .html.",
)
_NOT_WHOLE = Text(
    nb="Det som ble importert, kan ikke leses igjen: {reason}",
    en="What was imported cannot be read again: {reason}",
)
_FILL_IN = {
    "publisher": Text(
        nb="Fyll ut publisher i publication.toml: Hvem gir ut publikasjonen?",
        en="Fill in publisher in publication.toml: who publishes it?",
    ),
    "contact": Text(
        nb="Fyll ut accessibility-contact i publication.toml: Hvor sier lesere fra om problemer?",
        en="Fill in accessibility-contact in publication.toml: where do readers report problems?",
    ),
    "rights": Text(
        nb="Fyll ut rights i publication.toml: Hva kan andre gjøre med publikasjonen?",
        en="Fill in rights in publication.toml: what may others do with it?",
    ),
}


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import has left: its files, and the report on them."""

    files: tuple[str, ...]
    report: LossReport


_WORD = frozenset({".docx", ".docm", ".dotx", ".doc"})
_MARKDOWN = frozenset({".md", ".markdown", ".qmd", ".rmd", ".txt"})
Reader = Callable[[Path, Answers], Brought]


def import_source(
    folder: Path,
    source: Path,
    given: Answers,
    machine: str,
    confirm: Callable[[Answers], Answers] = lambda known: known,
) -> Imported:
    """Make a publication of ``source`` in ``folder``, which is new or empty.

    ``confirm`` may change what is known before anything is written. The source is only read.
    """
    if not source.exists():
        raise PipelineError(_NO_SOURCE.filled(source=shown(str(source))), _NAME_IT)
    if source.is_dir() and folder.is_relative_to(source.resolve()):
        raise PipelineError(_INSIDE, _ELSEWHERE)
    brought = reader_of(source)(source, given)
    told = given.or_else(brought.answers)
    standard = defaults(folder, told.language or machine)
    known = confirm(told.or_else(standard))
    for name, says in _FILL_IN.items():
        # What somebody has answered meanwhile is no question any more.
        if not getattr(told, name) and getattr(known, name) == getattr(standard, name):
            brought.remarks.add(0, name, "ask", says, in_chapter=False)
    done: list[Imported] = []

    def fill(made: Path) -> None:
        for name, content in brought.files.items():
            there = made / name
            there.parent.mkdir(parents=True, exist_ok=True)
            there.write_bytes(content)
        (made / "manuscript").mkdir(exist_ok=True)
        write_around(made, known, settings_text(known, brought.order, brought.known))
        report = _reported(made, brought)
        _write_report(made, report, source.name, known.language)
        _write_note(made, brought, source.name, known)
        done.append(Imported(tuple(files_in(made)), report))

    place_whole(folder, fill)
    return done[0]


def reader_of(source: Path) -> Reader:
    """How a source of this kind is read."""
    if source.is_dir():
        return from_folder
    if source.suffix.lower() in _WORD:
        return from_word
    if source.suffix.lower() in _MARKDOWN:
        return from_long_markdown
    if source.suffix.lower() in READERS:
        return from_document
    raise PipelineError(_UNKNOWN.filled(source=shown(source.name)), _WHAT_IT_CAN)


def _reported(made: Path, brought: Brought) -> LossReport:
    """The report on what was written, with the words that readers will get of it."""
    loaded = load(made)
    if loaded.publication is None:
        first = loaded.findings[0]
        raise PipelineError(_NOT_WHOLE.filled(reason=first.message), report_it(THIS_MESSAGE))
    entries = sorted_entries(tuple(brought.remarks.every()), brought.lines_of, brought.comments_at)
    named = sum((words(one.words) for one in brought.remarks.every()), Counter())
    if brought.words is None:
        return LossReport(entries)
    if brought.is_markdown:
        kept = (words((made / path).read_text("utf-8-sig")) for path in brought.lines_of)
        known = words(f"{loaded.publication.metadata.title}")
        return LossReport(entries, brought.words, sum(kept, known), named)
    document = read_document(loaded.publication)
    return LossReport(
        entries,
        brought.words,
        words_of_document(document),
        named,
        brought.formulas - formulas_of_document(document),
    )


def _write_report(made: Path, report: LossReport, title: str, language: str) -> None:
    """The report for people, as text and as a page."""
    (made / "import").mkdir(exist_ok=True)
    (made / REPORT).write_text(markdown_report(report, title, language), encoding="utf-8")
    (made / PAGE).write_text(report_page(report, title, language), encoding="utf-8")


def _write_note(made: Path, brought: Brought, title: str, known: Answers) -> None:
    chapters = {path: text for path, text in brought.files.items() if path.endswith(".md")}
    noted = {
        "source": title,
        "sha256": sha256(brought.content).hexdigest(),
        "split": known.split,
        "comments": known.comments,
        "chapters": {path: sha256(text).hexdigest() for path, text in chapters.items()},
        "lines": brought.lines_of,
    }
    text = json.dumps(noted, ensure_ascii=False, indent=1)
    (made / NOTE).write_text(f"{text}\n", encoding="utf-8")
