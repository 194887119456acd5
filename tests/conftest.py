"""What all tests share: golden files, and the flag that rewrites them."""

from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"

Golden = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--rewrite-golden`` writes what is seen; a person then reads the difference."""
    parser.addoption("--rewrite-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a readable projection of an output with the one a person has read."""
    rewrite = bool(request.config.getoption("--rewrite-golden"))

    def compare(name: str, seen: str) -> None:
        path = GOLDEN / name
        if rewrite:
            path.write_text(seen, encoding="utf-8")
        assert seen == path.read_text(encoding="utf-8")

    return compare
