"""The specimens are of the pages that editions make."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from lxml import html

from bindery.editions import epub, summary
from bindery.editions.epub.documents import ContentDocument
from bindery.editions.pdf.looks import LARGE_PRINT, PRINT
from bindery.locales import Word
from bindery.manuscript.templates import HOUSE, Templates
from bindery.rules.cascade.pairs import texts_on
from bindery.rules.cascade.sheets import Sheet
from bindery.rules.cascade.specimen_page import Page
from bindery.rules.cascade.specimens import FILLED_IN
from bindery.rules.cascade.styles import KINDS, Styles
from bindery.rules.cascade.view import View
from bindery.vocabulary.editions import FOR_SOME_BOOKS
from tests.rules.styles.styles import laid_over
from tests.shelf import SETTINGS, document_of, workshop_for


def _of_every_book(sheets: Iterable[str]) -> tuple[str, ...]:
    """The sheets of ``sheets`` that are not only for what some books have."""
    return tuple(one for one in sheets if one not in FOR_SOME_BOOKS)


CALLOUT = "# Kapittel\n\n::: {.callout kind=note}\nTekst.\n:::\n"


@dataclass(frozen=True, slots=True)
class Recorder(Templates):
    """Templates that remember which of their texts were asked for."""

    asked: list[str] = field(default_factory=list)

    def text(self, name: str) -> str:
        """The text of ``name``."""
        self.asked.append(name)
        return Templates.text(self, name)


def test_the_sheets_of_print_are_those_of_its_editions(tmp_path: Path) -> None:
    """Print and large print have the sheets that their makers put together, with roman numerals."""
    recorder = Recorder(tmp_path)
    for roman in (True, False):
        settings = f"{SETTINGS}\n[editions.pdf]\nroman-front-matter = {str(roman).lower()}\n"
        document = document_of(tmp_path, CALLOUT, settings=settings)
        for look, kind in ((PRINT, KINDS[0]), (LARGE_PRINT, KINDS[1])):
            recorder.asked.clear()
            look.style_sheet(document, recorder)
            wanted = [one for one in kind.sheets if one not in FOR_SOME_BOOKS]
            *others, last = wanted
            asked = [one for one in recorder.asked if one not in FOR_SOME_BOOKS]
            assert asked == (wanted if roman else others)
            assert last == "print/roman-front-matter.css"


def test_the_sheets_of_pages_on_screens_are_those_of_their_editions(tmp_path: Path) -> None:
    """The e-book and the summary have the sheets that their makers put together."""
    document = document_of(tmp_path, CALLOUT)
    recorder = Recorder(tmp_path)
    workshop = workshop_for(document, tmp_path)
    object.__setattr__(workshop, "templates", recorder)
    page = ContentDocument("a.xhtml", Word("Kapittel", "nb"), "nb", document.body)
    list(epub._style((page,), workshop))
    assert _of_every_book(recorder.asked) == _of_every_book(KINDS[2].sheets)
    recorder.asked.clear()
    body = html.fragment_fromstring('<div class="callout note"><p>Tekst</p></div>')
    list(summary._css([body], body, document.publication.metadata, workshop))
    assert _of_every_book(recorder.asked) == _of_every_book(KINDS[3].sheets)


def test_a_book_without_callouts_lacks_their_sheets(tmp_path: Path) -> None:
    """What no book needs costs no book a byte."""
    document = document_of(tmp_path, "# Kapittel\n\nTekst.\n")
    recorder = Recorder(tmp_path)
    workshop = workshop_for(document, tmp_path)
    object.__setattr__(workshop, "templates", recorder)
    PRINT.style_sheet(document, recorder)
    page = ContentDocument("a.xhtml", Word("Kapittel", "nb"), "nb", document.body)
    list(epub._style((page,), workshop))
    list(summary._css([document.body], document.body, document.publication.metadata, workshop))
    assert not {"callouts.css", "print/callouts.css"} & set(recorder.asked)


def test_every_rule_of_colour_in_the_house_meets_something(house_styles: Styles) -> None:
    """No colour of the house's sheets is left unjudged because the specimens lack its element."""
    met = {
        id(rule) for page in house_styles.pages for box in page.tree.boxes for _, rule in box.rules
    }
    unmet = [
        rule.selector
        for sheet in house_styles.sheets.values()
        for rule in sheet.rules
        if id(rule) not in met and _is_of_colour(rule.declared) and not _is_forced(rule.media)
    ]
    assert unmet == []


def _is_of_colour(declared: object) -> bool:
    assert isinstance(declared, tuple)
    return any(one.name.startswith(("color", "background")) for one in declared)


def _is_forced(media: tuple[str, ...]) -> bool:
    return any("forced-colors" in one for one in media)


def test_a_template_of_the_book_is_filled_in_with_its_own_elements() -> None:
    """What a book's own template has of its own is judged, and found where its style stands."""
    own = (HOUSE / "summary/summary.html.j2").read_text(encoding="utf-8")
    files = {
        "summary/summary.html.j2": own.replace("<footer>", '<p class="hero">{{ x }}</p><footer>'),
        "summary/summary.css": ".hero { background: #fff; color: #bbb; }\n",
    }
    styles = laid_over(files)
    page = next(one for one in styles.pages if one.kind.template == "summary/summary.html.j2")
    assert page.as_written
    assert [box.element.text for box in page.tree.boxes if _class(box.element) == "hero"] == [
        FILLED_IN
    ]
    assert any(pair.box == "p.hero" and pair.fails for pair in styles.texts)


def _class(element: html.HtmlElement) -> str:
    return str(element.get("class") or "")


def _view(page: Page, *, dark: bool) -> View:
    return next(view for view in page.coloured if view.mode.dark is dark)


def test_dark_mode_has_its_own_pairs(house_styles: Styles) -> None:
    """The same text has another colour in dark mode, and both are judged."""
    page = house_styles.pages[2]
    told = {view.mode.dark: pair for pair in texts_on(page) for view in (pair.view,)}
    assert set(told) == {False, True}
    for dark in (False, True):
        assert _view(page, dark=dark).mode.dark is dark


def test_sheets_know_where_they_stand(house_styles: Styles) -> None:
    """Every declaration's place is a line of its own sheet that has its name in it."""
    sheet: Sheet = house_styles.sheets["summary/summary.css"]
    lines = sheet.text.split("\n")
    for one in sheet.declared:
        assert one.location.line is not None
        assert one.location.column is not None
        assert lines[one.location.line - 1][one.location.column - 1 :].startswith(one.name)
