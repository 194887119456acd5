"""Text strings: what is said to a reader, as PDF objects (ISO 32000-2, 7.9.2.2)."""

_PUNCTUATION = {
    "\N{BULLET}": 0x80,
    "\N{HORIZONTAL ELLIPSIS}": 0x83,
    "\N{EM DASH}": 0x84,
    "\N{EN DASH}": 0x85,
    "\N{LEFT DOUBLE QUOTATION MARK}": 0x8D,
    "\N{RIGHT DOUBLE QUOTATION MARK}": 0x8E,
    "\N{LEFT SINGLE QUOTATION MARK}": 0x8F,
    "\N{RIGHT SINGLE QUOTATION MARK}": 0x90,
}
_DOC_ENCODING = {chr(code): code for code in (*range(0x20, 0x7F), *range(0xA1, 0x100))}
_DOC_ENCODING |= _PUNCTUATION
del _DOC_ENCODING["\N{SOFT HYPHEN}"]
"""PDFDocEncoding (annex D.2), as far as it agrees with Latin-1, and its marks and dashes."""

_ESCAPES = {code: b"\\" + bytes([code]) for code in b"\\()"}


def text_string(text: str) -> bytes:
    """``text`` in PDFDocEncoding, a byte for a letter; in UTF-16 where it has other letters."""
    codes = [_DOC_ENCODING.get(letter) for letter in text]
    if None in codes:
        return b"<" + (b"\xfe\xff" + text.encode("utf-16-be")).hex().encode() + b">"
    return b"(" + b"".join(_ESCAPES.get(c, bytes([c])) for c in codes if c is not None) + b")"
