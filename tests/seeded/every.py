"""Every defect there is: those that a rule of ours finds."""

from tests.seeded.defect import AnyDefect
from tests.seeded.in_manuscript import IN_MANUSCRIPT
from tests.seeded.in_pdf import IN_PDF

EVERY: tuple[AnyDefect, ...] = (*IN_MANUSCRIPT, *IN_PDF)
