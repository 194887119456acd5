"""Defects of a finished e-book: each is invisible on the page, or looks like nothing."""

from tests.seeded.in_epub.claims import CLAIMS
from tests.seeded.in_epub.details import DETAILS
from tests.seeded.in_epub.documents import DOCUMENTS
from tests.seeded.in_epub.tables import TABLES
from tests.seeded.in_epub.ways import WAYS

IN_EPUB = (*DOCUMENTS, *TABLES, *WAYS, *CLAIMS, *DETAILS)
