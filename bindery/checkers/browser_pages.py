"""The pages of an output that checkers open one by one, and the views they are opened in."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from bindery.checkers import running
from bindery.finished.documents import UnreadableError
from bindery.finished.epub import Package
from bindery.finished.opened import opened_package
from bindery.tools import inventory
from bindery.tools.afterwards import scratch
from bindery.tools.browser import MODES, Mode, View, answers
from bindery.vocabulary.checker import Subject
from bindery.vocabulary.editions import EPUB_TYPE
from bindery.vocabulary.text import Text, joined

NARROW, WIDE = 320, 1280

EVERY_WISH = tuple(View(NARROW, mode, spaced=True) for mode in MODES)

PLACE = Text(nb="{document}, {target} {html} ({views})", en="{document}, {target} {html} ({views})")
"""Where something is, in which document, and in which views."""

_MODES: dict[Mode, Text] = {
    "light": Text(nb="lys", en="light"),
    "dark": Text(nb="mørk", en="dark"),
    "forced-colors": Text(nb="tvungne farger", en="forced colours"),
    "reduced-motion": Text(nb="mindre bevegelse", en="reduced motion"),
    "more-contrast": Text(nb="mer kontrast", en="more contrast"),
    "print": Text(nb="utskrift", en="print"),
}
_VIEW = Text(nb="{width} px {mode}", en="{width} px {mode}")
_MORE = Text(nb="{count} til", en="{count} more")
_NAMED = 2
_SPACED = Text(nb="{width} px {mode} med tekstavstand", en="{width} px {mode} with text spacing")


def named(views: Iterable[View]) -> Text:
    """Return the names of two views, and how many others: ``320 px light, 320 px dark, 3 more``."""
    names = [
        (_SPACED if view.spaced else _VIEW).filled(width=view.width, mode=_MODES[view.mode])
        for view in dict.fromkeys(views)
    ]
    more = [_MORE.filled(count=len(names) - _NAMED)] if len(names) > _NAMED else []
    return joined(", ", (*names[:_NAMED], *more))


XHTML = "application/xhtml+xml"
CSS = "text/css"

_NO_DOCUMENTS = Text(
    nb="e-boka har ingen dokumenter som leserne kan komme til.",
    en="the e-book has no documents that readers can reach.",
)


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A file on the disk, and its ``name`` in findings.

    ``beside`` is a digest of the files that it may show: pictures, typefaces, styles.
    """

    name: str
    path: Path
    beside: str = ""


def content_documents(package: Package) -> tuple[str, ...]:
    """Return the names of what readers can open: the spine and the navigation document."""
    reached = {*package.spine, package.navigation}
    return tuple(name for name in package.manifest if name in reached and _is(package, name, XHTML))


@contextmanager
def unpacked(
    checker_name: str, subject: Subject, *, styles: bool = False
) -> Iterator[tuple[OpenFile, ...]]:
    """Yield the page that ``subject`` is, or the EPUB's content documents, with CSS if ``styles``.

    Raises if the EPUB cannot be read or has no documents for ``checker_name``.
    """
    if subject.edition.media_type != EPUB_TYPE:
        yield (OpenFile(subject.output.name, subject.output),)
        return
    try:
        package = opened_package(subject.output)
    except UnreadableError as error:
        raise running.broken(checker_name, error) from error
    documents = content_documents(package)
    if not documents:
        raise running.broken(checker_name, _NO_DOCUMENTS)
    sheets = [name for name in package.manifest if styles and _is(package, name, CSS)]
    with scratch() as temporary:
        # However far up a name goes from the package document, it stays in the folder.
        upwards = max(name.split("/").count("..") for name in package.resources)
        folder = temporary.joinpath(*["in"] * upwards)
        for name, resource in package.resources.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(resource.content)
        beside = _beside(package, documents)
        yield tuple(OpenFile(name, folder / name, beside) for name in (*documents, *sheets))


_WITH_OTHERS = re.compile(rb"<\s*([\w-]+:)?(iframe|frame|object|embed)\b", re.IGNORECASE)


def _beside(package: Package, documents: Sequence[str]) -> str:
    """A digest of all that a document may show: no other document, unless one is in a frame."""
    contents = {name: resource.content for name, resource in package.resources.items()}
    if not any(_WITH_OTHERS.search(contents[name]) for name in documents):
        contents = {name: one for name, one in contents.items() if name not in documents}
    digest = sha256()
    for name, content in sorted(contents.items()):
        digest.update(sha256(name.encode()).digest() + sha256(content).digest())
    return digest.hexdigest()


