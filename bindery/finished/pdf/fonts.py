"""Decode the strings of a page to the author's characters by each font's ToUnicode CMap."""

import re
import sys
from array import array
from collections.abc import Callable
from typing import Any

from bindery.finished.pdf.glyph_names import simple

LOST = "\ufffd"
"""Stands for a glyph without a known character."""

Decoder = Callable[[bytes], str]

_SECTION = re.compile(rb"begin(codespacerange|bfchar|bfrange)(.*?)end\1", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(
    rb"<([0-9A-Fa-f\s]*)>\s*<([0-9A-Fa-f\s]*)>\s*(?:<([0-9A-Fa-f\s]*)>|\[(.*?)\])", re.DOTALL
)
_UNICODE = re.compile(r"^/Uni\w+-U(?:CS2|TF16)-[HV]$")


def decoder(font: Any) -> Decoder:
    """Return the decoder of strings set in ``font`` (its dictionary).

    A code of a simple font is one byte, whatever its CMap says; only a composite font has wider
    ones (ISO 32000-2, 9.6.1 and 9.7.6). What ToUnicode does not give, the names of the glyphs
    do, or a predefined CMap of Unicode (9.10.2); anything else gives ``LOST``.
    """
    width = 2
    characters: dict[int, str] = {}
    if "/ToUnicode" in font and hasattr(font.ToUnicode, "read_bytes"):
        width, characters = _cmap(font.ToUnicode.read_bytes())
    encoding = font.get("/Encoding")
    if font.get("/Subtype") != "/Type0":
        return _by_table(1, {**simple(font, encoding), **characters})
    if not characters and _UNICODE.search(str(encoding)):
        return lambda codes: codes.decode("utf-16-be", errors="replace")
    return _by_table(width, characters)


class _Characters(dict[int, str]):
    def __missing__(self, _code: int) -> str:
        return LOST


def _by_table(width: int, characters: dict[int, str]) -> Decoder:
    named = _Characters(characters)

    def decode(codes: bytes) -> str:
        if width == 1:
            return "".join(map(named.__getitem__, codes))
        if width == 2 and len(codes) % 2 == 0:
            pairs = array("H", codes)
            if sys.byteorder == "little":
                pairs.byteswap()
            return "".join(map(named.__getitem__, pairs))
        starts = range(0, len(codes), width)
        return "".join([named[int.from_bytes(codes[at : at + width])] for at in starts])

    return decode


def _cmap(stream: bytes) -> tuple[int, dict[int, str]]:
    """Return the number of bytes in a code, and the characters of each (ISO 32000-2, 9.10.3)."""
    width = 2
    characters: dict[int, str] = {}
    for kind, body in _SECTION.findall(stream):
        if kind == b"codespacerange":
            first = _HEX.search(body)
            if first and (digits := _digits(first[1])):
                width = (len(digits) + 1) // 2
        elif kind == b"bfchar":
            codes = _HEX.findall(body)
            for code, text in zip(codes[::2], codes[1::2], strict=False):
                characters[_code(code)] = _characters(text)
        else:
            for low, high, start, listed in _RANGE.findall(body):
                characters.update(_range(_code(low), _code(high), start, listed))
    return width, characters


def _range(low: int, high: int, start: bytes, listed: bytes) -> dict[int, str]:
    codes = range(low, min(high, low + 0xFFFF) + 1)
    if listed:
        texts = [_characters(text) for text in _HEX.findall(listed)]
        return dict(zip(codes, texts, strict=False))
    first = _characters(start)
    if not first:
        return {}
    stem, last = first[:-1], ord(first[-1])
    return {code: stem + chr(last + code - low) for code in codes if last + code - low < 0x110000}


def _digits(text: bytes) -> bytes:
    return b"".join(text.split())


def _code(text: bytes) -> int:
    return int(_digits(text) or b"0", 16)


def _characters(text: bytes) -> str:
    digits = _digits(text).decode()
    return bytes.fromhex(digits + "0" * (len(digits) % 2)).decode("utf-16-be", errors="replace")
