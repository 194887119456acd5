"""What is nested without end is told at its line; what is deep but right is read."""

from pathlib import Path

import pytest

from bindery.document.from_pandoc import DEEPEST
from tests.shelf import document_of

ABOVE = "# Kapittel\n\nFørst litt tekst.\n\n"


def nested(opening: str, closing: str, times: int) -> str:
    """``x`` in ``times`` pairs."""
    return f"{opening * times}x{closing * times}"


DEEP = {
    "quotations": (f"{'>' * 200} x\n", 5),
    "more than a parser reads": (f"{'>' * 3000} x\n", 5),
    "lists": ("".join(f"{'  ' * n}- x\n" for n in range(120)), None),
    "spans": (f"Tekst {nested('[', ']{.small}', 200)}\n", 5),
    "emphasis": (nested("*a **b ", " c** d*", 100) + "\n", 5),
    "brackets": (f"${nested(chr(92) + 'left(', chr(92) + 'right)', 2000)}$\n", 5),
    "brackets that a page has room for": (
        f"${nested(chr(92) + 'left(', chr(92) + 'right)', 12)}$\n",
        5,
    ),
    "powers": (f"- a\n- b ${nested('x^{', '}', 24)}$\n", 6),
    "indices": (f"$${nested('x_{', '}', 24)}$$\n", 5),
    "fractions": (f"${nested(chr(92) + 'frac{1}{', '}', 500)}$\n", 5),
}


@pytest.mark.parametrize(("text", "line"), DEEP.values(), ids=list(DEEP))
def test_what_has_no_end_is_told_at_its_line(tmp_path: Path, text: str, line: int | None) -> None:
    """No program has to go there: it is printed as code, and the chapter is read on."""
    document = document_of(tmp_path, f"{ABOVE}{text}\n\nTil *slutt*.\n")
    (finding,) = document.findings
    assert finding.rule == "chapter-is-readable"
    assert finding.location.line is not None
    assert line in {None, finding.location.line}
    printed = ["".join(map(str, code.itertext())) for code in document.body.iter("code")]
    assert len(printed) == 1
    assert printed[0].strip("`") in ABOVE + text
    assert [each.text for each in document.body.iter("em")][-1:] == ["slutt"]
    assert max(len(list(each.iterancestors())) for each in document.body.iter()) < DEEPEST


RIGHT = {
    "quotations": f"{'>' * 50} x\n",
    "lists": "".join(f"{'  ' * n}- x\n" for n in range(50)),
    "spans": f"Tekst {nested('[', ']{.small}', 50)}\n",
    "brackets": f"${nested(chr(92) + 'left(', chr(92) + 'right)', 8)}$\n",
    "a continued fraction": f"${nested('1 + ' + chr(92) + 'frac{1}{', '}', 12)}$\n",
    "brackets side by side": "$" + r"\left(\frac{a}{b}\right)^2 " * 40 + "$\n",
}


@pytest.mark.parametrize("text", RIGHT.values(), ids=list(RIGHT))
def test_what_is_deep_and_right_is_read(tmp_path: Path, text: str) -> None:
    """Fifty levels, and a formula as it is taught, are no fault."""
    assert len(document_of(tmp_path, ABOVE + text).chapters) == 1
