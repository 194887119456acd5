"""Defects of headings, which readers move by."""

from tests.seeded.defect import Defect
from tests.seeded.in_manuscript.book import ONE, TWO

HEADINGS = (
    Defect(
        "Two titles in a chapter",
        ONE,
        "## Hva havna trenger",
        "# Hva havna trenger",
        "chapter-has-one-title",
    ),
    Defect(
        "Words before the chapter’s title",
        ONE,
        "# Havna vokser\n",
        "Om havna.\n\n# Havna vokser\n",
        "chapter-has-one-title",
    ),
    Defect(
        "A level of headings is skipped",
        ONE,
        "### Hva det koster",
        "#### Hva det koster",
        "headings-follow-in-order",
    ),
    Defect(
        "A heading that says nothing", TWO, "## Hvor fort skipene går", "##", "heading-has-text"
    ),
)
