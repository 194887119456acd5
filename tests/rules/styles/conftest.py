"""What several tests of the rules on templates look at."""

import pytest

from bindery.manuscript.templates import HOUSE, Templates
from bindery.rules.cascade.styles import Styles


@pytest.fixture(scope="session")
def house_styles() -> Styles:
    """The house's own templates."""
    return Styles(Templates(HOUSE.parent))
