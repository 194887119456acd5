"""Finished pages of braille, read from a PEF or from a BRF."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from bindery.finished.documents import UnreadableError

NS = "{http://www.daisy.org/ns/2008/pef}"
DC = "{http://purl.org/dc/elements/1.1/}"
BLANK = "\u2800"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_FORM_FEED = "\f"

Page = tuple[str, ...]
"""The rows of one page, in cells, without the blanks at their ends."""


@dataclass(frozen=True, kw_only=True)
class BraillePages:
    """Pages in order. ``cells`` and ``lines`` are their size, 0 where the file does not say it.

    ``metadata`` are the elements of Dublin Core. ``volumes`` is the number of pages of each
    volume. ``tree`` is the file itself, if it is XML. A BRF has ``characters`` and no cells.
    """

    subject: str
    pages: tuple[Page, ...]
    cells: int = 0
    lines: int = 0
    metadata: tuple[tuple[str, str], ...] = ()
    volumes: tuple[int, ...] = ()
    tree: "etree._ElementTree[etree._Element] | None" = None
    characters: str = ""


def read_pef(file: Path | bytes) -> BraillePages:
    """Read a PEF. Raises ``UnreadableError`` if it is not one."""
    try:
        content = file if isinstance(file, bytes) else file.read_bytes()
        root = etree.fromstring(content, _PARSER)
    except (OSError, etree.XMLSyntaxError) as error:
        raise UnreadableError(str(error)) from error
    if root.tag != f"{NS}pef":
        raise UnreadableError("pef?")
    volumes = list(root.iter(f"{NS}volume"))
    sizes = [(_number(one, "cols"), _number(one, "rows")) for one in volumes]
    cells, lines = sizes[0] if sizes else (0, 0)
    meta = root.iterfind(f"{NS}head/{NS}meta/*")
    return BraillePages(
        subject="",
        pages=tuple(tuple(_rows(page)) for page in root.iter(f"{NS}page")),
        cells=cells,
        lines=lines,
        metadata=tuple((str(one.tag).removeprefix(DC), one.text or "") for one in meta),
        volumes=tuple(sum(1 for _ in one.iter(f"{NS}page")) for one in volumes),
        tree=root.getroottree(),
    )


def _number(element: "etree._Element", name: str) -> int:
    value = element.get(name) or ""
    return int(value) if value.isdecimal() else 0


def _rows(page: "etree._Element") -> Iterator[str]:
    for row in page.iter(f"{NS}row"):
        yield (row.text or "").rstrip(BLANK)


def read_brf(file: Path | bytes) -> BraillePages:
    """Read a BRF as it is: which cell each character is, only a table knows."""
    try:
        content = file if isinstance(file, bytes) else file.read_bytes()
        text = content.decode("ascii")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableError(str(error)) from error
    return BraillePages(subject="", pages=(), characters=text)


def in_cells(brf: BraillePages, table: Mapping[str, str]) -> BraillePages:
    """The pages of a BRF in the cells of ``table``. Raises ``UnreadableError``."""
    pages = brf.characters.split(_FORM_FEED)
    if pages and not pages[-1]:
        pages.pop()
    try:
        rows = tuple(
            tuple("".join(table[one] for one in row).rstrip(BLANK) for row in page.split("\r\n"))
            for page in pages
        )
    except KeyError as error:
        raise UnreadableError(f"{error.args[0]!r}?") from error
    return BraillePages(subject=brf.subject, pages=tuple(page[:-1] for page in rows))
