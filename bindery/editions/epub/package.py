"""The EPUB's container and package document, by EbookLib with workarounds for its bugs.

Each bug of EbookLib 0.20 is named at its workaround, with its issue at github.com/aerkalov/
ebooklib; those without a number had no issue in November 2026.
"""

import zipfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from itertools import count
from typing import Any

from ebooklib import epub
from lxml import etree

from bindery.document.model import XML_LANG
from bindery.locales.writing_direction import RIGHT_TO_LEFT, is_right_to_left

_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)

Property = tuple[str, str, dict[str, str]]
"""Name, text and attributes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the table of contents: its title, its target, the entries below it.

    ``language`` is the title's, if it is not the publication's.
    """

    title: str
    address: str
    language: str | None
    below: tuple["Entry", ...] = ()


@dataclass(frozen=True, slots=True)
class Resource:
    """One file of the EPUB. ``properties`` are those of EPUB 3.3, D.6 ("nav", "mathml", "svg")."""

    name: str
    media_type: str
    content: bytes
    properties: tuple[str, ...] = ()
    in_spine: bool = False


@dataclass(frozen=True, slots=True)
class Package:
    """The package document's metadata, and the resources in reading order.

    ``dublin_core`` has (element, text, attributes), ``properties`` (property, text, attributes).
    ``links`` are the attributes of links to what is published elsewhere. ``ncx`` is the table of
    contents for reading systems of EPUB 2, if it is asked for.
    """

    language: str
    modified: datetime
    dublin_core: tuple[Property, ...]
    properties: tuple[Property, ...]
    resources: tuple[Resource, ...] = field(default=())
    links: tuple[dict[str, str], ...] = ()
    ncx: tuple[Entry, ...] = ()


def write(package: Package) -> bytes:
    """The EPUB as bytes, always the same for the same package."""
    book = epub.EpubBook()
    # EbookLib begins with an English generator and a random identifier of its own, and its
    # add_author() gives every author the same id.
    book.metadata.clear()
    book.language = package.language
    for element, text, attributes in package.dublin_core:
        book.add_metadata("DC", element, text, attributes)
    for name, text, attributes in package.properties:
        book.add_metadata(None, "meta", text, {"property": name, **attributes})
    for number, resource in enumerate(package.resources, start=1):
        book.add_item(_item(resource, f"fil-{number}"))
    if is_right_to_left(package.language):
        book.direction = RIGHT_TO_LEFT
    book.spine = [
        f"fil-{number}"
        for number, resource in enumerate(package.resources, start=1)
        if resource.in_spine
    ]
    languages = _add_ncx(book, package) if package.ncx else {}
    raw = BytesIO()
    # The time must be UTC already: EbookLib writes any time as if it were (the option is from #59).
    # Without the other option a full disk would give no error (#266).
    options = {"mtime": package.modified.astimezone(UTC), "raise_exceptions": True}
    writer = _Writer(raw, book, options, package.links, languages)
    writer.process()
    writer.write()
    return _same_bytes(raw)


def _item(resource: Resource, identity: str) -> Any:
    # EpubHtml would parse the document again and drop its head (#76, #135), the body's attributes
    # and the capitals in SVG's attributes (#170).
    item = epub.EpubItem(identity, resource.name, resource.media_type, resource.content)
    item.properties = list(resource.properties)
    return item


def _add_ncx(book: Any, package: Package) -> dict[str, str]:
    """Add an NCX to ``book``; return the languages of its entries, by their ids."""
    numbers = count(1)
    languages: dict[str, str] = {}

    def listed(entries: tuple[Entry, ...]) -> list[Any]:
        links = []
        for entry in entries:
            link = epub.Link(entry.address, entry.title, f"punkt-{next(numbers)}")
            if entry.language:
                languages[link.uid] = entry.language
            links.append((link, listed(entry.below)) if entry.below else link)
        return links

    book.uid = next(text for name, text, _ in package.dublin_core if name == "identifier")
    book.title = next(text for name, text, _ in package.dublin_core if name == "title")
    book.toc = listed(package.ncx)
    book.add_item(epub.EpubNcx())
    return languages


class _Writer(epub.EpubWriter):  # type: ignore[misc]
    """EbookLib's writer, with languages in the package document and the NCX."""

    def __init__(
        self,
        raw: BytesIO,
        book: Any,
        options: dict[str, Any],
        links: tuple[dict[str, str], ...],
        languages: dict[str, str],
    ) -> None:
        super().__init__(raw, book, options)
        self._links = links
        self._languages = languages

    def _get_ncx(self) -> bytes:
        # EbookLib's NCX has no language, neither its own nor that of an entry.
        ncx = etree.fromstring(super()._get_ncx())
        ncx.set(XML_LANG, self.book.language)
        for entry in ncx.iter("{*}navPoint"):
            if language := self._languages.get(entry.get("id") or ""):
                for label in entry.iterchildren("{*}navLabel"):
                    label.set(XML_LANG, language)
        return etree.tostring(ncx, encoding="utf-8", xml_declaration=True)

    def _write_opf_file(self, root: Any) -> None:
        # EbookLib writes no links, xml:lang or dir, and an attribute for an NCX that is not there.
        root.set(XML_LANG, self.book.language)
        if self.book.direction:
            root.set("dir", self.book.direction)
        for attributes in self._links:
            etree.SubElement(root.find("metadata"), "link", attributes)
        if not self.book.toc:
            root.find("spine").attrib.pop("toc", None)
        written = etree.tostring(root, pretty_print=True, encoding="utf-8", xml_declaration=True)
        self.out.writestr(f"{self.book.FOLDER_NAME}/content.opf", written)


def _same_bytes(raw: BytesIO) -> bytes:
    """The archive with fixed times: EbookLib writes the current time into every entry."""
    fixed = BytesIO()
    with zipfile.ZipFile(raw) as before, zipfile.ZipFile(fixed, "w") as after:
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, _FIRST_DAY_OF_ZIP)
            entry.external_attr = 0o644 << 16
            stored = name == "mimetype" or name.endswith((".woff2", ".png", ".jpg", ".jpeg"))
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            after.writestr(entry, before.read(name), compresslevel=9)
    return fixed.getvalue()
