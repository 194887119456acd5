"""One explanation: why what is found matters to a reader, and how it is mended."""

import re
from dataclasses import dataclass

from bindery.vocabulary.text import Text

PAGE = "findings.md"
"""Where the explanations stand, below ``docs/``."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """What findings of the same kind have in common.

    ``names`` are their rules. ``families`` are how the rules' names begin where nobody can list
    them all: ``epubcheck-rsc-`` is every rule that begins so and has no explanation of its own.
    ``title`` is the heading on the page.
    """

    title: str
    why: Text
    mend: Text
    names: tuple[str, ...] = ()
    families: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        """The place below ``docs/`` that says all this: ``findings.md#reflow``."""
        return f"{PAGE}#{slug(self.title)}"


def slug(title: str) -> str:
    """The name that GitHub gives to a heading of a page in Markdown."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
