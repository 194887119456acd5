"""The right Techniques that bindery makes, each from a manuscript, and those it does not make."""

from tests.seeded.techniques.right.fundamentals import FUNDAMENTALS
from tests.seeded.techniques.right.headings import HEADINGS
from tests.seeded.techniques.right.lists import LISTS

RIGHT = (*FUNDAMENTALS, *HEADINGS, *LISTS)

NOT_MADE = (
    *("G2_05", "G2_06", "G4_02"),
    *("H_08", "H_09"),
    *("L_04", "L_06", "L_07", "L_09", "L_10", "L_12"),
)
"""Those that no manuscript becomes."""
