"""The EPUB's container and package document, by EbookLib with its faults mended.

Each fault of EbookLib 0.20 is named where it is mended.
"""

import zipfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from ebooklib import epub
from lxml import etree

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)


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
    """What the package document says, and the resources in reading order.

    ``dublin_core`` holds (element, text, attributes), ``properties`` (property, text, attributes).
    """

    language: str
    modified: datetime
    dublin_core: tuple[tuple[str, str, dict[str, str]], ...]
    properties: tuple[tuple[str, str, dict[str, str]], ...]
    resources: tuple[Resource, ...] = field(default=())


def write(package: Package) -> bytes:
    """The EPUB as bytes, the same ones for the same package."""
    book = epub.EpubBook()
    # EbookLib begins with an English generator and a random identifier of its own.
    book.metadata.clear()
    book.language = package.language
    for element, text, attributes in package.dublin_core:
        book.add_metadata("DC", element, text, attributes)
    for name, text, attributes in package.properties:
        book.add_metadata(None, "meta", text, {"property": name, **attributes})
    for number, resource in enumerate(package.resources, start=1):
        book.add_item(_item(resource, f"fil-{number}"))
    book.spine = [
        f"fil-{number}"
        for number, resource in enumerate(package.resources, start=1)
        if resource.in_spine
    ]
    raw = BytesIO()
    options = {"mtime": package.modified.astimezone(UTC), "raise_exceptions": True}
    writer = _Writer(raw, book, options)
    writer.process()
    writer.write()
    return _same_bytes(raw)


def _item(resource: Resource, identity: str) -> Any:
    # EpubHtml would parse the document again and drop its head, attributes and namespaces.
    item = epub.EpubItem(identity, resource.name, resource.media_type, resource.content)
    item.properties = list(resource.properties)
    return item


class _Writer(epub.EpubWriter):  # type: ignore[misc]
    """EbookLib's writer, with a package document that says its language."""

    def _write_opf_file(self, root: Any) -> None:
        # EbookLib writes no xml:lang, an attribute for an NCX that is not there, and properties
        # that are metadata without a namespace of their own.
        root.set(XML_LANG, self.book.language)
        root.find("spine").attrib.pop("toc", None)
        written = etree.tostring(root, pretty_print=True, encoding="utf-8", xml_declaration=True)
        self.out.writestr(f"{self.book.FOLDER_NAME}/content.opf", written)


def _same_bytes(raw: BytesIO) -> bytes:
    """The archive again with fixed times: EbookLib writes the clock's into every entry."""
    fixed = BytesIO()
    with zipfile.ZipFile(raw) as before, zipfile.ZipFile(fixed, "w") as after:
        for name in before.namelist():
            entry = zipfile.ZipInfo(name, _FIRST_DAY_OF_ZIP)
            entry.external_attr = 0o644 << 16
            stored = name == "mimetype" or name.endswith((".woff2", ".png", ".jpg", ".jpeg"))
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            after.writestr(entry, before.read(name), compresslevel=9)
    return fixed.getvalue()
