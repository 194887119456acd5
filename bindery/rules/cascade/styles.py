"""All that the rules on templates examine: the sheets, and a specimen of every page."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain

from lxml.html import HtmlElement

from bindery.manuscript.brand.sheets import NO_LOOK, SaidColour, said_on
from bindery.manuscript.files import SETTINGS
from bindery.manuscript.setting_lines import setting_lines
from bindery.manuscript.templates import DEFAULT, HOUSE, Templates
from bindery.manuscript.toml_file import Place, line_of
from bindery.rules.cascade.media import ON_PAPER, ON_SCREEN
from bindery.rules.cascade.pairs import Pair, texts_on
from bindery.rules.cascade.sheets import Declared, Sheet, read_sheet
from bindery.rules.cascade.specimen_page import Kind, Page
from bindery.rules.cascade.specimens import FOLDER, specimen
from bindery.rules.cascade.tree import Tree
from bindery.vocabulary.brand import LIGHT
from bindery.vocabulary.editions import EPUB, EVIDENCE_PAGE, LARGE_PRINT, PDF, STATEMENT, SUMMARY
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.text import Text

_NINE_POINTS, _SIXTEEN_POINTS = 12.0, 16 * 4 / 3
_READERS_OWN_LESS = 11.0

_LARGE_PRINT_NAME = Text(nb="PDF-en med stor skrift", en="the large-print PDF")

KINDS = (
    Kind(PDF.called, "print/book.html.j2", PDF.sheets, (ON_PAPER,), _NINE_POINTS),
    Kind(
        _LARGE_PRINT_NAME,
        "print/book.html.j2",
        LARGE_PRINT.sheets,
        (ON_PAPER,),
        _SIXTEEN_POINTS,
    ),
    Kind(EPUB.called, "epub/document.xhtml.j2", EPUB.sheets, ON_SCREEN, _READERS_OWN_LESS),
    *(
        Kind(
            page.called,
            f"{template}/{template}.html.j2",
            page.sheets,
            (*ON_SCREEN, ON_PAPER),
            _READERS_OWN_LESS,
        )
        for page, template in (
            (SUMMARY, "summary"),
            (EVIDENCE_PAGE, "evidence"),
            (STATEMENT, "statement"),
        )
    ),
)


@dataclass(frozen=True)
class Styles:
    """The style sheets of a book's editions, its own or the default ones."""

    templates: Templates
    images: frozenset[str] = frozenset()

    @cached_property
    def sheets(self) -> Mapping[str, Sheet]:
        """Every sheet by its name, in the order the pages use them."""
        names = dict.fromkeys(chain.from_iterable(kind.sheets for kind in KINDS))
        return {name: self._sheet(name) for name in names}

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """A specimen of every kind of page."""
        browser = read_sheet("", (FOLDER / "browser.css").read_text(encoding="utf-8"), own=False)
        pages = []
        for kind in KINDS:
            sheets = tuple(self.sheets[name] for name in kind.sheets)
            names = _page_names(sheets) if kind.modes == (ON_PAPER,) else None
            templates = _with_pages(self.templates)
            root, as_written = specimen(templates, kind.template, _classes(sheets), names)
            if root is None:
                continue
            pages.append(_page(kind, root, browser, sheets, as_written))
        return tuple(pages)

    @cached_property
    def texts(self) -> tuple[Pair, ...]:
        """Every text, paired with its ground."""
        return tuple(pair for page in self.pages for pair in texts_on(page))

    @property
    def declared(self) -> Iterator[Declared]:
        """Every declaration in every sheet."""
        return (one for sheet in self.sheets.values() for one in sheet.declared)

    def brand_setting(self, declared: Declared) -> SaidColour | None:
        """The setting of the brand that ``declared`` is written for, or ``None``."""
        return self._brand_lines.get((declared.location.path, declared.location.line or 0))

    @cached_property
    def _brand_lines(self) -> Mapping[tuple[str, int], SaidColour]:
        """The lines that the brand adds to sheets, by their places."""
        if self.templates.look == NO_LOOK:
            return {}
        return {
            (f"templates/{name}", number): said
            for name, sheet in self.sheets.items()
            for number, line in enumerate(sheet.text.split("\n"), start=1)
            if (said := said_on(line)) is not None
        }

    @cached_property
    def _setting_lines(self) -> Mapping[Place, int]:
        return setting_lines(self.templates.book)

    def place_of(self, location: Location) -> Location:
        """The ``location``, or that of the brand's setting if it is on a line of a brand."""
        said = self._brand_lines.get((location.path, location.line or 0))
        return location if said is None else self.setting_place(said.setting)

    def is_of_brand(self, pair: Pair) -> bool:
        """Whether a setting of the brand is one of the two colours."""
        return any(self.brand_setting(one.origin) for one in (pair.ink, pair.ground))

    def setting_place(self, setting: tuple[str, str]) -> Location:
        """Where a table and key of the brand is in ``publication.toml``, or would be."""
        lines = self._setting_lines
        place: Place = ("brand", *setting)
        if place not in lines and ("brand", LIGHT, setting[1]) in lines:
            place = ("brand", LIGHT, setting[1])
        return Location(SETTINGS, line_of(lines, place))

    def is_there(self, name: str) -> bool:
        """Whether a template file of that name can be found, inside the book."""
        try:
            return self.templates.path(name).is_file()
        except PipelineError:
            return False

    def _sheet(self, name: str) -> Sheet:
        own = not self.templates.path(name).is_relative_to(HOUSE)
        return read_sheet(name, self.templates.text(name), own=own)


@lru_cache(maxsize=64)
def _page(
    kind: Kind, root: HtmlElement, browser: Sheet, sheets: tuple[Sheet, ...], as_written: bool
) -> Page:
    """A page; the same object as long as neither its template nor its sheets change."""
    return Page(kind, Tree(root, browser, sheets), sheets, as_written)


def once(found: Iterator[tuple[Declared, Finding]]) -> Iterator[Finding]:
    """Each declaration's first finding: a fault seen on many pages is fixed in one place."""
    told: set[Declared] = set()
    for declared, finding in found:
        if declared not in told and declared.location.path.removeprefix("templates/"):
            told.add(declared)
            yield finding


def _with_pages(templates: Templates) -> Templates:
    """The templates; the default ones if the book has no template of a page."""
    own = templates.folders[:-1]
    return templates if any(next(one.rglob("*.j2"), None) for one in own) else DEFAULT


def _classes(sheets: tuple[Sheet, ...]) -> tuple[str, ...]:
    """The classes in the selectors of the page's own sheet, its last."""
    named: dict[str, None] = {}
    for rule in sheets[-1].rules:
        for selector, _ in rule.matches:
            named |= dict.fromkeys(
                part.split(":")[0].split("[")[0]
                for word in selector.replace(">", " ").split()
                for part in word.split(".")[1:]
            )
    return tuple(name for name in named if name.isascii() and name)


def _page_names(sheets: tuple[Sheet, ...]) -> frozenset[str]:
    return frozenset(
        str(node.value)
        for sheet in sheets
        for one in sheet.declared
        if one.name == "page"
        for node in one.value
        if node.type == "ident"
    )
