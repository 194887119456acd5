"""Names and links: every name once in the whole book, every link by a scheme that is safe."""

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from bindery.document.model import Element

SAFE_SCHEMES = frozenset({"", "http", "https", "mailto", "tel"})

# Browsers take white space and control characters out of an address before they read it.
_IGNORED = re.compile(r"[\s\x00-\x1f]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


def scheme_of(address: str) -> str:
    """``https`` of ``https://example.org``, in small letters; empty where there is none."""
    scheme = _SCHEME.match(_IGNORED.sub("", address))
    return scheme[1].lower() if scheme else ""


def make_names_unique(chapters: Iterable[Element]) -> list[dict[str, str]]:
    """Rename what an earlier chapter has named already, with the links to it in its own chapter.

    Returns what was renamed in each chapter: the old name and the new one.
    """
    taken: set[str] = set()
    renamings = []
    for chapter in chapters:
        renamed: dict[str, str] = {}
        for element in chapter.iter():
            name = element.get("id")
            if name is None:
                continue
            free = _free(name, taken)
            taken.add(free)
            if free != name:
                element.set("id", free)
                renamed.setdefault(name, free)
        if renamed:
            _rename_references(chapter, renamed)
        renamings.append(renamed)
    return renamings


def _free(name: str, taken: set[str]) -> str:
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free


def _rename_references(chapter: Element, renamed: dict[str, str]) -> None:
    for element in chapter.iter():
        target = element.get("href") or ""
        if target.startswith("#") and unquote(target[1:]) in renamed:
            element.set("href", f"#{renamed[unquote(target[1:])]}")
        for relation in ("aria-details", "aria-labelledby"):
            if (name := element.get(relation)) in renamed:
                element.set(relation, renamed[str(name)])


@dataclass(frozen=True, slots=True)
class Target:
    """A chapter one can link to: its id in the Document, and the names in it that were changed."""

    id: str
    renamed: dict[str, str]


def point_within_the_book(chapter: Element, path: str, targets: dict[str, Target]) -> None:
    """Make links between chapter files links within the Document; drop what is not safe.

    ``path`` is the chapter's own; ``targets`` are all chapters by their paths.
    """
    for link in chapter.iter("a"):
        address = link.get("href") or ""
        scheme = scheme_of(address)
        if scheme not in SAFE_SCHEMES or address.startswith("//"):
            del link.attrib["href"]
        elif address and not scheme and not address.startswith("#"):
            _point_at_chapter(link, address, path, targets)


def _point_at_chapter(link: Element, address: str, path: str, targets: dict[str, Target]) -> None:
    file, _, name = address.partition("#")
    target = targets.get(posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(file))))
    if target is None:
        del link.attrib["href"]
    else:
        link.set("href", f"#{target.renamed.get(name, name) or target.id}")


def ascii_address(address: str) -> str:
    """``address`` as a file may hold it: a URI has no letters beyond ASCII (RFC 3986, 2).

    What cannot be taken apart is quoted as it stands.
    """
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        if not host.isascii():
            address = urlunsplit(
                parts._replace(netloc=parts.netloc.replace(host, host.encode("idna").decode()))
            )
    except ValueError:
        pass  # no host that could be named
    return quote(address, safe="%/:?#[]@!$&'()*+,;=~-._")
