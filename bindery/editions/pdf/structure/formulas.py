"""The markup of formulas, as files associated with them (ISO 32000-2, 14.13)."""

import pydyf

from bindery.editions.pdf.structure.raw import Raw
from bindery.editions.pdf.structure.text_string import text_string


class Formulas:
    """The MathML files of one PDF. A formula that stands in many places is one file."""

    def __init__(self, pdf: pydyf.PDF) -> None:
        self._pdf = pdf
        self._numbers: dict[str, int] = {}

    def add(self, mathml: str) -> int:
        """The number of the file specification of a formula's markup."""
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
        """Name the files, so that software offers them, as PDF/A-4f demands (ISO 19005-4, A.2)."""
        if self._numbers:
            names = " ".join(
                f"({_name(count)}) {number} 0 R"
                for count, number in enumerate(self._numbers.values(), start=1)
            )
            self._pdf.catalog["Names"] = f"<</EmbeddedFiles<</Names[{names}]>>>>"


def _name(count: int) -> str:
    # Names in a name tree stand in order of their bytes.
    return f"formula-{count:05}.mml"
