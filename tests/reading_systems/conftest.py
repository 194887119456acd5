"""Whole books for all reading systems: the house's own, and the torture book."""

import pytest

from tests.built import BOOKS, Built, built_book
from tests.once import Once


@pytest.fixture(scope="session", params=BOOKS)
def built(request: pytest.FixtureRequest, once: Once) -> Built:
    """A book's editions, as the pipeline makes them."""
    return built_book(once, request.param)
