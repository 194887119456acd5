"""The process that lays out pages, kept from one build to the next while tests run."""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from pathlib import Path

import pytest

from bindery.tools import elsewhere
from bindery.tools.elsewhere import Elsewhere

_OF_THE_TEST = "PYTEST_CURRENT_TEST"


class Kept:
    """The last process that was started, for as long as a new one would be started the same."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._started_in: object = None
        self._process: Elsewhere | None = None

    def __call__(self, preload: str) -> AbstractContextManager[Elsewhere]:
        """What stands in for ``Elsewhere(preload)``: its end is not the end of the process."""
        environment = {name: text for name, text in os.environ.items() if name != _OF_THE_TEST}
        surroundings = preload, Path.cwd(), environment
        if self._process is None or self._started_in != surroundings or self._is_broken():
            self._stack.close()
            self._process = self._stack.enter_context(Elsewhere(preload))
            self._started_in = surroundings
        return nullcontext(self._process)

    def _is_broken(self) -> bool:
        return self._process is not None and self._process.is_broken


@contextmanager
def kept_beside() -> Iterator[None]:
    """Builds share a process that imports WeasyPrint, which takes longer than small books do."""
    with ExitStack() as stack, pytest.MonkeyPatch.context() as patched:
        patched.setattr(elsewhere, "Elsewhere", Kept(stack))
        yield
