"""``publication.toml``, read strictly."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from bindery.manuscript.requirements import SETTINGS_ARE_VALID
from bindery.manuscript.toml_lines import Place, key_lines, line_of
from bindery.manuscript.typed import typed
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.publication import Metadata, Settings
from bindery.vocabulary.text import Text

SETTINGS = "manuscript/publication.toml"

_AT_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_E_MAIL = re.compile(r"[^\s@/]+@[^\s@/]+\.[^\s@/.]+")
_WEB_ADDRESS = re.compile(r"https?://[^\s/?#@]+\.[^\s/?#@.]+([/?#]\S*)?")
_FOLDER_ON_THE_WEB = re.compile(r"https?://[^\s/?#@]+(/[^\s?#]*)?/")
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
    for key, value, message, hint in _misshapen(settings.publication):
        location = Location(SETTINGS, line_of(lines, ("publication", key)))
        yield SETTINGS_ARE_VALID.broken(location, message.filled(value=value), hint)


def _misshapen(metadata: Metadata) -> Iterator[tuple[str, str, Text, Text]]:
    """Key, value, message and hint of what no file, mail or browser can use."""
    if (slug := metadata.slug).strip() and not _SLUG.fullmatch(slug):
        yield "slug", slug, _NO_FILE_NAME, _FILE_NAMES
    contact = metadata.accessibility_contact
    if contact.strip() and not (_E_MAIL.fullmatch(contact) or _WEB_ADDRESS.fullmatch(contact)):
        yield "accessibility-contact", contact, _NO_CONTACT, _CONTACTS
    if (address := metadata.address) and not _FOLDER_ON_THE_WEB.fullmatch(address):
        yield "address", address, _NO_FOLDER, _FOLDERS


_NO_FILE_NAME = Text(
    nb="«{value}» kan ikke være navn på filene i build/.",
    en="“{value}” cannot name the files in build/.",
)
_FILE_NAMES = Text(
    nb="Bruk små bokstaver a–z, tall og enkle bindestreker.",
    en="Use small letters a–z, digits and single hyphens.",
)
_NO_CONTACT = Text(
    nb="«{value}» er verken en e-postadresse eller en nettadresse. Den som ikke får lest "
    "publikasjonen, når ikke fram til dere.",
    en="“{value}” is neither an e-mail address nor a web address. Who cannot read the publication "
    "has no way to tell you.",
)
_CONTACTS = Text(
    nb="Skriv den hel: post@kommunen.example, eller https://kommunen.example/kontakt.",
    en="Write the whole of it: post@kommunen.example, or https://kommunen.example/kontakt.",
)
_NO_FOLDER = Text(
    nb="«{value}» kan ikke være adressen til publikasjonen på nettet. De som deler den, deler en "
    "lenke som ikke virker.",
    en="“{value}” cannot be the publication’s address on the web. Who shares it shares a link that "
    "does not work.",
)
_FOLDERS = Text(
    nb="Skriv hele adressen, med skråstrek til slutt: https://kommunen.example/publikasjonen/.",
    en="Write the whole address, with a slash at its end: https://kommunen.example/publikasjonen/.",
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
