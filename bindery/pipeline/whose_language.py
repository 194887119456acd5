"""The languages of what bindery says: to its user, and in what it writes for others."""

import os
import re
import tomllib
from pathlib import Path

from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.text import Text

LANGUAGES = ("nb", "nn", "en")
"""What a user can ask for. Nynorsk is answered in bokmål."""

LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Where an operating system says which language its user reads, the first that is set (POSIX)."""

NO_LOCALE = ("C", "POSIX")

_UNKNOWN = Text(
    nb="Meldingene finnes ikke på «{asked}».",
    en="There are no messages in “{asked}”.",
)
_CHOOSE = Text(nb="Velg --lang nb, nn eller en.", en="Choose --lang nb, nn or en.")


def language_for(book: Path | None, asked: str = "") -> str:
    """The one that is ``asked`` for, else the locale's, else that of ``book``, else English."""
    return (asked if asked in LANGUAGES else "") or _of_locale() or _of(book) or "en"


def language_of(book: Path) -> str:
    """The language of ``book``, or English where it does not say.

    Reports are in it: others read them, and whose machine has written them must not matter.
    """
    return _of(book) or "en"


def require_language(asked: str) -> None:
    """Raise ``PipelineError`` unless messages can be given in what was ``asked`` for, if any."""
    if asked and asked not in LANGUAGES:
        raise PipelineError(_UNKNOWN.filled(asked=asked), _CHOOSE)


def _of_locale() -> str:
    """The language of ``nb_NO.UTF-8``. One for machines (``C.UTF-8``) says nothing of a reader."""
    locale = next(filter(None, map(os.environ.get, LOCALE)), "")
    language = re.split("[_.@]", locale, maxsplit=1)[0]
    return "" if language in NO_LOCALE else language


def _of(book: Path | None) -> str:
    """What ``publication.toml`` says, even where the rest of it is wrong."""
    if book is None:
        return ""
    try:
        text = (book / "manuscript" / "publication.toml").read_text(encoding="utf-8-sig")
        language = tomllib.loads(text)["publication"]["language"]
    except (OSError, ValueError, KeyError, TypeError):
        return ""
    return language if isinstance(language, str) else ""
