"""Write what screen readers read aloud of a finished file, beside the book if there is one."""

from pathlib import Path
from typing import Any

from bindery.finished.documents import UnreadableError
from bindery.finished.opened import let_go, opened
from bindery.finished.pdf.tagged import FinishedPdf
from bindery.manuscript.files import shown
from bindery.pipeline.asked import nearest_book, which_book
from bindery.pipeline.check_edition import check_edition
from bindery.pipeline.own_folder import REPORTS, require_own
from bindery.reports.transcript.of_html import blocks_of_pages
from bindery.reports.transcript.of_pdf import blocks_of_pdf
from bindery.reports.transcript.transcript_page import transcript_page
from bindery.tools.writing import write_whole
from bindery.vocabulary.editions import EPUB_TYPE, HTML_TYPE, PDF_TYPE
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.text import Text, verbatim

TRANSCRIPT = "transcript.html"
_TYPES = {
    ".pdf": PDF_TYPE,
    ".epub": EPUB_TYPE,
    ".html": HTML_TYPE,
    ".htm": HTML_TYPE,
    ".xhtml": HTML_TYPE,
}

_WRITTEN = Text(
    nb="Det skjermlesere leser opp, står i {path}.",
    en="What screen readers read aloud is in {path}.",
)
_NO_FILE = Text(nb="Filen {file} finnes ikke.", en="There is no file {file}.")
_NAME_IT = Text(
    nb="Oppgi en fil med et navn som ender på .pdf, .epub eller .html.",
    en="Give a file whose name ends in .pdf, .epub or .html.",
)
_UNREADABLE = Text(nb="{file} kan ikke leses: {why}.", en="{file} cannot be read: {why}.")
_OTHER_FILE = Text(
    nb="Åpne filen i et leseprogram. Hvis den er hel, oppgi den på nytt.",
    en="Open the file in a reading program. If it is whole, give it again.",
)


def listen_here(file: str, named: str, language: str, *, alone: bool) -> Text:
    """Write the transcript of ``file``, found from here or from the publication's folder.

    It is compared with the publication that is ``named``, or the nearest if there is one, and not
    if it is ``alone``. Then the transcript is written in the current folder.
    """
    here = Path.cwd()
    beside = None if alone or not (named or nearest_book(here)) else which_book(named)
    path = Path(file).resolve()
    if beside is None:
        return listen(path, None, here, language)
    require_own(beside)
    return listen(path if path.exists() else beside / file, beside, beside / REPORTS, language)


@let_go()
def listen(file: Path, book: Path | None, folder: Path, language: str) -> Text:
    """Write the transcript of ``file`` into ``folder``, and return a sentence that names it.

    With ``book`` the file is compared with it, without outside checkers.
    """
    name = shown(file.name)
    media_type = _TYPES.get(file.suffix.lower())
    if media_type is None or not file.is_file():
        raise PipelineError(_NO_FILE.filled(file=name), _NAME_IT)
    try:
        finished: Any = opened(file.resolve(), media_type, file.name)
        read = blocks_of_pdf if isinstance(finished, FinishedPdf) else blocks_of_pages
        blocks = tuple(read(finished))
    except UnreadableError as error:
        why = verbatim(str(error))
        raise PipelineError(_UNREADABLE.filled(file=name, why=why), _OTHER_FILE) from error
    findings: tuple[Finding, ...] | None = None
    if book is not None:
        checked = check_edition(file.resolve(), book, outside=False)
        findings = tuple(checked.findings)
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / TRANSCRIPT
    write_whole(path, transcript_page(name, blocks, findings, language))
    return _WRITTEN.filled(path=shown(str(path)))
