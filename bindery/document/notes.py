"""Notes: a numbered list at the end of each chapter, with a way back to where one was reading."""

from lxml.builder import E

from bindery.document.model import Element, say
from bindery.locales import locale_of


def write_notes(chapter: Element, number: int, language: str) -> None:
    """Give the notes of chapter ``number`` a heading, names of their own and worded backlinks."""
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
    notes.set("aria-labelledby", f"noter-{number}")
    for index, item in enumerate(numbered.iterfind("li"), start=1):
        item.set("id", f"note-{number}-{index}")
    for reference in chapter.iter("a"):
        role, index_text = reference.get("role"), _index(reference)
        if role == "doc-noteref":
            reference.attrib.clear()
            reference.set("href", f"#note-{number}-{index_text}")
            reference.set("id", f"noteref-{number}-{index_text}")
            reference.set("role", role)
            reference.set("class", "noteref")
            reference[:] = []
            reference.text = index_text
        elif role == "doc-backlink":
            reference.attrib.clear()
            reference.set("href", f"#noteref-{number}-{index_text}")
            reference.set("role", role)
            reference.set("class", "backlink")
            say(locale.word("ways.back-to-note", number=index_text), reference, language)
            _space_before(reference)


def _index(reference: Element) -> str:
    """The note's number, from the names pandoc gives: ``#fn2`` and ``#fnref2``."""
    return (reference.get("href") or "").removeprefix("#fnref").removeprefix("#fn")


def _space_before(element: Element) -> None:
    parent, before = element.getparent(), element.getprevious()
    assert parent is not None
    if before is None:
        parent.text = (parent.text or "") + " "
    else:
        before.tail = (before.tail or "") + " "
