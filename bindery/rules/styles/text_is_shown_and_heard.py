"""Text is shown as it is written: no style hides or replaces it.

## Why

Text that a style hides, clips or replaces differs between people who see it and people who listen
to it. Some get words that nobody can point at, and others miss them. Remove it from the template
instead.

## Hvorfor

Teksten vises slik den er skrevet: Ingen stil skjuler eller bytter ut den. Tekst som en stil
skjuler, klipper bort eller bytter ut, er ikke den samme for dem som ser, og dem som hører. Noen
hører ord som ingen kan peke på, og andre får dem aldri. Fjern det fra malen i stedet.

## Fails

Line 1 of `screen.css`:

```css screen.css
.label { clip-path: inset(50%); }
```

Line 1 of `epub/epub.css`:

```css epub/epub.css
.title-page .publisher { display: none; }
```

Line 1 of `print/print.css`:

```css print/print.css
h2 { text-indent: -9999px; }
```

Line 1 of `screen.css`:

```css screen.css
figcaption { font-size: 0; }
```

Line 1 of `summary/summary.css`:

```css summary/summary.css
main h2 { content: "Les mer"; }
```

## Passes

```css screen.css
.verse { padding-inline-start: 2em; text-indent: -2em; }
li::before { content: none; }
```

## Clauses

- WCAG 2.2: 1.3.1 Info and Relationships (A), 1.3.2 Meaningful Sequence (A),
  1.1.1 Non-text Content (A), failure F87
"""

from collections.abc import Iterator, Mapping

from tinycss2.ast import Node

from bindery.document.model import has_class
from bindery.rules.cascade.shorthands import Values
from bindery.rules.cascade.specimen_page import Page
from bindery.rules.cascade.specimens import MARGIN_BOXES
from bindery.rules.cascade.styles import Styles
from bindery.rules.cascade.tree import Box
from bindery.rules.cascade.view import View
from bindery.rules.styles._said_of_boxes import (
    Fault,
    faults_in,
    is_heard_only,
    is_skip_link,
    is_zero,
    words,
)
from bindery.rules.styles._shared import BOXES
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

HIDDEN = Text(
    nb="Stilen skjuler «{box}» i {page} ({value}). Noen lesere får ikke teksten.",
    en="The style hides “{box}” in {page} ({value}). Some readers do not get the text.",
)
REPLACED = Text(
    nb="Stilen viser noe annet enn teksten i «{box}» i {page} ({value}).",
    en="The style shows something other than the text of “{box}” in {page} ({value}).",
)
UNSAID = Text(
    nb="Stilen gjør at «{box}» i {page} ikke blir lest opp ({value}).",
    en="The style keeps “{box}” in {page} from being read aloud ({value}).",
)
HINT = Text(
    nb="Slett stilregelen. Hvis teksten ikke skal være der, fjern den fra malen.",
    en="Delete the declaration. If the text is not wanted, remove it from the template.",
)
NAMES = (
    *("display", "visibility", "content-visibility", "clip", "clip-path", "mask", "mask-image"),
    *("font-size", "font", "text-indent", "transform", "scale", "content", "speak"),
    *("left", "right", "top", "bottom", "inset", "inset-inline-start", "inset-inline-end"),
    *("inset-block-start", "inset-block-end", "margin", "margin-left", "margin-top"),
    *("margin-inline-start", "margin-block-start", "margin-inline", "margin-block"),
    *("width", "height", "max-width", "max-height", "-webkit-text-security"),
)
_HEARD = "heard"
"""The class of words that bindery says where others see a line or a sign."""
_NOT_HERE = ("page", "head", "title", "svg", "math")


def find(styles: Styles) -> Iterator[Finding]:
    """Text that is hidden, clipped, moved out of sight, replaced or silenced."""
    return faults_in(styles, RULE.name, RULE.severity, NAMES, _judge)


def _judge(page: Page, view: View, box: Box) -> Iterator[Fault]:
    if box.pseudo or not box.holds_text or box.tag in _NOT_HERE or box.tag in MARGIN_BOXES:
        return
    won = view.cascade.won(box)
    only_paper = view.mode.paper and len(page.kind.modes) > 1
    if is_skip_link(box) or box.element.get("role") == "doc-toc":
        return
    hidden = () if only_paper else _taken_away(won)
    if not hidden and not has_class(box.element, _HEARD):
        hidden = is_heard_only(view, box)
    if hidden:
        yield Fault(hidden, HIDDEN, HINT)
    content = won.get("content", ())
    if content and words(content) not in (("normal",), ("none",)):
        yield Fault(content, REPLACED, HINT)
    for name, said in (("speak", "auto"), ("-webkit-text-security", "none")):
        if (value := won.get(name)) and words(value) != (said,):
            yield Fault(value, UNSAID if name == "speak" else REPLACED, HINT)


def _taken_away(won: Mapping[str, Values]) -> Values:
    for name, gone in (
        ("display", ("none",)),
        ("visibility", ("hidden", "collapse")),
        ("content-visibility", ("hidden",)),
    ):
        if (value := won.get(name)) and words(value)[:1] in [(one,) for one in gone]:
            return value
    for name in ("mask", "mask-image"):
        if (value := won.get(name)) and words(value) != ("none",):
            return value
    if (value := won.get("scale")) and is_zero(value):
        return value
    if value := won.get("transform"):
        nodes = [node for node, _ in value if node.type == "function"]
        if any(node.lower_name.startswith("scale") and _has_zero(node) for node in nodes):
            return value
    return ()


def _has_zero(node: Node) -> bool:
    return any(one.type == "number" and one.value == 0 for one in node.arguments)


RULE = Rule("text-is-shown-and-heard", Severity.ERROR, find, BOXES)
