"""The steps of a release: build, check everything, and put the bundle in ``build/release/``.

Nothing is released that was not proved, and an earlier release stays until the new one is complete.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from bindery.editions.braille.makers import NOT_MADE
from bindery.finished.opened import let_go
from bindery.pipeline.build import Progress, build
from bindery.pipeline.bundle import Bundle, path_of
from bindery.pipeline.by_hand import refused as refused_touched
from bindery.pipeline.check import Checked, check_built, clear_reports, in_order
from bindery.pipeline.examine import replaced
from bindery.pipeline.filled_in import left_to_fill_in
from bindery.pipeline.own_folder import alone
from bindery.pipeline.past_releases import read_past, refusals, remember
from bindery.pipeline.placing import RELEASE, place_release
from bindery.pipeline.tally import rules_found
from bindery.rules.judge import CHECKER
from bindery.vocabulary.editions import READ_BACK, RULES, Output
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.publication import Publication
from bindery.vocabulary.text import Text

_BUNDLING = Text(nb="Setter sammen pakken", en="Putting the bundle together")
_NOT_WRITTEN = Text(
    nb="Kunne ikke skrive pakken til build/: {reason}.",
    en="Could not write the bundle to build/: {reason}.",
)
_MAKE_ROOM = Text(
    nb="Sjekk at disken har plass, og at mappen er skrivbar. build/release/ er uendret.",
    en="Check that the disk has room and the folder is writable. build/release/ is unchanged.",
)
_UNCHECKED = Text(
    nb="{names} er ikke kontrollert.",
    en="Not checked: {names}.",
)
_ADD_CHECKER = Text(
    nb="En utgave må være kontrollert før den gis ut. Fjern den fra publication.toml.",
    en="An edition must be checked before it is released. Remove it from publication.toml.",
)


@dataclass(frozen=True, slots=True)
class Released:
    """What a release left in ``build/release/``, or the ``checked`` that prevented it.

    ``files`` are those of the bundle, the ZIP of them all last; none if it was prevented.
    """

    checked: Checked
    files: tuple[Path, ...] = ()


@let_go()
def release(book: Path, progress: Progress = lambda _: None, *, tag: str = "") -> Released:
    """Build the publication in ``book``, check it with everything required, and bundle it.

    With a ``tag`` of version control, only a version that was recorded before it can be released.
    """
    built = build(book, progress, meanwhile=rules_found)
    loaded = built.folder.loaded
    publication = loaded.publication
    if publication is None or not built.outputs:
        clear_reports(book)
        return Released(Checked(None, in_order((*built.findings, *loaded.findings), ()), ()))
    left = left_to_fill_in(publication)
    if stopped := (*refused_touched(built.touched), *_unmade(built.findings), *left):
        return Released(Checked(publication, stopped, ()))
    past, refused = read_past(book)
    files = {each.path.name: sha256(each.path.read_bytes()).hexdigest() for each in built.outputs}
    if past:
        refused = refusals(past, publication.metadata, files, book, tag=tag)
    if past is None or refused:
        return Released(Checked(publication, (*built.findings, *refused), ()))
    clear_reports(book)
    checked = check_built(built, progress)
    for name, digest in checked.digests.items():
        if digest != files[Path(name).name]:
            raise replaced(name)
    _require_some_check(publication, built.outputs, checked)
    if not checked.proved:
        return Released(checked)
    progress(_BUNDLING)
    try:
        bundle = Bundle(built, progress)
        checked = bundle.stage(checked)
        if not checked.proved:
            return Released(checked)
        bundle.close(checked)
        remember(past, publication.metadata, files, book)
        with alone(book):
            place_release(book)
    except OSError as error:
        raise PipelineError(_NOT_WRITTEN.filled(reason=error.strerror), _MAKE_ROOM) from error
    return Released(checked, bundle.files_in(book / RELEASE))


def _unmade(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """Yield errors for editions that were asked for and not made: a build can do without them."""
    for one in findings:
        if one.rule == NOT_MADE:
            yield replace(one, severity=Severity.ERROR)


def _require_some_check(
    publication: Publication, outputs: tuple[Output, ...], checked: Checked
) -> None:
    """Raise ``PipelineError`` for an edition that nothing but bindery's own rules has checked."""
    seen = {one.subject for one in checked.evidence if one.checker != CHECKER}
    names = [
        output.path.name
        for output in outputs
        # What only bindery can judge, such as a BRF, is read back.
        if {*output.edition.standards} - {READ_BACK, RULES}
        and path_of(output, publication) not in seen
    ]
    if names:
        raise PipelineError(_UNCHECKED.filled(names=", ".join(names)), _ADD_CHECKER)
