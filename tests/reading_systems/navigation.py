"""What an EPUB's navigation document offers: every link, by the list that it is in."""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote
from zipfile import ZipFile

from lxml import etree

EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"


@dataclass(frozen=True, slots=True)
class Link:
    """A link of the navigation document: in which list, what it says, and where in the EPUB."""

    kind: str
    label: str
    address: str


def links(epub: Path) -> list[Link]:
    """Every link of the navigation document, in order."""
    with ZipFile(epub) as archive:
        container = etree.fromstring(archive.read("META-INF/container.xml"))
        package_path = str(container.xpath("string(//@full-path)"))
        package = etree.fromstring(archive.read(package_path))
        home = PurePosixPath(package_path).parent
        (name,) = (
            str(item.get("href"))
            for item in package.iter("{*}item")
            if "nav" in item.get("properties", "").split()
        )
        navigation = etree.fromstring(archive.read(str(home / name)))
    return [
        Link(
            str(nav.get(EPUB_TYPE)),
            " ".join("".join(link.itertext()).split()),
            str(home / unquote(link.get("href", ""))),
        )
        for nav in navigation.iter("{*}nav")
        for link in nav.iter("{*}a")
    ]
