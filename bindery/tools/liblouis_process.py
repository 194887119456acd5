"""The process that liblouis runs in: what to translate comes in as JSON, each answer is a line.

It is started by its path, and imports the standard library only. An answer is written as soon as
it is there, so that the parent process knows at which text the library stopped.
"""

import ctypes
import json
import os
import sys
from pathlib import Path
from typing import Any

_ROOM = 8
"""Cells for each letter, at the most: a sign and a mark before and after."""


def main(library: str) -> None:
    """Answer what is asked on standard input."""
    asked = json.load(sys.stdin)
    os.environ["LOUIS_TABLEPATH"] = str(Path(library).with_name("tables"))
    louis = Louis(library)
    tables = asked["tables"].encode()
    answers = (
        (louis.hyphens(tables, word) for word in asked["words"])
        if "words" in asked
        else (louis.cells(tables, one["text"], one["looks"]) for one in asked["texts"])
    )
    for answer in answers:
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


class Louis:
    """The library, by its interface in C."""

    def __init__(self, library: str) -> None:
        self._louis: Any = ctypes.CDLL(library)
        # A release is built for letters of two bytes or of four: ask, never assume.
        wide = self._louis.lou_charSize()
        self._size, self._encoding = wide, {2: "utf-16-le", 4: "utf-32-le"}[wide]

    def cells(self, tables: bytes, text: str, looks: list[int]) -> dict[str, object]:
        """Translate one text."""
        given = self._given(text)
        length, room = len(given) // self._size, _ROOM * len(text) + 64
        out = ctypes.create_string_buffer(room * self._size)
        forms = (ctypes.c_ushort * room)(*looks)
        origins = (ctypes.c_int * room)()
        places = (ctypes.c_int * room)()
        read, written = ctypes.c_int(length), ctypes.c_int(room)
        done = self._louis.lou_translate(
            tables,
            given,
            ctypes.byref(read),
            out,
            ctypes.byref(written),
            forms,
            None,
            places,
            origins,
            None,
            0,
        )
        if not done or read.value != length:
            raise SystemExit(f"liblouis: {tables!r}")
        cells = out.raw[: written.value * self._size].decode(self._encoding)
        return {"cells": cells, "origins": list(origins[: written.value])}

    def hyphens(self, tables: bytes, word: str) -> dict[str, object]:
        """Find where one word can be divided."""
        given = self._given(word)
        points = ctypes.create_string_buffer(len(word) + 8)
        done = self._louis.lou_hyphenate(tables, given, len(given) // self._size, points, 0)
        return {"points": points.value.decode("ascii") if done else "0" * len(word)}

    def _given(self, text: str) -> bytes:
        return text.encode(self._encoding)


if __name__ == "__main__":
    main(sys.argv[1])
