"""The language an author is spoken to in."""

import os
import tomllib
from pathlib import Path


def language_for(book: Path, asked: str) -> str:
    """``asked`` if anything, else the publication's, else the machine's (``LANG``), else English.

    It is found even where ``publication.toml`` is wrong: the findings must be said somehow.
    """
    if asked:
        return asked
    try:
        text = (book / "manuscript" / "publication.toml").read_text(encoding="utf-8-sig")
        language = tomllib.loads(text)["publication"]["language"]
    except (OSError, ValueError, KeyError, TypeError):
        language = None
    return language if isinstance(language, str) and language else os.environ.get("LANG", "en")[:2]
