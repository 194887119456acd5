"""What a reader of foreign marks is."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from bindery.manuscript.marks.edits import Edit
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.parsing import Plugin


@dataclass(frozen=True, slots=True)
class Reader:
    """One who reads a kind of foreign marks.

    ``sign`` is in every text that has such a mark: without it the reader is not asked. ``plugin``
    adds rules to the parser, whose tokens ``edits`` looks for.
    """

    sign: re.Pattern[str]
    edits: Callable[[Page], Iterator[Edit]]
    plugin: Plugin | None = None
