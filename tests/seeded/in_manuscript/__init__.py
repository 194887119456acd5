"""Defects of a manuscript: what an author can get wrong without seeing it."""

from tests.seeded.in_manuscript.dialect import DIALECT
from tests.seeded.in_manuscript.files import FILES
from tests.seeded.in_manuscript.headings import HEADINGS
from tests.seeded.in_manuscript.images import IMAGES
from tests.seeded.in_manuscript.language import LANGUAGE
from tests.seeded.in_manuscript.links import LINKS
from tests.seeded.in_manuscript.notes import NOTES
from tests.seeded.in_manuscript.structure import STRUCTURE
from tests.seeded.in_manuscript.tables import TABLES
from tests.seeded.in_manuscript.words import WORDS

IN_MANUSCRIPT = (
    *IMAGES,
    *HEADINGS,
    *LINKS,
    *NOTES,
    *TABLES,
    *STRUCTURE,
    *LANGUAGE,
    *WORDS,
    *DIALECT,
    *FILES,
)
