"""PDF objects: raw ones, text strings, and formulas as associated files (ISO 32000-2, 14.13)."""

import re
from collections.abc import Mapping
from typing import Any

import pydyf

_REFERENCE = re.compile(rb"\b([0-9]+) 0 R\b")


def renumbered(code: bytes, numbers: Mapping[int, int]) -> bytes:
    """``code``, that has no strings, with other numbers in its references."""
    return _REFERENCE.sub(lambda one: b"%d 0 R" % numbers[int(one[1])], code)


def number_in(reference: bytes) -> int:
    """The number of the object that is referred to."""
    return int(reference.split()[0])


def code_of(value: Any) -> bytes:
    """A value as it is in the file, as pydyf writes it (8.3.2)."""
    # The entry of a dictionary, without its name.
    code: bytes = pydyf.Dictionary({"": value}).data
    return code.removeprefix(b"<</ ").removesuffix(b">>")


def content_of(stream: pydyf.Stream) -> bytes:
    """The content of a stream, before it is compressed."""
    return b"\n".join(one if isinstance(one, bytes) else code_of(one) for one in stream.stream)


class Raw(pydyf.Object):  # type: ignore[misc]
    """An object with the given bytes."""

    def __init__(self, data: bytes = b"null") -> None:
        super().__init__()
        self.bytes = data

    @property
    def data(self) -> bytes:
        """The object's bytes in the file."""
        return self.bytes


_PUNCTUATION = {
    "\N{BULLET}": 0x80,
    "\N{HORIZONTAL ELLIPSIS}": 0x83,
    "\N{EM DASH}": 0x84,
    "\N{EN DASH}": 0x85,
    "\N{LEFT DOUBLE QUOTATION MARK}": 0x8D,
    "\N{RIGHT DOUBLE QUOTATION MARK}": 0x8E,
    "\N{LEFT SINGLE QUOTATION MARK}": 0x8F,
    "\N{RIGHT SINGLE QUOTATION MARK}": 0x90,
}
_DOC_ENCODING = {chr(code): code for code in (*range(0x20, 0x7F), *range(0xA1, 0x100))}
_DOC_ENCODING |= _PUNCTUATION
del _DOC_ENCODING["\N{SOFT HYPHEN}"]
"""PDFDocEncoding (annex D.2), as far as it agrees with Latin-1, and its marks and dashes."""

_ESCAPES = {code: b"\\" + bytes([code]) for code in b"\\()"}


def text_string(text: str) -> bytes:
    """``text`` in PDFDocEncoding, one byte per letter; in UTF-16 if it has other letters."""
    codes = [_DOC_ENCODING.get(letter) for letter in text]
    if None in codes:
        return b"<" + (b"\xfe\xff" + text.encode("utf-16-be")).hex().encode() + b">"
    return b"(" + b"".join(_ESCAPES.get(c, bytes([c])) for c in codes if c is not None) + b")"


class Formulas:
    """The MathML files of one PDF. A formula that occurs several times is one file."""

    def __init__(self, pdf: pydyf.PDF) -> None:
        self._pdf = pdf
        self._numbers: dict[str, int] = {}

    def add(self, mathml: str) -> int:
        """Add a formula's markup; return the number of its file specification."""
        if mathml not in self._numbers:
            self._numbers[mathml] = self._write(mathml.encode(), len(self._numbers) + 1)
        return self._numbers[mathml]

    def _write(self, content: bytes, count: int) -> int:
        stream = pydyf.Stream(
            [content],
            {
                "Type": "/EmbeddedFile",
                "Subtype": "/application#2Fmathml+xml",
                "Params": f"<</Size {len(content)}>>",
            },
            compress=True,
        )
        self._pdf.add_object(stream)
        name = text_string(_name(count)).decode("latin-1")
        file = f"{stream.number} 0 R"
        specification = Raw(
            f"<</Type/Filespec/F{name}/UF{name}/Desc(MathML)/AFRelationship/Supplement"
            f"/EF<</F {file}/UF {file}>>>>".encode()
        )
        self._pdf.add_object(specification)
        number: int = specification.number
        return number

    def list_in_catalog(self) -> None:
        """List the files in the catalog, as PDF/A-4f requires (ISO 19005-4, A.2)."""
        if self._numbers:
            names = " ".join(
                f"({_name(count)}) {number} 0 R"
                for count, number in enumerate(self._numbers.values(), start=1)
            )
            self._pdf.catalog["Names"] = f"<</EmbeddedFiles<</Names[{names}]>>>>"


def _name(count: int) -> str:
    # Names in a name tree are sorted by their bytes.
    return f"formula-{count:05}.mml"
