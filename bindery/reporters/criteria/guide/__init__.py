"""What a person must look at, and where, for each criterion that no machine can decide."""

from bindery.reporters.criteria.guide.operable import OPERABLE
from bindery.reporters.criteria.guide.perceivable import PERCEIVABLE
from bindery.reporters.criteria.guide.understandable import UNDERSTANDABLE
from bindery.vocabulary.text import Text

GUIDE: dict[str, Text] = {**PERCEIVABLE, **OPERABLE, **UNDERSTANDABLE}
"""By the criterion's number. PDF, EPUB and the summary are named where they differ."""
