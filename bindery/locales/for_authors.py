"""Dates and language names for authors, in Norwegian and English, from CLDR."""

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
"""Languages that CLDR does not name, or names differently from authors."""


def name_of(language: str) -> Text:
    """The name of ``language`` (BCP 47, the first subtag); the tag itself if it has none."""
    if language in _CALLED_OTHERWISE:
        return _CALLED_OTHERWISE[language]
    nb, en = (cldr.language_name(language, one) for one in (_NORWEGIAN, _ENGLISH))
    return Text(nb=nb or f"«{language}»", en=en or f"“{language}”")


def written_date(day: date) -> Text:
    """A date in words: ``23. november 2026``, ``23 November 2026``."""
    nb, en = (cldr.written_date(day, "long", one) for one in (_NORWEGIAN, _ENGLISH))
    return Text(nb=nb, en=en)
