"""Read ``publication.toml`` strictly."""

import re
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, replace
from pathlib import Path
from typing import Any

from bindery.manuscript.addresses import brief, is_mailbox, is_web_address, written
from bindery.manuscript.brand.settings_read import unusable_brand
from bindery.manuscript.files import SETTINGS
from bindery.manuscript.requirements import SETTINGS_ARE_VALID
from bindery.manuscript.toml_file import Place, TomlFile, read_toml, written_place
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.publication import Metadata, Settings, is_what_it_says
from bindery.vocabulary.reading_order import ReadingOrder
from bindery.vocabulary.text import Text

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FOLDER = re.compile(r"https?://[^?#@]+/")
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
    return (None, unusable) if unusable else (_with_written_addresses(file.values), ())


def _with_written_addresses(settings: Settings) -> Settings:
    """``settings`` with every address as all editions write it, and the cover where all look."""
    metadata = settings.publication
    source = metadata.source and replace(metadata.source, url=written(metadata.source.url))
    contact = metadata.accessibility_contact.strip().removeprefix("mailto:")
    cover = settings.brand.cover or settings.editions.pdf.cover
    return replace(
        settings,
        brand=replace(settings.brand, cover=cover),
        publication=replace(
            metadata,
            source=source,
            address=written(metadata.address),
            accessibility_contact=written(contact),
        ),
    )


def _unusable(settings: Settings, file: TomlFile[Settings]) -> Iterator[Finding]:
    """Report values of the right type that are empty or cannot be used."""
    for place, value in _said(settings.publication):
        if not value.strip():
            key = written_place(("publication", *place))
            yield SETTINGS_ARE_VALID.broken(
                file.location("publication", *place),
                Text(nb=f"«{key}» er tom.", en=f"“{key}” is empty."),
                Text(nb="Fyll ut nøkkelen.", en="Fill in the key."),
            )
    for key, value, message, hint in _misshapen(settings.publication):
        location = file.location("publication", *key.split("."))
        yield SETTINGS_ARE_VALID.broken(location, message.filled(value=value), hint)
    for place, message, hint in unusable_brand(settings):
        yield SETTINGS_ARE_VALID.broken(file.location(*place), message, hint)
    for place, message, hint in _disordered(settings.reading_order):
        yield SETTINGS_ARE_VALID.broken(file.location("reading-order", *place), message, hint)


def _disordered(order: ReadingOrder) -> Iterator[tuple[Place, Text, Text]]:
    """Place, message and hint of each part that cannot be made."""
    if order.chapters and order.parts:
        yield ("chapters",), _CHAPTERS_AND_PARTS, _ONE_OF_THEM
    for number, part in enumerate(order.parts):
        if not part.title.strip():
            key = written_place(("reading-order", "parts", number, "title"))
            message = Text(nb=f"«{key}» er tom.", en=f"“{key}” is empty.")
            yield ("parts", number, "title"), message, _NAME_THE_PART
        elif not part.chapters:
            yield ("parts", number), _EMPTY_PART.filled(title=part.title), _FILL_THE_PART


def _said(metadata: Metadata) -> Iterator[tuple[Place, str]]:
    """Each value that readers get, with its place below ``publication``."""
    for key in _MUST_SAY_SOMETHING:
        yield (key,), getattr(metadata, key.replace("-", "_"))
    for number, contributor in enumerate(metadata.contributors):
        yield ("contributors", number, "name"), contributor.name
    if metadata.source is not None:
        yield ("source", "title"), metadata.source.title
        yield ("source", "publisher"), metadata.source.publisher


def _misshapen(metadata: Metadata) -> Iterator[tuple[str, str, Text, Text]]:
    """Key, value, message and hint of each malformed name, identifier or address."""
    if (slug := metadata.slug).strip() and not _SLUG.fullmatch(slug):
        yield "slug", slug, _NO_FILE_NAME, _FILE_NAMES
    if (identifier := metadata.identifier) and not is_what_it_says(identifier):
        yield "identifier", identifier, _NO_IDENTIFIER, _IDENTIFIERS
    contact = metadata.accessibility_contact
    if contact.strip() and not (is_mailbox(contact) or is_web_address(contact)):
        yield "accessibility-contact", brief(contact), _NO_CONTACT, _CONTACTS
    address = metadata.address
    if address and not (is_web_address(address) and _FOLDER.fullmatch(address)):
        yield "address", brief(address), _NO_FOLDER, _FOLDERS
    if metadata.source and not is_web_address(metadata.source.url):
        yield "source.url", brief(metadata.source.url), _NO_SOURCE, _SOURCES


