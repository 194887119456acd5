"""Earlier releases, recorded in ``releases.toml`` beside ``manuscript/``.

The file is kept with the book, since ``build/`` may be deleted and is not on other machines.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from bindery import __version__
from bindery.locales.for_authors import written_date
from bindery.manuscript.requirements import Requirement
from bindery.manuscript.settings import SETTINGS
from bindery.manuscript.toml_file import key_lines, line_of, read_toml
from bindery.tools.installation import COMMAND
from bindery.tools.writing import write_through
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.publication import STRICT, Metadata
from bindery.vocabulary.text import Text, joined

RELEASES = "releases.toml"
PAST_RELEASES_ARE_READABLE = Requirement(
    "past-releases-are-readable",
    Text(
        nb="`releases.toml` sier hva hver versjon inneholder. Uten den kunne en versjon bli delt "
        "ut to ganger, med andre ord den andre gangen.",
        en="`releases.toml` says what each version holds. Without it a version could be handed "
        "out twice, with other words the second time.",
    ),
)
VERSION_HAS_ONE_CONTENT = Requirement(
    "version-has-one-content",
    Text(
        nb="To lesere som nevner samme versjon, må kunne stole på at de har lest det samme.",
        en="Two readers who name the same version must be able to trust that they have read the "
        "same.",
    ),
)
VERSION_NAMES_A_FILE = Requirement(
    "version-names-a-file",
    Text(
        nb="Utgivelsen heter det samme som publikasjonen og versjonen, og må være en fil på alle "
        "maskiner.",
        en="The bundle is called after the publication and its version, and must be a file "
        "everywhere.",
    ),
)
TAG_IS_THE_VERSION = Requirement(
    "tag-is-the-version",
    Text(
        nb="Den som finner utgivelsen ved merket v1.0.0, må få versjon 1.0.0.",
        en="Who finds the bundle at the tag v1.0.0 must get version 1.0.0.",
    ),
)
TAG_IS_OF_A_RELEASE = Requirement(
    "tag-is-of-a-release",
    Text(
        nb="Det en maskin deler ut ved et merke, er noe et menneske har laget, sett over og tatt "
        "vare på.",
        en="What a machine hands out at a tag is what somebody has made, looked at and remembered.",
    ),
)
MAKER = f"bindery {__version__}"

_HEAD = f"""\
# What has been released: the digest (SHA-256) of each file, version by version.
# `{COMMAND} release` writes it. Commit it; do not change it by hand.
"""
_FILE_NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+_-]*")
_NO_FILE_NAME = Text(
    nb="«{version}» kan ikke stå i navnet på en fil, og utgivelsen får navn etter versjonen.",
    en="“{version}” cannot be part of a file’s name, and the release is named after the version.",
)
_PLAIN_VERSION = Text(
    nb="Bruk bokstavene a–z, tall, punktum og bindestrek: 1.0.0.",
    en="Use the letters a–z, digits, full stops and hyphens: 1.0.0.",
)
_BRING_BACK = Text(
    nb="Hent filen tilbake slik den var da den sist ble lagret i versjonskontrollen.",
    en="Bring the file back as it was when it was last committed.",
)
_OTHER_TAG = Text(
    nb="Merket er {tag}, men versjonen er {version}.",
    en="The tag is {tag}, but the version is {version}.",
)
_TAG_ANEW = Text(
    nb="Rett version, eller slett merket og sett v foran versjonen.",
    en="Mend the version, or delete the tag and write v before the version.",
)
_NEVER_RELEASED = Text(
    nb="Versjon {version} var ikke gitt ut da taggen ble satt.",
    en="Version {version} was not released before the tag was set.",
)
_RELEASE_FIRST = Text(
    nb=f"Kjør {COMMAND} release, se på build/release/, lagre releases.toml, og sett taggen der.",
    en=f"Run {COMMAND} release, look at build/release/, commit releases.toml, and tag that.",
)
_CHANGED = Text(nb="{name} er endret", en="{name} has changed")
_ADDED = Text(nb="{name} er ny", en="{name} is new")
_GONE = Text(nb="{name} er borte", en="{name} is gone")
_OTHER_CONTENT = Text(
    nb="Versjon {version} er allerede gitt ut ({date}, {maker}) med et annet innhold: {changes}.",
    en="Version {version} has already been released ({date}, {maker}) with other content: "
    "{changes}.",
)
_NEW_VERSION = Text(
    nb="Skriv en ny version og date. Skulle ingenting være endret, så bygg det samme manuskriptet "
    "med {maker}.",
    en="Write a new version and date. If nothing was meant to change, build the same manuscript "
    "with {maker}.",
)


@dataclass(frozen=True, slots=True)
class PastRelease:
    """One released version: the SHA-256 of each edition's file, by name."""

    __pydantic_config__ = STRICT

    date: date
    made_with: str
    files: dict[str, str]


