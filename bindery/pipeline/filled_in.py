"""What ``bindery new`` left to be filled in: a build and a check make do with it, a release not."""

from collections.abc import Iterator

from bindery.manuscript.setting_lines import setting_at
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.placeholders import PLACEHOLDERS
from bindery.vocabulary.publication import Publication
from bindery.vocabulary.text import Text

RULE = "settings-are-filled-in"

PLACE = Text(
    nb="«{words}» er eksempeltekst. Fyll ut linjen før publikasjonen gis ut.",
    en="“{words}” is sample text. Fill in the line before the publication is released.",
)
RIGHTS = Text(
    nb="Rettighetene er bare «{words}». Fyll ut linjen før publikasjonen gis ut.",
    en="The rights are only “{words}”. Fill in the line before the publication is released.",
)
HINTS = {
    "publisher": Text(
        nb='Skriv hvem som gir ut publikasjonen: publisher = "Nordvik kommune".',
        en='Write who publishes it: publisher = "Northwick Council".',
    ),
    "accessibility-contact": Text(
        nb='Skriv hvor leserne melder problemer: accessibility-contact = "post@nordvik.example".',
        en='Write where readers report problems: accessibility-contact = "post@council.example".',
    ),
    "description": Text(
        nb='Skriv hva publikasjonen handler om, kort: description = "En rapport om …".',
        en='Write what the publication is about, in short: description = "A report on …".',
    ),
    "rights": Text(
        nb='Skriv hva andre kan gjøre med publikasjonen: rights = "CC BY 4.0".',
        en='Write what others may do with the publication: rights = "CC BY 4.0".',
    ),
}


def left_to_fill_in(publication: Publication) -> Iterator[Finding]:
    """An error for each setting that is as ``bindery new`` wrote it, and for rights without a word.

    Readers who need help would write to an address that does not exist.
    """

    def left(key: str, message: Text) -> Finding:
        at = setting_at(publication.book, ("publication", key))
        return Finding(RULE, Severity.ERROR, at, message, HINTS[key])

    for key, written in PLACEHOLDERS.items():
        words = str(getattr(publication.metadata, key.replace("-", "_"))).strip()
        if words in written.values():
            yield left(key, PLACE.filled(words=words))
    rights = publication.metadata.rights.strip()
    if "©" not in rights and not any(letter.isalpha() for letter in rights):
        yield left("rights", RIGHTS.filled(words=rights))
