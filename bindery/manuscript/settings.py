"""``publication.toml``, read strictly."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from bindery.manuscript.requirements import SETTINGS_ARE_VALID
from bindery.manuscript.toml_lines import Place, key_lines, line_of
from bindery.manuscript.typed import typed
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.publication import Settings
from bindery.vocabulary.text import Text

SETTINGS = "manuscript/publication.toml"

_AT_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_MUST_SAY_SOMETHING = (
    "title",
    "language",
    "publisher",
    "rights",
    "version",
    "identifier",
    "slug",
    "accessibility-contact",
    "description",
)


def read_settings(book: Path) -> tuple[Settings | None, tuple[Finding, ...]]:
    """The settings of the publication in the folder ``book``, or the findings that prevent it."""
    try:
        text = (book / SETTINGS).read_bytes().decode("utf-8-sig")
        values = tomllib.loads(text)
    except FileNotFoundError:
        return None, (_not_there(),)
    except UnicodeDecodeError as error:
        return None, (_not_utf8(error),)
    except tomllib.TOMLDecodeError as error:
        return None, (_not_toml(str(error), text),)
    lines = key_lines(text)
    settings, findings = typed(
        Settings,
        values,
        rule=SETTINGS_ARE_VALID.name,
        path=SETTINGS,
        line_of=lambda place: line_of(lines, place),
    )
    if settings is None:
        return None, findings
    unusable = tuple(_unusable(settings, lines))
    return (None, unusable) if unusable else (settings, ())


def _unusable(settings: Settings, lines: dict[Place, int]) -> Iterator[Finding]:
    """Values of the right type that say nothing, or cannot be a file name."""
    for key in _MUST_SAY_SOMETHING:
        if not getattr(settings.publication, key.replace("-", "_")).strip():
            yield SETTINGS_ARE_VALID.broken(
                Location(SETTINGS, line_of(lines, ("publication", key))),
                Text(nb=f"«publication.{key}» er tom.", en=f"“publication.{key}” is empty."),
                Text(nb="Skriv hva den skal si.", en="Write what it should say."),
            )
    slug = settings.publication.slug
    if slug.strip() and not _SLUG.fullmatch(slug):
        yield SETTINGS_ARE_VALID.broken(
            Location(SETTINGS, line_of(lines, ("publication", "slug"))),
            Text(
                nb=f"«{slug}» kan ikke være navn på filene i build/.",
                en=f"“{slug}” cannot name the files in build/.",
            ),
            Text(
                nb="Bruk små bokstaver a–z, tall og enkle bindestreker.",
                en="Use small letters a–z, digits and single hyphens.",
            ),
        )


def _not_there() -> Finding:
    return SETTINGS_ARE_VALID.broken(
        Location(SETTINGS),
        Text(nb="Filen finnes ikke.", en="There is no such file."),
        Text(
            nb="En publikasjon trenger den; docs/manuscript.md viser en som kan kopieres.",
            en="A publication needs one; docs/manuscript.md has one to copy.",
        ),
    )


def _not_utf8(error: UnicodeDecodeError) -> Finding:
    line = error.object[: error.start].count(b"\n") + 1
    return SETTINGS_ARE_VALID.broken(
        Location(SETTINGS, line),
        Text(nb="Filen er ikke lagret som UTF-8.", en="The file is not saved as UTF-8."),
        Text(nb="Lagre den på nytt som UTF-8.", en="Save it again as UTF-8."),
    )


def _not_toml(said: str, text: str) -> Finding:
    at = _AT_LINE.search(said)
    what = _AT_LINE.sub("", said).replace("(at end of document)", "").strip()
    last = Location(SETTINGS, max(1, len(text.splitlines())))
    return SETTINGS_ARE_VALID.broken(
        Location(SETTINGS, int(at[1]), int(at[2])) if at else last,
        Text(nb=f"Dette er ikke gyldig TOML: {what}.", en=f"This is not valid TOML: {what}."),
        Text(
            nb='Sjekk anførselstegn og likhetstegn på linjen: nøkkel = "verdi".',
            en='Check the quotation marks and the equals sign on the line: key = "value".',
        ),
    )
