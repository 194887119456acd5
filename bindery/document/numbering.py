"""Numbers of figures, tables, formulas, code and sections, written where readers get them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml.builder import E

from bindery.document.contents import HEADINGS
from bindery.document.figures import LISTING, SET_NUMBER, begin_with, letter_of
from bindery.document.model import (
    MATHML,
    Element,
    has_class,
    language_at,
    say,
)
from bindery.locales import Word, locale_of
from bindery.manuscript.numbering import Countable, Kind, numbers_of, written_number
from bindery.vocabulary.counting import Numbering

UNNUMBERED = "unnumbered"
"""The class of headings without a number."""

_CAPTIONS = {"figure": "figcaption", "code": "figcaption", "table": "caption"}


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference leads to.

    ``kind`` is one of the kinds with numbers, ``section``, ``chapter`` or ``appendix``. ``number``
    is as it is said: ``3``, ``3 a``, ``(3)``; empty without one. ``element`` has its words.
    """

    kind: str
    number: str
    element: Element


def kind_of(element: Element) -> Kind | None:
    """What ``element`` is counted as, if it is counted."""
    if element.tag == "figure":
        return "code" if has_class(element, LISTING) else "figure"
    if element.tag == "table":
        return "table"
    return "equation" if is_equation(element) else None


def is_equation(element: Element) -> bool:
    """Whether it is a formula on a line of its own, with a name."""
    if element.tag != "span" or not element.get("id"):
        return False
    inside = list(element.iter(f"{MATHML}math"))
    return len(inside) == 1 and inside[0].get("display") == "block"


def write_numbers(
    chapters: Sequence[Element],
    targets: Mapping[str, Element],
    referred: Sequence[str],
    numbering: Numbering,
    language: str,
    *,
    numbers: Sequence[str],
) -> dict[str, Target]:
    """Write all numbers into ``chapters``; return what each of ``targets`` is called, by its id.

    ``referred`` are the ids that references lead to. ``numbers`` are those of the chapters: ``2``,
    ``A`` for an appendix, or empty.
    """
    called: dict[str, Target] = {}
    names = {*referred}
    kinds = {kind_of(_whole(targets[name])) for name in names if name in targets}
    things = [
        (element, Countable(kind, numbers[at]))
        for at, chapter in enumerate(chapters)
        for element, kind in _countable(chapter, names)
    ]
    found = numbers_of((thing for _, thing in things), {one for one in kinds if one}, numbering)
    for (element, thing), number in zip(things, found, strict=True):
        _call(element, thing.kind, number, called)
        if number:
            _write_number(element, thing.kind, number, language)
    for chapter, number in zip(chapters, numbers, strict=True):
        _call_headings(chapter, number, numbering, called)
    return called


def _countable(chapter: Element, referred: set[str]) -> Iterator[tuple[Element, Kind]]:
    """What gets a number if its kind does: what has a caption, or is referred to."""
    for element in chapter.iter("figure", "table", "span"):
        kind = kind_of(element)
        if kind is None or _whole(element) is not element:
            continue
        named = element.get("id") in referred
        if kind == "equation" or named or element.find(_CAPTIONS[kind]) is not None:
            yield element, kind


def _whole(element: Element) -> Element:
    """The figure that ``element`` is a part of, or ``element`` itself."""
    around = element.getparent()
    inside = element.tag == "figure" and around is not None and around.tag == "figure"
    return around if inside and around is not None else element


def _call(element: Element, kind: Kind, number: str, called: dict[str, Target]) -> None:
    """Record how references call ``element``, and its parts."""
    if name := element.get("id"):
        said = f"({number})" if number and kind == "equation" else number
        called[name] = Target(kind, said, element)
    if kind == "figure":
        for at, part in enumerate(element.iterchildren("figure")):
            if name := part.get("id"):
                said = f"{number}\u00a0{letter_of(at)}" if number else ""
                called[name] = Target(kind, said, part)


def _write_number(element: Element, kind: Kind, number: str, language: str) -> None:
    if kind == "equation":
        formula = element[-1]
        formula.tail = " "
        element.set("class", "equation")
        element.append(E.span(f"({number})", {"class": SET_NUMBER}))
        return
    caption = element.find(_CAPTIONS[kind])
    if caption is None:
        caption = E(_CAPTIONS[kind])
        element.insert(len(element) if kind == "figure" else 0, caption)
    around = language_at(caption, language)
    word = locale_of(around).having("references").word(f"references.{kind}", label=number)
    label = E.strong({"class": SET_NUMBER})
    say(Word(f"{capital(word.text)}.", word.language), label, around)

    def length(text: str) -> int:
        return found.length if (found := written_number(kind, text)) else 0

    begin_with(caption, label, length)


def capital(text: str) -> str:
    """``text`` with a capital first."""
    return text[:1].upper() + text[1:]


def _call_headings(
    chapter: Element, number: str, numbering: Numbering, called: dict[str, Target]
) -> None:
    """Number the headings of ``chapter``, and record how references call them."""
    counts: list[int] = []
    beyond = 0
    """The level of the last heading without a number: those below it have none either."""
    for heading in chapter.iter(*HEADINGS):
        level = int(str(heading.tag)[1:])
        name = heading.get("id") or ""
        if level == 1:
            is_appendix = number.isalpha()
            shown = number if numbering.chapters or is_appendix else ""
            target = Target("appendix" if is_appendix else "chapter", shown, heading)
            called[name] = called[chapter.get("id") or ""] = target
            continue
        if beyond and level > beyond:
            called[name] = Target("section", "", heading)
            continue
        parent = heading.getparent()
        notes = parent is not None and parent.get("role") == "doc-endnotes"
        beyond = level if notes or has_class(heading, UNNUMBERED) else 0
        depth = level - 1
        if beyond or not number or depth > numbering.sections:
            called[name] = Target("section", "", heading)
            continue
        counts = (counts + [0] * depth)[:depth]
        counts[-1] += 1
        said = ".".join([*([number] if numbering.chapters else []), *map(str, counts)])
        called[name] = Target("section", said, heading)
        label = E.span(said, {"class": SET_NUMBER})
        label.tail = f" {(heading.text or '').lstrip()}"
        heading.text = None
        heading.insert(0, label)
