"""ONIX elements by their reference names, and the identifiers of a product."""

from collections.abc import Iterator

from lxml import etree

from bindery.vocabulary.editions import EPUB, Output
from bindery.vocabulary.publication import Metadata, isbn13

NAMESPACE = "http://ns.editeur.org/onix/3.0/reference"

Element = etree._Element


def element(name: str, *content: Element | str, **attributes: str) -> Element:
    """Make the element ``name`` with its text or its parts, in that order."""
    made = etree.Element(f"{{{NAMESPACE}}}{name}", attributes, nsmap={None: NAMESPACE})
    for part in content:
        if isinstance(part, str):
            made.text = (made.text or "") + part
        else:
            made.append(part)
    return made


_GTIN, _ISBN_13, _URN, _PROPRIETARY = "03", "15", "22", "01"


def reference(output: Output, metadata: Metadata) -> str:
    """Return a name for this product's record that is the same from version to version."""
    return f"{metadata.identifier}#{output.edition.name}"


def identifiers(output: Output, metadata: Metadata) -> Iterator[Element]:
    """Yield the publication's identifier for the EPUB, which contains it, and our own for PDFs."""
    identifier = metadata.identifier
    isbn = isbn13(identifier)
    if output.edition == EPUB and isbn:
        yield _identifier(_GTIN, isbn)
        yield _identifier(_ISBN_13, isbn)
    elif output.edition == EPUB and identifier.lower().startswith("urn:"):
        yield _identifier(_URN, identifier)
    else:
        yield _identifier(_PROPRIETARY, reference(output, metadata), metadata.publisher)


def _identifier(kind: str, value: str, scheme: str = "") -> Element:
    name = (element("IDTypeName", scheme),) if scheme else ()
    return element(
        "ProductIdentifier", element("ProductIDType", kind), *name, element("IDValue", value)
    )
