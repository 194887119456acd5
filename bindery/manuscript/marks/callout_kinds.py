"""The kinds of callouts, whatever other programs call them, and the carrier of one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bindery.manuscript.marks.edits import Piece

KINDS = {
    **dict.fromkeys(("note", "info", "seealso", "abstract"), "note"),
    **dict.fromkeys(("tip", "hint"), "tip"),
    **dict.fromkeys(("important", "attention"), "important"),
    **dict.fromkeys(("warning", "danger", "error", "bug"), "warning"),
    "caution": "caution",
}
"""The kind of callout for each word, in lower-case letters."""

DETAILS = "details"
"""What other programs fold. It is always open."""

_GENERIC = "admonition"
"""What MyST calls a callout whose kind is a class."""

_FOLDED = frozenset({DETAILS, "dropdown"})
_OTHERS = frozenset({"todo", "success", "question", "failure", "example", "quote", "summary"})
"""Directives for callouts of kinds that are none of ours."""

_NAME = re.compile(r"#(?P<name>[\w:.-]+)")
_CLASS = re.compile(r"\.(?P<name>[\w-]+)")
_LANGUAGE = re.compile(r"""\blang=["']?(?P<language>[A-Za-z0-9-]+)""")
_COLONS = re.compile(r"^[ \t>]*(:{3,})", re.MULTILINE)
_PREFIXES = ("callout-", "alert-", "admonition-")


@dataclass(frozen=True, slots=True)
class Opening:
    """What a callout's opening line says: its ``kind``, its title, and its ``attributes``.

    ``unknown`` is the word for a kind that is none of ours; such a callout is a note.
    """

    kind: str
    title: tuple[Piece, ...] = ()
    attributes: str = ""
    unknown: str = ""


def kind_of(word: str) -> str | None:
    """The kind that ``word`` stands for, or ``None``: ``callout-tip`` and ``HINT`` are tips."""
    plain = word.casefold()
    for prefix in _PREFIXES:
        plain = plain.removeprefix(prefix)
    return KINDS.get(plain)


def directive_kind(name: str) -> tuple[str, str] | None:
    """The kind of a directive, and its name if that is a kind that is none of ours.

    ``None`` if it is no callout.
    """
    if name in _FOLDED:
        return DETAILS, ""
    if kind := kind_of(name):
        return kind, ""
    if name == _GENERIC:
        return "note", ""
    return ("note", name) if name in _OTHERS else None


def kind_among(classes: Iterable[str]) -> str | None:
    """The kind that the last of ``classes`` with a kind stands for."""
    found = [kind for name in classes if (kind := kind_of(name))]
    return found[-1] if found else None


def classes_in(braces: str) -> list[str]:
    """The classes in ``{.a .b}``, however the rest of the braces is written."""
    return [found["name"] for found in _CLASS.finditer(_without_values(braces))]


def attributes_in(braces: str) -> str:
    """The name and the language in ``braces``, as they are written in a carrier."""
    name, language = _NAME.search(_without_values(braces)), _LANGUAGE.search(braces)
    said = [f"#{name['name']}"] if name else []
    said += [f"lang={language['language']}"] if language else []
    return "".join(f" {one}" for one in said)


def _without_values(braces: str) -> str:
    return re.sub(r"=(?:\"[^\"]*\"|'[^']*'|[^\s}]*)", "", braces)


def colons_for(body: str, at_least: int = 3) -> str:
    """Colons that no line of ``body`` closes: more than any line of it begins with.

    pandoc lets a line of colons close a div even in a block of code.
    """
    longest = max((len(one[1]) for one in _COLONS.finditer(body)), default=0)
    return ":" * max(at_least, longest + 1 if longest else 0)


def carrier(opening: Opening, colons: str, prefix: str) -> list[Piece]:
    """The lines that open a callout, without the last line break.

    ``prefix`` is what each line but the first begins with.
    """
    pieces: list[Piece] = [f"{colons} {{.callout kind={opening.kind}{opening.attributes}}}"]
    title: Sequence[Piece] = opening.title
    if opening.unknown:
        named = opening.unknown.capitalize().replace("-", " ")
        title = (f"{named}: ", *title) if title else (named,)
    if title:
        pieces += [f"\n{prefix}::: callout-title\n{prefix}", *title, f"\n{prefix}:::"]
    return pieces
