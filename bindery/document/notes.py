"""The notes of a chapter: one for each text, however many places in the text refer to it."""

from collections import defaultdict
from collections.abc import Iterable

from lxml.builder import E

from bindery.document.model import Element, add_class, has_class, say, text_of, unwrap
from bindery.locales import locale_of

AGAIN = "again"
"""The class of a note's mark that is not its first."""


def write_notes(chapter: Element, number: int, language: str) -> None:
    """Give the notes of chapter ``number`` a heading, unique ids and backlinks with words.

    A link ``[](#name){.noteref}`` becomes one more mark of the note whose first mark is in a span
    of that name. The note gets a way back to each of its marks.
    """
    again = _marks_again(chapter)
    notes = chapter.find("section[@id='footnotes']")
    if notes is None:
        return
    numbered = notes.find("ol")
    assert numbered is not None
    locale = locale_of(language)
    heading = say(locale.word("parts.notes"), E.h2(id=f"noter-{number}"), language)
    notes[:] = [heading, numbered]
    notes.attrib.clear()
    notes.set("class", "notes")
    notes.set("role", "doc-endnotes")
    title = chapter.find("h1")
    if title is None or text_of(title).casefold() != text_of(heading).casefold():
        # In a chapter called «Noter» there would be two regions of that name.
        notes.set("aria-labelledby", f"noter-{number}")
    for index, item in enumerate(numbered.iterfind("li"), start=1):
        item.set("id", f"note-{number}-{index}")
    backlinks: dict[str, Element] = {}
    for reference in chapter.iter("a"):
        role, index_text = reference.get("role"), _index(reference)
        if role == "doc-noteref":
            _write_mark(reference, number, index_text)
        elif role == "doc-backlink":
            reference.attrib.clear()
            reference.set("href", f"#noteref-{number}-{index_text}")
            reference.set("role", role)
            reference.set("class", "backlink")
            say(locale.word("ways.back-to-note", number=index_text), reference, language)
            _space_before(reference)
            backlinks[index_text] = reference
    for index_text, marks in again.items():
        backlink = backlinks.get(index_text)
        for place, mark in enumerate(marks, start=2):
            _write_mark(mark, number, index_text)
            mark.set("id", f"noteref-{number}-{index_text}-{place}")
            add_class(mark, AGAIN)
            if backlink is not None:
                word = locale.word("ways.back-to-note-again", number=index_text, place=place)
                way = E.a({"class": "backlink", "role": "doc-backlink"})
                way.set("href", f"#{mark.get('id')}")
                _add_after(backlink, say(word, way, language))
                backlink = way


def _marks_again(chapter: Element) -> dict[str, list[Element]]:
    """The further marks of each note, by its number; the spans around first marks are removed."""
    marks = [link for link in chapter.iter("a") if has_class(link, "noteref")]
    named = _first_marks(chapter, {(link.get("href") or "").removeprefix("#") for link in marks})
    again: dict[str, list[Element]] = defaultdict(list)
    for mark in marks:
        index = named.get((mark.get("href") or "").removeprefix("#"))
        if index is not None:
            again[index].append(mark)
        elif not text_of(mark):
            unwrap(mark)
    return again


def _first_marks(chapter: Element, names: Iterable[str]) -> dict[str, str]:
    """The number of the note whose first mark is in the span of each of ``names``."""
    found: dict[str, str] = {}
    wanted = set(names)
    for span in list(chapter.iter("span")) if wanted else ():
        name = span.get("id") or ""
        first = next((link for link in span if link.get("role") == "doc-noteref"), None)
        if name in wanted and first is not None:
            found.setdefault(name, _index(first))
            unwrap(span)
    return found


def _write_mark(mark: Element, number: int, index: str) -> None:
    mark.attrib.clear()
    mark.set("href", f"#note-{number}-{index}")
    mark.set("id", f"noteref-{number}-{index}")
    mark.set("role", "doc-noteref")
    mark.set("class", "noteref")
    mark[:] = []
    mark.text = index


def _index(reference: Element) -> str:
    """The note's number, from pandoc's ids: ``#fn2`` and ``#fnref2``."""
    return (reference.get("href") or "").removeprefix("#fnref").removeprefix("#fn")


def _space_before(element: Element) -> None:
    parent, before = element.getparent(), element.getprevious()
    assert parent is not None
    if before is None:
        parent.text = (parent.text or "") + " "
    else:
        before.tail = (before.tail or "") + " "


def _add_after(backlink: Element, way: Element) -> None:
    parent = backlink.getparent()
    assert parent is not None
    way.tail, backlink.tail = backlink.tail, " "
    parent.insert(parent.index(backlink) + 1, way)
