"""The files of a publication's own typefaces, and whether they may be used."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from bindery.manuscript.files import (
    MANUSCRIPT,
    contents,
    is_inside,
    located,
    shown,
)
from bindery.manuscript.requirements import BRAND_CAN_BE_USED
from bindery.manuscript.setting_lines import setting_at
from bindery.manuscript.toml_file import Place
from bindery.vocabulary.brand import BrandFace, BrandSettings, Role
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.text import Text

_KINDS = (b"\0\1\0\0", b"OTTO", b"true")
"""How a file with one typeface begins (OpenType 1.9.1, Table Directory)."""

_LARGEST = 30_000_000
"""Bytes. The largest typefaces of one style, those for Chinese, have half as many."""

_LICENCE = re.compile(r"(?:ofl|licen[cs]e|lisens|copying|eula)", re.IGNORECASE)
_READABLE = frozenset({"", ".txt", ".md", ".pdf", ".html", ".htm", ".rtf", ".docx"})

_RESTRICTED, _NO_SUBSET, _BITMAPS = 0x0002, 0x0100, 0x0200
_ALLOWED = 0x000C
"""Bits of fsType (OpenType 1.9.1, OS/2): the least restrictive that is set applies."""

_BOLD = 600


def read_faces(
    book: Path, brand: BrandSettings
) -> tuple[tuple[BrandFace, ...], tuple[Finding, ...]]:
    """The typefaces that ``brand`` names, and a finding for each that cannot be used."""
    reader = _Reader(book)
    faces = (
        *reader.faces("body", brand.typefaces.body),
        *reader.faces("headings", brand.typefaces.headings),
    )
    return faces, tuple(reader.findings)


class _Reader:
    def __init__(self, book: Path) -> None:
        self._book = book
        self._manuscript = book / MANUSCRIPT
        self.findings: list[Finding] = []

    def faces(self, role: Role, names: Sequence[str]) -> Iterator[BrandFace]:
        """The typefaces for ``role``."""
        place: Place = ("brand", "typefaces", role)
        found = []
        for name in names:
            face = self._face(role, name, place)
            if face is not None:
                found.append(face)
        for bold, message in ((False, _NO_REGULAR), (True, _NO_BOLD)):
            wanted = role == "body" and len(found) == len(names) > 0
            if wanted and not any(_is_bold(face) == bold and not face.italic for face in found):
                self._say(place, message.filled(family=found[0].family), _ADD_IT)
        yield from found

    def _face(self, role: Role, name: str, place: Place) -> BrandFace | None:
        """The typeface ``name``; ``None``, and a finding, if it cannot be used."""
        path = located(self._manuscript, name)
        told = {"file": shown(name)}
        if not is_inside(self._manuscript, path):
            self._say(place, _OUTSIDE.filled(**told), _PUT_IT_THERE)
        elif not _is_file(path):
            self._say(place, _MISSING.filled(**told), _PUT_IT_THERE)
        elif (read := _read(role, path)) is None:
            self._say(place, _NO_TYPEFACE.filled(**told), _KINDS_OF_FILES)
        elif read.variable:
            self._say(place, _VARIABLE.filled(**told), _STATIC)
        elif (refusal := _refusal(read.embedding)) is not None:
            self._say(place, refusal.filled(**told, value=read.embedding), _ASK)
        elif not has_licence(path):
            self._say(place, _NO_LICENCE.filled(**told), _ADD_LICENCE)
        else:
            return read.face
        return None

    def _say(self, place: Place, message: Text, hint: Text) -> None:
        location = setting_at(self._book, place)
        self.findings.append(BRAND_CAN_BE_USED.broken(location, message, hint))


@dataclass(frozen=True, slots=True)
class _Read:
    """A typeface as its file says it is."""

    face: BrandFace
    embedding: int
    variable: bool


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def _read(role: Role, path: Path) -> _Read | None:
    """What a typeface says of itself; ``None`` if it is none, or not whole."""
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - few publications have their own

    content = contents(path) if path.stat().st_size <= _LARGEST else b""
    if not content.startswith(_KINDS):
        return None
    try:
        with TTFont(BytesIO(content), lazy=True) as font:
            style, names = font["OS/2"], font["name"]
            family = names.getDebugName(16) or names.getDebugName(1) or path.stem
            face = BrandFace(
                role,
                path,
                str(family)[:80],
                int(style.usWeightClass),
                bool(style.fsSelection & 1),
                sha256(content).hexdigest(),
                frozenset(font.getBestCmap() or ()),
            )
            return _Read(face, int(style.fsType), "fvar" in font)
    except Exception:  # noqa: BLE001 - fontTools raises anything for a file that is not whole
        return None


def _refusal(embedding: int) -> Text | None:
    """Why a typeface with this ``fsType`` must not be in an edition, or ``None``."""
    if embedding & _RESTRICTED and not embedding & _ALLOWED:
        return _FORBIDDEN
    if embedding & _NO_SUBSET:
        return _WHOLE_ONLY
    return _BITMAPS_ONLY if embedding & _BITMAPS else None


def has_licence(path: Path) -> bool:
    """Whether a file that is called a licence, and is not empty, is beside the typeface."""
    try:
        beside = [one for one in path.parent.iterdir() if one.is_file()]
        return any(
            _LICENCE.match(one.name) and one.suffix.lower() in _READABLE and one.stat().st_size
            for one in beside
        )
    except OSError:
        return False


def _is_bold(face: BrandFace) -> bool:
    return face.weight >= _BOLD


_OUTSIDE = Text(
    nb="Skriften «{file}» ligger utenfor mappen manuscript/.",
    en="The typeface “{file}” is outside the folder manuscript/.",
)
_MISSING = Text(nb="Skriften «{file}» finnes ikke.", en="There is no typeface “{file}”.")
_PUT_IT_THERE = Text(
    nb='Legg filen i manuscript/, og skriv veien dit: body = ["brand/Skrift-Regular.ttf"].',
    en='Put the file in manuscript/, and write its path: body = ["brand/Face-Regular.ttf"].',
)
_NO_TYPEFACE = Text(
    nb="«{file}» er ikke en skrift som kan brukes.",
    en="“{file}” is not a typeface that can be used.",
)
_KINDS_OF_FILES = Text(
    nb="Bruk en hel fil i TrueType (.ttf) eller OpenType (.otf), med én skrift.",
    en="Use a whole file in TrueType (.ttf) or OpenType (.otf), with one typeface.",
)
_VARIABLE = Text(
    nb="«{file}» er en variabel skrift. Den ser ikke lik ut i alle utgaver.",
    en="“{file}” is a variable typeface. It does not look the same in all editions.",
)
_STATIC = Text(
    nb="Bruk en fil for hvert snitt: vanlig, halvfet, kursiv. De er ofte i en mappe static/.",
    en="Use one file for each style: regular, bold, italic. They are often in a folder static/.",
)
_FORBIDDEN = Text(
    nb="Lisensen til «{file}» forbyr at skriften legges ved i en utgave (fsType {value}).",
    en="The licence of “{file}” forbids embedding the typeface in an edition (fsType {value}).",
)
_WHOLE_ONLY = Text(
    nb="Lisensen til «{file}» forbyr utdrag av skriften, og utgavene har bare bokstavene de bruker"
    " (fsType {value}).",
    en="The licence of “{file}” forbids subsets of the typeface, and editions have only the letters"
    " they use (fsType {value}).",
)
_BITMAPS_ONLY = Text(
    nb="Lisensen til «{file}» tillater bare bilder av bokstavene (fsType {value}).",
    en="The licence of “{file}” only allows pictures of its letters (fsType {value}).",
)
_ASK = Text(
    nb="Bruk en annen skrift, eller be leverandøren om en fil med rett til innbygging.",
    en="Use another typeface, or ask the supplier for a file that may be embedded.",
)
_NO_LICENCE = Text(
    nb="Lisensen til «{file}» mangler. Ingen kan se om skriften kan gis ut med publikasjonen.",
    en="The licence of “{file}” is missing. Nobody can see whether it may be published.",
)
_ADD_LICENCE = Text(
    nb="Legg lisensen ved siden av skriften, i en fil som OFL.txt, LICENSE.txt eller lisens.txt.",
    en="Put the licence beside the typeface, in a file such as OFL.txt or LICENSE.txt.",
)
_NO_REGULAR = Text(
    nb="Skriften «{family}» mangler et vanlig snitt. All tekst ville blitt halvfet eller kursiv.",
    en="The typeface “{family}” has no regular style. All text would be bold or italic.",
)
_NO_BOLD = Text(
    nb="Skriften «{family}» mangler et halvfett snitt. Uthevede ord ville sett ut som andre ord.",
    en="The typeface “{family}” has no bold style. Words in bold would look like others.",
)
_ADD_IT = Text(
    nb='Legg det til i lista: body = ["…-Regular.ttf", "…-Bold.ttf"].',
    en='Add it to the list: body = ["…-Regular.ttf", "…-Bold.ttf"].',
)
