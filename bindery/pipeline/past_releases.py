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
from bindery.manuscript.setting_lines import setting_at
from bindery.manuscript.toml_file import read_toml
from bindery.tools.installation import COMMAND
from bindery.tools.writing import write_through
from bindery.vocabulary.counting import STRICT
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.publication import Metadata
from bindery.vocabulary.text import Text, joined

RELEASES = "releases.toml"
PAST_RELEASES_ARE_READABLE = Requirement(
    "past-releases-are-readable",
    Text(
        nb="I `releases.toml` står det hva hver versjon inneholder. Uten den kan en versjon bli"
        " delt ut to ganger, med ulike ord.",
        en="`releases.toml` lists what each version contains. Without it a version could be"
        " published twice, with different words.",
    ),
)
VERSION_HAS_ONE_CONTENT = Requirement(
    "version-has-one-content",
    Text(
        nb="To lesere som viser til samme versjon, må ha lest det samme.",
        en="Two readers who name the same version must have read the same words.",
    ),
)
VERSION_NAMES_A_FILE = Requirement(
    "version-names-a-file",
    Text(
        nb="Pakken får navn etter publikasjonen og versjonen. Navnet må være gyldig på alle"
        " maskiner.",
        en="The bundle is named after the publication and its version. The name must be valid on"
        " every machine.",
    ),
)
TAG_IS_THE_VERSION = Requirement(
    "tag-is-the-version",
    Text(
        nb="Lesere som finner pakken ved taggen v1.0.0, må få versjon 1.0.0.",
        en="Readers who find the bundle at the tag v1.0.0 must get version 1.0.0.",
    ),
)
TAG_IS_OF_A_RELEASE = Requirement(
    "tag-is-of-a-release",
    Text(
        nb="Det som deles ut automatisk ved en tagg, må noen ha laget, kontrollert og tatt vare"
        " på.",
        en="What is published automatically at a tag must have been made, checked and kept by"
        " somebody.",
    ),
)
MAKER = f"bindery {__version__}"

_HEAD = f"""\
# What has been released: the digest (SHA-256) of each file, version by version.
# `{COMMAND} release` writes it. Commit it; do not change it by hand.
"""
_FILE_NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z.+_-]*")
_NO_FILE_NAME = Text(
    nb="«{version}» kan ikke stå i et filnavn, og pakken får navn etter versjonen.",
    en="“{version}” cannot be part of a file name, and the bundle is named after the version.",
)
_PLAIN_VERSION = Text(
    nb="Bruk bokstavene a–z, tall, punktum og bindestrek: 1.0.0.",
    en="Use the letters a–z, digits, full stops and hyphens: 1.0.0.",
)
_BRING_BACK = Text(
    nb="Hent filen tilbake slik den var da den sist ble lagret i versjonskontrollen.",
    en="Restore the file as it was last committed.",
)
_OTHER_TAG = Text(
    nb="Taggen er {tag}, men versjonen er {version}.",
    en="The tag is {tag}, but the version is {version}.",
)
_TAG_ANEW = Text(
    nb="Rett version, eller slett taggen og lag en ny: v og versjonen.",
    en="Fix the version, or delete the tag and make a new one: v and the version.",
)
_NEVER_RELEASED = Text(
    nb="Versjon {version} var ikke gitt ut da taggen ble satt.",
    en="Version {version} had not been released when the tag was made.",
)
_RELEASE_FIRST = Text(
    nb=f"Kjør {COMMAND} release, se på build/release/, lagre releases.toml i Git, og sett taggen"
    " der.",
    en=f"Run {COMMAND} release, check build/release/, commit releases.toml, and tag that commit.",
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
    nb="Skriv ny version og date. Hvis ingenting skulle være endret, bygg det samme manuset med"
    " {maker}.",
    en="Write a new version and date. If nothing was meant to change, build the same manuscript"
    " with {maker}.",
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
    return setting_at(book, ("publication", "version"))


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
