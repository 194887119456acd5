"""A part of the book as it was drawn: plain data, to be kept and joined with other parts."""

import json
from dataclasses import dataclass, field
from typing import Any

from bindery.editions.pdf.structure.marks import Content, PageMarks, Run

PROFILE, COLOURS, FONTS, RESOURCES, FIRST = 1, 2, 3, 4, 5
"""The numbers that a part's objects have among themselves: those that every part shares, the
resources of its pages, and the first of the others."""


@dataclass(frozen=True, slots=True)
class Face:
    """What a font is found again by: its name in a file, and what Pango knows it by.

    ``size`` is that of its first use, in pixels. ``digest`` is of the typeface's file.
    """

    name: str
    family: str
    style: int
    weight: int
    size: float
    digest: str


@dataclass(frozen=True, slots=True)
class DrawnFont:
    """The glyphs that a part uses of a face: what each means, its width, and which are missing."""

    face: Face
    to_unicode: dict[int, str]
    widths: dict[int, float]
    missing: dict[int, int]


@dataclass(frozen=True, slots=True)
class DrawnObject:
    """An object of a part: an array as it is, or the entries of a dictionary or a stream.

    ``image`` names what an image shows, so that it is in the file once.
    """

    plain: bytes = b""
    entries: dict[str, bytes] = field(default_factory=dict)
    content: bytes | None = None
    compress: bool = False
    image: str = ""


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page: its content, its entries, and what its margins and other parts need of it.

    ``kind`` is its name in CSS. ``strings`` are set on the page, by name; ``anchors`` are the ids
    of elements on it.
    """

    content: bytes
    entries: dict[str, bytes]
    kind: str
    strings: dict[str, tuple[str, ...]]
    anchors: tuple[str, ...]
    marks: PageMarks


@dataclass(frozen=True, slots=True)
class DrawnPart:
    """All that was drawn of a part.

    ``forms`` are the places of form XObjects among ``objects``, -1 for one that is not used.
    ``asked`` are the page numbers that were printed of targets elsewhere, ``reads`` the digests of
    the files that were read. ``opens`` and ``closes`` are the kinds of its first and last page, and
    ``breaks`` has for each element around it, and for its first one, whether it begins a new page.
    """

    pages: tuple[DrawnPage, ...]
    objects: tuple[DrawnObject, ...]
    resources: dict[str, bytes]
    forms: tuple[int, ...]
    fonts: tuple[DrawnFont, ...]
    remarks: tuple[str, ...] = ()
    asked: dict[str, int] = field(default_factory=dict)
    reads: dict[str, str] = field(default_factory=dict)
    opens: str = ""
    closes: str = ""
    breaks: tuple[bool, ...] = ()


def packed(part: DrawnPart) -> bytes:
    """The part as data: a line of JSON, and then the bytes that it names by place and length."""
    blobs: list[bytes] = []
    at = 0

    def place(content: bytes | None) -> list[int] | None:
        nonlocal at
        if content is None:
            return None
        blobs.append(content)
        at += len(content)
        return [at - len(content), len(content)]

    told = {
        "pages": [
            [
                place(page.content),
                _texts(page.entries),
                page.kind,
                page.strings,
                page.anchors,
                _told_marks(page.marks),
            ]
            for page in part.pages
        ],
        "objects": [
            [_text(one.plain), _texts(one.entries), place(one.content), one.compress, one.image]
            for one in part.objects
        ],
        "fonts": [
            [
                [getattr(one.face, name) for name in Face.__slots__],
                *(_pairs(table) for table in (one.to_unicode, one.widths, one.missing)),
            ]
            for one in part.fonts
        ],
        "resources": _texts(part.resources),
        **{name: getattr(part, name) for name in _AS_THEY_ARE},
    }
    return json.dumps(told, separators=(",", ":")).encode() + b"\n" + b"".join(blobs)


def unpacked(content: bytes) -> DrawnPart:
    """The part that was ``packed``. Raises ``ValueError`` and its like for anything else."""
    head, _, body = content.partition(b"\n")
    told = json.loads(head)

    def taken(place: list[int] | None) -> bytes | None:
        return None if place is None else body[place[0] : place[0] + place[1]]

    return DrawnPart(
        pages=tuple(
            DrawnPage(
                taken(text) or b"",
                _entries(entries),
                kind,
                {name: tuple(values) for name, values in strings.items()},
                tuple(anchors),
                _read_marks(marks),
            )
            for text, entries, kind, strings, anchors, marks in told["pages"]
        ),
        objects=tuple(
            DrawnObject(_code(plain), _entries(entries), taken(stream), compress, image)
            for plain, entries, stream, compress, image in told["objects"]
        ),
        fonts=tuple(
            DrawnFont(Face(*face), dict(meanings), dict(widths), dict(missing))
            for face, meanings, widths, missing in told["fonts"]
        ),
        resources=_entries(told["resources"]),
        forms=tuple(told["forms"]),
        remarks=tuple(told["remarks"]),
        asked=told["asked"],
        reads=told["reads"],
        opens=told["opens"],
        closes=told["closes"],
        breaks=tuple(told["breaks"]),
    )


_AS_THEY_ARE = ("forms", "remarks", "asked", "reads", "opens", "closes", "breaks")


def _text(code: bytes) -> str:
    return code.decode("latin-1")


def _code(text: str) -> bytes:
    return text.encode("latin-1")


def _texts(entries: dict[str, bytes]) -> dict[str, str]:
    return {name: _text(value) for name, value in entries.items()}


def _entries(texts: dict[str, str]) -> dict[str, bytes]:
    return {name: _code(value) for name, value in texts.items()}


def _pairs(table: dict[Any, Any]) -> list[tuple[Any, Any]]:
    # JSON has no numbers as keys.
    return [*table.items()]


def _told_marks(marks: PageMarks) -> list[Any]:
    return [
        marks.index,
        [
            [
                run.element,
                run.part,
                run.artifact,
                [[one.page, one.mcid, one.form] for one in run.contents],
            ]
            for run in marks.runs
        ],
        *(_pairs(table) for table in (marks.extents, marks.links, marks.starts, marks.markers)),
        marks.folio,
        marks.begins_at,
    ]


def _read_marks(told: list[Any]) -> PageMarks:
    index, runs, extents, links, starts, markers, folio, begins_at = told
    first, letters = begins_at
    return PageMarks(
        index,
        [
            Run(element, part, artifact, [Content(*one) for one in contents])
            for element, part, artifact, contents in runs
        ],
        {number: _four(one) for number, one in extents},
        {number: [_four(one) for one in several] for number, several in links},
        {number: (x, y) for number, (x, y) in starts},
        dict(markers),
        folio,
        (first, letters),
    )


def _four(numbers: list[float]) -> tuple[float, float, float, float]:
    left, bottom, right, top = numbers
    return left, bottom, right, top
