"""The ways of reading in which pages are looked at, and what they are called.

Every wish a reader can tell the browser of is looked at on the narrowest page that must reflow
(WCAG 2.2, 1.4.10) with the widest text spacing (1.4.12).
"""

from collections.abc import Iterable

from bindery.tools.browser import MODES, Mode, View
from bindery.vocabulary.text import Text, joined

NARROW, WIDE = 320, 1280

EVERY_WISH = tuple(View(NARROW, mode, spaced=True) for mode in MODES)

PLACE = Text(nb="{document}, {target} {html} ({views})", en="{document}, {target} {html} ({views})")
"""Where something is, in which document, and in which views."""

_MODES: dict[Mode, Text] = {
    "light": Text(nb="lys", en="light"),
    "dark": Text(nb="mørk", en="dark"),
    "forced-colors": Text(nb="tvungne farger", en="forced colours"),
    "reduced-motion": Text(nb="mindre bevegelse", en="reduced motion"),
    "more-contrast": Text(nb="mer kontrast", en="more contrast"),
    "print": Text(nb="utskrift", en="print"),
}
_VIEW = Text(nb="{width} px {mode}", en="{width} px {mode}")
_SPACED = Text(nb="{width} px {mode} med tekstavstand", en="{width} px {mode} with text spacing")


def named(views: Iterable[View]) -> Text:
    """The views as one reads them, each once: ``320 px light, 1280 px dark``."""
    names = (
        (_SPACED if view.spaced else _VIEW).filled(width=view.width, mode=_MODES[view.mode])
        for view in dict.fromkeys(views)
    )
    return joined(", ", names)
