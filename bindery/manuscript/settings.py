"""Read ``publication.toml`` strictly."""

import re
from collections.abc import Iterator
from pathlib import Path

from bindery.manuscript.requirements import SETTINGS_ARE_VALID
from bindery.manuscript.toml_file import TomlFile, read_toml
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.publication import Metadata, Settings, is_what_it_says
from bindery.vocabulary.text import Text

SETTINGS = "manuscript/publication.toml"

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_E_MAIL = re.compile(r"[^\s@/]+@[^\s@/]+\.[^\s@/.]+")
WEB_ADDRESS = re.compile(r"https?://[^\s/?#@]+\.[^\s/?#@.]+([/?#]\S*)?")
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
        file = read_toml(Settings, book, SETTINGS, SETTINGS_ARE_VALID)
    except FileNotFoundError:
        return None, (_not_there(),)
    if file.values is None:
        return None, file.findings
    unusable = tuple(_unusable(file.values, file))
    return (None, unusable) if unusable else (file.values, ())


def _unusable(settings: Settings, file: TomlFile[Settings]) -> Iterator[Finding]:
    """Report values of the right type that are empty or cannot be used."""
    for key in _MUST_SAY_SOMETHING:
        if not getattr(settings.publication, key.replace("-", "_")).strip():
            yield SETTINGS_ARE_VALID.broken(
                file.location("publication", key),
                Text(nb=f"«publication.{key}» er tom.", en=f"“publication.{key}” is empty."),
                Text(nb="Skriv hva den skal si.", en="Write what it should say."),
            )
    for key, value, message, hint in _misshapen(settings.publication):
        location = file.location("publication", key)
        yield SETTINGS_ARE_VALID.broken(location, message.filled(value=value), hint)


def _misshapen(metadata: Metadata) -> Iterator[tuple[str, str, Text, Text]]:
    """Key, value, message and hint of each malformed name, identifier or address."""
    if (slug := metadata.slug).strip() and not _SLUG.fullmatch(slug):
        yield "slug", slug, _NO_FILE_NAME, _FILE_NAMES
    if (identifier := metadata.identifier) and not is_what_it_says(identifier):
        yield "identifier", identifier, _NO_IDENTIFIER, _IDENTIFIERS
    contact = metadata.accessibility_contact
    if contact.strip() and not (_E_MAIL.fullmatch(contact) or WEB_ADDRESS.fullmatch(contact)):
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
_NO_IDENTIFIER = Text(
    nb="«{value}» er ikke en gyldig ISBN eller UUID. Bibliotek og leseprogrammer får ikke skilt "
    "boka fra andre.",
    en="“{value}” is not a valid ISBN or UUID. Libraries and reading systems cannot tell the "
    "book from others.",
)
_IDENTIFIERS = Text(
    nb="Skriv hele ISBN-en. En ny UUID lager du med: "
    "python3 -c 'import uuid; print(uuid.uuid4().urn)'",
    en="Write the whole ISBN. A new UUID is made by: "
    "python3 -c 'import uuid; print(uuid.uuid4().urn)'",
)
_NO_CONTACT = Text(
    nb="«{value}» er verken en e-postadresse eller en nettadresse. Den som ikke får lest "
    "publikasjonen, når ikke fram til dere.",
    en="“{value}” is neither an e-mail address nor a web address. Readers who cannot read the "
    "publication have no way to tell you.",
)
_CONTACTS = Text(
    nb="Skriv hele adressen: post@kommunen.example, eller https://kommunen.example/kontakt.",
    en="Write the whole address: post@kommunen.example, or https://kommunen.example/kontakt.",
)
_NO_FOLDER = Text(
    nb="«{value}» kan ikke være adressen til publikasjonen på nettet. De som deler den, deler en "
    "lenke som ikke virker.",
    en="“{value}” cannot be the publication’s address on the web. People who share it will share "
    "a broken link.",
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
