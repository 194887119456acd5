"""The typefaces of the printed edition, and no others."""

import os
from pathlib import Path
from xml.sax.saxutils import escape

_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
{folders}
<cachedir>{cache}</cachedir>
<alias><family>sans-serif</family><prefer><family>Andika</family></prefer></alias>
<alias><family>serif</family><prefer><family>Andika</family></prefer></alias>
<alias><family>monospace</family><prefer><family>Noto Sans Mono</family></prefer></alias>
</fontconfig>
"""


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
        ),
        encoding="utf-8",
    )
    os.environ["FONTCONFIG_FILE"] = str(configuration)
