"""The direction that a language is written in, by its script."""

from functools import cache

from bindery.locales import cldr

LEFT_TO_RIGHT, RIGHT_TO_LEFT = "ltr", "rtl"
"""The values of HTML's attribute ``dir``."""


@cache
def direction_of(language: str) -> str | None:
    """``rtl`` or ``ltr``, for the script ``language`` (BCP 47) is most likely written in.

    ``None`` if the tag does not say which language it is.
    """
    from fontTools.unicodedata import script_horizontal_direction  # noqa: PLC0415 - large tables

    script = cldr.script_of(language)
    return script_horizontal_direction(script, LEFT_TO_RIGHT).lower() if script else None


def is_right_to_left(language: str) -> bool:
    """Whether ``language`` is written from right to left."""
    return direction_of(language) == RIGHT_TO_LEFT
