"""One browser for all tests of a process: to start it takes a second, and a page a hundredth."""

import os
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from typing import TYPE_CHECKING
from unittest.mock import patch

from bindery.tools import browser as product
from bindery.tools import locate

if TYPE_CHECKING:
    from playwright.sync_api import Browser

START = product._chromium
SET_BY_LAYOUT = "FONTCONFIG_FILE"
"""A layout in this process leaves its own fonts behind: a browser is to have the machine's."""


class SharedBrowser:
    """The browser that readers have, started when it is asked for, on a machine of no language."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._thread = threading.current_thread()
        self._program = locate.chromium()
        self._surroundings = {**os.environ, "LC_ALL": "C"}
        self._surroundings.pop(SET_BY_LAYOUT, None)
        self._started: Browser | None = None

    def started(self) -> "Browser":
        """The browser itself; another one where a test has been the end of the last."""
        if self._started is None or not self._started.is_connected():
            self._stack.close()
            with patch.dict(os.environ, self._surroundings, clear=True):
                self._started = self._stack.enter_context(START())
        return self._started

    def __call__(self) -> AbstractContextManager["Browser"]:
        """What stands in for the start of a browser: its end is not the end of the browser.

        Playwright's browsers stay in the thread they are started in. Another thread has its own.
        """
        if threading.current_thread() is self._thread and locate.chromium() == self._program:
            return nullcontext(self.started())
        return START()


@contextmanager
def shared_browser() -> Iterator[SharedBrowser]:
    """Checkers and tests open their pages in one browser, each in a context of its own."""
    with ExitStack() as stack, patch.object(product, "_chromium", SharedBrowser(stack)) as shared:
        yield shared
