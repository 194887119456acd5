"""The typefaces that fontconfig may use: the edition's, and no others."""

import os
from pathlib import Path
from threading import Lock
from xml.sax.saxutils import escape

from bindery.document.typefaces import GREEK
from bindery.tools.writing import write_whole

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
</fontconfig>
"""

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


def write_configuration(folders: tuple[Path, ...], work: Path) -> None:
    """Write the settings for fontconfig into ``work``, once for all layouts of a build."""
    # Of two files with one family, fontconfig prefers the newer version, wherever it is.
    replaced = [
        later / file.name
        for number, earlier in enumerate(folders)
        for file in sorted(earlier.iterdir())
        for later in folders[number + 1 :]
        if (later / file.name).is_file()
    ]
    settings = _CONFIGURATION.format(
        replaced="".join(map(_left_out, dict.fromkeys(replaced))),
        folders="\n".join(f"<dir>{escape(str(folder))}</dir>" for folder in folders),
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
