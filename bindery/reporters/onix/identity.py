"""How a product is told from every other, whatever its version."""

import re
from collections.abc import Iterator

from bindery.reporters.onix.xml import Element, element
from bindery.vocabulary.edition import Output
from bindery.vocabulary.publication import Metadata

_GTIN, _ISBN_13, _URN, _PROPRIETARY = "03", "15", "22", "01"
_ISBN = re.compile(r"(?:urn:isbn:|isbn)?[\s:]*(97[89][\d\- ]{10,14})", re.IGNORECASE)


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


def isbn13(identifier: str) -> str:
    """The 13 digits of an ISBN whose last digit is right, or nothing."""
    found = _ISBN.fullmatch(identifier.strip())
    digits = re.sub(r"\D", "", found[1]) if found else ""
    total = sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits))
    return digits if len(digits) == 13 and total % 10 == 0 else ""
