"""Patterns for words that stand in tables, language by language."""

import re
from collections.abc import Iterable, Mapping


def any_of(words: Iterable[str]) -> str:
    """Any one of ``words``, each of which may be a pattern itself."""
    return f"(?:{'|'.join(words)})"


def pattern(form: str, words: Mapping[str, Iterable[str]]) -> re.Pattern[str]:
    """``form``, in which ``{hue}`` is any of ``words["hue"]``, in small letters or capitals.

    Spaces and lines in ``form`` mean nothing, except after a backslash.
    """
    said = {name: any_of(some) for name, some in words.items()}
    return re.compile(form.format(**said), re.IGNORECASE | re.VERBOSE)
