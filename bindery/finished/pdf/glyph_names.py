"""The characters of a simple font's codes, by its encoding and the names of its glyphs."""

from functools import cache
from typing import Any

import pikepdf

_CODECS = {
    "/WinAnsiEncoding": "cp1252",
    "/MacRomanEncoding": "mac_roman",
    "/MacExpertEncoding": "",
}
_SYMBOLIC = 4


def simple(font: Any, encoding: Any) -> dict[int, str]:
    """Return the characters of each code that the encoding of ``font`` gives (9.6.5)."""
    if isinstance(encoding, pikepdf.Name):
        return dict(_base(str(encoding)))
    if not isinstance(encoding, pikepdf.Dictionary):
        return {} if _is_symbolic(font) else dict(_base(""))
    base = encoding.get("/BaseEncoding")
    characters = {} if base is None and _is_symbolic(font) else dict(_base(str(base or "")))
    code = 0
    for one in encoding.get("/Differences", ()):
        if isinstance(one, pikepdf.Name):
            if text := _named(str(one).removeprefix("/")):
                characters[code] = text
            else:
                characters.pop(code, None)
            code += 1
        else:
            code = int(one)
    return characters


@cache
def _base(encoding: str) -> dict[int, str]:
    codec = _CODECS.get(encoding)
    if codec is None:
        # A tenth of a second that only the PDFs of others need.
        from fontTools.encodings.StandardEncoding import StandardEncoding  # noqa: PLC0415

        names = enumerate(StandardEncoding)
        return {code: text for code, name in names if (text := _named(name))}
    if not codec:
        return {}
    each = ((code, bytes((code,)).decode(codec, errors="ignore")) for code in range(32, 256))
    return {code: text for code, text in each if text}


def _named(glyph: str) -> str:
    from fontTools.agl import toUnicode  # noqa: PLC0415 - see above

    return "" if glyph == ".notdef" else str(toUnicode(glyph))


def _is_symbolic(font: Any) -> bool:
    flags = font.get("/FontDescriptor", {}).get("/Flags", 0)
    return bool(int(flags) & _SYMBOLIC)
