"""How a rule on what a style says of boxes goes through the pages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from bindery.rules.cascade.pairs import name_of
from bindery.rules.cascade.sheets import Declared
from bindery.rules.cascade.shorthands import Values
from bindery.rules.cascade.specimen_page import Page
from bindery.rules.cascade.styles import Styles, once
from bindery.rules.cascade.tree import Box
from bindery.rules.cascade.view import View
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.text import Text

OFF_THE_PAGE = -400.0
"""A place in CSS pixels that no window shows."""
SIDES = ("top", "right", "bottom", "left")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a box: the value to blame, the message and the hint.

    ``{box}``, ``{page}`` and ``{value}`` in the message are filled in.
    """

    value: Values
    message: Text
    hint: Text


Judge = Callable[[Page, View, Box], Iterator[Fault]]


def faults_in(
    styles: Styles, rule: str, severity: Severity, names: tuple[str, ...], judge: Judge
) -> Iterator[Finding]:
    """The faults that ``judge`` sees in boxes of which a sheet says one of ``names``."""
    pages = (_found(page, rule, severity, names, judge) for page in styles.pages)
    return once(chain.from_iterable(pages))


@lru_cache(maxsize=64 * 32)
def _found(
    page: Page, rule: str, severity: Severity, names: tuple[str, ...], judge: Judge
) -> Sequence[tuple[Declared, Finding]]:
    """What ``judge`` sees on a page; like ``by_page``, for each of the rules."""
    found = []
    for view, box in page.where(*names):
        for fault in judge(page, view, box):
            origin = fault.value[0][1]
            message = fault.message.filled(
                box=name_of(box), page=page.kind.name, value=_short(origin)
            )
            found.append((origin, Finding(rule, severity, origin.location, message, fault.hint)))
    return found


def _short(declared: Declared) -> str:
    text = f"{declared.name}: {declared.text}"
    return text if len(text) <= 50 else f"{text[:49]}…"


def words(value: Values) -> tuple[str, ...]:
    """The keywords and names of functions in ``value``, in lower case."""
    return tuple(
        str(node.lower_value) if node.type == "ident" else str(node.lower_name)
        for node, _ in value
        if node.type in ("ident", "function")
    )


def is_zero(value: Values) -> bool:
    """Whether ``value`` is the number or the length 0."""
    return len(value) == 1 and getattr(value[0][0], "value", None) == 0


def is_skip_link(box: Box) -> bool:
    """Whether ``box`` is a link within the page, at the beginning of it."""
    return (
        box.tag == "a"
        and (box.element.get("href") or "").startswith("#")
        and box.parent is not None
        and box.parent.tag == "body"
    )


def is_heard_only(view: View, box: Box) -> Values:
    """What takes ``box`` out of sight while screen readers read it; empty if it is seen."""
    won = view.cascade.won(box)
    for name, shown in (("clip-path", "none"), ("clip", "auto")):
        if (value := won.get(name)) and words(value) != (shown,):
            return value
    if (value := won.get("font-size")) and is_zero(value):
        return value
    for name in ("width", "height", "max-width", "max-height"):
        if (value := won.get(name)) and _is_cut(view, box):
            size = view.length(box, name)
            if size is not None and size <= 1:
                return value
    if words(won.get("position", ())) in (("absolute",), ("fixed",), ("relative",)):
        for side in SIDES:
            if (value := won.get(side)) and _is_far(view, box, side, value):
                return value
    for side in ("text-indent", "margin-left", "margin-top"):
        if (value := won.get(side)) and _is_far(view, box, side, value):
            return value
    return ()


def _is_cut(view: View, box: Box) -> bool:
    won = view.cascade.won(box)
    return any(
        words(won.get(name, ())) in (("hidden",), ("clip",))
        for name in ("overflow-x", "overflow-y")
    )


def _is_far(view: View, box: Box, name: str, value: Values) -> bool:
    node = value[0][0]
    if node.type == "percentage":
        return bool(node.value <= -50)
    size = view.length(box, name)
    return size is not None and size <= OFF_THE_PAGE