@dataclass(frozen=True, slots=True)
class PastReleases:
    """All versions that have been released."""

    __pydantic_config__ = STRICT

    releases: dict[str, PastRelease] = field(default_factory=dict)


def read_past(book: Path) -> tuple[PastReleases | None, tuple[Finding, ...]]:
    """The earlier releases of ``book``, or ``None`` and why they cannot be read."""
    try:
        file = read_toml(PastReleases, book, RELEASES, PAST_RELEASES_ARE_READABLE)
    except FileNotFoundError:
        return PastReleases(), ()
    return file.values, tuple(replace(finding, hint=_BRING_BACK) for finding in file.findings)


def refusals(
    past: PastReleases, metadata: Metadata, files: Mapping[str, str], book: Path, *, tag: str
) -> tuple[Finding, ...]:
    """Reasons not to release ``files`` (digests by name) as this version, or for this tag."""
    if not _FILE_NAME.fullmatch(metadata.version):
        message = _NO_FILE_NAME.filled(version=metadata.version)
        return (VERSION_NAMES_A_FILE.broken(version_of(book), message, _PLAIN_VERSION),)
    if tag and tag != f"v{metadata.version}":
        message = _OTHER_TAG.filled(tag=tag, version=metadata.version)
        return (TAG_IS_THE_VERSION.broken(version_of(book), message, _TAG_ANEW),)
    earlier = past.releases.get(metadata.version)
    if tag and earlier is None:
        message = _NEVER_RELEASED.filled(version=metadata.version)
        return (TAG_IS_OF_A_RELEASE.broken(Location(RELEASES), message, _RELEASE_FIRST),)
    if earlier is None or earlier.files == files:
        return ()
    message = _OTHER_CONTENT.filled(
        version=metadata.version,
        date=written_date(earlier.date),
        maker=earlier.made_with,
        changes=joined(", ", _changes(earlier.files, files)),
    )
    hint = _NEW_VERSION.filled(maker=earlier.made_with)
    return (VERSION_HAS_ONE_CONTENT.broken(version_of(book), message, hint),)


def version_of(book: Path) -> Location:
    """The location of the version in ``publication.toml``."""
    lines = key_lines((book / SETTINGS).read_text(encoding="utf-8-sig"))
    return Location(SETTINGS, line_of(lines, ("publication", "version")))


def remember(
    past: PastReleases, metadata: Metadata, files: Mapping[str, str], book: Path
) -> PastReleases:
    """Record that ``files`` are released as this version, unless the version is on record."""
    if metadata.version in past.releases:
        return past
    this = PastRelease(metadata.date, MAKER, dict(files))
    grown = PastReleases({**past.releases, metadata.version: this})
    written = _HEAD + "".join(map("\n{}".format, _written(grown)))
    write_through(book / RELEASES, written, within=book)
    return grown


def _changes(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[Text]:
    for name in sorted({*before, *now}):
        if name not in before:
            yield _ADDED.filled(name=name)
        elif name not in now:
            yield _GONE.filled(name=name)
        elif before[name] != now[name]:
            yield _CHANGED.filled(name=name)


def _written(past: PastReleases) -> Iterator[str]:
    """Each release as a TOML table, oldest first."""
    for version, release in past.releases.items():
        files = "".join(f"{_quoted(name)} = {_quoted(sha)}\n" for name, sha in _sorted(release))
        yield (
            f"[releases.{_quoted(version)}]\n"
            f"date = {release.date.isoformat()}\n"
            f"made-with = {_quoted(release.made_with)}\n"
            f"[releases.{_quoted(version)}.files]\n{files}"
        )


def _sorted(release: PastRelease) -> list[tuple[str, str]]:
    return sorted(release.files.items())


def _quoted(text: str) -> str:
    """A TOML basic string; JSON escapes the same characters in the same way."""
    return json.dumps(text, ensure_ascii=False)
