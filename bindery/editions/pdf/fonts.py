"""The typefaces of the printed edition, and no others."""

import os
from pathlib import Path
from xml.sax.saxutils import escape

from bindery.document.typefaces import GREEK

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

_GENERIC = {
    "sans-serif": ("Andika", "Noto Sans", "Noto Emoji"),
    "serif": ("Andika", "Noto Sans", "Noto Emoji"),
    "monospace": ("Noto Sans Mono", "Noto Emoji"),
    "emoji": ("Noto Emoji",),
}
"""The families that answer to CSS's generic ones; a later one where an earlier has no glyph."""


def use_only(folders: tuple[Path, ...], work: Path) -> None:
    """Make fontconfig know the fonts in ``folders`` alone, whatever the machine has.

    It must be said before Pango asks for its first font. Fontconfig reads it once a process.
    """
    work.mkdir(parents=True, exist_ok=True)
    configuration = work / "fonts.conf"
    configuration.write_text(
        _CONFIGURATION.format(
            folders="\n".join(f"<dir>{escape(str(folder))}</dir>" for folder in folders),
            cache=escape(str(work)),
            aliases="\n".join(_alias(name, families) for name, families in _GENERIC.items()),
            greek="".join(
                f"<range><int>{block[0]}</int><int>{block[-1]}</int></range>" for block in GREEK
            ),
        ),
        encoding="utf-8",
    )
    os.environ["FONTCONFIG_FILE"] = str(configuration)


def _alias(name: str, families: tuple[str, ...]) -> str:
    preferred = "".join(f"<family>{family}</family>" for family in families)
    return f"<alias><family>{name}</family><prefer>{preferred}</prefer></alias>"
