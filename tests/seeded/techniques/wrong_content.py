"""Wrong Techniques of the fundamentals: letters, content, order and meaning."""

from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from tests.seeded.in_pdf.changes import inside, kids_of, remark
from tests.seeded.techniques.sowing import instead, like, one_of, put_in, split, turned


def letter_without_value(pdf: Pdf, _: Dictionary) -> None:
    """Take from the font what the trade mark's glyph stands for."""
    _revalue(pdf, b"")


def letter_with_another(pdf: Pdf, _: Dictionary) -> None:
    """Let the trade mark's glyph stand for a section sign."""
    _revalue(pdf, b"<00a7>")


def _revalue(pdf: Pdf, value: bytes) -> None:
    maps = [one for one in pdf.objects if isinstance(one, Stream) and b"<2122>" in _text(one)]
    assert maps
    for one in maps:
        lines = one.read_bytes().split(b"\n")
        (at,) = (number for number, line in enumerate(lines) if line.endswith(b"<2122>"))
        lines[at] = lines[at].replace(b"<2122>", value) if value else b""
        text = b"\n".join(lines)
        if not value:
            first, count = text[: text.index(b" beginbfchar")].rsplit(b"\n", 1)
            rest = text[text.index(b" beginbfchar") :]
            text = first + b"\n%d" % (int(count) - 1) + rest
        one.write(text)


def _text(stream: Stream) -> bytes:
    return stream.read_bytes() if "/Length" in stream and "/Subtype" not in stream else b""


def word_as_figure(_: Pdf, section: Dictionary) -> None:
    """Let an emphasized word be a figure that is described with the word."""
    word = one_of(section, "Em")
    word.S, word.Alt = Name.Figure, String("tre")


def page_as_image(pdf: Pdf, section: Dictionary) -> None:
    """Draw the page as one image, without letters."""
    page: Any = one_of(section, "P").Pg
    pixel = pdf.make_stream(b"\xff" * 3)
    pixel.Type, pixel.Subtype = Name.XObject, Name.Image
    pixel.Width, pixel.Height, pixel.BitsPerComponent = 1, 1, 8
    pixel.ColorSpace = Name.DeviceRGB
    page.Resources.XObject = Dictionary(Scan=pixel)
    page.Contents.write(b"/Figure <</MCID 0>> BDC q 400 0 0 500 10 10 cm /Scan Do Q EMC")
    figure = put_in(pdf, section, "Figure", [0])
    figure.Pg = page
    section.K = Array([figure])


def untagged(_: Pdf, section: Dictionary) -> None:
    """Take a paragraph out of the structure, and leave its words where they are drawn."""
    paragraph = one_of(section, "P", -1)
    (mark,) = kids_of(paragraph)

    def loose(operands: Any, operator: str) -> tuple[Any, str]:
        properties: Any = operands[1] if operator == "BDC" else None
        mine = isinstance(properties, Dictionary) and properties.get("/MCID") == mark
        return ([Name.Span], "BMC") if mine else (operands, operator)

    remark(paragraph.Pg, loose)
    instead(paragraph, [])


def decoration_as_figure(pdf: Pdf, section: Dictionary) -> None:
    """Let a decorative drawing be a figure with a description."""
    before = one_of(section, "P", 1)
    seen: list[int] = []

    def tag(operands: Any, operator: str) -> tuple[Any, str]:
        if operands[0] == "/Artifact" and len(seen) < 2 and "/Pagination" not in str(operands[-1]):
            seen.append(0)
            return (
                ([Name.Figure, Dictionary(MCID=900)], "BDC")
                if len(seen) == 2
                else (
                    operands,
                    operator,
                )
            )
        return operands, operator

    remark(before.Pg, tag)
    figure = like(pdf, before, [900], "Figure")
    figure.Alt = String("Blå bakgrunn")
    instead(before, [before, figure])


def lines_backwards(_: Pdf, section: Dictionary) -> None:
    """Read the lines of a paragraph from the last to the first."""
    paragraph = one_of(section, "P", -1)
    marks = split(paragraph)
    assert len(marks) > 2
    paragraph.K = Array(marks[::-1])


def columns_line_by_line(pdf: Pdf, section: Dictionary) -> None:
    """Read two columns as if their lines went on across the page, a paragraph for each line."""
    paragraphs = inside(section, "P")[1:]
    lines = [like(pdf, one, [mark]) for one in paragraphs for mark in split(one)]
    half = (len(lines) + 1) // 2
    pairs = zip(lines[:half], [*lines[half:], None], strict=False)
    mixed = [line for pair in pairs for line in pair if line is not None]
    for one in paragraphs[1:]:
        instead(one, [])
    instead(paragraphs[0], mixed)


def sidebar_elsewhere(_: Pdf, section: Dictionary) -> None:
    """Read a box after the paragraph that follows it."""
    box, last = one_of(section, "Aside"), one_of(section, "P", -1)
    instead(box, [])
    instead(last, [last, box])


def drawn_backwards(_: Pdf, section: Dictionary) -> None:
    """Draw the lines of a marked paragraph from the last to the first."""
    turned(one_of(section, "P", -1))


def as_type(role: str, number: int, other: str) -> Any:
    """Let an element be of another type."""

    def change(_: Pdf, section: Dictionary) -> None:
        one_of(section, role, number).S = Name(f"/{other}")

    return change


def joined(_: Pdf, section: Dictionary) -> None:
    """Make one paragraph of two."""
    first, second = inside(section, "P")[-2:]
    first.K = Array([*kids_of(first), *kids_of(second)])
    instead(second, [])


def broken(role: str, number: int) -> Any:
    """Make two elements of one: the first line of it, and the rest."""

    def change(pdf: Pdf, section: Dictionary) -> None:
        element = one_of(section, role, number)
        kids = kids_of(element)
        marks = kids if len(kids) > 1 else split(element)
        assert len(marks) > 1
        rest = like(pdf, element, marks[1:])
        element.K = Array(marks[:1])
        instead(element, [element, rest])

    return change


def headings_in_cells(scope: str) -> Any:
    """Let the header cells of a ``scope``, or all of them, be data cells with headings in them."""

    def change(pdf: Pdf, section: Dictionary) -> None:
        for cell in [one for one in inside(section, "TH") if scope in ("", str(one.A.Scope))]:
            level = "H2" if cell.A.Scope == Name.Column else "H3"
            words = put_in(pdf, cell, level, kids_of(cell))
            words.Pg = cell.Pg
            cell.S, cell.K = Name.TD, Array([words])
            del cell["/A"]

    return change
