"""What an eBraille holds, and the questions that its specification puts to it."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from zipfile import ZipFile

from lxml import etree

from bindery.document.model import Element

XHTML = "{http://www.w3.org/1999/xhtml}"
OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
PACKAGE, NAVIGATION = "package.opf", "index.html"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)
_REMOTE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_CELLS = re.compile("[\u2800-\u28ff\\s\u00a0\u00ad]*")
_LOOKS = re.compile(
    r"(?<![\w-])(?:font(?:-[a-z]+)?|color|background(?:-color)?)\s*:", re.IGNORECASE
)
_ABSOLUTE = re.compile(r"\d(?:px|pt|pc|cm|mm|in)\b", re.IGNORECASE)


class Package:
    """The files of an eBraille, and its documents as trees."""

    def __init__(self, archive: ZipFile, name: str) -> None:
        self.name = name
        self.names = tuple(archive.namelist())
        self.files: Mapping[str, bytes] = {one: archive.read(one) for one in self.names}

    @cached_property
    def opf(self) -> Element:
        """The package document."""
        return etree.fromstring(self.files[PACKAGE], _PARSER)

    @cached_property
    def navigation(self) -> Element:
        """The navigation document."""
        return etree.fromstring(self.files[NAVIGATION], _PARSER)

    @cached_property
    def items(self) -> tuple[Element, ...]:
        """The items of the manifest."""
        return tuple(self.opf.iter(f"{OPF}item"))

    @cached_property
    def spine(self) -> tuple[str, ...]:
        """The names of the files in the spine."""
        named = {item.get("id"): item.get("href") or "" for item in self.items}
        return tuple(named.get(one.get("idref"), "") for one in self.opf.iter(f"{OPF}itemref"))

    @cached_property
    def documents(self) -> Mapping[str, Element]:
        """Every document of XHTML, by name."""
        names = [
            item.get("href") or ""
            for item in self.items
            if item.get("media-type") == "application/xhtml+xml"
        ]
        return {
            name: etree.fromstring(self.files[name], _PARSER)
            for name in names
            if name in self.files
        }

    def properties(self, name: str) -> list[str]:
        """The values of a property of the package."""
        return [
            (meta.text or "").strip()
            for meta in self.opf.iter(f"{OPF}meta")
            if meta.get("property") == name
        ]

    def dublin_core(self, name: str) -> list[str]:
        """The values of an element of Dublin Core."""
        return [(one.text or "").strip() for one in self.opf.iter(f"{DC}{name}")]

    def elements(self, *names: str) -> Iterator[Element]:
        """Elements of all documents."""
        for root in self.documents.values():
            yield from root.iter(*(f"{XHTML}{name}" for name in names))

    @cached_property
    def styles(self) -> str:
        """All style sheets."""
        return "\n".join(
            content.decode(errors="replace")
            for name, content in self.files.items()
            if name.endswith(".css")
        )


def container(book: Package) -> bool:
    """Whether the type comes first in the container."""
    first = book.names[:1] == ("mimetype",)
    return first and book.files["mimetype"] == b"application/epub+zip"


def link_to_package(book: Package) -> bool:
    """Whether the navigation has its link to the package."""
    return any(
        (link.get("rel"), link.get("href"), link.get("type"))
        == ("publication", PACKAGE, "application/oebps-package+xml")
        for link in book.navigation.iter(f"{XHTML}link")
    )


def navs(book: Package, role: str) -> list[Element]:
    """The lists of the navigation with this role."""
    return [nav for nav in book.navigation.iter(f"{XHTML}nav") if nav.get("role") == role]


def pages_have_digits(book: Package) -> bool:
    """Whether each page is listed in cells, with its number in print digits."""
    links = [link for nav in navs(book, "doc-pagelist") for link in nav.iter(f"{XHTML}a")]
    in_cells = all(_CELLS.fullmatch("".join(link.itertext())) for link in links)
    return in_cells and all((link.get("title") or "").strip() for link in links)


def only_xhtml(book: Package) -> bool:
    """Whether the spine has documents of XHTML only."""
    return bool(book.spine) and all(name in book.documents for name in book.spine)


def utf8(book: Package) -> bool:
    """Whether all text is UTF-8."""
    texts = (one for name, one in book.files.items() if name.endswith((".xhtml", ".html", ".css")))
    try:
        written = [one.decode("utf-8") for one in texts]
    except UnicodeDecodeError:
        return False
    return not any(re.search('encoding="(?!utf-8")', one[:200], re.IGNORECASE) for one in written)


def no_legacy(book: Package) -> bool:
    """Whether the package has no deprecated features and no fallbacks."""
    legacy = [*book.opf.iter(f"{OPF}guide", f"{OPF}collection", f"{OPF}tours", f"{OPF}bindings")]
    types = {item.get("media-type") for item in book.items}
    fallbacks = any(item.get("fallback") for item in book.items)
    return not legacy and "application/x-dtbncx+xml" not in types and not fallbacks


def nothing_remote(book: Package) -> bool:
    """Whether nothing is fetched, and no path begins at the root."""
    wanted = [one.get("src") or "" for one in book.elements("img", "audio", "video", "iframe")]
    wanted += [one.get("href") or "" for one in book.elements("link")]
    wanted += [item.get("href") or "" for item in book.items]
    return not any(_REMOTE.match(one) or one.startswith("/") for one in wanted)


def no_programs(book: Package) -> bool:
    """Whether no document has a script, or a form that is sent."""
    forms = any(form.get("action") for form in book.elements("form"))
    return next(book.elements("script"), None) is None and not forms


def no_fixed_layout(book: Package) -> bool:
    """Whether the text can flow, without styles for other readers."""
    fixed = "pre-paginated" in book.properties("rendition:layout")
    return (
        not fixed
        and "-epub-" not in book.styles
        and not re.search(r"@media[^{]*\bbraille\b", book.styles)
    )


def one_of(name: str, *values: str) -> Callable[[Package], bool]:
    """Whether a property is there once, with one of ``values`` if there are any."""

    def holds(book: Package) -> bool:
        said = book.properties(name)
        return len(said) == 1 and (said[0] in values if values else bool(said[0]))

    return holds


def some(name: str) -> Callable[[Package], bool]:
    """Whether a property is there, once or more."""
    return lambda book: any(book.properties(name)) and all(book.properties(name))


def cores(*names: str) -> Callable[[Package], bool]:
    """Whether all these elements of Dublin Core are there."""
    return lambda book: all(any(book.dublin_core(name)) for name in names)


def formats(book: Package) -> bool:
    """Whether the format is stated, once."""
    return book.dublin_core("format") == ["eBraille 1.0"]


def in_script(book: Package) -> bool:
    """Whether each language has the script of braille."""
    languages = book.dublin_core("language")
    return bool(languages) and all("Brai" in one.split("-") for one in languages)


def only_cells(book: Package) -> bool:
    """Whether all text is cells and white space, outside of the page list's titles."""
    for root in book.documents.values():
        for element in root.iter(etree.Element):
            texts = (element.text, element.tail, element.get("alt"), element.get("abbr"))
            is_entry = any(
                nav.get("role") == "doc-pagelist" for nav in element.iterancestors(f"{XHTML}nav")
            )
            title = "" if is_entry else element.get("title")
            if not all(_CELLS.fullmatch(text or "") for text in (*texts, title)):
                return False
    return True


def marks_in_text(book: Package) -> bool:
    """Whether items of lists have their marks in the text."""
    items = [one for one in book.elements("li") if not in_navigation(one)]
    return (
        all("".join(one.itertext()).strip() for one in items) and "list-style: none" in book.styles
    )


def in_navigation(element: Element) -> bool:
    """Whether ``element`` is in a list of the navigation."""
    return next(element.iterancestors(f"{XHTML}nav"), None) is not None


def no_looks(book: Package) -> bool:
    """Whether the style sets no type, no colour and no absolute length."""
    return not _LOOKS.search(book.styles) and not _ABSOLUTE.search(book.styles)
