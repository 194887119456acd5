"""Defects of templates: a look that shuts readers out."""

from tests.seeded.in_templates.colours_and_sheets import COLOURS_AND_SHEETS
from tests.seeded.in_templates.letters import LETTERS
from tests.seeded.in_templates.paper import PAPER
from tests.seeded.in_templates.places import PLACES
from tests.seeded.in_templates.readers import READERS

IN_TEMPLATES = (*COLOURS_AND_SHEETS, *LETTERS, *PLACES, *PAPER, *READERS)
