"""Names of files and folders: small letters a–z, digits and hyphens, from words in any language."""

import re
from unicodedata import normalize

LONGEST = 40

_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "o", "å": "a", "ä": "a", "ö": "o", "ü": "u", "ß": "ss", "đ": "d", "ŋ": "n"}
)


def plain_name(words: str, otherwise: str) -> str:
    """``words`` as the name of a file, at most ``LONGEST`` letters; ``otherwise`` if none is left.

    Whole words are kept as far as they have room.
    """
    plain = normalize("NFKD", normalize("NFC", words).lower().translate(_LETTERS))
    name = "-".join(re.findall(r"[a-z0-9]+", re.sub(r"[̀-ͯ'’]", "", plain)))
    if len(name) > LONGEST:
        name = name[: LONGEST + 1].rpartition("-")[0] or name[:LONGEST]
    return name or otherwise


def unlike(name: str, taken: set[str]) -> str:
    """``name``, or ``name-2`` and so on if it is ``taken``; it then is."""
    number, new = 1, name
    while new in taken:
        number += 1
        new = f"{name}-{number}"
    taken.add(new)
    return new
