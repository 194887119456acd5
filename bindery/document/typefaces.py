"""The typefaces of an edition: only the faces it uses, and only the letters it has."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from bindery.document.model import Element
from bindery.document.svg.parse import SVG
from bindery.vocabulary.brand import BrandFace
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.keeping import NOTHING_KEPT, Keeper
from bindery.vocabulary.text import Text

if TYPE_CHECKING:
    import uharfbuzz


@dataclass(frozen=True, slots=True)
class Face:
    """One file of a typeface, and its CSS properties.

    ``elements`` are those that are set in it; a face that ``fills_in`` is used only for letters
    that the text's own typeface does not have. Subsets have another name, since the licence
    reserves the typeface's (OFL 1.1, clause 3).
    """

    file: str
    family: str
    weight: str
    style: str
    elements: frozenset[str] = frozenset()
    fills_in: bool = False


_BOLD = frozenset({"b", "strong", "th", "tfoot", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "label"})
_ITALIC = frozenset({"em", "i", "cite"})
_HEAVY, _SPACE = 600, 0x20
_CODE = frozenset({"code", "pre", "kbd", "samp"})

FACES = (
    Face("Andika-Regular.ttf", "Bindery Sans", "400", "normal"),
    Face("Andika-Bold.ttf", "Bindery Sans", "700", "normal", _BOLD),
    Face("Andika-Italic.ttf", "Bindery Sans", "400", "italic", _ITALIC),
    Face("Andika-BoldItalic.ttf", "Bindery Sans", "700", "italic"),
    Face("NotoSansMono-Regular.ttf", "Bindery Mono", "400", "normal", _CODE),
    Face("NotoSans-Regular.ttf", "Bindery Greek", "400", "normal", fills_in=True),
    Face("ScheherazadeNew-Regular.ttf", "Bindery Arabic", "400", "normal", fills_in=True),
    Face("ScheherazadeNew-Bold.ttf", "Bindery Arabic", "700", "normal", _BOLD, fills_in=True),
    Face("NotoSansHebrew-Regular.ttf", "Bindery Hebrew", "400", "normal", fills_in=True),
    Face("NotoSansHebrew-Bold.ttf", "Bindery Hebrew", "700", "normal", _BOLD, fills_in=True),
    Face("NotoEmoji-Regular.ttf", "Bindery Emoji", "400", "normal", fills_in=True),
)

GREEK = (range(0x370, 0x400), range(0x1F00, 0x2000))
"""Unicode's blocks of Greek. Andika, which has a third of the letters, is used for none of them, as
words would be set in two typefaces."""

_JOINERS = {0x200C, 0x200D, 0xFE0E, 0xFE0F}
"""Characters that join letters or emoji, or keep them apart, and are never drawn themselves."""

_LEGAL_NAMES = {0, 13, 14}
"""The entries of OpenType's name table that a subset keeps: copyright, licence and its address."""


@dataclass(frozen=True, slots=True)
class Subset:
    """A face with only the letters of one edition, as WOFF2."""

    face: Face
    name: str
    data: bytes


def embed(
    trees: list[Element],
    folders: tuple[Path, ...],
    more: str = "",
    own: tuple[BrandFace, ...] = (),
    keeper: Keeper = NOTHING_KEPT,
) -> Iterator[Subset]:
    """The subsets that ``trees`` need, with the letters of ``more`` that templates add.

    ``own`` are the publication's own typefaces. The default ones have what those lack, and the
    words of drawings, which are placed by their letters. A subset with the same letters as before
    is recalled from ``keeper``.
    """
    letters = set(map(ord, {*more, *(letter for tree in trees for letter in _characters(tree))}))
    wanted = [*_own(own, trees, letters)]
    body = [one.characters for one in own if one.role == "body"]
    if body:
        drawn = _letters_in(frozenset({f"{SVG}svg"}), trees)
        lacking = letters - frozenset.intersection(*body)
        of_text = {one for one in lacking if one > _SPACE} | drawn
        in_code = _letters_in(_CODE, trees)
    else:
        of_text = in_code = letters
    wanted += _default(trees, folders, letters, of_text, in_code)
    for one in wanted:
        yield Subset(one.face, one.name, _subset(one, keeper))


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A subset that is to be made: of the ``face`` in the first of ``folders`` that has it."""

    face: Face
    name: str
    folders: tuple[Path, ...]
    letters: set[int]


def _own(own: tuple[BrandFace, ...], trees: list[Element], letters: set[int]) -> Iterator[_Wanted]:
    """The publication's own faces that are used, with the ``letters`` they have."""
    for one in own:
        weight, style = str(one.weight), "italic" if one.italic else "normal"
        elements = _ITALIC if one.italic else _BOLD if one.weight >= _HEAVY else frozenset()
        face = Face(str(one.file), one.name, weight, style, elements)
        used = one.role == "headings" or not elements or _has_any(elements, trees)
        if used and (wanted := letters & one.characters):
            name = f"{one.role}-{one.weight}{'-italic' if one.italic else ''}.woff2"
            yield _Wanted(face, name, (Path("/"),), wanted)


