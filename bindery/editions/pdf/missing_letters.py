"""WeasyPrint's remarks on letters that no typeface has: it makes one for each letter."""

import re
from collections.abc import Iterable

from bindery.document.model import Document

_NO_GLYPH = re.compile(
    r"\.notdef glyph rendered for Unicode string unsupported by fonts: \"(.)\" \(U\+[0-9A-F]+\)",
    re.DOTALL,
)


def told_once(remarks: Iterable[str], document: Document) -> tuple[str, ...]:
    """The ``remarks``, with those on letters as one.

    Letters of the manuscript are left out: ``characters-have-glyphs`` reports them at their line.
    """
    written = letters_of(document)
    others: list[str] = []
    letters: list[str] = []
    for remark in remarks:
        if (found := _NO_GLYPH.search(remark)) is None:
            others.append(remark)
        elif found[1] not in written:
            letters.append(f"{found[1]} (U+{ord(found[1]):04X})")
    if letters:
        others.append(f"no typeface has {', '.join(letters)}")
    return tuple(others)


def letters_of(document: Document) -> frozenset[str]:
    """All characters of the text and of what the settings say of the book."""
    return frozenset("".join((*document.body.itertext(), repr(document.publication.metadata))))
