"""CLDR's data on languages, by CLDR's names for them: ``nb``, ``en-GB``.

The data are babel's, which is imported on first use: that takes longer than finding a book
unchanged.
"""
# ruff: noqa: PLC0415

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import babel


@cache
def locale(name: str) -> "babel.Locale":
    """CLDR's locale called ``name``."""
    import babel

    return babel.Locale.parse(name, sep="-")


def written_date(day: date, form: str, name: str) -> str:
    """A date in one of CLDR's forms (``long``), or in a pattern."""
    from babel.dates import format_date

    return format_date(day, form, locale(name))


def decimal(number: float, name: str) -> str:
    """A number with one decimal: ``1,4``."""
    from babel.numbers import format_decimal

    return format_decimal(number, "0.0", locale(name))


def listed(texts: Sequence[str], name: str) -> str:
    """The ``texts`` as a list in a sentence: ``lister, tabeller og noter``."""
    from babel.lists import format_list

    return format_list(texts, locale=locale(name))


def plural_form(count: int, name: str) -> str:
    """The plural form of a word after ``count``: ``one``, ``few``, ``other``."""
    return locale(name).plural_form(count)


def language_name(language: str, name: str) -> str | None:
    """CLDR's name for ``language``, or ``None``."""
    return locale(name).languages.get(language)
