"""What the rules on templates look at, and how much of it there is."""

from bindery.rules.templates._lines import focusable, line_pairs, links_in_text, targets
from bindery.rules.templates._styles import Styles
from bindery.vocabulary.rule import Extent
from bindery.vocabulary.text import Unit


def _count_boxes(styles: Styles) -> int:
    return sum(
        1
        for page in styles.pages
        for box in page.tree.boxes
        if box.has_text and page.views[0].is_shown(box)
    )


SHEETS: Extent[Styles] = Extent(
    Unit(nb=("stilark", "stilark"), en=("style sheet", "style sheets")),
    lambda styles: len(styles.sheets),
)
DECLARATIONS: Extent[Styles] = Extent(
    Unit(nb=("stilregel", "stilregler"), en=("declaration", "declarations")),
    lambda styles: sum(1 for _ in styles.declared),
)
PAGES: Extent[Styles] = Extent(
    Unit(nb=("slags side", "slags sider"), en=("kind of pages", "kinds of pages")),
    lambda styles: len(styles.pages),
)
BOXES: Extent[Styles] = Extent(
    Unit(nb=("slags tekst", "slags tekst"), en=("kind of text", "kinds of text")), _count_boxes
)
TEXTS: Extent[Styles] = Extent(
    Unit(
        nb=("tekst på bakgrunn", "tekster på bakgrunner"),
        en=("text on a ground", "texts on grounds"),
    ),
    lambda styles: len(styles.texts),
)
LINES: Extent[Styles] = Extent(
    Unit(
        nb=("strek på bakgrunn", "streker på bakgrunner"),
        en=("line on a ground", "lines on grounds"),
    ),
    lambda styles: sum(1 for _ in line_pairs(styles)),
)
LINKS: Extent[Styles] = Extent(
    Unit(nb=("lenke i tekst", "lenker i tekst"), en=("link in text", "links in text")),
    lambda styles: sum(1 for _ in links_in_text(styles)),
)
FOCUSED: Extent[Styles] = Extent(
    Unit(
        nb=("sted for tastaturet", "steder for tastaturet"),
        en=("place for the keyboard", "places for the keyboard"),
    ),
    lambda styles: sum(1 for _ in focusable(styles)),
)
TARGETS: Extent[Styles] = Extent(
    Unit(nb=("trykkflate", "trykkflater"), en=("target", "targets")),
    lambda styles: sum(1 for _ in targets(styles)),
)
OF_SPECIMENS = (PAGES, BOXES, TEXTS, LINES, LINKS, FOCUSED, TARGETS)
"""What is seen on specimens alone. Where one is not the book's own, not all of it was there."""
