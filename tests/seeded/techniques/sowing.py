"""Changes to the structure of a finished PDF that keep its parent tree right."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, Pdf, String

from tests.seeded.in_pdf.changes import Change, every, inside, is_one, kids_of, walk
from tests.seeded.techniques.right.book import CHAPTERS

BEGIN, END = Operator("BDC"), Operator("EMC")
SPACE = b"\x00\x03"
"""The glyph of a space in bindery's typefaces."""
Step = tuple[Any, Operator]


def sown(into: str, change: Callable[[Pdf, Dictionary], None]) -> Change:
    """``change`` made to the section of a right Technique; to the title page, if it is ``""``."""

    def both(pdf: Pdf) -> None:
        change(pdf, section_of(pdf, into))
        right_parents(pdf)

    return both


def section_of(pdf: Pdf, technique: str) -> Dictionary:
    """The section of the right ``technique``; of the title page, if it is ``""``."""
    if not technique:
        return every(pdf, "Sect")[0]
    sections: Any = every(pdf, "Part")[0].K
    section: Dictionary = sections[[*CHAPTERS].index(technique)]
    return section


def right_parents(pdf: Pdf) -> None:
    """Write the parent tree anew, from the elements."""
    by_page: dict[int, dict[int, Dictionary]] = {}
    nums: dict[int, Any] = {}
    for element in walk(pdf.Root.StructTreeRoot.K):
        for kid in kids_of(element) if "/K" in element else ():
            if isinstance(kid, Dictionary) and "/Obj" in kid:
                nums[int(kid.Obj.StructParent)] = element
            elif not isinstance(kid, Dictionary) or "/MCID" in kid:
                own = kid if isinstance(kid, Dictionary) else Dictionary(MCID=kid)
                page: Any = own.get("/Pg", element.get("/Pg"))
                by_page.setdefault(int(page.StructParents), {})[int(own.MCID)] = element
    for key, marks in by_page.items():
        row = [marks.get(mark, pikepdf.Object.parse(b"null")) for mark in range(max(marks) + 1)]
        nums[key] = Array(row)
    tree: Any = pdf.Root.StructTreeRoot
    tree.ParentTree = Dictionary(Nums=Array([x for key in sorted(nums) for x in (key, nums[key])]))


def one_of(section: Dictionary, role: str, number: int = 0) -> Dictionary:
    """An element below ``section``."""
    return inside(section, role)[number]


def put_in(pdf: Pdf, parent: Dictionary, role: str, kids: Sequence[Any]) -> Dictionary:
    """A new element for ``parent``, with ``kids`` of another element of the same page."""
    made: Any = pdf.make_indirect(
        Dictionary(Type=Name.StructElem, S=Name(f"/{role}"), P=parent, K=Array([*kids]))
    )
    for kid in kids:
        if isinstance(kid, Dictionary) and "/S" in kid:
            kid.P = made
    element: Dictionary = made
    return element


def like(pdf: Pdf, element: Dictionary, kids: Sequence[Any], role: str = "") -> Dictionary:
    """A new element beside ``element``, of its type unless another ``role`` is given."""
    parent: Any = element.P
    made = put_in(pdf, parent, role or str(element.S)[1:], kids)
    for key in ("/Pg", "/A"):
        if key in element:
            made[key] = element[key]
    return made


def instead(element: Dictionary, others: Sequence[Dictionary]) -> None:
    """Let ``others`` stand where ``element`` stood."""
    parent = element.P
    kids: list[Any] = []
    for kid in kids_of(parent):
        kids += others if is_one(kid, element) else [kid]
    for other in others:
        other.P = parent
    parent.K = Array(kids)


def whole(words: bytes) -> list[bytes]:
    """A line as it is."""
    return [words]


def letters(words: bytes) -> list[bytes]:
    """The glyphs of a line, each with two bytes."""
    return [words[at : at + 2] for at in range(0, len(words), 2)]


def words(line: bytes) -> list[bytes]:
    """The words of a line, each with the space after it."""
    found = [b""]
    for letter in letters(line):
        found[-1] += letter
        if letter == SPACE:
            found.append(b"")
    return [word for word in found if word]


def split(element: Dictionary, pieces: Callable[[bytes], list[bytes]] = whole) -> list[int]:
    """Give each line of ``element``, or each of the ``pieces`` of its lines, a mark of its own."""
    (mark,) = kids_of(element)
    given: list[int] = []
    ours = False

    def become(step: Step, free: int) -> list[Step]:
        nonlocal ours
        operands, operator = step
        began, ours = ours, ours or _begins(step, int(mark))
        if not ours:
            return [step]
        if not began:
            return []
        if operator == END:
            ours = False
            return []
        if str(operator) != "Tj":
            return [step]
        steps: list[Step] = []
        for piece in pieces(bytes(operands[0])):
            given.append(free + len(given) - 1 if given else int(mark))
            begun = [Name.Span, Dictionary(MCID=given[-1])]
            steps += [(begun, BEGIN), ([String(piece)], operator), ([], END)]
        return steps

    redraw(element.Pg, become)
    return given


def turned(element: Dictionary) -> None:
    """Draw the lines of ``element`` in the other order, each where it stands."""
    (mark,) = kids_of(element)
    held: list[tuple[float, float, Any]] = []
    at = (0.0, 0.0)
    ours = False

    def become(step: Step, _: int) -> list[Step]:
        nonlocal ours, at
        operands, operator = step
        ours = ours or _begins(step, int(mark))
        name = str(operator)
        if not ours:
            return [step]
        if name == "Tm":
            at = (float(operands[4]), float(operands[5]))
        elif name == "Td":
            at = (at[0] + float(operands[0]), at[1] - float(operands[1]))
        elif name == "Tj":
            held.append((*at, operands))
        elif name == "ET":
            ours = False
            return [*_drawn(held[::-1]), step]
        else:
            return [step]
        return []

    redraw(element.Pg, become)


def _drawn(lines: Sequence[tuple[float, float, Any]]) -> Iterator[Step]:
    for x, y, words in lines:
        yield [1, 0, 0, -1, x, y], Operator("Tm")
        yield words, Operator("Tj")


def _begins(step: Step, mark: int) -> bool:
    operands, operator = step
    properties: Any = operands[1] if operator == BEGIN else None
    return isinstance(properties, Dictionary) and properties.get("/MCID") == mark


def redraw(page: Any, become: Callable[[Step, int], list[Step]]) -> None:
    """Change the drawing of ``page`` step by step; ``become`` is given a mark that is free."""
    steps = [
        ([*step.operands], step.operator)
        for step in pikepdf.parse_content_stream(pikepdf.Page(page))
    ]
    marks = [
        int(one[0][1].MCID)
        for one in steps
        if one[1] == BEGIN and isinstance(one[0][1], Dictionary) and "/MCID" in one[0][1]
    ]
    free = max(marks, default=-1) + 1
    written = [new for step in steps for new in become(step, free)]
    page.Contents.write(pikepdf.unparse_content_stream(written))
