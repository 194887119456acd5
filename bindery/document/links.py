"""Ids and links: every id is unique in the whole book, every link has a safe scheme."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from bindery.document.model import Element, unwrap
from bindery.manuscript.addresses import is_safe, is_whole, scheme_of, written
from bindery.manuscript.targets import chapter_at


def make_names_unique(chapters: Iterable[Element]) -> list[dict[str, str]]:
    """Rename ids that an earlier chapter has already, with the links to them in their own chapter.

    Returns, for each chapter, the new id of each old one.
    """
    taken: set[str] = set()
    renamings = []
    for chapter in chapters:
        renamed: dict[str, str] = {}
        own: set[str] = set()
        for element in chapter.iter():
            name = element.get("id")
            if name is None:
                continue
            free = _free(name, taken)
            taken.add(free)
            if free != name:
                element.set("id", free)
                # A link leads to the first of a chapter's own.
                if name not in own:
                    renamed[name] = free
            own.add(name)
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
        if headers := element.get("headers"):
            element.set("headers", " ".join(renamed.get(one, one) for one in headers.split()))


@dataclass(frozen=True, slots=True)
class Target:
    """A chapter as the target of links.

    ``id`` is its own in the Document; ``renamed`` are the ids in it that changed, ``alike`` all of
    them by their names in small letters. ``addresses`` are those that it states for itself.
    """

    id: str
    renamed: dict[str, str]
    alike: dict[str, str]
    addresses: tuple[str, ...] = ()

    def named(self, name: str) -> str:
        """The id of what is called ``name`` in the chapter, with these capitals or others."""
        if not name:
            return self.id
        changed = self.renamed.get(name, name)
        if changed in self.alike.values():
            return changed
        return self.alike.get(name.casefold(), changed)


def point_within_the_book(chapter: Element, path: str, targets: dict[str, Target]) -> None:
    """Make links between chapter files links within the Document, and write addresses.

    Of links that are unsafe or lead nowhere only the words are left. ``path`` is the chapter's own;
    ``targets`` are all chapters by their paths.
    """
    for link in chapter.iter("a"):
        address = link.get("href")
        if address is None:
            continue
        if not is_safe(address) or not is_whole(address) or not address.strip("#"):
            del link.attrib["href"]
        elif scheme_of(address):
            link.set("href", written(address))
        elif address.startswith("#"):
            _point_inside(link, address, path, targets)
        else:
            _point_at_chapter(link, address, path, targets)


def _point_inside(link: Element, address: str, path: str, targets: dict[str, Target]) -> None:
    """Let ``#Name`` find ``name`` in its own chapter; one of another chapter is as written."""
    name = unquote(address[1:])
    alike = targets[path].alike
    everywhere = (name in target.alike.values() for target in targets.values())
    if name.casefold() in alike and name not in alike.values() and not any(everywhere):
        link.set("href", f"#{alike[name.casefold()]}")


def _point_at_chapter(link: Element, address: str, path: str, targets: dict[str, Target]) -> None:
    file, _, name = address.partition("#")
    chapters = {path: target.addresses for path, target in targets.items()}
    found = chapter_at(file, path, chapters)
    if found is None:
        del link.attrib["href"]
    else:
        link.set("href", f"#{targets[found].named(unquote(name))}")


def keep_words_of_dead_links(chapters: Iterable[Element]) -> None:
    """Leave only the words of each link that leads to no place in ``chapters``."""
    chapters = list(chapters)
    names = {name for chapter in chapters for each in chapter.iter() if (name := each.get("id"))}
    for chapter in chapters:
        for link in list(chapter.iter("a")):
            address = link.get("href")
            if address is not None and address.startswith("#"):
                name = address[1:]
                if name not in names and unquote(name) not in names:
                    del link.attrib["href"]
                    address = None
            if address is None:
                _keep_words(link)


def _keep_words(link: Element) -> None:
    link.attrib.pop("title", None)
    if link.attrib:
        link.tag = "span"
    else:
        unwrap(link)