def _is(package: Package, name: str, media_type: str) -> bool:
    return name in package.resources and package.resources[name].media_type == media_type


class Seen(running.Report):
    """A document in one view. Each checker has a subclass with what it found there."""

    document: str
    view: View


class PagesReport(running.Report):
    """The browser's version, and every document in every view. Each checker has a subclass."""

    version: str
    seen: tuple[Seen, ...]


AnyPages = TypeVar("AnyPages", bound=PagesReport)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a checker asks of each page: a ``question`` in each of ``views``.

    ``script`` runs before the page's own.
    """

    question: str
    views: Sequence[View]
    script: Path | None = None

    def key(self, file: OpenFile, version: str) -> str:
        """A digest of all that the answers of ``file`` depend on, in a browser of ``version``.

        A file that is not there has none.
        """
        if not file.path.is_file():
            return ""
        script = self.script.read_bytes() if self.script else b""
        digest = sha256(repr((self.question, self.views, version, file.name)).encode())
        digest.update(file.beside.encode())
        for content in (script, file.path.read_bytes()):
            digest.update(sha256(content).digest())
        return digest.hexdigest()


def pages_asked(
    name: str, subjects: Sequence[Subject], shape: type[AnyPages], asked: Asked, report: str
) -> Iterator[tuple[Subject, AnyPages]]:
    """Yield each of ``subjects``, and the ``report`` of the checker ``name`` on it.

    One browser is started for all pages that have changed since they were last asked. Raises if a
    page does not answer in some view.
    """
    reports = [
        running.fresh(subject.reports / f"{report}-{subject.edition.name}.json")
        for subject in subjects
    ]
    with ExitStack() as stack:
        files = [stack.enter_context(unpacked(name, subject)) for subject in subjects]
        pages = [
            (subject, file)
            for subject, several in zip(subjects, files, strict=True)
            for file in several
        ]
        version, answered = _answered(pages, asked)
    rows = iter(answered)
    for subject, path, several in zip(subjects, reports, files, strict=True):
        seen = [*_seen(several, rows, asked.views)]
        found = {"version": version, "seen": seen}
        path.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
        if len(seen) != len(several) * len(asked.views):
            raise running.broken(name, f"{len(several)} documents, {len(seen)} views")
        yield subject, running.read(name, shape, path)


class _Answers(running.Report):
    """What a browser of this version has answered of a page, in each view."""

    version: str
    row: tuple[dict[str, object], ...]


def _answered(
    pages: Sequence[tuple[Subject, OpenFile]], asked: Asked
) -> tuple[str, list[tuple[object, ...]]]:
    """The browser's version, and the answers of each page: as before, if it is as it was."""
    installed = inventory.version_of("Chromium")
    keys = [asked.key(file, installed) for _, file in pages]
    before = [_recalled(subject, key) for (subject, _), key in zip(pages, keys, strict=True)]
    others = [file.path for (_, file), known in zip(pages, before, strict=True) if known is None]
    if not others:
        there = [known for known in before if known is not None]
        return there[0].version, [known.row for known in there]
    given = answers(
        others, asked.views, script=asked.script, question=asked.question, only_looks=True
    )
    new = iter(given.rows)
    rows = []
    for (subject, _), key, known in zip(pages, keys, before, strict=True):
        row = next(new, ()) if known is None else known.row
        rows.append(row)
        if known is None and len(row) == len(asked.views) and all(map(_is_answer, row)):
            subject.keeper.keep(key, json.dumps({"version": given.version, "row": row}).encode())
    return given.version, rows


def _is_answer(answer: object) -> bool:
    return isinstance(answer, dict)


def _recalled(subject: Subject, key: str) -> _Answers | None:
    with suppress(ValueError):
        return _Answers.model_validate_json(subject.keeper.recall(key) or b"")
    return None


def _seen(
    files: Sequence[OpenFile], rows: Iterator[tuple[object, ...]], views: Sequence[View]
) -> Iterator[dict[str, object]]:
    for file, row in zip(files, rows, strict=False):
        for view, answer in zip(views, row, strict=True):
            if isinstance(answer, dict):
                yield {"document": file.name, "view": asdict(view), **answer}
