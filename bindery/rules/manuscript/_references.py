"""Where links lead."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from urllib.parse import unquote, urlsplit

from bindery.manuscript.addresses import file_at, scheme_of
from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Element, Heading, Link
from bindery.manuscript.targets import addresses_of, chapter_at


def links_out_of(manuscript: Manuscript) -> Iterator[tuple[Element, str]]:
    """Every address a reader can follow, with the element it is written in."""
    for element in manuscript.every(Element):
        if isinstance(element, Link):
            yield element, element.target
        if address := element.attributes.get("href"):
            yield element, address


def chapter_and_name(
    address: str, path: str, chapters: Mapping[str, Iterable[str]]
) -> tuple[str, str]:
    """The file that a relative ``address`` in the file ``path`` leads to, and the name in it.

    ``chapters`` are the paths of all chapters, with the addresses that each states for itself.
    """
    file, _, name = address.partition("#")
    if not file:
        return path, unquote(name)
    return chapter_at(file, path, chapters) or file_at(file, path), unquote(name)


def names_in(elements: Iterable[Element]) -> Iterator[str]:
    """The names that can be linked to; a heading without one has a name made of its text."""
    for element in elements:
        yield element.name if isinstance(element, Heading) else element.attributes.name


class Destinations:
    """The targets of a manuscript's links, the same for every way of writing an address."""

    def __init__(self, manuscript: Manuscript) -> None:
        self._manuscript = manuscript
        self._chapters = addresses_of(manuscript.publication.chapters)

    @cached_property
    def _names(self) -> Mapping[str, set[str]]:
        return {one.path: set(names_in(one.every(Element))) for one in self._manuscript.chapters}

    @cached_property
    def _headings(self) -> Mapping[str, tuple[str, ...]]:
        """The names of each chapter's headings. The first is its title."""
        return {
            one.path: tuple(heading.name for heading in one.every(Heading))
            for one in self._manuscript.chapters
        }

    def is_heading(self, link: Link) -> bool:
        """Whether ``link`` leads to a chapter, or to a heading in one."""
        if scheme_of(link.target) or link.target.startswith("//"):
            return False
        path, name = chapter_and_name(link.target, link.location.path, self._chapters)
        if not name:
            return path in self._headings
        paths = self._headings if link.target.startswith("#") else (path,)
        return any(name in self._headings.get(one, ()) for one in paths)

    def place_of(self, link: Link) -> str:
        """The place that ``link`` leads to, the same for every address of that place."""
        if scheme_of(link.target) or link.target.startswith("//"):
            return _on_the_web(link.target)
        path, name = chapter_and_name(link.target, link.location.path, self._chapters)
        if link.target.startswith("#") and name not in self._names[path]:
            path = next((other for other, names in self._names.items() if name in names), path)
        is_title = name == next(iter(self._headings.get(path, ())), "")
        return f"{path}#{'' if is_title else name}"


def _on_the_web(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    # Sites redirect between http and https, and between addresses with and without www.
    scheme = "https" if parts.scheme in ("http", "") else parts.scheme
    site = parts.netloc.lower().removeprefix("www.")
    return f"{scheme}:{site}{parts.path.rstrip('/')}?{parts.query}#{parts.fragment}"
