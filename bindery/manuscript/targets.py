"""The chapter or the picture that an address means, in the spelling of any tool.

Site generators link to a page by its name without ``.md``, with ``.html``, by its folder, from the
site's root, or by an address that the page itself states. All of these lead to a file of the book.
"""

import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping
from urllib.parse import unquote

from bindery.manuscript.addresses import file_at
from bindery.manuscript.files import MANUSCRIPT, composed
from bindery.vocabulary.publication import Chapter

_SOURCES = (".md", ".markdown", ".mdx", ".qmd", ".Rmd", ".rmd", ".ipynb")
_PAGES = (*_SOURCES, ".html", ".htm")
_OF_A_FOLDER = ("index.md", "README.md", "_index.md")
_OF_PICTURES = ("static", "public", "assets", "images", "docs", "img", "figures", "src")


def chapter_at(file: str, beside: str, chapters: Mapping[str, Iterable[str]]) -> str | None:
    """The path of the chapter that ``file`` means in the one ``beside``, if it is one.

    ``chapters`` are the paths of all chapters, with the addresses that each states for itself.
    ``file`` has no fragment.
    """
    for path in _candidates(file_at(file.partition("?")[0], beside)):
        if path in chapters:
            return path
    wanted = _on_the_site(file)
    for path, addresses in chapters.items():
        if wanted and wanted in map(_on_the_site, addresses):
            return path
    if not file.startswith("/"):
        return None
    below = [f"/{path}" for path in _candidates(composed(unquote(wanted)))]
    found = [path for path in chapters if any(f"/{path}".endswith(end) for end in below)]
    return found[0] if len(found) == 1 else None


def addresses_of(chapters: Iterable[Chapter]) -> dict[str, tuple[str, ...]]:
    """The path of each chapter, with the addresses it states for itself."""
    return {chapter.path: chapter.front_matter.addresses for chapter in chapters}


def image_at(address: str, beside: str, images: Collection[str]) -> str:
    """The path of the picture that ``address`` means in the chapter ``beside``.

    If there is none of these in ``images``, it is the path that the address says.
    """
    said = file_at(address, beside, images)
    if said in images:
        return said
    plain = composed(unquote(address.partition("?")[0])).lstrip("/")
    rooted = [posixpath.normpath(f"{MANUSCRIPT}/{plain}")]
    rooted += [posixpath.normpath(f"{MANUSCRIPT}/{folder}/{plain}") for folder in _OF_PICTURES]
    for path in (said, *rooted) if address.startswith("/") else (said, *rooted[1:]):
        if path in images:
            return path
        alike = [one for one in images if one.casefold() == path.casefold()]
        if len(alike) == 1:
            return alike[0]
    return said


def _candidates(path: str) -> Iterator[str]:
    """The files that a page's address may mean, the likeliest first."""
    yield path
    stem, ending = posixpath.splitext(path)
    if ending in _PAGES:
        yield from (f"{stem}{source}" for source in _SOURCES)
    yield f"{path}.md"
    folder = stem if posixpath.basename(stem) != "index" else posixpath.dirname(stem)
    for name in _OF_A_FOLDER:
        yield f"{path}/{name}"
        if ending in _PAGES and folder != stem:
            yield f"{folder}/{name}"


def _on_the_site(address: str) -> str:
    """An address without its slashes and its ending, as sites compare them."""
    plain = unquote(address.partition("#")[0]).strip("/")
    stem, ending = posixpath.splitext(plain)
    return stem if ending in _PAGES else plain
