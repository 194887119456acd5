"""HTML elements as assistive technology presents them: roles, names, alternatives."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bindery.document.model import MATHML, Element
from bindery.finished.documents import SVG
from bindery.locales import locale_of
from bindery.readback.align import plain, same_name, shortened
from bindery.readback.html.opened import language_around, language_of
from bindery.readback.links import Counterparts
from bindery.readback.messages import SAYS, Near, other_language
from bindery.readback.passages import MAIN, Place
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.text import Text, without_soft_hyphens

HEADINGS = {f"h{level}": level for level in range(1, 7)}
LEAVES = {"p": "paragraph", "pre": "paragraph", "dt": "term"}
BOXES = {
    **{"blockquote": "quotation", "aside": "aside", "caption": "caption"},
    **{"figcaption": "caption", "tr": "row"},
}
MARKED = {"em": "emphasis", "strong": "strong", "code": "code", "kbd": "code"}
INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "br", "cite", "del", "dfn", "i", "img", "ins", "kbd", "mark", "q"}
    | {"s", "samp", "small", "span", "sub", "sup", "time", "u", "var", "wbr", *MARKED}
)
SAYS_NOTHING = frozenset({"head", "script", "style", "template", "wbr"})
TOC = "toc"
"""The kind of a contents list, the only kind of navigation list on a web page."""

NO_ROLE = frozenset({"presentation", "none"})


def box_of(tag: str, roles: Sequence[str]) -> str | None:
    """The kind of box that an element is, if it is one."""
    return "aside" if {"doc-notice", "doc-tip"} & set(roles) else BOXES.get(tag)


def says_back(link: Element, label: str, around: str) -> bool:
    """Whether a link's words say that it leads back from the note numbered ``label``.

    The words are those for readers of the language ``around`` it.
    """
    return said_by(link) == locale_of(around).word("ways.back-to-note", number=label).text


def says_back_again(link: Element, label: str, place: int, around: str) -> bool:
    """Whether a link's words lead back to the ``place``-th reference to the note."""
    word = locale_of(around).word("ways.back-to-note-again", number=label, place=place)
    return said_by(link) == word.text


def roles_around(element: Element) -> set[str]:
    """Return the roles of an element's two nearest ancestors."""
    around = list(element.iterancestors())[:2]
    return {role for one in around for role in (one.get("role") or "").split()}


def definition_parts(definitions: Element) -> Iterator[Element]:
    """The terms and descriptions of a ``dl``, also those that are grouped in a ``div``."""
    for child in definitions.iterchildren(tag="*"):
        if child.tag == "div":
            yield from child.iterchildren(tag="*")
        else:
            yield child


def level_of(heading: Element, tag: str) -> int:
    """Return the level that a heading is announced with (WAI-ARIA 1.2, 6.6, ``aria-level``)."""
    level = heading.get("aria-level") or ""
    return int(level) if level.isdecimal() else HEADINGS.get(tag, 2)


def header_words(header: Element) -> str:
    """The words of a header cell, as they are compared."""
    return plain(" ".join(without_soft_hyphens("".join(_plain(header))).split()))


def _plain(element: Element) -> Iterator[str]:
    """Yield the words in ``element``, except those of drawings, formulas and terms."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in (f"{SVG}svg", f"{MATHML}math", "dt"):
            edge = "" if child.tag in INLINE else " "
            yield edge
            yield from _plain(child)
            yield edge
        yield child.tail or ""


_NAMED_BY_CONTENT = frozenset({"a", "th", "td", *(f"h{level}" for level in range(1, 7))})
_OWN_NAMES = ("blocks.table", "blocks.formula")
"""Keys of bindery's own names of regions: around a table without a caption, and a formula."""


@dataclass(frozen=True, slots=True)
class Name:
    """A part's name (``aria-label``, ``aria-labelledby``) and the name that it should have.

    ``languages`` are the language of the name, and the one that it is marked with. ``place`` is
    the passage it is in, or the next one.
    """

    called: str
    says: str
    languages: tuple[str, str] | None = None
    place: Place = (MAIN, 0)


def name_of(element: Element, by_id: dict[str, Element]) -> str | None:
    """Return the name that attributes give ``element``, or ``None`` (accname 1.2, 2B and 2D)."""
    if names := element.get("aria-labelledby"):
        found = [by_id[name] for name in names.split() if name in by_id]
        return " ".join(said_by(one) for one in found)
    return element.get("aria-label")


def misnamed(element: Element, by_id: dict[str, Element]) -> Name | None:
    """Return the name of ``element`` if it, or its language, is wrong; else ``None``."""
    called = name_of(element, by_id)
    if called is None or element.get("role") in ("doc-pagebreak", "img"):
        return None
    if element.tag in _NAMED_BY_CONTENT:
        says = said_by(element, notes=False)
        if same_name(called, says) or same_name(called, said_by(element)):
            return None
        return Name(called, says)
    if element.get("aria-labelledby"):
        return None if called else Name("", element.get("aria-labelledby") or "")
    around = language_around(element)
    own = locale_of(around).language_of(called, _OWN_NAMES)
    heard = language_of(element) or around
    if own is None:
        return Name(called, "")
    return None if own.lower() == heard.lower() else Name(called, "", (own, heard))


def said_by(element: Element, *, notes: bool = True) -> str:
    """Return the words in ``element``, with the alternatives of its pictures and formulas."""
    return " ".join("".join(_inside(element, notes)).split())


def _inside(element: Element, notes: bool) -> Iterator[str]:
    yield without_soft_hyphens(element.text or "")
    for child in element:
        if isinstance(child.tag, str):
            yield from _said(child, notes)
        yield without_soft_hyphens(child.tail or "")


def _said(element: Element, notes: bool) -> Iterator[str]:
    role = element.get("role")
    if role == "doc-pagebreak" or (role == "doc-noteref" and not notes):
        return
    if element.tag in ("img", f"{SVG}svg", f"{MATHML}math"):
        yield f" {alternative(element)} "
    elif element.tag == "br":
        yield " "
    else:
        yield from _inside(element, notes)


def alternative(element: Element) -> str:
    """Return the alternative text of a picture or a formula."""
    own = {"img": "alt", f"{MATHML}math": "alttext"}.get(str(element.tag), "title")
    said = element.get("aria-label") or element.get(own) or ""
    if not said and element.tag == f"{SVG}svg":
        said = element.findtext(f"{SVG}title") or ""
    return without_soft_hyphens(said)


def told(names: list[Name], counterparts: Counterparts, file: Near) -> Iterator[Finding]:
    """Report each name that is not what it should be."""
    for name in names:
        passage = counterparts.manuscript_passage(name.place)
        near = file if passage is None else file.at(passage)
        if name.languages:
            yield from other_language(name.called, *name.languages, near, ours=True)
            continue
        if name.says:
            message = Text(
                nb=f"I {file.edition.nb} er navnet på dette «{shortened(name.called) or '–'}», "
                f"men teksten er «{shortened(name.says)}».",
                en=f"In {file.edition.en} the name of this is “{shortened(name.called) or '–'}”, "
                f"but its text is “{shortened(name.says)}”.",
            )
        else:
            message = Text(
                nb=f"I {file.edition.nb} er noe kalt «{shortened(name.called)}». Det står ikke i "
                "manuset.",
                en=f"In {file.edition.en} something is called “{shortened(name.called)}”. That is "
                "not in the manuscript.",
            )
        yield SAYS.broken(near, message)
