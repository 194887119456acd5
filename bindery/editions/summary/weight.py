"""Whether the summary is as light as its readers need it."""

from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.publication import Publication
from bindery.vocabulary.text import Text

LIMIT = 150_000
"""Bytes the summary may have: it opens on a poor line, and goes into an e-mail."""

_TOO_HEAVY = Text(
    nb="Sammendraget er på {size} kB, og skulle ikke vært over {limit}. På en dårlig linje åpnes "
    "det sent eller ikke i det hele tatt.",
    en="The summary has {size} kB, and should have no more than {limit}. On a poor line it opens "
    "late or not at all.",
)
_LIGHTER = Text(
    nb="Merk færre avsnitt med in-summary, eller bruk en enklere tegning. Fotografier er alt gjort "
    "så små som de kan bli.",
    en="Mark fewer blocks with in-summary, or use a simpler drawing. Photographs have been made as "
    "small as they can be already.",
)


def too_heavy(publication: Publication, page: bytes) -> tuple[Finding, ...]:
    """A warning where ``page`` is over the limit."""
    if len(page) <= LIMIT:
        return ()
    message = _TOO_HEAVY.filled(size=len(page) // 1000, limit=LIMIT // 1000)
    location = Location(f"build/{publication.slug}.html")
    return (Finding("summary-is-light", Severity.WARNING, location, message, _LIGHTER),)
