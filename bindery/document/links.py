"""Ids and links: every id is unique in the whole book, every link has a safe scheme."""

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from bindery.document.model import Element

SAFE_SCHEMES = frozenset({"", "http", "https", "mailto", "tel"})

# Browsers remove white space and control characters from an address before they parse it.
_IGNORED = re.compile(r"[\s\x00-\x1f]")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


def scheme_of(address: str) -> str:
    """``https`` of ``https://example.org``, in lower case; empty if there is no scheme."""
    scheme = _SCHEME.match(_IGNORED.sub("", address))
    return scheme[1].lower() if scheme else ""


def make_names_unique(chapters: Iterable[Element]) -> list[dict[str, str]]:
    """Rename ids that an earlier chapter has already, with the links to them in their own chapter.

    Returns, for each chapter, the new id of each old one.
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
    """A chapter as the target of links: its id in the Document, and the ids in it that changed."""

    id: str
    renamed: dict[str, str]


def point_within_the_book(chapter: Element, path: str, targets: dict[str, Target]) -> None:
    """Make links between chapter files links within the Document; remove unsafe links.

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
    """``address`` in ASCII, as a URI must be (RFC 3986, 2).

    An address that cannot be parsed is percent-encoded as a whole.
    """
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        if not host.isascii():
            address = urlunsplit(
                parts._replace(netloc=parts.netloc.replace(host, host.encode("idna").decode()))
            )
    except ValueError:
        pass  # not a valid host name
    return quote(address, safe="%/:?#[]@!$&'()*+,;=~-._")
