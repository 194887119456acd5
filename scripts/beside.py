"""What the pages of rules and of findings have in common: one page in each language."""

import re
import tomllib
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).resolve().parents[1]
TOLD: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("pages.toml").read_text(encoding="utf-8")
)
"""``pages.toml``."""

_MARKUP = re.compile(r"([\\`*_\[\]<~$])")


def plain(text: str) -> str:
    """``text`` as Markdown that shows it letter by letter."""
    return _MARKUP.sub(r"\\\1", text)


def anchors(*names: str) -> str:
    """Places that links can lead to, whatever the heading below them is called."""
    return "".join(f'<a id="{name.removesuffix("-")}"></a>' for name in names)
