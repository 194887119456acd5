"""Defects of three clean books, as somebody who audits a publication would sow them."""

from tests.seeded.in_books.brand import BRAND
from tests.seeded.in_books.headings import HEADINGS
from tests.seeded.in_books.images import IMAGES
from tests.seeded.in_books.links import LINKS
from tests.seeded.in_books.references import REFERENCES
from tests.seeded.in_books.sense import SENSE
from tests.seeded.in_books.structure import STRUCTURE
from tests.seeded.in_books.tables import TABLES
from tests.seeded.in_books.wordings import WORDINGS
from tests.seeded.in_books.words import WORDS

IN_BOOKS = (
    *IMAGES,
    *REFERENCES,
    *STRUCTURE,
    *TABLES,
    *HEADINGS,
    *LINKS,
    *WORDS,
    *WORDINGS,
    *SENSE,
    *BRAND,
)
