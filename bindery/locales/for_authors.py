"""Dates and names of languages for authors, in Norwegian and in English as CLDR has them."""

from datetime import date

from bindery.locales import cldr
from bindery.vocabulary.text import Text

_NORWEGIAN, _ENGLISH = "nb", "en-GB"

_CALLED_OTHERWISE = {
    "und": Text(nb="et språk som ikke er oppgitt", en="a language that is not stated"),
    "nb": Text(nb="bokmål", en="bokmål"),
    "nn": Text(nb="nynorsk", en="nynorsk"),
    "se": Text(nb="nordsamisk", en="Northern Sámi"),
    "sma": Text(nb="sørsamisk", en="Southern Sámi"),
    "smj": Text(nb="lulesamisk", en="Lule Sámi"),
    "fkv": Text(nb="kvensk", en="Kven"),
    "rom": Text(nb="romani", en="Romani"),
}
"""Languages that CLDR does not name, or otherwise than authors do."""


def name_of(language: str) -> Text:
    """What ``language`` is called (BCP 47, the first part); its own tag, where nobody is sure."""
    if language in _CALLED_OTHERWISE:
        return _CALLED_OTHERWISE[language]
    nb, en = (cldr.language_name(language, one) for one in (_NORWEGIAN, _ENGLISH))
    return Text(nb=nb or f"«{language}»", en=en or f"“{language}”")


def written_date(day: date) -> Text:
    """A date as one reads it aloud: ``23. november 2026``, ``23 November 2026``."""
    nb, en = (cldr.written_date(day, "long", one) for one in (_NORWEGIAN, _ENGLISH))
    return Text(nb=nb, en=en)
