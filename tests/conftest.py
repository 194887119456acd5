"""What all tests share: golden files, the flag that rewrites them, and a quiet layout."""

import gc
import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from bindery.pipeline.asked import LOCALE
from tests.beside import kept_beside
from tests.kept import kept
from tests.once import Once
from tests.shared_browser import SET_BY_LAYOUT, SharedBrowser, shared_browser

if TYPE_CHECKING:
    from playwright.sync_api import Browser

settings.register_profile("suite", derandomize=True, max_examples=50, deadline=None)
settings.register_profile("thorough", max_examples=3000, deadline=None, database=None)
settings.load_profile("suite")
"""The same examples each time. For new ones: ``pytest --hypothesis-profile thorough``."""

_KEEPS_NOTHING = "PYTHONDONTWRITEBYTECODE"

GOLDEN = Path(__file__).parent / "golden"

Golden = Callable[[str, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--rewrite-golden`` writes what is seen; a person then reads the difference."""
    parser.addoption("--rewrite-golden", action="store_true", help="write the golden files anew")


def pytest_configure(config: pytest.Config) -> None:
    """Programs that tests start find our code compiled, also where Python is told to keep nothing.

    It is kept in a folder that is removed when the run ends.
    """
    if os.environ.pop(_KEEPS_NOTHING, None) and not hasattr(config, "workerinput"):
        folder = TemporaryDirectory(prefix="bindery-compiled-")
        os.environ["PYTHONPYCACHEPREFIX"] = folder.name
        config.add_cleanup(folder.cleanup)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long is begun first, so that no core is left without work in the end."""
    items.sort(
        key=lambda item: [item.get_closest_marker(kind) is None for kind in ("long", "slow")]
    )


def pytest_collection_finish() -> None:
    """What ten thousand tests are made of is there to stay: Python need not look if it is gone.

    What tests leave is looked through seldom, because they keep much for each other.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


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


@pytest.fixture(scope="session", autouse=True)
def same_kept() -> Iterator[None]:
    """The same chapter is not read twice by pandoc, nor are the same letters subset twice."""
    with kept():
        yield


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Once:
    """Folders by name, which all processes of the test run share and fill once."""
    own = tmp_path_factory.getbasetemp()
    return Once(own if worker_id == "master" else own.parent)


@pytest.fixture(scope="session", autouse=True)
def browser_kept() -> Iterator[SharedBrowser]:
    """One browser for all that is opened in this process, by checkers too."""
    with shared_browser() as shared:
        yield shared


@pytest.fixture
def browser(browser_kept: SharedBrowser) -> "Browser":
    """The browser readers have."""
    return browser_kept.started()


@pytest.fixture(autouse=True)
def fonts_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a layout in this process has left behind is gone when the next test begins."""
    monkeypatch.delenv(SET_BY_LAYOUT, raising=False)


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
