"""Hunspell: which words are in the dictionary of a language.

The system's library is called instead of its program: a word takes a few microseconds, and a
dictionary is read once for all books.
"""

import ctypes
from functools import cache
from threading import Lock

from bindery.tools import locate
from bindery.tools.pango import system_library
from bindery.vocabulary.text import Text

LIBRARY, INTERFACE = "libhunspell-1.7", 0
DEBIAN = ("libhunspell-1.7-0", "hunspell-no")
"""The Debian packages of the library and the two Norwegian dictionaries."""

DEBIAN_ENGLISH = ("libhunspell-1.7-0", "hunspell-en-gb", "hunspell-en-us")
"""Those of the library and the two English dictionaries."""

NORWEGIAN, ENGLISH = ("nb", "nn"), ("en",)
NAMES = {"nb": ("nb_NO",), "nn": ("nn_NO",), "en": ("en_GB", "en_US")}
"""The names of each language's dictionaries. A word of one of them is a word of the language."""

LOST = {"oe": "radioen", "ae": "skjemaet"}
"""Letters, and a word with them: some editions of the Norwegian dictionaries lack inflected words
with these letters (those of Debian 12: «noen», «naboen», «temaet»), and lack this word."""


class Dictionary:
    """The words of one language as it is spelt in one country, and the compounds they can form."""

    def __init__(self, library: ctypes.CDLL, name: str) -> None:
        affixes, words = locate.dictionary(name)
        if affixes is None or words is None:
            raise FileNotFoundError(name)
        library.Hunspell_create.restype = ctypes.c_void_p
        library.Hunspell_create.argtypes = [ctypes.c_char_p, ctypes.c_char_p]
        library.Hunspell_spell.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
        library.Hunspell_get_dic_encoding.restype = ctypes.c_char_p
        library.Hunspell_get_dic_encoding.argtypes = [ctypes.c_void_p]
        self._library = library
        self._handle = library.Hunspell_create(bytes(affixes), bytes(words))
        self._encoding = library.Hunspell_get_dic_encoding(self._handle).decode("ascii")
        self._one_at_a_time = Lock()
        self._lost = [] if name in NAMES["en"] else self._those_lost()

    def knows(self, word: str) -> bool:
        """Whether ``word`` is spelt as a word of this language; capitals count.

        A word that this edition of the dictionary cannot judge is accepted.
        """
        return self._has(word) or any(letters in word.lower() for letters in self._lost)

    def _those_lost(self) -> list[str]:
        return [letters for letters, word in LOST.items() if not self._has(word)]

    def _has(self, word: str) -> bool:
        try:
            written = word.encode(self._encoding)
        except UnicodeEncodeError:
            return False
        with self._one_at_a_time:
            return bool(self._library.Hunspell_spell(self._handle, written))


@cache
def _dictionary(name: str) -> Dictionary:
    library = system_library(LIBRARY, INTERFACE)
    if library is None:
        raise FileNotFoundError(LIBRARY)
    return Dictionary(library, name)


def knows(word: str, language: str) -> bool:
    """Whether ``word`` is a word of ``language`` (``nb``, ``nn``, ``en``); capitals count.

    Raises ``FileNotFoundError`` without its dictionaries.
    """
    return any(_dictionary(name).knows(word) for name in NAMES[language])


def norwegian() -> str:
    """The library's version, or an empty string if it or a Norwegian dictionary is missing."""
    return _version(NORWEGIAN)


def english() -> str:
    """The library's version, or an empty string if it or an English dictionary is missing."""
    return _version(ENGLISH)


def _version(languages: tuple[str, ...]) -> str:
    names = [name for language in languages for name in NAMES[language]]
    there = all(None not in locate.dictionary(name) for name in names)
    return LIBRARY.rpartition("-")[2] if there and system_library(LIBRARY, INTERFACE) else ""


TOOL, ENGLISH_TOOL = "Hunspell", "Hunspell (English)"
DICTIONARIES = (
    (
        TOOL,
        Text(nb="har ordliste for norsk", en="has a dictionary of Norwegian"),
        norwegian,
        DEBIAN,
    ),
    (
        ENGLISH_TOOL,
        Text(nb="har ordlister for engelsk", en="has dictionaries of English"),
        english,
        DEBIAN_ENGLISH,
    ),
)
"""What is installed for words to be looked up: name, purpose, its version, Debian packages."""
