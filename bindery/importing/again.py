"""Import a newer version of a source beside a publication that is there, and say what differs.

Nothing of the author's is written over, and nothing is merged: the new chapters are in a folder of
their own, and each is compared with the last import and with what the author has made of it.
"""

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from bindery.importing.answers import Answers
from bindery.importing.imported import NOTE, Imported, import_source
from bindery.manuscript.files import shown
from bindery.manuscript.settings import read_settings
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

_NOT_IMPORTED = Text(
    nb="Mappen {folder} er ikke laget med bindery new --from.",
    en="The folder {folder} was not made with bindery new --from.",
)
_WITHOUT = Text(
    nb="Utelat --again, og velg en ny mappe. Da blir den importert for første gang.",
    en="Leave out --again and choose a new folder. Then it is imported for the first time.",
)
_SAME = Text(nb="Like som sist: {count} kapitler.", en="As last time: {count} chapters.")
_SAME_ONE = Text(nb="Likt som sist: ett kapittel.", en="As last time: one chapter.")
_CHANGED = Text(
    nb="{new}: endret i kilden. Du har ikke endret {old}.",
    en="{new}: changed in the source. You have not changed {old}.",
)
_BOTH = Text(
    nb="{new}: endret i kilden. Du har også endret {old}.",
    en="{new}: changed in the source. You have changed {old}, too.",
)
_NEW = Text(nb="{new}: nytt kapittel.", en="{new}: a new chapter.")
_REMOVED = Text(
    nb="{new}: endret i kilden. Du har fjernet {old}.",
    en="{new}: changed in the source. You have removed {old}.",
)
_GONE = Text(
    nb="{old}: finnes ikke lenger i kilden.",
    en="{old}: is no longer in the source.",
)
_COMPARE = Text(
    nb="Se hva som er nytt: git diff --no-index {old} {new}",
    en="See what is new: git diff --no-index {old} {new}",
)


@dataclass(frozen=True, slots=True)
class Again:
    """A new import of a publication, in the folder ``at`` below it, and what is to be told."""

    at: str
    imported: Imported
    told: tuple[Text, ...]


def import_again(folder: Path, source: Path, given: Answers, machine: str, today: date) -> Again:
    """Import ``source`` into a folder below ``import/`` of the publication in ``folder``.

    What nobody says anything of is as in the publication's settings. Raises ``PipelineError`` if
    the publication was not imported.
    """
    last = _last(folder)
    noted = {key: str(last.get(key, "")) for key in ("split", "comments")}
    known = given.or_else(_answers(folder)).or_else(Answers(**noted))
    at = _free(folder / "import", today)
    imported = import_source(at, source, known, machine)
    place = at.relative_to(folder).as_posix()
    before, now = _digests(last), _digests(_note(at))
    return Again(place, imported, tuple(_told(folder, place, before, now)))


def _last(folder: Path) -> Mapping[str, object]:
    """The note of the latest import."""
    later = sorted(folder.glob(f"import/*/{NOTE}"), key=lambda note: _day(note.parents[1].name))
    there = [note for note in (folder / NOTE, *later) if note.is_file()]
    if not there:
        raise PipelineError(_NOT_IMPORTED.filled(folder=shown(str(folder))), _WITHOUT)
    return _note(there[-1].parents[1])


def _day(name: str) -> tuple[str, int]:
    """The day of an import, and its number on that day."""
    day, _, number = name.partition("_")
    return day, int(number) if number.isdecimal() else 1


def _note(folder: Path) -> Mapping[str, object]:
    with suppress(OSError, ValueError):
        note = json.loads((folder / NOTE).read_bytes())
        if isinstance(note, dict):
            return note
    return {}


def _free(below: Path, today: date) -> Path:
    """A folder for an import of this day that is not there yet."""
    number = 1
    while (path := below / (f"{today}_{number}" if number > 1 else f"{today}")).exists():
        number += 1
    return path


def _answers(folder: Path) -> Answers:
    settings, _ = read_settings(folder)
    if settings is None:
        return Answers()
    said = settings.publication
    return Answers(
        said.title, said.language, said.publisher, said.accessibility_contact, said.rights
    )


def _digests(note: Mapping[str, object]) -> dict[str, str]:
    """The digest of each chapter as it was imported, by its path."""
    digests = note.get("chapters")
    known = digests.items() if isinstance(digests, dict) else ()
    return {str(path): str(digest) for path, digest in known}


def _told(
    folder: Path, place: str, before: Mapping[str, str], now: Mapping[str, str]
) -> Iterator[Text]:
    earlier = {_title(path): path for path in before}
    same = 0
    compare = None
    for path, digest in now.items():
        old, new = earlier.pop(_title(path), None), f"{place}/{path}"
        if old is None:
            yield _NEW.filled(new=new)
        elif before[old] == digest:
            same += 1
        else:
            yield _how(folder / old, before[old]).filled(new=new, old=old)
            compare = compare or _COMPARE.filled(old=old, new=new)
    for old in earlier.values():
        yield _GONE.filled(old=old)
    if same:
        yield _SAME_ONE if same == 1 else _SAME.filled(count=same)
    if compare:
        yield compare


def _how(chapter: Path, digest: str) -> Text:
    """What is said of a chapter that has changed in the source."""
    if not chapter.is_file():
        return _REMOVED
    return _CHANGED if sha256(chapter.read_bytes()).hexdigest() == digest else _BOTH


def _title(path: str) -> str:
    """A chapter's path without its number, which changes if another comes before it."""
    return re.sub(r"(?<=/)\d+-", "", path)
