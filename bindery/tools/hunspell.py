"""Hunspell: which words are in the dictionary of a language.

The system's library is called instead of its program: a word takes a few microseconds, and a
dictionary is read once for all books.
"""

import ctypes
from functools import cache
from threading import Lock

from bindery.tools import locate
from bindery.tools.pango import system_library

LIBRARY, INTERFACE = "libhunspell-1.7", 0
DEBIAN = ("libhunspell-1.7-0", "hunspell-no")
"""The Debian packages of the library and the two Norwegian dictionaries."""

NAMES = {"nb": "nb_NO", "nn": "nn_NO"}
"""The name of each language's dictionary."""

LOST, PROBE = "oe", "radioen"
"""Letters, and a word with them: some editions of the Norwegian dictionaries lack all words with
these letters (that of Debian 12: «noen», «poenget», «naboen»), and lack this word."""


class Dictionary:
    """The words of one language, and the compounds they can form."""

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
        self._can_judge_all = self._has(PROBE)

    def knows(self, word: str) -> bool:
        """Whether ``word`` is spelt as a word of this language; capitals count.

        A word that this edition of the dictionary cannot judge is accepted.
        """
        return self._has(word) or not (self._can_judge_all or LOST not in word.lower())

    def _has(self, word: str) -> bool:
        try:
            written = word.encode(self._encoding)
        except UnicodeEncodeError:
            return False
        with self._one_at_a_time:
            return bool(self._library.Hunspell_spell(self._handle, written))


@cache
def dictionary(language: str) -> Dictionary:
    """The dictionary of ``language`` (``nb``, ``nn``). Raises ``FileNotFoundError`` without it."""
    library = system_library(LIBRARY, INTERFACE)
    if library is None:
        raise FileNotFoundError(LIBRARY)
    return Dictionary(library, NAMES[language])


def version() -> str:
    """The library's version, or an empty string if it or a dictionary is missing."""
    there = all(None not in locate.dictionary(name) for name in NAMES.values())
    return LIBRARY.rpartition("-")[2] if there and system_library(LIBRARY, INTERFACE) else ""
