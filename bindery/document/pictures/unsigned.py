"""Picture files without notes on who took them, when and where, and with the same pixels.

Notes are EXIF, XMP, IPTC, comments and text, smaller copies, and whatever comes after the picture:
telephones put a whole film there. What a program needs to draw it is kept, a colour profile too.
"""

import re
import struct
from collections.abc import Iterator


class NotWholeError(ValueError):
    """The file does not have the parts that its format says."""


def unsigned(content: bytes, form: str) -> bytes:
    """``content``, a file in one of the formats PNG, JPEG, GIF and WEBP, without its notes.

    A file without notes is returned byte by byte. Raises ``NotWholeError`` if it is damaged.
    """
    read = {"PNG": _png, "JPEG": _jpeg, "GIF": _gif, "WEBP": _webp}[form]
    try:
        return b"".join(read(content))
    except (IndexError, struct.error) as error:
        raise NotWholeError(form) from error


_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_END = b"\0\0\0\0IEND\xaeB`\x82"
_PNG_NEEDED = frozenset(
    (
        *(b"IHDR", b"PLTE", b"IDAT", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP"),
        *(b"mDCV", b"cLLI", b"sBIT", b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT"),
    )
)
"""Chunks that have to do with how it is drawn (PNG 3, 11)."""


def _png(content: bytes) -> Iterator[bytes]:
    yield _PNG
    at = len(_PNG)
    while at < len(content):
        length, name = struct.unpack_from(">I4s", content, at)
        if name == b"IEND":
            break
        if name in _PNG_NEEDED:
            yield content[at : at + length + 12]
        at += length + 12
    yield _PNG_END


_START, _END = b"\xff\xd8", b"\xff\xd9"
_MARKER = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])")
"""A marker; in the data of a scan ``FF 00`` is a byte of it, and ``FF D0`` to ``D7`` are in it."""

_NOTES = frozenset((*range(0xE0, 0xF0), 0xFE))
_NO_NOTES = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""The segments of applications that say what the colours are, by how they begin."""


def _jpeg(content: bytes) -> Iterator[bytes]:
    """The segments that a decoder needs (ITU-T T.81, B.1), and no second picture."""
    yield _START
    at = len(_START)
    while marker := _MARKER.search(content, at):
        code = marker[1][0]
        at, before = marker.end(), at
        yield content[before : marker.start()]
        if code == 0xD9:
            break
        (length,) = struct.unpack_from(">H", content, at)
        body = content[at + 2 : at + length]
        at += length
        if code not in _NOTES or (code in _NO_NOTES and body.startswith(_NO_NOTES[code])):
            yield bytes((0xFF, code)) + struct.pack(">H", length) + body
    yield _END


_EXTENSION, _IMAGE, _TRAILER = 0x21, 0x2C, 0x3B
_GIF_COMMENT, _GIF_APPLICATION = 0xFE, 0xFF
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
"""The applications that say how often an animation is shown."""


def _gif(content: bytes) -> Iterator[bytes]:
    """The blocks of a GIF (GIF89a, 12) except comments, and notes of applications."""
    at = 13 + _palette(content[10])
    yield content[:at]
    while at < len(content) and (kind := content[at]) != _TRAILER:
        if kind == _IMAGE:
            head = at + 11 + _palette(content[at + 9])
            label, body = None, b""
        elif kind == _EXTENSION:
            head = at + 2
            label, body = content[at + 1], content[at + 3 : at + 14]
        else:
            raise NotWholeError("GIF")
        start, at = at, _past_blocks(content, head)
        dropped = label == _GIF_COMMENT or (label == _GIF_APPLICATION and body not in _LOOPS)
        if not dropped:
            yield content[start:at]
    yield bytes((_TRAILER,))


def _palette(flags: int) -> int:
    """How many bytes of colours follow a descriptor with these ``flags``."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _past_blocks(content: bytes, at: int) -> int:
    while length := content[at]:
        at += length + 1
    return at + 1


_WEBP_NOTES = {b"EXIF": 0x08, b"XMP ": 0x04}
"""The chunks of notes, and the bit of the header that says that there is one (RFC 9649, 2.7.1)."""
_WEBP_NEEDED = frozenset((b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"))


def _webp(content: bytes) -> Iterator[bytes]:
    (size,) = struct.unpack_from("<I", content, 4)
    end = min(len(content), size + 8)
    at = 12
    kept = [b"WEBP"]
    while at + 8 <= end:
        name, length = struct.unpack_from("<4sI", content, at)
        chunk = content[at : at + 8 + length + length % 2]
        at += 8 + length + length % 2
        if name == b"VP8X":
            chunk = chunk[:8] + bytes((chunk[8] & ~sum(_WEBP_NOTES.values()),)) + chunk[9:]
        if name in _WEBP_NEEDED:
            kept.append(chunk)
    body = b"".join(kept)
    yield b"RIFF" + struct.pack("<I", len(body)) + body
