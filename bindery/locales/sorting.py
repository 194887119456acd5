"""The order of words in a language's index: by its alphabet, so that æ, ø and å come last."""

from unicodedata import normalize

from bindery.locales import locale_of

_SAME = ({"ä": "æ", "ö": "ø"}, {"æ": "ä", "ø": "ö"})
"""Letters of neighbours' alphabets, which are sorted as one's own."""

_APART = {"ß": "ss", "œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ŧ": "t"}


def sort_key(words: str, language: str) -> tuple[tuple[tuple[int, int], ...], str]:
    """The key by which ``words`` are sorted in ``language``.

    Figures come before letters, and other alphabets after. Accents count only between words that
    are alike without them, and punctuation never does.
    """
    alphabet = locale_of(language).alphabet
    ranks = {letter: number for number, letter in enumerate(alphabet)}
    same = next((each for each in _SAME if set(each.values()) <= set(alphabet)), {})
    keys: list[tuple[int, int]] = []
    for letter in normalize("NFC", words).casefold():
        for one in _known(same.get(letter, letter), ranks):
            if one in ranks:
                keys.append((2, ranks[one]))
            elif one.isspace():
                keys.append((0, 0))
            elif one.isalnum():
                keys.append((1 if one.isdigit() else 3, ord(one)))
    return tuple(keys), words


def _known(letter: str, ranks: dict[str, int]) -> str:
    """``letter``, or the letters of the alphabet that it is sorted as."""
    if letter in ranks:
        return letter
    return _APART.get(letter) or normalize("NFD", letter)[:1]