_NO_FILE_NAME = Text(
    nb="«{value}» kan ikke være navn på filene i build/.",
    en="“{value}” cannot name the files in build/.",
)
_FILE_NAMES = Text(
    nb="Bruk små bokstaver a–z, tall og enkle bindestreker.",
    en="Use small letters a–z, digits and single hyphens.",
)
_NO_IDENTIFIER = Text(
    nb="«{value}» er ikke en gyldig ISBN eller UUID. Biblioteker og leseprogrammer kan ikke skille"
    " publikasjonen fra andre.",
    en="“{value}” is not a valid ISBN or UUID. Libraries and reading systems cannot tell the"
    " publication from others.",
)
_IDENTIFIERS = Text(
    nb="Skriv hele ISBN-en. Lag en ny UUID med: python3 -c 'import uuid; print(uuid.uuid4().urn)'",
    en="Write the whole ISBN. Make a new UUID with: python3 -c 'import uuid;"
    " print(uuid.uuid4().urn)'",
)
_NO_CONTACT = Text(
    nb="«{value}» er verken en e-postadresse eller en nettadresse. Lesere med problemer kan ikke"
    " kontakte utgiveren.",
    en="“{value}” is neither an e-mail address nor a web address. Readers with problems cannot"
    " contact the publisher.",
)
_CONTACTS = Text(
    nb="Skriv hele adressen: post@kommunen.example, eller https://kommunen.example/kontakt.",
    en="Write the whole address: post@kommunen.example, or https://kommunen.example/kontakt.",
)
_NO_SOURCE = Text(
    nb="«{value}» er ikke en nettadresse. Lenken til kilden virker ikke, eller er ikke trygg.",
    en="“{value}” is not a web address. The link to the source does not work, or is not safe.",
)
_SOURCES = Text(
    nb="Skriv hele adressen til kilden: https://forlaget.example/rapporten.",
    en="Write the source’s whole address: https://publisher.example/the-report.",
)
_NO_FOLDER = Text(
    nb="«{value}» kan ikke være nettadressen til publikasjonen. De som deler den, deler en lenke"
    " som ikke virker.",
    en="“{value}” cannot be the publication’s web address. People who share it will share a broken"
    " link.",
)
_FOLDERS = Text(
    nb="Skriv hele adressen, med skråstrek til slutt: https://kommunen.example/publikasjonen/.",
    en="Write the whole address, with a slash at its end: https://kommunen.example/publikasjonen/.",
)

_CHAPTERS_AND_PARTS = Text(
    nb="Leserekkefølgen har både chapters og parts. Kapitlene i chapters hører ikke til noen del.",
    en="The reading order has both chapters and parts. The chapters in chapters belong to no part.",
)
_ONE_OF_THEM = Text(
    nb="Flytt kapitlene inn i delene, eller til front, appendices eller back.",
    en="Move the chapters into the parts, or to front, appendices or back.",
)
_EMPTY_PART = Text(
    nb="Delen «{title}» har ingen kapitler.", en="The part “{title}” has no chapters."
)
_FILL_THE_PART = Text(
    nb='Skriv chapters = ["chapters/01-….md"] under delen, eller fjern delen.',
    en='Write chapters = ["chapters/01-….md"] below the part, or remove the part.',
)
_NAME_THE_PART = Text(
    nb="Gi delen en tittel. Den får en side for seg selv.",
    en="Give the part a title. It gets a page of its own.",
)

_WRITE_IT = Text(
    nb="Lag filen. Under [publication]: {keys}. Under [reading-order]: chapters, en liste over "
    "kapitlene.",
    en="Create it. Below [publication]: {keys}. Below [reading-order]: chapters, a list of the "
    "chapters.",
)


def _is_required(key: "Field[Any]") -> bool:
    return key.default is MISSING and key.default_factory is MISSING


def _not_there() -> Finding:
    return SETTINGS_ARE_VALID.broken(
        Location(SETTINGS),
        Text(nb="Filen finnes ikke.", en="There is no such file."),
        _WRITE_IT.filled(
            keys=", ".join(
                one.name.replace("_", "-") for one in fields(Metadata) if _is_required(one)
            )
        ),
    )
