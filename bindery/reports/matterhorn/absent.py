"""Which conditions are about nothing, where a kind of content is not in the PDF."""

from dataclasses import dataclass
from pathlib import Path

from bindery.finished.documents import UnreadableError
from bindery.finished.opened import opened
from bindery.finished.pdf.names import HIDDEN_TEXT, OWN_TAGS, SEALED
from bindery.vocabulary.editions import PDF_TYPE
from bindery.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Absent:
    """Conditions, by number, that ask for nothing where none of ``names`` is in the PDF."""

    conditions: tuple[str, ...]
    names: frozenset[str]
    reason: Text


def _without(conditions: str, names: str, nb: str, en: str) -> Absent:
    return Absent(tuple(conditions.split()), frozenset(names.split()), Text(nb=nb, en=en))


_MEDIA = "/Screen /Movie /Sound /RichMedia /Rendition /3D"
_SCRIPTS = "/JavaScript /JS /AA"

ABSENT = (
    Absent(
        ("02-002", "02-003", "02-004"),
        frozenset({OWN_TAGS}),
        Text(
            nb="PDF-en har ingen egne merker, bare dem som PDF selv har.",
            en="The PDF has no tags of its own, only those of PDF itself.",
        ),
    ),
    _without(
        "03-001 03-002 03-003",
        f"{_MEDIA} {_SCRIPTS} /Trans /Hide /SetOCGState",
        "PDF-en har verken film, skript eller annet som kan blinke.",
        "The PDF has no film, no script and nothing else that could flicker.",
    ),
    _without(
        "05-001 05-002 05-003",
        f"{_MEDIA} {_SCRIPTS}",
        "PDF-en har verken lyd, film eller skript.",
        "The PDF has no sound, film or script.",
    ),
    Absent(
        ("08-001", "08-002"),
        frozenset({HIDDEN_TEXT}),
        Text(
            nb="Ingen side har usynlig tekst, slik skannede sider har.",
            en="No page has invisible text, as scanned pages have.",
        ),
    ),
    _without(
        "09-007",
        "/Ruby /RB /RT /RP",
        "PDF-en har ikke ruby, små tegn over andre tegn.",
        "The PDF has no ruby, small characters above others.",
    ),
    _without(
        "09-008",
        "/Warichu /WT /WP",
        "PDF-en har ikke warichu, merknader i linjen.",
        "The PDF has no warichu, notes within the line.",
    ),
    _without(
        "15-001 15-002 15-003 15-004 15-005",
        "/Table",
        "PDF-en har ingen tabeller.",
        "The PDF has no tables.",
    ),
    _without(
        "20-001 20-002 20-003",
        "/OCProperties",
        "PDF-en har ingen lag som kan slås av og på.",
        "The PDF has no layers that can be turned on and off.",
    ),
    _without(
        "21-001 28-016",
        "/EF",
        "PDF-en har ingen filer inni seg.",
        "The PDF has no files inside it.",
    ),
    _without(
        "22-001",
        "/Threads /Thread",
        "PDF-en har ingen artikkeltråder.",
        "The PDF has no article threads.",
    ),
    _without(
        "25-001",
        "/XFA",
        "PDF-en har ikke XFA-skjema.",
        "The PDF has no XFA form.",
    ),
    Absent(
        ("26-001", "26-002"),
        frozenset({SEALED}),
        Text(
            nb="PDF-en er ikke kryptert, så ingenting holder skjermlesere ute.",
            en="The PDF is not encrypted, so nothing keeps screen readers out.",
        ),
    ),
    _without(
        "28-013",
        "/IsMap",
        "PDF-en har ingen bilder med områder som kan velges.",
        "The PDF has no images with regions to choose from.",
    ),
    _without(
        "28-018",
        "/PrinterMark",
        "PDF-en har ingen trykkerimerker.",
        "The PDF has no printers’ marks.",
    ),
    _without(
        "29-001",
        _SCRIPTS,
        "PDF-en har ingen skript.",
        "The PDF has no scripts.",
    ),
    _without(
        "31-012 31-013",
        "/CharSet",
        "Ingen skrift har en liste over navn på tegn.",
        "No font has a list of names of glyphs.",
    ),
    _without(
        "31-014 31-015",
        "/CIDSet",
        "Ingen skrift har en liste over numre på tegn.",
        "No font has a list of numbers of glyphs.",
    ),
    _without(
        "31-017 31-018 31-019 31-020 31-021 31-022 31-023 31-024 31-025 31-026",
        "/TrueType",
        "Ingen skrift er en enkel TrueType-skrift.",
        "No font is a simple TrueType font.",
    ),
)
"""In the order of the protocol."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The ``names`` in a PDF, ``/Table`` and the like, or all there could be where it is unread."""

    names: frozenset[str]
    readable: bool = True

    def may_have(self, wanted: frozenset[str]) -> bool:
        """Whether anything that is ``wanted`` may be there."""
        return not self.readable or bool(self.names & wanted)


def contents_of(file: Path) -> Contents:
    """All that is in the PDF ``file``, whether anything points to it or not."""
    try:
        return Contents(opened(file, PDF_TYPE).names)
    except UnreadableError:
        return Contents(frozenset(), readable=False)


def absent(contents: Contents) -> dict[str, Text]:
    """The conditions that ask for nothing of a PDF with these ``contents``, and why."""
    return {
        condition: one.reason
        for one in ABSENT
        if not contents.may_have(one.names)
        for condition in one.conditions
    }
