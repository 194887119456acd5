"""The typefaces that fontconfig may use: the edition's, and no others."""

import os
from hashlib import sha256
from pathlib import Path
from threading import Lock
from xml.sax.saxutils import escape

from bindery.document.typefaces import GREEK
from bindery.manuscript.files import contents
from bindery.tools.writing import write_whole
from bindery.vocabulary.brand import BrandFace

_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
{folders}
<cachedir>{cache}</cachedir>
{replaced}{aliases}
<match target="scan">
<test name="family"><string>Andika</string></test>
<edit name="charset" mode="assign">
<minus><name>charset</name><charset>{greek}</charset></minus>
</edit>
</match>
{own}
</fontconfig>
"""

_OWN = """<match target="scan">
<test name="file"><string>{file}</string></test>
<edit name="family" mode="assign"><string>{family}</string></edit>
<edit name="weight" mode="assign"><int>{weight}</int></edit>
<edit name="slant" mode="assign"><int>{slant}</int></edit>
</match>"""
"""A typeface of the publication's own, by the name that styles ask for it."""

_WEIGHTS = ((250, 40), (350, 50), (450, 80), (550, 100), (650, 180), (750, 200), (1001, 210))
"""The weights of CSS below each number, in fontconfig's: from thin to black."""
_ITALIC = 100

_NAME = "fonts.conf"

_OTHERS = ("Noto Emoji", "Scheherazade New", "Noto Sans Hebrew")

_GENERIC = {
    "sans-serif": ("Andika", "Noto Sans", *_OTHERS),
    "serif": ("Andika", "Noto Sans", *_OTHERS),
    "monospace": ("Noto Sans Mono", *_OTHERS),
    "emoji": ("Noto Emoji",),
}
"""The families for CSS's generic ones; a later one is used if an earlier one has no glyph."""


_WRITING = Lock()


def write_configuration(
    folders: tuple[Path, ...], work: Path, faces: tuple[BrandFace, ...] = ()
) -> None:
    """Write the settings for fontconfig into ``work``, once for all layouts of a build.

    ``faces`` are the publication's own: copies of their files alone are seen, in ``work``.
    """
    # Of two files with one family, fontconfig prefers the newer version, wherever it is.
    replaced = [
        later / file.name
        for number, earlier in enumerate(folders)
        for file in sorted(earlier.iterdir())
        for later in folders[number + 1 :]
        if (later / file.name).is_file()
    ]
    own = _copied(faces, work) if faces else {}
    folders = (*folders, *dict.fromkeys(path.parent for path in own))
    settings = _CONFIGURATION.format(
        replaced="".join(map(_left_out, dict.fromkeys(replaced))),
        folders="\n".join(f"<dir>{escape(str(folder))}</dir>" for folder in folders),
        own="\n".join(_renamed(path, face) for path, face in own.items()),
        cache=escape(str(work)),
        aliases="\n".join(_alias(name, families) for name, families in _GENERIC.items()),
        greek="".join(
            f"<range><int>{block[0]}</int><int>{block[-1]}</int></range>" for block in GREEK
        ),
    )
    path = work / _NAME
    with _WRITING:
        if not path.is_file() or path.read_bytes() != settings.encode():
            write_whole(path, settings)


def _copied(faces: tuple[BrandFace, ...], work: Path) -> dict[Path, BrandFace]:
    """The faces by their copies, in a folder of their own.

    fontconfig remembers a folder by its name and date, and its settings of the files with it.
    """
    digest = sha256("".join(map(repr, faces)).encode()).hexdigest()[:16]
    folder = work / f"brand-{digest}"
    folder.mkdir(parents=True, exist_ok=True)
    copies = {}
    for number, face in enumerate(faces):
        path = folder / f"{number}{face.file.suffix.lower()}"
        with _WRITING:
            if not path.is_file():
                write_whole(path, contents(face.file))
        copies[path] = face
    return copies


def _renamed(path: Path, face: BrandFace) -> str:
    weight = next(value for below, value in _WEIGHTS if min(face.weight, 1000) < below)
    slant = _ITALIC if face.italic else 0
    name = escape(str(path))
    return _OWN.format(file=name, family=face.name, weight=weight, slant=slant)


def use_only(work: Path) -> None:
    """Make fontconfig use only the fonts that the settings in ``work`` name, not the system's.

    Call it before Pango loads its first font: fontconfig reads its settings once per process.
    """
    os.environ["FONTCONFIG_FILE"] = str(work / _NAME)


def _left_out(file: Path) -> str:
    return f"<selectfont><rejectfont><glob>{escape(str(file))}</glob></rejectfont></selectfont>\n"


def _alias(name: str, families: tuple[str, ...]) -> str:
    preferred = "".join(f"<family>{family}</family>" for family in families)
    return f"<alias><family>{name}</family><prefer>{preferred}</prefer></alias>"
