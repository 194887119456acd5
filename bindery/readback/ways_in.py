"""Lists that lead into the text: contents, bookmarks, the e-book's lists of figures and tables."""

from collections.abc import Iterable, Iterator, Mapping

from bindery.readback.align import same_name, shortened
from bindery.readback.links import Counterparts
from bindery.readback.messages import WAYS_IN, Near
from bindery.readback.passages import MAIN, OBJECT, Book, Passage, Span
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.text import Text

CONTENTS = Text(nb="Innholdslista", en="The table of contents")
"""The name of the list of contents in messages to authors."""

Entry = tuple[str, Span]
"""What an entry says, and where it leads."""


def ways_in(
    where: Text,
    entries: Iterable[Entry],
    said: Book,
    counterparts: Counterparts,
    file: Near,
    *,
    level: int = 1,
) -> Iterator[Finding]:
    """Report entries without a heading's words, target or order, and chapters without an entry.

    ``level`` is that of the chapters' headings.
    """
    found = set()
    last = -1
    for name, entry in entries:
        place = counterparts.manuscript_place(entry)
        at = -1 if place is None or place[0] != MAIN else place[1]
        heading = said.passages[at]
        if at < 0 or heading.kind != "heading" or not names(name, heading):
            yield _astray(where, name, counterparts.words_at(entry), file)
            continue
        found.add(at)
        if at < last:
            yield _out_of_order(where, name, file.at(heading))
        last = max(last, at)
        if not counterparts.opens_right(entry):
            yield _wrong_page(where, name, entry, file.at(heading))
    for at, passage in enumerate(said.passages):
        chapter = passage.kind == "heading" and passage.level == level and not passage.added
        if chapter and at not in found and (MAIN, at) not in said.unlisted:
            yield _not_listed(where, passage, file.at(passage))


def names(name: str, heading: Passage) -> bool:
    """Whether ``name`` is the text of ``heading``, with alternatives and without note numbers."""
    text = heading.text
    for span in heading.spans:
        if str(span.target or "").startswith("note-"):
            before, _, after = text.rpartition(span.text)
            text = before + after
        elif span.kind in ("figure", "formula"):
            text = text.replace(OBJECT, f" {span.value} ", 1)
    return same_name(text, name)


def _astray(where: Text, name: str, leads_to: str, near: Near) -> Finding:
    message = Text(
        nb="{where} har «{name}», som går til «{target}».",
        en="{where} has “{name}”, which leads to “{target}”.",
    )
    return WAYS_IN.broken(
        near, message.filled(where=where, name=shortened(name), target=leads_to or "–")
    )


def _out_of_order(where: Text, name: str, near: Near) -> Finding:
    message = Text(
        nb="{where} har «{name}» på et annet sted enn publikasjonen.",
        en="{where} has “{name}” in another place than the publication.",
    )
    return WAYS_IN.broken(near, message.filled(where=where, name=shortened(name)))


def _wrong_page(where: Text, name: str, entry: Span, near: Near) -> Finding:
    message = Text(
        nb="{where} har «{name}», som ikke åpner siden med overskriften (side: {page}).",
        en="{where} has “{name}”, which does not open the heading’s page (page: {page}).",
    )
    return WAYS_IN.broken(
        near,
        message.filled(
            where=where, name=shortened(name), page="–" if entry.page is None else entry.page
        ),
    )


def _not_listed(where: Text, chapter: Passage, near: Near) -> Finding:
    message = Text(
        nb="{where} mangler kapittelet «{name}».",
        en="{where} does not have the chapter “{name}”.",
    )
    return WAYS_IN.broken(near, message.filled(where=where, name=shortened(chapter.text)))


LISTS = {
    "loi": Text(nb="Figurlista", en="The list of figures"),
    "lot": Text(nb="Tabellista", en="The list of tables"),
}
_ASTRAY = Text(
    nb="{where} har «{name}», som ikke går til noe med det navnet.",
    en="{where} has “{name}”, which does not lead to anything of that name.",
)
_NOT_LISTED = Text(nb="{where} mangler «{name}».", en="{where} does not have “{name}”.")


def captions_listed(
    lists: Mapping[str, Iterable[Entry]],
    said: Book,
    counterparts: Counterparts,
    file: Near,
    kinds: Iterable[str] = LISTS,
) -> Iterator[Finding]:
    """Report entries without a caption's words or target, and captions without an entry.

    ``kinds`` are the lists that there must be.
    """
    for kind in kinds:
        where = LISTS[kind]
        captions = {at: one for at, one in enumerate(said.passages) if _is_caption(one, kind)}
        found = set()
        for name, entry in lists.get(kind, ()):
            place = counterparts.manuscript_place(entry)
            # A figure comes before its caption, and after the captions of its parts.
            at = _caption_at(said, place[1], captions) if place and place[0] == MAIN else None
            if at is None or not names(name, captions[at]):
                yield WAYS_IN.broken(file, _ASTRAY.filled(where=where, name=shortened(name)))
            else:
                found.add(at)
        for at, caption in captions.items():
            if at not in found:
                message = _NOT_LISTED.filled(where=where, name=shortened(caption.text))
                yield WAYS_IN.broken(file.at(caption), message)


def _is_caption(passage: Passage, kind: str) -> bool:
    """Whether a caption begins with ``passage``, of a table (``lot``) or of a figure."""
    kinds = [box.kind for box in passage.inside]
    begins = passage.inside[len(kinds) - passage.opened :]
    listed = any(box.kind == "caption" and not box.fact("unlisted") for box in begins)
    return listed and ("table" in kinds[-2:]) == (kind == "lot")


def _caption_at(said: Book, first: int, captions: Mapping[int, Passage]) -> int | None:
    """The passage of a caption at ``first`` or after the figure, or the figures, there."""
    for at in range(first, len(said.passages)):
        if at in captions:
            return at
        of_part = any(box.fact("unlisted") for box in said.passages[at].inside)
        if said.passages[at].kind != "figure" and not of_part:
            return None
    return None