def _default(
    trees: list[Element],
    folders: tuple[Path, ...],
    letters: set[int],
    of_text: set[int],
    in_code: set[int],
) -> Iterator[_Wanted]:
    """The subsets of the default typefaces, of which the text is to have ``of_text``."""
    greek = letters.intersection(chain(*GREEK))
    lacking = letters - set(_opened(FACES[0], folders).unicodes) | greek
    for face in FACES:
        if face.fills_in:
            found = lacking.intersection(_opened(face, folders).unicodes)
            if face.elements:
                found &= _letters_in(face.elements, trees)
            wanted = found and found | letters & _JOINERS
        else:
            own = of_text - greek if face.family == "Bindery Sans" else in_code
            wanted = own if _is_used(face, trees) else set()
        if wanted:
            yield _Wanted(face, f"{Path(face.file).stem}.woff2", folders, wanted)


def text_letters(folders: tuple[Path, ...]) -> frozenset[int]:
    """The letters that the default typeface of the text is used for."""
    return frozenset(_opened(FACES[0], folders).unicodes) - set(chain(*GREEK))


def font_face(subset: Subset, address: str) -> str:
    """The CSS rule for ``subset`` at ``address``."""
    face = subset.face
    return (
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; '
        f'font-style: {face.style}; font-display: swap; src: url("{address}") format("woff2"); }}'
    )


def _characters(tree: Element) -> Iterator[str]:
    for text in tree.itertext():
        yield from text


def _has_any(elements: frozenset[str], trees: list[Element]) -> bool:
    return any(next(tree.iter(*elements), None) is not None for tree in trees)


def _letters_in(elements: frozenset[str], trees: list[Element]) -> set[int]:
    """The letters of ``elements`` in ``trees``."""
    inside = (element for tree in trees for element in tree.iter(*elements))
    return {ord(letter) for element in inside for letter in _characters(element)}


def _is_used(face: Face, trees: list[Element]) -> bool:
    if face.style == "italic" and face.weight == "700":
        return any(_has_italic_in_bold(tree) for tree in trees)
    if face.style == "normal" and face.family == "Bindery Sans":
        return True
    return _has_any(face.elements, trees)


def _has_italic_in_bold(tree: Element) -> bool:
    return any(
        around.tag in _BOLD for italic in tree.iter(*_ITALIC) for around in italic.iterancestors()
    ) or any(around.tag in _ITALIC for bold in tree.iter(*_BOLD) for around in bold.iterancestors())


def _opened(face: Face, folders: tuple[Path, ...]) -> "uharfbuzz.Face":
    import uharfbuzz  # noqa: PLC0415 - with fontTools, a tenth of a second that only a build needs

    return uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(_file_of(face, folders))))


def _file_of(face: Face, folders: tuple[Path, ...]) -> Path:
    path = next((found for folder in folders if (found := folder / face.file).is_file()), None)
    if path is None:
        raise PipelineError(
            Text(nb=f"Skriften {face.file} mangler.", en=f"The typeface {face.file} is missing."),
            Text(nb="Legg den i templates/fonts/.", en="Put it in templates/fonts/."),
        )
    return path


def _subset(wanted: _Wanted, keeper: Keeper) -> bytes:
    """The face with only these letters, as WOFF2."""
    face, folders, letters = wanted.face, wanted.folders, wanted.letters
    made_with = [(name, version(name)) for name in ("uharfbuzz", "fonttools")]
    key = sha256(repr(("woff2", made_with, sorted(letters))).encode())
    key.update(sha256(_file_of(face, folders).read_bytes()).digest())
    if (kept := keeper.recall(key.hexdigest())) is not None:
        return kept
    packed = _packed(face, folders, letters)
    keeper.keep(key.hexdigest(), packed)
    return packed


def _packed(face: Face, folders: tuple[Path, ...], letters: set[int]) -> bytes:
    import uharfbuzz  # noqa: PLC0415 - see above
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    wanted = uharfbuzz.SubsetInput()
    wanted.sets(uharfbuzz.SubsetInputSets.UNICODE).set(letters)
    wanted.sets(uharfbuzz.SubsetInputSets.NAME_ID).set(_LEGAL_NAMES)
    try:
        small = uharfbuzz.subset(_opened(face, folders), wanted).blob.data
    except RuntimeError as error:
        raise PipelineError(
            Text(nb=f"Skriften {face.file} kan ikke leses.", en=f"{face.file} cannot be read."),
            Text(
                nb="Legg skriften i templates/fonts/ på nytt.",
                en="Put the typeface in templates/fonts/ again.",
            ),
        ) from error
    font = TTFont(BytesIO(small), recalcTimestamp=False)
    font.flavor = "woff2"
    packed = BytesIO()
    font.save(packed)
    return packed.getvalue()
