"""Who has proofread the braille editions, as they, the summary and catalogues say it."""

from bindery.locales import Word, locale_of
from bindery.vocabulary.braille import Proofread
from bindery.vocabulary.publication import Publication


def proofread_of(publication: Publication) -> Proofread | None:
    """Who has read the braille of this version; ``None`` if nobody has, or of another version."""
    said = publication.settings.editions.braille.proofread
    return said if said and said.version == publication.metadata.version else None


def who_has_read(publication: Publication) -> Word:
    """That a program has translated the braille, and who has proofread it."""
    locale = locale_of(publication.metadata.language).having("braille")
    if found := proofread_of(publication):
        return locale.word("braille.proofread", name=found.by, date=found.on)
    return locale.word("braille.not-proofread")


def braille_summary(publication: Publication) -> Word:
    """Who has read the braille, and in which code it is, in print."""
    read = who_has_read(publication)
    code = locale_of(publication.metadata.language).having("braille").word("braille.code")
    return Word(f"{read.text} {code.text}", read.language)
