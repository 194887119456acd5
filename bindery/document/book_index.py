"""The index: every ``[word]{.index}`` of the book, sorted, with links to where it is written.

What a link says is for each edition to fill in: in print a page, in the e-book the page or the
chapter.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from lxml.builder import E

from bindery.document.model import Element, has_class, say, text_of, unwrap
from bindery.locales import locale_of
from bindery.locales.sorting import sort_key

INDEX = "doc-index"
"""The role of the chapter with the index."""

ENTRIES = "index-entries"
"""The class of the list of all entries."""

PLACE_IN_BOOK = "place"
"""The class of a link to where a word is written."""

_MARK = "index"
_DEEPEST = 4


@dataclass(slots=True)
class _Entry:
    """An entry: its words, where it is written, what to see instead, and the entries below it."""

    words: str = ""
    places: list[str] = field(default_factory=list)
    see: list[str] = field(default_factory=list)
    below: dict[str, "_Entry"] = field(default_factory=dict)
    name: str = ""
    last: Element | None = None


def levels_of(entry: str) -> tuple[str, ...]:
    """The words of an ``entry`` and of those around it: ``næring!vertskap`` has two levels."""
    parts = (" ".join(part.split()) for part in entry.split("!", _DEEPEST - 1))
    return tuple(part for part in parts if part)


def key_of(words: str) -> str:
    """``words`` as entries are compared: without regard to capitals and white space."""
    return " ".join(words.split()).casefold()


def write_index(chapters: Sequence[Element], language: str) -> Element | None:
    """Write the index of ``chapters`` into the one that is for it.

    If none of them is, the index is a chapter of its own, which is returned.
    """
    root = _Entry()
    names = _free_names(chapters)
    for mark in [mark for chapter in chapters for mark in chapter.iter("span") if _is_mark(mark)]:
        _read(mark, root, names)
    if not root.below:
        return None
    for entry in _all(root):
        entry.name = f"oppslag-{next(names)}"
    home = next((one for one in chapters if one.get("role") == INDEX), None)
    around = language if home is None else home.get("lang") or language
    listed = _listed(root, root, around)
    listed.set("class", ENTRIES)
    if home is not None:
        home.append(listed)
        return None
    name = f"stikkord-{next(names)}"
    title = say(locale_of(language).word("parts.index"), E.h1(id=f"{name}-tittel"), language)
    section = E.section({"id": name, "class": "chapter back", "role": INDEX}, title, listed)
    section.set("aria-labelledby", title.get("id") or "")
    return section


def _is_mark(span: Element) -> bool:
    return has_class(span, _MARK)


def _free_names(chapters: Iterable[Element]) -> Iterator[int]:
    """Numbers that no id of the book ends with after ``stikkord-`` or ``oppslag-``."""
    taken = {one.get("id") for chapter in chapters for one in chapter.iter()}
    return (
        number
        for number in count(1)
        if not {f"stikkord-{number}", f"stikkord-{number}-tittel", f"oppslag-{number}"} & taken
    )


def _read(mark: Element, root: _Entry, names: Iterator[int]) -> None:
    """Add what ``mark`` says to the entries, and make it the target of their links."""
    words = text_of(mark)
    written = mark.attrib.pop("data-entry", None) or words
    see = mark.attrib.pop("data-see", None)
    levels = levels_of(written)
    if not levels:
        _leave(mark)
        return
    entry = root
    for level in levels:
        entry = entry.below.setdefault(key_of(level), _Entry(level))
    if see:
        entry.see.append(see)
        _leave(mark)
        return
    block = next((one for one in mark.iterancestors() if one.tag not in _INLINE), None)
    if block is entry.last:
        # One place in a block is enough.
        _leave(mark)
        return
    entry.last = block
    name = mark.get("id") or f"stikkord-{next(names)}"
    mark.set("id", name)
    entry.places.append(name)


def _leave(mark: Element) -> None:
    """Remove the mark and keep its words."""
    if not mark.get("lang") and not mark.get("id"):
        unwrap(mark)


_INLINE = frozenset({"a", "abbr", "code", "del", "dfn", "em", "q", "span", "strong", "sub", "sup"})


def _all(entry: _Entry) -> Iterator[_Entry]:
    for below in entry.below.values():
        yield below
        yield from _all(below)


def _listed(entry: _Entry, root: _Entry, language: str) -> Element:
    entries = sorted(entry.below.values(), key=lambda one: sort_key(one.words, language))
    return E.ul(*(_item(one, root, language) for one in entries))


def _item(entry: _Entry, root: _Entry, language: str) -> Element:
    item = E.li(E.span(entry.words), id=entry.name)
    for number, name in enumerate(entry.places):
        item[-1].tail = ", " if number else " "
        item.append(E.a({"class": PLACE_IN_BOOK}, href=f"#{name}"))
    for number, see in enumerate(dict.fromkeys(entry.see)):
        item[-1].tail = ", " if number or entry.places else " "
        if not number:
            item.append(say(locale_of(language).word("ways.see"), E.em(), language))
            item[-1].tail = " "
        item.append(_seen(see, root))
    if entry.below:
        item.append(_listed(entry, root, language))
    return item


def _seen(see: str, root: _Entry) -> Element:
    """What to see instead: a link to that entry, if there is one."""
    found: _Entry | None = root
    levels = levels_of(see)
    for level in levels:
        found = None if found is None else found.below.get(key_of(level))
    words = ", ".join(levels)
    return E.span(words) if found is None or found is root else E.a(words, href=f"#{found.name}")


def place_links(tree: Element) -> Iterator[Element]:
    """The links in the index to where words are written."""
    for listed in tree.iter("ul"):
        if has_class(listed, ENTRIES):
            yield from (one for one in listed.iter("a") if has_class(one, PLACE_IN_BOOK))
