"""What the rules on templates look at, and how much of it there is."""

from bindery.rules.templates._lines import focusable, line_pairs, links_in_text, targets
from bindery.rules.templates._styles import Styles
from bindery.vocabulary.rule import Extent
from bindery.vocabulary.text import Text


def _count_boxes(styles: Styles) -> int:
    return sum(
        1
        for page in styles.pages
        for box in page.tree.boxes
        if box.has_text and page.views[0].is_shown(box)
    )


SHEETS: Extent[Styles] = Extent(
    Text(nb="stilark", en="style sheets"), lambda styles: len(styles.sheets)
)
DECLARATIONS: Extent[Styles] = Extent(
    Text(nb="stilregler", en="declarations"), lambda styles: sum(1 for _ in styles.declared)
)
PAGES: Extent[Styles] = Extent(
    Text(nb="slags sider", en="kinds of pages"), lambda styles: len(styles.pages)
)
BOXES: Extent[Styles] = Extent(Text(nb="slags tekst", en="kinds of text"), _count_boxes)
TEXTS: Extent[Styles] = Extent(
    Text(nb="tekster på bakgrunner", en="texts on grounds"), lambda styles: len(styles.texts)
)
LINES: Extent[Styles] = Extent(
    Text(nb="streker på bakgrunner", en="lines on grounds"),
    lambda styles: sum(1 for _ in line_pairs(styles)),
)
LINKS: Extent[Styles] = Extent(
    Text(nb="lenker i tekst", en="links in text"),
    lambda styles: sum(1 for _ in links_in_text(styles)),
)
FOCUSED: Extent[Styles] = Extent(
    Text(nb="steder for tastaturet", en="places for the keyboard"),
    lambda styles: sum(1 for _ in focusable(styles)),
)
TARGETS: Extent[Styles] = Extent(
    Text(nb="trykkflater", en="targets"), lambda styles: sum(1 for _ in targets(styles))
)
OF_SPECIMENS = (PAGES, BOXES, TEXTS, LINES, LINKS, FOCUSED, TARGETS)
"""What is seen on specimens alone. Where one is not the book's own, not all of it was there."""
