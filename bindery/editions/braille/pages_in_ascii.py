"""BRF: the rows of a PEF in a table of ASCII, one character for each cell.

A page ends with a form feed. The table is not written in the file, so that both must know it: the
North American one is what embossers and programs call BRF.
"""

from lxml import etree

from bindery.editions.braille.pages_in_xml import NS

NORTH_AMERICAN = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
NORWEGIAN = " a,b.k;l\"cif|msp!e:h*o+r>djg`ntq'1?2-u(v$3960x~&<5/8)z={_4w7#y}%"
"""A table of Norwegian computers (liblouis calls it generic). Ask the printing house for theirs."""

TABLES = {"north-american": NORTH_AMERICAN, "norwegian": NORWEGIAN}
_FIRST = 0x2800


def brf(pef: bytes, table: str) -> bytes:
    """The pages of a finished PEF, in the characters of ``table``."""
    signs = TABLES[table]
    pages = []
    for page in etree.fromstring(pef).iter(f"{{{NS}}}page"):
        rows = [
            "".join(signs[ord(cell) - _FIRST] for cell in row.text or "")
            for row in page.iter(f"{{{NS}}}row")
        ]
        pages.append("".join(f"{row}\r\n" for row in rows))
    return "\f".join(pages).encode("ascii") + b"\f"
