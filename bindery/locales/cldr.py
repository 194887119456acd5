"""CLDR's data on languages, by CLDR's names for them: ``nb``, ``en-GB``.

The data are babel's, which is imported on first use: that takes longer than finding a book
unchanged.
"""
# ruff: noqa: PLC0415

from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib import import_module
from itertools import takewhile
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import babel

_LOADING = Lock()


@cache
def _load() -> None:
    """Import babel in one thread at a time: its modules import each other."""
    with _LOADING:
        for name in ("core", "dates", "lists", "numbers"):
            import_module(f"babel.{name}")


@cache
def locale(name: str) -> "babel.Locale":
    """CLDR's locale called ``name``."""
    _load()
    import babel

    return babel.Locale.parse(name, sep="-")


def written_date(day: date, form: str, name: str) -> str:
    """A date in one of CLDR's forms (``long``), or in a pattern."""
    _load()
    from babel.dates import format_date

    return format_date(day, form, locale(name))


def decimal(number: float, name: str) -> str:
    """A number with one decimal: ``1,4``."""
    _load()
    from babel.numbers import format_decimal

    return format_decimal(number, "0.0", locale(name))


def listed(texts: Sequence[str], name: str) -> str:
    """The ``texts`` as a list in a sentence: ``lister, tabeller og noter``."""
    _load()
    from babel.lists import format_list

    return format_list(texts, locale=locale(name))


def plural_form(count: int, name: str) -> str:
    """The plural form of a word after ``count``: ``one``, ``few``, ``other``."""
    return locale(name).plural_form(count)


def language_name(language: str, name: str) -> str | None:
    """CLDR's name for ``language``, or ``None``."""
    return locale(name).languages.get(language)


@cache
def script_of(language: str) -> str | None:
    """The script that ``language`` (BCP 47) is most likely written in: ``Arab``.

    ``None`` if the tag does not say: ``und``, ``mul``, a language that CLDR does not know.
    """
    _load()
    from babel.core import get_global

    primary, *others = [*takewhile(_is_no_singleton, language.lower().split("-"))] or ["und"]
    if found := next((tag for tag in others if len(tag) == _SCRIPT), None):
        return found.title()
    primary, *implied = get_global("language_aliases").get(primary, primary).split("_")
    region = next((tag.upper() for tag in (*others, *implied) if len(tag) == _REGION), "")
    likely = get_global("likely_subtags")
    found = likely.get(f"{primary}_{region}") or likely.get(primary)
    return found.split("_")[1] if found and primary not in _NO_LANGUAGE else None


_SCRIPT, _REGION = 4, 2
"""The lengths of subtags (RFC 5646, 2.1)."""


def _is_no_singleton(subtag: str) -> bool:
    """Whether it is not what an extension or a private use begins with: ``x``, ``u``."""
    return len(subtag) > 1


_NO_LANGUAGE = frozenset({"und", "mul", "zxx", "mis"})


def script_name(script: str, name: str) -> str:
    """CLDR's name for a script (``Arab``), or the code itself."""
    found: str = locale(name).scripts.get(script, script)
    return found
