"""Extents, messages and tests that several style rules share."""

from collections.abc import Collection, Iterable, Iterator

from bindery.rules.cascade.pairs import Pair
from bindery.rules.cascade.sheets import Declared
from bindery.rules.cascade.specimen_page import Page
from bindery.rules.cascade.styles import Styles
from bindery.rules.cascade.tree import Box
from bindery.rules.styles._by_page import by_page
from bindery.rules.styles._lines_and_targets import (
    brand_pairs,
    focusable,
    line_pairs,
    links_in_text,
    targets,
)
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Extent
from bindery.vocabulary.text import Text, Unit

_ONE_MORE = Text(nb=" Også «{first}».", en=" Also “{first}”.")
_MORE = Text(
    nb=" Også «{first}» og {count} til.",
    en=" Also “{first}” and {count} more.",
)


def places_of(pairs: Iterable[Pair]) -> Text:
    """A sentence on the boxes after the first that have the same fault; empty if there is none."""
    first, *others = dict.fromkeys(pair.box for pair in pairs)
    del first
    if not others:
        return Text(nb="", en="")
    sentence = _MORE if len(others) > 1 else _ONE_MORE
    return sentence.filled(first=others[0], count=len(others) - 1)


@by_page
def _boxes(page: Page) -> Iterator[Box]:
    """The boxes with text that readers see."""
    return (box for box in page.tree.boxes if box.has_text and page.views[0].is_shown(box))


SHEETS: Extent[Styles] = Extent(
    Unit(nb=("stilark", "stilark"), en=("style sheet", "style sheets")),
    lambda styles: len(styles.sheets),
)
DECLARATIONS: Extent[Styles] = Extent(
    Unit(nb=("stilregel", "stilregler"), en=("declaration", "declarations")),
    lambda styles: sum(1 for _ in styles.declared),
)
PAGES: Extent[Styles] = Extent(
    Unit(nb=("sidetype", "sidetyper"), en=("kind of pages", "kinds of pages")),
    lambda styles: len(styles.pages),
)
BOXES: Extent[Styles] = Extent(
    Unit(nb=("teksttype", "teksttyper"), en=("kind of text", "kinds of text")),
    lambda styles: sum(1 for _ in _boxes(styles)),
)
TEXTS: Extent[Styles] = Extent(
    Unit(
        nb=("tekst-/bakgrunnspar", "tekst-/bakgrunnspar"),
        en=("text and background", "texts and backgrounds"),
    ),
    lambda styles: len(styles.texts),
)
LINES: Extent[Styles] = Extent(
    Unit(
        nb=("strek på bakgrunn", "streker på bakgrunner"),
        en=("line and background", "lines and backgrounds"),
    ),
    lambda styles: sum(1 for _ in line_pairs(styles)),
)
LINKS: Extent[Styles] = Extent(
    Unit(nb=("lenke i tekst", "lenker i tekst"), en=("link in text", "links in text")),
    lambda styles: sum(1 for _ in links_in_text(styles)),
)
FOCUSED: Extent[Styles] = Extent(
    Unit(
        nb=("element med fokus", "elementer med fokus"),
        en=("element with focus", "elements with focus"),
    ),
    lambda styles: sum(1 for _ in focusable(styles)),
)
TARGETS: Extent[Styles] = Extent(
    Unit(nb=("trykkflate", "trykkflater"), en=("target", "targets")),
    lambda styles: sum(1 for _ in targets(styles)),
)
BRAND: Extent[Styles] = Extent(
    Unit(
        nb=("farge på en annen", "farger på en annen"),
        en=("colour on another", "colours on another"),
    ),
    lambda styles: sum(1 for _ in brand_pairs(styles)),
)
OF_SPECIMENS = (PAGES, BOXES, TEXTS, LINES, LINKS, FOCUSED, TARGETS, BRAND)
"""Extents counted on specimens. They are incomplete if a default template replaces one."""

MESSAGE = Text(
    nb="«{name}» i «{selector}» er låst med !important. Leserens egen innstilling virker ikke.",
    en="“{name}” of “{selector}” is locked by !important. The reader’s own setting has no effect.",
)
HINT = Text(
    nb="Slett !important. Hvis den trengs mot en annen regel, gjør den regelen svakere.",
    en="Delete !important. If it is needed against another rule, make that rule weaker.",
)


def locked(styles: Styles, properties: Collection[str], rule: str) -> Iterator[Finding]:
    """Report each of ``properties`` that is locked, as a finding of ``rule``."""
    for declared in styles.declared:
        if declared.important and declared.name in properties and not _is_of_paper(declared):
            message = MESSAGE.filled(name=declared.name, selector=declared.selector)
            yield Finding(rule, Severity.WARNING, declared.location, message, HINT)


def _is_of_paper(declared: Declared) -> bool:
    return "/print/" in declared.location.path or "@media print" in declared.media
