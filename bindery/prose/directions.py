"""Find passages that refer to something by its position on the page or by its shape."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bindery.prose.patterns import any_of, pattern
from bindery.prose.readings import Stretch, primary
from bindery.vocabulary.tables import read


@dataclass(frozen=True, slots=True)
class _Language:
    codes: tuple[str, ...]
    forms: str
    words: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Directions:
    may_point: tuple[str, ...]
    outdoors: tuple[str, ...]
    languages: dict[str, _Language]


_DIRECTIONS = read(_Directions, Path(__file__).with_suffix(".toml"))


_FORMS = {
    code: pattern(one.forms, one.words)
    for one in _DIRECTIONS.languages.values()
    for code in one.codes
}
LANGUAGES = tuple(_FORMS)
_MAY_POINT = re.compile(any_of(_DIRECTIONS.may_point), re.IGNORECASE)
_OUTDOORS = re.compile(rf"\b\w*{any_of(_DIRECTIONS.outdoors)}\b", re.IGNORECASE)


def pointed_at(sentence: Stretch) -> Iterator[tuple[str, int]]:
    """The passages of ``sentence`` that only people who see can follow, and where they begin.

    Right and left outdoors and in politics are accepted: everyone can follow these.
    """
    form = _FORMS.get(primary(sentence.language))
    if form and _MAY_POINT.search(sentence.text) and not _OUTDOORS.search(sentence.text):
        for found in form.finditer(sentence.text):
            yield found[0], found.start()
