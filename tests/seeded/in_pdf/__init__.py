"""Defects of a finished PDF: an engine's mistakes, which look like nothing on the page."""

from tests.seeded.in_pdf.techniques import TECHNIQUES
from tests.seeded.in_pdf.tree import TREE
from tests.seeded.in_pdf.ways import WAYS
from tests.seeded.in_pdf.words import WORDS

IN_PDF = (*WORDS, *TREE, *WAYS, *TECHNIQUES)
