"""A finished EPUB, read from its bytes (EPUB 3.3)."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote
from zipfile import BadZipFile, ZipFile

from lxml import etree

from bindery.document.model import XML_LANG, Element
from bindery.finished.documents import (
    TYPE_ATTRIBUTE,
    XHTML,
    Finished,
    UnreadableError,
    elements_by_id,
)

Property = tuple[str, str, Mapping[str, str]]
"""Name, text and attributes."""

_CONTAINER = "META-INF/container.xml"
_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


@dataclass(frozen=True, slots=True)
class Resource:
    """One file. ``media_type`` and ``properties`` are the manifest's."""

    media_type: str
    properties: tuple[str, ...]
    content: bytes


@dataclass(frozen=True, kw_only=True)
class Package:
    """What the container and the package document say.

    Names are relative to the package document, which is called ``package``. ``language`` is its
    ``xml:lang``; ``dublin_core`` and ``properties`` are its metadata. ``linear`` is
    the part of the ``spine`` in the default reading order. ``navigation`` is the name of the
    navigation document, empty if there is none.
    """

    package: str
    language: str
    dublin_core: tuple[Property, ...]
    properties: tuple[Property, ...]
    resources: Mapping[str, Resource]
    manifest: tuple[str, ...]
    spine: tuple[str, ...]
    linear: tuple[str, ...]
    navigation: str


@dataclass(frozen=True, kw_only=True)
class FinishedEpub(Finished, Package):
    """An EPUB: its documents in the order of the spine, then those outside it."""

    def claimed(self, name: str) -> tuple[str, ...]:
        """Every value of the property ``name``, in the order they are written."""
        return tuple(value for property, value, _ in self.properties if property == name)

    def navigation_lists(self, kind: str) -> list[Element]:
        """Every ``nav`` of ``kind`` (``toc``, ``page-list``, ``landmarks``)."""
        root = self.documents.get(self.navigation)
        navs = () if root is None else root.iter(f"{XHTML}nav")
        return [nav for nav in navs if kind in (nav.get(TYPE_ATTRIBUTE) or "").split()]

    def navigation_entries(self, kind: str) -> list[Element]:
        """The links of the navigation list ``kind``."""
        return [link for nav in self.navigation_lists(kind) for link in nav.iter(f"{XHTML}a")]

    def navigation_links(self, kind: str) -> tuple[str, ...]:
        """Where each entry of the navigation list ``kind`` leads."""
        return tuple(link.get("href") or "" for link in self.navigation_entries(kind))


def read_package(file: Path | bytes) -> Package:
    """Read the package in ``file``: a path, or the bytes themselves.

    Raises ``UnreadableError`` if it is not a package. Its documents are not parsed.
    """
    try:
        with ZipFile(BytesIO(file) if isinstance(file, bytes) else file) as archive:
            files = {name: archive.read(name) for name in archive.namelist() if name[-1:] != "/"}
        container = _parsed(_CONTAINER, files[_CONTAINER])
        path = str(container.xpath("string(//@full-path)"))
        return _read(_parsed(path, files[path]), path, files)
    except KeyError as error:
        raise UnreadableError(f"{error.args[0]}?") from error
    except (OSError, BadZipFile, UnicodeDecodeError) as error:
        raise UnreadableError(str(error) or type(error).__name__) from error


def read_epub(file: Path | bytes | Package, subject: str = "") -> FinishedEpub:
    """Read the EPUB in ``file``: a path, the bytes themselves, or its package.

    Raises ``UnreadableError`` if a document is not XML, or a required file is missing.
    """
    package = file if isinstance(file, Package) else read_package(file)
    resources = package.resources
    documents = {
        name: _parsed(name, resources[name].content)
        for name in dict.fromkeys((*package.spine, *package.manifest))
        if name in resources and resources[name].media_type == "application/xhtml+xml"
    }
    try:
        sheets = {
            name: resource.content.decode()
            for name, resource in resources.items()
            if resource.media_type == "text/css"
        }
    except UnicodeDecodeError as error:
        raise UnreadableError(str(error)) from error
    return FinishedEpub(
        subject=subject,
        documents=documents,
        named={name: elements_by_id(root) for name, root in documents.items()},
        sheets=sheets,
        **{field.name: getattr(package, field.name) for field in fields(Package)},
    )


def _read(package: Element, path: str, files: Mapping[str, bytes]) -> Package:
    folder = posixpath.dirname(path)
    items = {item.get("id") or "": item for item in package.iter(f"{_OPF}item")}
    manifest = {_name(item): item for item in items.values()}
    resources = {
        name: _resource(manifest.get(name), content)
        for file, content in files.items()
        if (name := posixpath.relpath(file, folder or "."))
    }
    spine = {
        _name(items[name]): item.get("linear") != "no"
        for item in package.iter(f"{_OPF}itemref")
        if (name := item.get("idref") or "") in items
    }
    return Package(
        package=posixpath.basename(path),
        language=package.get(XML_LANG) or "",
        dublin_core=tuple(_dublin_core(package)),
        properties=tuple(_properties(package)),
        resources=resources,
        manifest=tuple(manifest),
        spine=tuple(spine),
        linear=tuple(name for name, is_linear in spine.items() if is_linear),
        navigation=next((n for n, one in resources.items() if "nav" in one.properties), ""),
    )


def _parsed(name: str, content: bytes) -> Element:
    try:
        return etree.fromstring(content, _PARSER)
    except etree.XMLSyntaxError as error:
        raise UnreadableError(f"{name}: {error}") from error


def _name(item: Element) -> str:
    return posixpath.normpath(unquote(item.get("href") or ""))


def _resource(item: Element | None, content: bytes) -> Resource:
    if item is None:
        return Resource("", (), content)
    properties = tuple((item.get("properties") or "").split())
    return Resource(item.get("media-type") or "", properties, content)


def _dublin_core(package: Element) -> Iterator[Property]:
    for element in package.iter(f"{_DC}*"):
        yield str(element.tag).removeprefix(_DC), _text(element), dict(element.attrib)


def _properties(package: Element) -> Iterator[Property]:
    for element in package.iter(f"{_OPF}meta"):
        if name := element.get("property"):
            yield name, _text(element), dict(element.attrib)


def _text(element: Element) -> str:
    return " ".join("".join(element.itertext()).split())
