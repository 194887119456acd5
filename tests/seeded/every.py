"""Every defect there is: those that a rule of ours finds."""

from tests.seeded.defect import AnyDefect
from tests.seeded.in_epub import IN_EPUB
from tests.seeded.in_manuscript import IN_MANUSCRIPT
from tests.seeded.in_pdf import IN_PDF
from tests.seeded.in_summary import IN_SUMMARY
from tests.seeded.in_templates import IN_TEMPLATES

EVERY: tuple[AnyDefect, ...] = (*IN_MANUSCRIPT, *IN_TEMPLATES, *IN_PDF, *IN_SUMMARY, *IN_EPUB)
