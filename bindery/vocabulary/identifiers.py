"""What names a publication for everyone: an ISBN (ISO 2108), a UUID (RFC 9562)."""

import re

_ISBN = re.compile(r"(?:urn:isbn:|isbn)?[\s:]*(97[89][\d\- ]{10,14})", re.IGNORECASE)
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def isbn13(identifier: str) -> str:
    """The 13 digits of an ISBN whose last digit is right, or nothing."""
    found = _ISBN.fullmatch(identifier.strip())
    digits = re.sub(r"\D", "", found[1]) if found else ""
    total = sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits))
    return digits if len(digits) == 13 and total % 10 == 0 else ""


def is_what_it_says(identifier: str) -> bool:
    """Whether what calls itself an ISBN or a UUID is one. Other names are their owners' to know."""
    scheme, _, value = identifier.lower().removeprefix("urn:").partition(":")
    if scheme == "isbn":
        return bool(isbn13(value))
    return scheme != "uuid" or bool(_UUID.fullmatch(value))
