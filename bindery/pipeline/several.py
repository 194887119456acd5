"""Build many publications, each in a process of its own: none of them stops another."""

import os
import socket
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from bindery.manuscript.files import MANUSCRIPT, SETTINGS, require_folder, shown
from bindery.pipeline.asked import LOCALE
from bindery.pipeline.freshness import maker_digest
from bindery.tools.crews import Crew
from bindery.tools.limits import share_machine
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text

_NONE_BELOW = Text(
    nb="Det er ingen publikasjon i {folder}, eller i mappene i den.",
    en="There is no publication in {folder} or the folders in it.",
)
_NAME_ANOTHER = Text(
    nb="Oppgi mappen som har mappene med manuscript/ i seg.",
    en="Name the folder that contains the folders with a manuscript/.",
)
_NOT_SEEN = Text(
    nb="Dask-arbeideren på {machine} finner ikke {book}, eller noe annet der.",
    en="The Dask worker on {machine} does not find {book}, or finds something else there.",
)
_SHARE = Text(
    nb="Legg publikasjonene på en disk som alle maskinene har på samme sted.",
    en="Put the publications on a disk that all the machines have at the same place.",
)
_OTHER_MAKER = Text(
    nb="Dask-arbeideren på {machine} har en annen bindery, som ville laget andre utgaver.",
    en="The Dask worker on {machine} has another bindery, which would make other editions.",
)
_SAME_EVERYWHERE = Text(
    nb="Installer den samme versjonen, med de samme pakkene, der arbeiderne kjører.",
    en="Install the same version, with the same packages, where the workers run.",
)
_BEGUN_AGAIN = Text(
    nb="Dask-arbeideren {worker} ble borte mens den bygde. En annen har bygd publikasjonen.",
    en="The Dask worker {worker} was lost while it built. Another one has built the publication.",
)
_LOOK_AT_IT = Text(
    nb="Utgavene er hele. Hvis det skjer igjen, se etter om maskinen mangler minne.",
    en="The editions are whole. If it happens again, check if the machine has too little memory.",
)

_DEEPEST = 8
"""How many folders below the named one a publication is looked for."""

_PRELOAD = "bindery.pipeline.build"
_PASSED_ON = ("SOURCE_DATE_EPOCH", *LOCALE)


@dataclass(frozen=True, slots=True)
class Order:
    """A publication to build, as plain data: all that the process that builds it must know.

    ``settings`` is the digest of its ``publication.toml``, or empty; ``maker`` that of bindery.
    """

    book: str
    settings: str
    maker: str
    environment: dict[str, str]
    rebuild: bool


@dataclass(frozen=True, slots=True)
class BookBuilt:
    """What became of one publication: its editions by name, or why there are none.

    ``findings`` are those of the build; ``errors`` and ``warnings`` count also those of the rules.
    """

    book: Path
    editions: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    errors: int = 0
    warnings: int = 0
    unchanged: bool = False
    seconds: float = 0.0
    stopped: PipelineError | None = None


def books_below(folder: Path) -> tuple[Path, ...]:
    """Every publication in ``folder``, in order; not those inside another one, and no links.

    Raises ``PipelineError`` if there is none.
    """
    require_folder(folder)
    found = []
    for at, folders, _ in os.walk(folder):
        here = Path(at)
        if (here / SETTINGS).is_file():
            found.append(here)
            folders.clear()
        deep = len(here.relative_to(folder).parts) >= _DEEPEST
        folders[:] = [] if deep else sorted(one for one in folders if not one.startswith("."))
    if not found:
        raise PipelineError(_NONE_BELOW.filled(folder=shown(str(folder))), _NAME_ANOTHER)
    return tuple(found)


def build_several(
    books: Iterable[Path],
    crew: Crew,
    *,
    rebuild: bool = False,
    told: Callable[[int, int], None] = lambda _done, _all: None,
) -> tuple[BookBuilt, ...]:
    """Build each of ``books``, in the order of their names; return what became of each.

    ``told`` is called with how many are done, and of how many.
    """
    each = tuple(dict.fromkeys(book.resolve() for book in books))
    maker = maker_digest()
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    # The longest first, so that nobody waits for it alone in the end.
    orders = [
        Order(str(book), _digest(book), maker, environment, rebuild)
        for book in sorted(each, key=_length, reverse=True)
    ]
    built: dict[Path, BookBuilt] = {}
    told(0, len(orders))
    for done in crew.each_done(_build_one, orders, _PRELOAD):
        book = Path(orders[done.number].book)
        result = done.result
        if isinstance(result, PipelineError):
            result = BookBuilt(book, stopped=result)
        built[book] = _begun_again(result, done.again_after) if done.again_after else result
        told(len(built), len(orders))
    return tuple(built[book] for book in each)


def _begun_again(built: BookBuilt, worker: str) -> BookBuilt:
    if built.stopped:
        return built
    finding = Finding(
        "worker-was-lost",
        Severity.WARNING,
        Location(SETTINGS),
        _BEGUN_AGAIN.filled(worker=worker),
        _LOOK_AT_IT,
    )
    findings = (*built.findings, finding)
    return replace(built, findings=findings, warnings=built.warnings + 1)


def _build_one(order: Order, sharers: int) -> BookBuilt:
    """Build what is ordered, in this process, which builds nothing else before or after.

    fontconfig, the garbage collector, log handlers and environment are this process's own.
    """
    share_machine(sharers)
    for name in _PASSED_ON:
        os.environ.pop(name, None)
    os.environ.update(order.environment)
    book, started = Path(order.book), time.perf_counter()
    try:
        _require_same(order)
        built = _built(book, rebuild=order.rebuild)
    except PipelineError as error:
        built = BookBuilt(book, stopped=error)
    except Exception as error:  # noqa: BLE001 - other publications are built all the same
        from bindery.pipeline.unforeseen import unforeseen  # noqa: PLC0415 - seldom

        built = BookBuilt(book, stopped=unforeseen(error, book))
    return replace(built, seconds=time.perf_counter() - started)


def _built(book: Path, *, rebuild: bool) -> BookBuilt:
    from bindery.pipeline.build import build  # noqa: PLC0415 - in the process that builds
    from bindery.pipeline.tally import rules_found, tally  # noqa: PLC0415

    built = build(book, rebuild=rebuild, meanwhile=rules_found)
    if built.outputs:
        errors, warnings = tally(built)
    else:
        errors = sum(one.severity is Severity.ERROR for one in built.findings)
        warnings = sum(one.severity is Severity.WARNING for one in built.findings)
    names = tuple(output.edition.name for output in built.outputs)
    return BookBuilt(book, names, built.findings, errors, warnings, built.unchanged)


def _require_same(order: Order) -> None:
    """Raise ``PipelineError`` if this machine has not got the folder, or another bindery."""
    machine = socket.gethostname()
    if order.settings and order.settings != _digest(Path(order.book)):
        what = _NOT_SEEN.filled(machine=machine, book=shown(order.book))
        raise PipelineError(what, _SHARE)
    if order.maker != maker_digest():
        raise PipelineError(_OTHER_MAKER.filled(machine=machine), _SAME_EVERYWHERE)


def _digest(book: Path) -> str:
    with suppress(OSError):
        return sha256((book / SETTINGS).read_bytes()).hexdigest()
    return ""


def _length(book: Path) -> int:
    """About how long the text is: the size of all Markdown files."""
    total = 0
    for at, _, names in os.walk(book / MANUSCRIPT):
        for name in names:
            if name.endswith(".md"):
                with suppress(OSError):
                    total += Path(at, name).stat().st_size
    return total
