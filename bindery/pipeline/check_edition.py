"""Check any file that is an edition of a book, perhaps one edited by hand, against the book."""

from pathlib import Path

from bindery.finished.opened import let_go
from bindery.manuscript.files import require_manuscript, shown
from bindery.manuscript.templates import Templates
from bindery.pipeline.blame import blame_of
from bindery.pipeline.book_folder import BookFolder
from bindery.pipeline.build import Progress
from bindery.pipeline.causes import by_cause
from bindery.pipeline.check import Checked, in_order
from bindery.pipeline.examine import checkers_of, examine
from bindery.pipeline.freshness import fingerprint
from bindery.pipeline.kept_files import KeptFiles
from bindery.pipeline.last_build import digest_of, last_build
from bindery.rules.judge import put_aside
from bindery.tools.afterwards import scratch
from bindery.vocabulary.checker import Subject
from bindery.vocabulary.editions import EDITIONS, PDF, PDF20, Edition, edition_of
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.text import Text

_PDF_2 = b"%PDF-2."

_NO_FILE = Text(nb="Filen {file} finnes ikke.", en="There is no file {file}.")
_NO_EDITION = Text(
    nb="{file} er ikke en utgave som kan kontrolleres.",
    en="{file} is not an edition that can be checked.",
)
_NAME_IT = Text(
    nb="Oppgi en fil med et navn som ender på {suffixes}.",
    en="Give a file whose name ends in {suffixes}.",
)


@let_go()
def check_edition(
    file: Path, book: Path, progress: Progress = lambda _: None, *, outside: bool = True
) -> Checked:
    """Run the rules and checkers of its edition on ``file``, and read it back against ``book``.

    The end of its name says which edition it is, as in ``build/``. Nothing is built, and nothing in
    the folder of the book is changed. With ``outside``, outside checkers run too.
    """
    require_manuscript(book)
    edition = _edition(file)
    folder = BookFolder(book, KeptFiles(book))
    if folder.loaded.publication is None:
        return _stopped(*folder.faults)
    checkers = checkers_of(folder.document, folder.manuscript, outside=outside)
    # One that was made of an earlier manuscript is as unlike this one's as an edited one.
    last = last_build(book)
    as_built = last and last.fingerprint == fingerprint(book) and {*last.digests.values()}
    altered = not as_built or digest_of(file) not in as_built
    with scratch() as reports:
        subject = Subject(
            edition,
            book,
            file,
            reports,
            altered=altered,
            draft=folder.document.draft,
            with_faults=folder.document.has_known_faults,
        )
        examined = examine((subject,), checkers, progress)
    # An author's exceptions are in the manuscript, where its rules find them.
    rules = folder.evidence
    blame = blame_of(
        Templates(book), folder.faults, rules, changed={subject.name} if altered else ()
    )
    evidence = put_aside((*rules, *map(blame.laid, examined.evidence)))
    of_file = by_cause(
        tuple(one for one in evidence if one.subject == subject.name),
        file,
        edition,
        subject.name,
        folder.document,
    )
    return Checked(
        folder.publication,
        in_order((), of_file),
        of_file,
        examined.broken,
        digests=examined.digests,
    )


def _stopped(*findings: Finding) -> Checked:
    """The result if the book cannot be built, so that the file cannot be compared with it."""
    return Checked(None, in_order(findings, ()), (), stopped_by=findings)


def _edition(file: Path) -> Edition:
    name = shown(file.name)
    known = [each for each in EDITIONS if each.standards]
    suffixes = ", ".join(dict.fromkeys(each.suffix for each in known))
    if not file.is_file():
        raise PipelineError(_NO_FILE.filled(file=name), _NAME_IT.filled(suffixes=suffixes))
    edition = edition_of(file.name)
    if edition not in known:
        raise PipelineError(_NO_EDITION.filled(file=name), _NAME_IT.filled(suffixes=suffixes))
    if edition is PDF and file.read_bytes()[: len(_PDF_2)] == _PDF_2:
        return PDF20
    return edition
