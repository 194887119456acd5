"""What is seen on a page is kept for as long as its template and its sheets are the same."""

from collections.abc import Callable, Iterator
from functools import lru_cache, wraps
from typing import TypeVar

from bindery.rules.cascade.specimen_page import Page
from bindery.rules.cascade.styles import Styles

T = TypeVar("T")


def by_page(seen: Callable[[Page], Iterator[T]]) -> Callable[[Styles], Iterator[T]]:
    """Make of what is ``seen`` on a page what is seen on all. No page is looked at twice.

    It must depend on nothing but the page.
    """

    @lru_cache(maxsize=64)
    def on(page: Page) -> tuple[T, ...]:
        return tuple(seen(page))

    @wraps(seen)
    def on_all(styles: Styles) -> Iterator[T]:
        return (one for page in styles.pages for one in on(page))

    return on_all
