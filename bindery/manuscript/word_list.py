"""``manuscript/words.txt``: words that the book's author knows to be right."""

from collections.abc import Iterator
from pathlib import Path

from bindery.manuscript.folders import contents
from bindery.manuscript.requirements import WORD_LIST_IS_UTF8
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.text import Text

WORD_LIST = "manuscript/words.txt"

_NOT_UTF8 = Text(
    nb="Ordlista er ikke lagret som UTF-8.", en="The list of words is not saved as UTF-8."
)
_SAVE_AGAIN = Text(
    nb="Lagre filen på nytt som UTF-8, ett ord på hver linje.",
    en="Save the file again as UTF-8, one word on each line.",
)


def read_word_list(book: Path) -> tuple[frozenset[str], tuple[Finding, ...]]:
    """The words in ``book``'s list, one on each line, what follows ``#`` left out.

    A book need not have a list.
    """
    path = book / WORD_LIST
    if not path.is_file():
        return frozenset(), ()
    try:
        text = contents(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = Location(WORD_LIST, error.object[: error.start].count(b"\n") + 1)
        return frozenset(), (WORD_LIST_IS_UTF8.broken(place, _NOT_UTF8, _SAVE_AGAIN),)
    return frozenset(_words(text)), ()


def _words(text: str) -> Iterator[str]:
    for line in text.splitlines():
        if word := line.partition("#")[0].strip():
            yield word
