"""What the tests of finished editions share with the tests of editions."""

from tests.editions.conftest import once

__all__ = ["once"]
