"""The words of the page in the browser."""

from dataclasses import dataclass
from pathlib import Path

from bindery.vocabulary.tables import read
from bindery.vocabulary.text import NORWEGIAN


@dataclass(frozen=True, slots=True)
class Wording:
    """Words in each language of the page."""

    nb: str
    nn: str
    en: str


_WORDS = read(dict[str, Wording], Path(__file__).with_name("wording.toml"))


def language_of_page(publication: str) -> str:
    """The language of the page about a publication in the language ``publication`` (BCP 47)."""
    primary = publication.split("-", 1)[0].lower()
    if primary == "nn":
        return "nn"
    return "nb" if primary in NORWEGIAN else "en"


def word(key: str, language: str, **values: object) -> str:
    """The words of ``key`` in a ``language`` of the page, with ``values`` filled in."""
    wording: str = getattr(_WORDS[key], language)
    return wording.format(**values)
