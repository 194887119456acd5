"""Defects of a manuscript: what an author can get wrong without seeing it."""

from tests.seeded.in_manuscript.dialect import DIALECT
from tests.seeded.in_manuscript.files import FILES
from tests.seeded.in_manuscript.headings import HEADINGS
from tests.seeded.in_manuscript.images import IMAGES
from tests.seeded.in_manuscript.language import LANGUAGE
from tests.seeded.in_manuscript.links import LINKS
from tests.seeded.in_manuscript.tables import TABLES

IN_MANUSCRIPT = (*IMAGES, *HEADINGS, *LINKS, *TABLES, *LANGUAGE, *DIALECT, *FILES)
