"""Write the file: objects in one compressed stream, and a small cross-reference stream.

pydyf writes both too, at twice the size for a tagged book: it uses no predictor for the
cross-reference stream (ISO 32000-2, 7.4.4.4), and compresses less than libdeflate.
"""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import deflate
import pydyf

from bindery.editions.pdf.structure.objects import content_of

_LEVEL = 10
"""libdeflate's level, 1 to 12. The next one takes half as long again for half a percent."""

_UP = 2
"""The PNG predictor that stores each byte's difference to the one above."""


def compressed(content: bytes) -> bytes:
    """``content`` compressed for FlateDecode."""
    return bytes(deflate.zlib_compress(content, _LEVEL))


def pack(pdf: pydyf.PDF) -> None:
    """Compress every stream once for all files: pydyf would do it again for each."""
    streams = [one for one in pdf.objects if isinstance(one, pydyf.Stream) and one.compress]
    # libdeflate lets other threads go on.
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        packed = threads.map(compressed, map(content_of, streams))
        for stream, content in zip(streams, packed, strict=True):
            stream.stream = [content]
            stream.extra["Filter"] = "/FlateDecode"
            stream.compress = False


def file_of(pdf: pydyf.PDF, version: str, identifier: str) -> bytes:
    """The whole file. ``identifier`` is 32 hexadecimal digits, twice in the file's ``ID``."""
    objects = [*pdf.objects]
    trailer = f"/Root {pdf.catalog.reference.decode()}/ID[<{identifier}><{identifier}>]"
    if pdf.info:
        pdf.info.number = len(objects)
        objects.append(pdf.info)
        trailer += f"/Info {pdf.info.number} 0 R"
    # The comment that marks the file as binary (ISO 32000-2, 7.5.2).
    parts = [f"%PDF-{version}\n".encode() + b"%\xe2\xe3\xcf\xd3\n"]
    at = len(parts[0])
    rows: list[tuple[int, int, int]] = [(0, 0, 65535)] * len(objects)
    inside = [one for one in objects if one.free != "f" and one.compressible]
    for one in objects:
        if one.free != "f" and not one.compressible:
            rows[one.number] = (1, at, 0)
            parts.append(one.indirect + b"\n")
            at += len(parts[-1])
    for index, one in enumerate(inside):
        rows[one.number] = (2, len(objects), index)
    rows.append((1, at, 0))
    parts.append(_stream(len(objects), *_object_stream(inside)))
    at += len(parts[-1])
    rows.append((1, at, 0))
    parts.append(_stream(len(objects) + 1, *_cross_references(rows, trailer)))
    parts.append(f"startxref\n{at}\n%%EOF\n".encode())
    return b"".join(parts)


def _stream(number: int, entries: str, content: bytes) -> bytes:
    packed = compressed(content)
    head = f"{number} 0 obj\n<<{entries}/Filter/FlateDecode/Length {len(packed)}>>\nstream\n"
    return head.encode() + packed + b"\nendstream\nendobj\n"


def _object_stream(objects: list[Any]) -> tuple[str, bytes]:
    """All objects that an object stream may have (7.5.7): their offsets, then the objects."""
    bodies = [one.data for one in objects]
    places = []
    at = 0
    for one, body in zip(objects, bodies, strict=True):
        places.append(f"{one.number} {at}")
        at += len(body) + 1
    index = " ".join(places).encode() + b"\n"
    return f"/Type/ObjStm/N {len(objects)}/First {len(index)}", index + b"\n".join(bodies)


def _cross_references(rows: list[tuple[int, int, int]], trailer: str) -> tuple[str, bytes]:
    """The place of every object (7.5.8), each row as its difference to the one before."""
    widths = [max(1, (max(column).bit_length() + 7) // 8) for column in zip(*rows, strict=True)]
    predictor = f"/DecodeParms<</Predictor 12/Columns {sum(widths)}>>"
    size = f"/Type/XRef/Size {len(rows)}/W[{' '.join(map(str, widths))}]"
    return f"{size}{trailer}{predictor}", b"".join(_predicted(rows, widths))


def _predicted(rows: list[tuple[int, int, int]], widths: list[int]) -> Iterator[bytes]:
    above = bytes(sum(widths))
    for row in rows:
        pairs = zip(row, widths, strict=True)
        line = b"".join(value.to_bytes(width, "big") for value, width in pairs)
        yield bytes(
            [_UP, *((now - before) & 0xFF for now, before in zip(line, above, strict=True))]
        )
        above = line
