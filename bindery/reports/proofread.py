"""Who has proofread the braille editions, as the pages say it."""

from collections.abc import Iterable

from bindery.claims.proofread_braille import proofread_of
from bindery.document.model import Document
from bindery.locales.for_authors import written_date
from bindery.vocabulary.editions import Edition
from bindery.vocabulary.text import Text

READ = Text(
    nb="{name} har lest korrektur på punktskriften, {date}.",
    en="{name} has proofread the braille, {date}.",
)
OF_ANOTHER = Text(
    nb="{name} leste punktskriften i versjon {version}. Ingen har lest korrektur på denne"
    " versjonen.",
    en="{name} read the braille of version {version}. Nobody has proofread this version.",
)
NOBODY = Text(
    nb="Et program har oversatt punktskriften. Ingen som leser punktskrift, har lest korrektur.",
    en="A program has translated the braille. Nobody who reads braille has proofread it.",
)


def proofread(document: Document, editions: Iterable[Edition]) -> Text | None:
    """Return who has read the braille of this version; ``None`` if there is none to read."""
    if not any(edition.is_braille for edition in editions):
        return None
    publication = document.publication
    if found := proofread_of(publication):
        return READ.filled(name=found.by, date=written_date(found.on))
    if other := publication.settings.editions.braille.proofread:
        return OF_ANOTHER.filled(name=other.by, version=other.version)
    return NOBODY
