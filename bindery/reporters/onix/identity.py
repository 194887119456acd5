"""How a product is told from every other, whatever its version."""

from collections.abc import Iterator

from bindery.reporters.onix.xml import Element, element
from bindery.vocabulary.edition import Output
from bindery.vocabulary.identifiers import isbn13
from bindery.vocabulary.publication import Metadata

_GTIN, _ISBN_13, _URN, _PROPRIETARY = "03", "15", "22", "01"


def reference(output: Output, metadata: Metadata) -> str:
    """A name for this product's record that stays the same from version to version."""
    return f"{metadata.identifier}#{output.edition}"


def identifiers(output: Output, metadata: Metadata) -> Iterator[Element]:
    """The publication's identifier names the EPUB, which carries it; the PDFs have our names."""
    identifier = metadata.identifier
    isbn = isbn13(identifier)
    if output.edition == "epub" and isbn:
        yield _identifier(_GTIN, isbn)
        yield _identifier(_ISBN_13, isbn)
    elif output.edition == "epub" and identifier.lower().startswith("urn:"):
        yield _identifier(_URN, identifier)
    else:
        yield _identifier(_PROPRIETARY, reference(output, metadata), metadata.publisher)


def _identifier(kind: str, value: str, scheme: str = "") -> Element:
    name = (element("IDTypeName", scheme),) if scheme else ()
    return element(
        "ProductIdentifier", element("ProductIDType", kind), *name, element("IDValue", value)
    )
