"""The typefaces that fontconfig may use: the edition's, and no others."""

import os
from pathlib import Path
from xml.sax.saxutils import escape

from bindery.document.typefaces import GREEK
from bindery.tools.writing import write_whole

_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
{folders}
<cachedir>{cache}</cachedir>
{aliases}
<match target="scan">
<test name="family"><string>Andika</string></test>
<edit name="charset" mode="assign">
<minus><name>charset</name><charset>{greek}</charset></minus>
</edit>
</match>
</fontconfig>
"""

_OTHERS = ("Noto Emoji", "Scheherazade New", "Noto Sans Hebrew")

_GENERIC = {
    "sans-serif": ("Andika", "Noto Sans", *_OTHERS),
    "serif": ("Andika", "Noto Sans", *_OTHERS),
    "monospace": ("Noto Sans Mono", *_OTHERS),
    "emoji": ("Noto Emoji",),
}
"""The families for CSS's generic ones; a later one is used if an earlier one has no glyph."""


def use_only(folders: tuple[Path, ...], work: Path) -> None:
    """Make fontconfig use only the fonts in ``folders``, not the operating system's.

    Call it before Pango loads its first font: fontconfig reads its settings once per process.
    """
    configuration = work / "fonts.conf"
    write_whole(
        configuration,
        _CONFIGURATION.format(
            folders="\n".join(f"<dir>{escape(str(folder))}</dir>" for folder in folders),
            cache=escape(str(work)),
            aliases="\n".join(_alias(name, families) for name, families in _GENERIC.items()),
            greek="".join(
                f"<range><int>{block[0]}</int><int>{block[-1]}</int></range>" for block in GREEK
            ),
        ),
    )
    os.environ["FONTCONFIG_FILE"] = str(configuration)


def _alias(name: str, families: tuple[str, ...]) -> str:
    preferred = "".join(f"<family>{family}</family>" for family in families)
    return f"<alias><family>{name}</family><prefer>{preferred}</prefer></alias>"
