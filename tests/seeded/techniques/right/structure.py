"""A section of a finished PDF's structure, as the right Techniques write it."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from pikepdf import Dictionary, Pdf

from tests.seeded.in_pdf.changes import kids_of

_NUMBERED = "/ListNumbering"


def structure_of(pdf: Pdf, section: Dictionary) -> str:
    """What is in ``section``, as ``Right.structure`` has it; without the number above its title."""
    roles = {str(key): str(role) for key, role in pdf.Root.StructTreeRoot.RoleMap.items()}
    parts = [*_parts(section, roles)]
    return " ".join(_counted(parts[1:] if parts[1:2] == ["H1"] else parts))


def _parts(element: Dictionary, roles: dict[str, str]) -> Iterator[str]:
    for kid in kids_of(element):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield _one(kid, roles)


def _one(element: Dictionary, roles: dict[str, str]) -> str:
    role = str(element.S)
    mapped = f">{roles[role][1:]}" if role in roles else ""
    numbering = f"={str(element.A[_NUMBERED])[1:]}" if _is_numbered(element) else ""
    words = f"“{element.Alt}”" if "/Alt" in element else ""
    inside = " ".join(_counted([*_parts(element, roles)]))
    over = "~" if len({*_pages(element)}) > 1 else ""
    return f"{role[1:]}{mapped}{numbering}{words}{over}{f'[{inside}]' if inside else ''}"


def _is_numbered(element: Dictionary) -> bool:
    attributes: Any = element.get("/A")
    return isinstance(attributes, Dictionary) and _NUMBERED in attributes


def _counted(parts: list[str]) -> Iterator[str]:
    for part, alike in groupby(parts):
        times = len([*alike])
        yield f"{part}×{times}" if times > 1 else part


def _pages(element: Dictionary) -> Iterator[tuple[int, int]]:
    for kid in kids_of(element):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from _pages(kid)
        elif isinstance(kid, Dictionary):
            page: Any = kid.get("/Pg", element.get("/Pg"))
            yield page.objgen
        else:
            yield element.Pg.objgen
