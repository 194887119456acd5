"""Who has read the braille of this very text, by what is signed in ``judgements.toml``."""

from dataclasses import replace

from bindery.claims.digest import digest_of
from bindery.document.model import Document
from bindery.vocabulary.braille import Proofread


def with_reader(document: Document) -> Document:
    """Return ``document`` with the reader that its braille editions name.

    A reading that is signed counts for the text that was read. Without one, the older key
    ``proofread`` of ``publication.toml`` counts, for the version that it names.
    """
    readings = document.publication.judgements.braille_reading
    if not readings:
        return document
    digest = digest_of(document)
    mine = [one for one in readings if one.document == digest]
    if not mine:
        return document
    publication = document.publication
    last = max(mine, key=lambda one: one.date)
    read = Proofread(last.by, last.date, publication.metadata.version)
    editions = publication.settings.editions
    editions = replace(editions, braille=replace(editions.braille, proofread=read))
    settings = replace(publication.settings, editions=editions)
    return replace(document, publication=replace(publication, settings=settings))
