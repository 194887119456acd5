"""Style sheets that no program could read to the end are told at their line."""

import pytest

from bindery.manuscript.style_limits import require_modest
from bindery.manuscript.templates import HOUSE
from bindery.vocabulary.errors import PipelineError

BOMB = ":root {\n--a0: x;\n" + "\n".join(
    f"--a{n}: {f'var(--a{n - 1}) ' * 10};" for n in range(1, 10)
)
MEDIA = "\n".join(f"@media (min-width: {n}px) {{ :root {{ --a: {n} }} }}" for n in range(20))

BEYOND = {
    "blocks": ("\n" + "@media print {" * 3000 + "}" * 3000, 2),
    "calculations": ("p { width: " + "calc(" * 3000 + "1px" + ")" * 3000 + "}", 1),
    "selectors in selectors": (":not(" * 300 + "p" + ")" * 300 + "{ color: red }", 1),
    "a selector without end": ("\n\n" + "p " * 5000 + "{ color: red }", 3),
    "a number": ("p {\nfont-size: 1e308pt }", 2),
    "a number below nothing": ("p { margin: -99999999px }", 1),
    "properties in properties": (f"{BOMB}}}", 6),
    "media by media": (MEDIA, 20),
}


@pytest.mark.parametrize(("css", "line"), BEYOND.values(), ids=list(BEYOND))
def test_a_sheet_beyond_limits_is_told_at_its_line(css: str, line: int) -> None:
    """Deep, long and large beyond any use is refused before anything reads it."""
    with pytest.raises(PipelineError, match=rf"templates/print/a\.css:{line} "):
        require_modest("print/a.css", css)


@pytest.mark.parametrize(
    "css",
    [
        "p { z-index: 2147483647; left: -99999px; border-radius: 9999px; width: calc(100% - 1px) }",
        ":root { --a: var(--b); --b: var(--a) } p { color: var(--a) }",
        ", ".join(f"h1 .a{n} > p" for n in range(400)) + " { color: red }",
        "p { color: red; " + "margin: 0 1px 2px 3px; " * 400 + "}",
        "p { content: 'a\nb; } { [ (",
        "",
    ],
)
def test_a_sheet_within_limits_is_left_alone(css: str) -> None:
    """What people write, and what is merely wrong, is for the rules on style sheets."""
    require_modest("a.css", css)


def test_the_default_sheets_are_within_limits() -> None:
    """A book may copy any of them."""
    for sheet in HOUSE.rglob("*.css"):
        require_modest(sheet.name, sheet.read_text(encoding="utf-8"))
