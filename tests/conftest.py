"""What all tests share: golden files, the flag that rewrites them, and a quiet layout."""

import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bindery.pipeline.asked import LOCALE
from bindery.tools import locate
from bindery.tools.browser import FLAGS
from tests.beside import kept_beside

if TYPE_CHECKING:
    from playwright.sync_api import Browser

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


@pytest.fixture(scope="session", autouse=True)
def no_locale() -> Iterator[None]:
    """Whatever language the machine's user reads, messages come in that of the book."""
    with pytest.MonkeyPatch.context() as environment:
        for name in LOCALE:
            environment.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session", autouse=True)
def layout_kept() -> Iterator[None]:
    """One process for the layouts of all builds in the same surroundings."""
    with kept_beside():
        yield


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """The browser readers have, one for all tests of a module: to start it takes seconds."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=locate.chromium(), args=[*FLAGS])
        yield started
        started.close()


@pytest.fixture(scope="module", autouse=True)
def fonts_for_a_shared_browser() -> None:
    """What an earlier module's layouts left behind is gone when this one starts its browser."""
    os.environ.pop("FONTCONFIG_FILE", None)


@pytest.fixture(autouse=True)
def fonts_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A layout in this process leaves its own fonts behind: a browser is to have the machine's."""
    monkeypatch.delenv("FONTCONFIG_FILE", raising=False)


@pytest.fixture(autouse=True)
def quiet_layout(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test in which WeasyPrint complains: a reader may have lost something there.

    A test that provokes it says so with ``@pytest.mark.layout_complains``.
    """
    said: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    yield
    logger.removeHandler(handler)
    complains = request.node.get_closest_marker("layout_complains") is not None
    assert bool(said) == complains, said
