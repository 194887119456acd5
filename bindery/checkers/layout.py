"""Chromium itself: whether pages lose words when they are narrow or their text is spaced out.

Readers who magnify must not have to scroll a page sideways at 320 CSS pixels (WCAG 2.2, 1.4.10).
No words may be cut off, or end up on top of each other, for readers who need more space between
lines, words and letters (1.4.12). axe tests neither.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bindery.checkers import running
from bindery.checkers.browser_pages import (
    EVERY_WISH,
    NARROW,
    PLACE,
    WIDE,
    Asked,
    PagesReport,
    Seen,
    named,
    pages_asked,
)
from bindery.tools import inventory
from bindery.tools.browser import View
from bindery.vocabulary.checker import Checker, Subject
from bindery.vocabulary.editions import REFLOW, TEXT_SPACING
from bindery.vocabulary.evidence import Evidence, judged
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text, Unit

NAME = "Chromium"

VIEWS = (View(NARROW), *EVERY_WISH, View(WIDE, spaced=True))

QUESTION = Path(__file__).with_name("layout.js")

LINES = Unit(nb=("linje", "linjer"), en=("line", "lines"))
PAGES = Unit(nb=("visning", "visninger"), en=("view", "views"))

SIDEWAYS = Text(
    nb="På en skjerm som er 320 piksler bred, må leseren rulle siden sidelengs ({places}).",
    en="On a screen 320 pixels wide the page must be scrolled sideways ({places}).",
)
SIDEWAYS_HINT = Text(
    nb="Lesere som forstørrer til 400 %, må rulle fram og tilbake for hver linje. La det som er"
    " bredt, brekke, eller legg det i en egen rute som kan rulles. Første sted: {place}",
    en="People who magnify to 400 % must scroll back and forth for each line. Let wide content"
    " break, or put it in a region of its own that scrolls. First place: {place}",
)
LOST = Text(
    nb="Ord blir kuttet eller havner oppå hverandre når leseren øker avstanden i teksten"
    " ({places}).",
    en="Words are cut off or overlap when the reader increases the text spacing ({places}).",
)
LOST_HINT = Text(
    nb="Mange med dysleksi eller svakt syn øker avstandene i teksten. Gi ordene plass uten fast"
    " høyde. Første sted: {place}",
    en="Many people with dyslexia or low vision increase the spacing. Give the words room, without"
    " a fixed height. First place: {place}",
)


class _Place(running.Report):
    target: str
    html: str


class _Seen(Seen):
    wide: tuple[_Place, ...]
    lost: tuple[_Place, ...]
    lines: int


class _LayoutReport(PagesReport):
    seen: tuple[_Seen, ...]


@dataclass(frozen=True, slots=True)
class _Rule:
    """A property of the layout: the places that do not have it, and the words for it."""

    name: str
    places: Callable[[_Seen], tuple[_Place, ...]]
    message: Text
    hint: Text


REFLOWS = _Rule(f"page-reflows-at-{NARROW}-px", lambda answer: answer.wide, SIDEWAYS, SIDEWAYS_HINT)
LOSES_NOTHING = _Rule("text-spacing-loses-nothing", lambda answer: answer.lost, LOST, LOST_HINT)


def _check(subjects: tuple[Subject, ...]) -> tuple[Evidence, ...]:
    asked = Asked(QUESTION.read_text(encoding="utf-8"), VIEWS)
    told = pages_asked(NAME, subjects, _LayoutReport, asked, "layout")
    return tuple(one for subject, report in told for one in _evidence(subject, report))


def _evidence(subject: Subject, report: _LayoutReport) -> Iterator[Evidence]:
    narrow = tuple(seen for seen in report.seen if seen.view.width == NARROW)
    spaced = tuple(seen for seen in report.seen if seen.view.spaced)
    yield judged(
        checker=NAME,
        version=report.version,
        subject=subject.name,
        standard=REFLOW,
        examined=len(narrow),
        unit=PAGES,
        findings=tuple(_findings(subject, REFLOWS, narrow)),
    )
    yield judged(
        checker=NAME,
        version=report.version,
        subject=subject.name,
        standard=TEXT_SPACING,
        examined=sum(seen.lines for seen in spaced),
        unit=LINES,
        findings=tuple(_findings(subject, LOSES_NOTHING, spaced)),
    )


def _findings(subject: Subject, rule: _Rule, several: tuple[_Seen, ...]) -> Iterator[Finding]:
    """Yield one finding, at the first place, with the views it was found in, if there is any."""
    broken = [(seen, place) for seen in several for place in rule.places(seen)]
    if not broken:
        return
    first, place = broken[0]
    yield Finding(
        rule=rule.name,
        severity=Severity.ERROR,
        location=Location(subject.name),
        message=rule.message.filled(
            places=running.places(len({(seen.document, place.target) for seen, place in broken}))
        ),
        hint=rule.hint.filled(
            place=PLACE.filled(
                document=first.document,
                target=place.target,
                html=running.quoted(place.html),
                views=named(seen.view for seen, _ in broken),
            )
        ),
    )


LAYOUT = Checker(
    name=NAME,
    standards=(REFLOW, TEXT_SPACING),
    missing=lambda: inventory.missing(NAME, "Playwright", "libatomic"),
    check=_check,
)
