"""What leads a listener into the book: the contents list and the bookmarks."""

from collections.abc import Iterator

from bindery.readback.align import shortened
from bindery.readback.heard import HeardPdf
from bindery.readback.links import Counterparts
from bindery.readback.passages import MAIN, OBJECT, Book, Passage, Span
from bindery.readback.rules import WAYS_IN, place_of
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.text import Text

_CONTENTS = Text(nb="Innholdslista", en="The contents list")
_BOOKMARKS = Text(nb="Bokmerkelisten", en="The list of bookmarks")


def ways_in(
    heard: HeardPdf, contents: list[Span], said: Book, counterparts: Counterparts, subject: str
) -> Iterator[Finding]:
    """Every entry must say a heading's words and lead to it, and every chapter have one."""
    entries = [
        (mark.title, Span("link", mark.title, target=mark.target.element, page=mark.target.page))
        for mark in heard.bookmarks
    ]
    yield from _list(_BOOKMARKS, entries, said, counterparts, subject)
    if contents:
        named = [(_without_folio(heard, entry), entry) for entry in contents]
        yield from _list(_CONTENTS, named, said, counterparts, subject)


def _list(
    where: Text,
    entries: list[tuple[str, Span]],
    said: Book,
    counterparts: Counterparts,
    subject: str,
) -> Iterator[Finding]:
    found = set()
    for name, entry in entries:
        place = counterparts.manuscript_place(entry)
        heading = None if place is None or place[0] != MAIN else said.passages[place[1]]
        if heading is None or heading.kind != "heading" or not _names(name, heading):
            yield _astray(where, name, counterparts.words_at(entry), Location(subject))
            continue
        found.add(place)
        if not counterparts.opens_right(entry):
            yield _wrong_page(where, name, entry, place_of(heading, subject))
    for at, passage in enumerate(said.passages):
        chapter = passage.kind == "heading" and passage.level == 1 and not passage.added
        if chapter and (MAIN, at) not in found:
            yield _not_listed(where, passage, place_of(passage, subject))


def _names(name: str, heading: Passage) -> bool:
    """Whether ``name`` is what ``heading`` says, with words for what is drawn, and no notes."""
    text = heading.text
    for span in heading.spans:
        if str(span.target or "").startswith("note-"):
            before, _, after = text.rpartition(span.text)
            text = before + after
        elif span.kind in ("figure", "formula"):
            text = text.replace(OBJECT, f" {span.value} ", 1)
    # A bookmark is a plain line: its spaces may be ordinary ones.
    return text.split() == name.split()


def _without_folio(heard: HeardPdf, entry: Span) -> str:
    """The entry's words without the page number, if it is the right one."""
    if entry.page is None:
        return entry.text
    return entry.text.removesuffix(heard.pages[entry.page - 1].label).rstrip(" ")


def _astray(where: Text, name: str, leads_to: str, near: Location) -> Finding:
    message = Text(
        nb="{where} har «{name}», som leder til «{target}».",
        en="{where} has “{name}”, which leads to “{target}”.",
    )
    return WAYS_IN.broken(
        near, message.filled(where=where, name=shortened(name), target=leads_to or "–")
    )


def _wrong_page(where: Text, name: str, entry: Span, near: Location) -> Finding:
    message = Text(
        nb="{where} har «{name}», som ikke åpner siden overskriften står på (side: {page}).",
        en="{where} has “{name}”, which does not open the heading’s page (page: {page}).",
    )
    return WAYS_IN.broken(
        near,
        message.filled(
            where=where, name=shortened(name), page="–" if entry.page is None else entry.page
        ),
    )


def _not_listed(where: Text, chapter: Passage, near: Location) -> Finding:
    message = Text(
        nb="{where} mangler kapittelet «{name}».",
        en="{where} lacks the chapter “{name}”.",
    )
    return WAYS_IN.broken(near, message.filled(where=where, name=shortened(chapter.text)))
