"""A right Technique: what an author writes, and the structure that the PDF then has."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Right:
    """``chapter`` is a chapter of the book; ``structure`` is what the PDF has in its section.

    Without a chapter it is the title page.

    An element is its type, what it is mapped to if it is not a standard type of PDF 1.7, the
    numbering of a list, and what is in it: ``L=Decimal[LI[Lbl LBody[P]]]``. ``×2`` follows what
    comes twice, ``~`` what goes on on another page, and an alternative text is in quotation marks.
    """

    name: str
    chapter: str
    structure: str
