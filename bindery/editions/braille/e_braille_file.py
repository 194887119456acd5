"""eBraille 1.0 (DAISY, 2025): the publication in braille that flows on any display.

It is an EPUB with rules of its own: two files are in its root, and the text is cells.
"""

import uuid
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO

from lxml import etree
from lxml.builder import E

from bindery.claims.proofread_braille import braille_summary
from bindery.document.contents import HEADINGS
from bindery.document.model import Element
from bindery.editions.braille.book import CONTENTS, BrailleBook, Page
from bindery.locales import locale_of

NAVIGATION, PACKAGE, FOLDER = "index.html", "package.opf", "ebraille"
STYLE = f"{FOLDER}/braille.css"

_CONTAINER = f"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="{PACKAGE}" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""
_SHEET = """\
ol, ul { list-style: none; padding: 0; margin: 1em 0; }
li { margin: 0 0 0 2em; text-indent: -2em; }
p { margin: 0; text-indent: 2em; }
li p, td p, th p, .code-line { text-indent: 0; }
h1, h2, h3, h4, h5, h6 { margin: 1em 0 0; }
table { margin: 1em 0; }
th, td { padding: 0 1em 0 0; text-align: start; vertical-align: top; }
"""
_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)
_NAMESPACE = uuid.UUID("6e7b3a52-5a4c-5d0b-9c3f-7c2d4a9f1e60")
_XHTML = "application/xhtml+xml"
_SCRIPT = "Brai"


@dataclass(frozen=True, slots=True)
class _File:
    name: str
    media_type: str
    content: str
    in_spine: bool = False
    properties: str = ""


def ebraille(book: BrailleBook, modified: datetime) -> bytes:
    """The finished file, always the same for the same book."""
    files = tuple(_files(book))
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        _put(archive, "mimetype", "application/epub+zip", stored=True)
        _put(archive, "META-INF/container.xml", _CONTAINER)
        _put(archive, PACKAGE, _package(book, files, modified))
        for file in files:
            _put(archive, file.name, file.content)
    return written.getvalue()


def _put(archive: zipfile.ZipFile, name: str, content: str, *, stored: bool = False) -> None:
    entry = zipfile.ZipInfo(name, _FIRST_DAY_OF_ZIP)
    entry.external_attr = 0o644 << 16
    entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    archive.writestr(entry, content, compresslevel=9)


def _files(book: BrailleBook) -> Iterator[_File]:
    homes = _homes(book.pages)
    yield _File(NAVIGATION, _XHTML, _navigation(book, homes), properties="nav")
    for page in book.pages:
        body = deepcopy(page.body)
        _link(body, page.name, homes)
        content = _document(body, _title(body), book)
        yield _File(f"{FOLDER}/{page.name}", _XHTML, content, in_spine=True)
    yield _File(STYLE, "text/css", _SHEET)


def _homes(pages: Sequence[Page]) -> Mapping[str, str]:
    """The file of each element with an id."""
    return {
        name: page.name
        for page in pages
        for element in page.body.iter(etree.Element)
        if (name := element.get("id"))
    }


def _link(body: Element, own: str, homes: Mapping[str, str]) -> None:
    """Let links within the publication lead to the right file; one that leads nowhere is text."""
    for link in body.iter("a"):
        target = link.get("href") or ""
        if not target.startswith("#"):
            continue
        home = homes.get(target[1:])
        if home is None:
            del link.attrib["href"]
        elif home != own:
            link.set("href", home + target)


def _title(body: Element) -> str:
    heading = next(body.iter(*HEADINGS), None)
    return "".join(heading.itertext()).replace("\u00ad", "") if heading is not None else ""


def _document(body: Element, title: str, book: BrailleBook) -> str:
    root = E.body(body)
    etree.cleanup_namespaces(root)
    head = f'<link rel="stylesheet" type="text/css" href="{STYLE.rpartition("/")[2]}"/>'
    return _page(etree.tostring(root, encoding="unicode"), title, head, book)


def _page(body: str, title: str, head: str, book: BrailleBook) -> str:
    language = _language(book)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
        f' lang="{language}" xml:lang="{language}">\n'
        f'<head><meta charset="UTF-8"/><title>{title}</title>{head}</head>\n{body}\n</html>\n'
    )


def _language(book: BrailleBook) -> str:
    """The publication's language in braille (BCP 47): the script follows the language."""
    first, _, rest = book.metadata.language.partition("-")
    return "-".join(filter(None, (first, _SCRIPT, rest)))


