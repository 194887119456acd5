"""The e-book's lists of figures and tables: every caption, its own words, and where it stands."""

from collections.abc import Iterable, Iterator, Mapping

from bindery.readback.align import shortened
from bindery.readback.links import Counterparts
from bindery.readback.passages import MAIN, Book, Passage
from bindery.readback.rules import WAYS_IN, Near
from bindery.readback.ways_in import Entry, names
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.text import Text

LISTS = {
    "loi": Text(nb="Lista over figurer", en="The list of figures"),
    "lot": Text(nb="Lista over tabeller", en="The list of tables"),
}
_ASTRAY = Text(
    nb="{where} har «{name}», som ikke leder til det som heter så.",
    en="{where} has “{name}”, which does not lead to what is called so.",
)
_NOT_LISTED = Text(nb="{where} mangler «{name}».", en="{where} lacks “{name}”.")


def captions_listed(
    lists: Mapping[str, Iterable[Entry]], said: Book, counterparts: Counterparts, file: Near
) -> Iterator[Finding]:
    """Every entry must say a caption's words and lead to its figure or table, and all be there."""
    for kind, where in LISTS.items():
        captions = {at: one for at, one in enumerate(said.passages) if _is_caption(one, kind)}
        found = set()
        for name, entry in lists.get(kind, ()):
            place = counterparts.manuscript_place(entry)
            # A figure is heard before its caption.
            after = range(place[1], place[1] + 2) if place and place[0] == MAIN else ()
            at = next((at for at in after if at in captions), None)
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
    begins = kinds[len(kinds) - passage.opened :]
    return "caption" in begins and ("table" in kinds[-2:]) == (kind == "lot")
