"""A finished e-book against the Document it was made from."""

from collections.abc import Iterator

from bindery.document.finished.epub import FinishedEpub
from bindery.document.model import Document
from bindery.readback.compare import Comparison
from bindery.readback.fewer import Compared, fewer
from bindery.readback.html.captions import captions_listed
from bindery.readback.html.listener import Listener
from bindery.readback.html.markup import marked_up_otherwise
from bindery.readback.html.names import told
from bindery.readback.html.opened import open_document
from bindery.readback.rules import E_BOOK, Near
from bindery.readback.said import said_in_e_book
from bindery.readback.ways_in import CONTENTS, ways_in
from bindery.readback.whole import presented
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.text import Text

_NAVIGATION = Text(nb="Navigasjonsmenyen", en="The navigation menu")


def compared_e_book(heard: FinishedEpub, document: Document) -> Compared:
    """How many passages were looked for in an e-book, and every way in which it differs."""
    metadata = document.publication.metadata
    file = Near(Location(heard.subject), E_BOOK)
    listener = Listener(heard)
    opened = [open_document(heard, name) for name in heard.spine if name in heard.documents]
    for one in opened:
        listener.hear(one)
    cover = any("cover-image" in one.properties for one in heard.resources.values())
    said = said_in_e_book(document, cover=cover)
    comparison = Comparison(said, listener.book, file, whole=True)
    title = next((text for name, text, _ in heard.dublin_core if name == "title"), "")
    language = next((text for name, text, _ in heard.dublin_core if name == "language"), "")
    navigation = Listener(heard)
    if heard.navigation:
        navigation.hear(open_document(heard, heard.navigation))

    def all_findings() -> Iterator[Finding]:
        yield from presented(E_BOOK, (title, language), (metadata.title, metadata.language))
        yield from comparison.findings()
        yield from marked_up_otherwise([document.body], opened, file)
        yield from told(listener.misnamed, comparison.counterparts, file)
        for where, lists in ((CONTENTS, listener.contents), (_NAVIGATION, navigation.contents)):
            for entries in lists[:1]:
                yield from ways_in(where, entries, said, comparison.counterparts, file)
        by_kind = dict(navigation.lists)
        yield from captions_listed(by_kind, said, comparison.counterparts, file)

    return comparison.examined, fewer(all_findings())