def _navigation(book: BrailleBook, homes: Mapping[str, str]) -> str:
    contents = deepcopy(book.contents)
    for link in contents.iter("a"):
        target = link.get("href") or ""
        link.set("href", f"{FOLDER}/{homes.get(target[1:], book.pages[0].name)}{target}")
    words = book.phrases[CONTENTS]
    navs = [_nav("toc", "doc-toc", E.h1(words), contents)]
    if book.breaks:
        entries = E.ol(
            *(
                E.li(
                    E.a(
                        book.folios[one.folio],
                        href=f"{FOLDER}/{book.pages[one.tree].name}#{one.id}",
                        title=one.folio,
                    )
                )
                for one in book.breaks
            )
        )
        navs.append(_nav("page-list", "doc-pagelist", None, entries))
    head = f'<link rel="publication" href="{PACKAGE}" type="application/oebps-package+xml"/>'
    body = "\n".join(etree.tostring(one, encoding="unicode") for one in navs)
    body = body.replace(f"{_TYPE}=", "epub:type=")
    return _page(f"<body>\n{body}\n</body>", words, head, book)


_TYPE = "data-epub-type"


def _nav(kind: str, role: str, heading: Element | None, entries: Element) -> Element:
    nav = E.nav({_TYPE: kind, "role": role})
    if heading is not None:
        nav.append(heading)
    nav.append(entries)
    return nav


def _package(book: BrailleBook, files: Sequence[_File], modified: datetime) -> str:
    opf, dc = "http://www.idpf.org/2007/opf", "http://purl.org/dc/elements/1.1/"
    root = etree.Element(
        f"{{{opf}}}package", {"version": "3.0", "unique-identifier": "id"}, nsmap={None: opf}
    )
    metadata = etree.SubElement(root, f"{{{opf}}}metadata", nsmap={"dc": dc})
    for name, value in _dublin_core(book):
        element = etree.SubElement(metadata, f"{{{dc}}}{name}")
        element.text = value
        if name == "identifier":
            element.set("id", "id")
    stamp = modified.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    for name, value in (*_properties(book), ("dcterms:modified", stamp)):
        element = etree.SubElement(metadata, f"{{{opf}}}meta", property=name)
        element.text = value
    manifest = etree.SubElement(root, f"{{{opf}}}manifest")
    spine = etree.SubElement(root, f"{{{opf}}}spine")
    for number, file in enumerate(files, start=1):
        name = f"fil-{number}"
        attributes = {"id": name, "href": file.name, "media-type": file.media_type}
        if file.properties:
            attributes["properties"] = file.properties
        etree.SubElement(manifest, f"{{{opf}}}item", attributes)
        if file.in_spine:
            etree.SubElement(spine, f"{{{opf}}}itemref", idref=name)
    written = etree.tostring(root, pretty_print=True, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}'


def _dublin_core(book: BrailleBook) -> Iterator[tuple[str, str]]:
    metadata = book.metadata
    # Its own: a library must be able to tell the braille from the e-book.
    own = uuid.uuid5(_NAMESPACE, f"{metadata.identifier} {FOLDER}")
    yield "identifier", f"urn:uuid:{own}"
    yield "title", metadata.title
    yield "language", _language(book)
    yield "date", metadata.date.isoformat()
    yield "format", "eBraille 1.0"
    authors = [one.name for one in metadata.contributors if one.role == "author"]
    for name in authors or [metadata.publisher]:
        yield "creator", name
    for one in metadata.contributors:
        if one.role != "author":
            yield "contributor", one.name
    yield "publisher", metadata.publisher
    yield "rights", metadata.rights
    yield "description", metadata.description
    yield "source", metadata.identifier


def _properties(book: BrailleBook) -> Iterator[tuple[str, str]]:
    metadata = book.metadata
    yield "dcterms:dateCopyrighted", str(metadata.date.year)
    yield "a11y:brailleCellType", "6"
    yield "a11y:brailleSystem", book.code.system
    yield "a11y:completeTranscription", "true" if book.is_complete else "false"
    yield "a11y:producer", metadata.publisher
    yield "a11y:tactileGraphics", "none"
    yield "schema:accessMode", "tactile"
    yield "schema:accessModeSufficient", "tactile"
    features = ["braille", "readingOrder", "structuralNavigation", "tableOfContents"]
    if book.breaks:
        features += ["pageBreakMarkers", "pageNavigation"]
    for feature in features:
        yield "schema:accessibilityFeature", feature
    yield "schema:accessibilityHazard", "none"
    yield "schema:accessibilitySummary", braille_summary(book.document.publication).text
    if book.breaks:
        word = locale_of(metadata.language).word(
            "ways.printed-pages",
            file=f"{book.document.publication.slug}.pdf",
            version=metadata.version,
            publisher=metadata.publisher,
            year=metadata.date.year,
        )
        yield "pageBreakSource", word.text
