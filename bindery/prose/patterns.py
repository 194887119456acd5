"""Patterns made of words in the tables of each language."""

import re
from collections.abc import Iterable, Mapping


def any_of(words: Iterable[str]) -> str:
    """A pattern that matches any of ``words``, each of which may be a pattern itself."""
    return f"(?:{'|'.join(words)})"


def pattern(form: str, words: Mapping[str, Iterable[str]]) -> re.Pattern[str]:
    """``form``, in which ``{hue}`` is any of ``words["hue"]``, in lower or upper case.

    Spaces and line ends in ``form`` are ignored, except after a backslash.
    """
    said = {name: any_of(some) for name, some in words.items()}
    return re.compile(form.format(**said), re.IGNORECASE | re.VERBOSE)
