"""A small EPUB: a container, a package document and what a test puts into it."""

from collections.abc import Mapping
from pathlib import Path
from zipfile import ZipFile

CONTAINER = '<container><rootfiles><rootfile full-path="EPUB/package.opf"/></rootfiles></container>'
XHTML = "application/xhtml+xml"


def pack(path: Path, files: Mapping[str, tuple[str, str]], navigation: str = "") -> Path:
    """Write the EPUB ``path`` of ``files``: media type and content by name; XHTML is in the spine.

    ``navigation`` is the name of the navigation document, if there is one.
    """
    items, spine = "", ""
    for number, (name, (media_type, _)) in enumerate(files.items()):
        properties = ' properties="nav"' if name == navigation else ""
        items += f'<item id="f{number}" href="{name}" media-type="{media_type}"{properties}/>'
        spine += f'<itemref idref="f{number}"/>' if media_type == XHTML else ""
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata/>'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("EPUB/package.opf", package)
        for name, (_, content) in files.items():
            archive.writestr(f"EPUB/{name}", content)
    return path
