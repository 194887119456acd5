"""The book with a chapter for each right Technique, which the wrong ones are sown into."""

from pathlib import Path

from tests.seeded.techniques.right import RIGHT
from tests.shelf import DRAWING, HOUSE, SETTINGS, write_book

SLUG = "proevebok"
SHEET = "templates/print/print.css"
COLUMNS = """
[aria-labelledby="to-spalter"] { columns: 2; }
[aria-labelledby="to-spalter"] > :is(h1, p:first-child) { column-span: all; }
"""
TABLE = """\
# Fangsten

:::: {.table .row-headers}
| Fisk  | Vår | Høst |
|-------|-----|------|
| Sei   | 12  | 31   |
| Torsk | 40  | 22   |

Fisk som kom i land.
::::
"""
CHAPTERS = {
    **{one.name.partition(" ")[0]: one.chapter for one in RIGHT if one.chapter},
    "table": TABLE,
}
"""The chapters by the Technique that they are for; no right Technique is about a table."""


def techniques_book(folder: Path) -> Path:
    """The book in ``folder``: A5, with a sheet of its own that sets one chapter in two columns."""
    pictures = {
        f"figures/{name.lower()}.svg": DRAWING.replace("Kart", name).replace("Tromsø", name[:3])
        for name in ("Telefon", "Adresse", "Kart")
    }
    write_book(
        folder,
        *CHAPTERS.values(),
        settings=f'{SETTINGS}\n[editions.pdf]\npage-size = "A5"\n',
        files={name: drawing.encode() for name, drawing in pictures.items()},
    )
    sheet = folder / SHEET
    sheet.parent.mkdir(parents=True, exist_ok=True)
    sheet.write_text((HOUSE / SHEET).read_text(encoding="utf-8") + COLUMNS, encoding="utf-8")
    return folder


def chapter_file(technique: str) -> str:
    """The file of the chapter for the right ``technique``."""
    return f"manuscript/chapters/{[*CHAPTERS].index(technique) + 1:02}.md"
