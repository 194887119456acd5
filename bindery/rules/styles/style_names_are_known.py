"""Style sheets use names that browsers support or that the sheets define.

## Why

A misspelt property has no effect. A misspelt variable is worse: the colour falls back to another,
and text that was dark on light can become dark on dark.

## Hvorfor

Stilarkene bruker navn som nettlesere støtter, eller som stilarkene selv definerer. En feilskrevet
stilegenskap har ingen virkning. En feilskrevet variabel er verre: Fargen blir en annen, og mørk
tekst på lyst kan bli mørk tekst på mørkt.

## Fails

Line 1 of `screen.css`:

```css screen.css
.lead { heigth: 2em; }
```

Line 1 of `print/print.css`:

```css print/print.css
.no-such-block { background: var(--tnit); }
```

Line 1 of `epub/epub.css`:

```css epub/epub.css
.no-such-block { color: #12345; }
```

## Passes

```css screen.css
:root { --measure: 30em; }
.lead { max-width: var(--measure); min-height: var(--unset, 1em); -webkit-hyphens: auto; }
```

## Clauses

- CSS Custom Properties for Cascading Variables Module Level 1: 3 (a variable that leads nowhere)
"""

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from tinycss2.ast import Node

from bindery.rules.cascade.cascade import variable
from bindery.rules.cascade.colours import colour_of
from bindery.rules.cascade.sheets import Declared
from bindery.rules.cascade.specimens import FOLDER
from bindery.rules.cascade.styles import Styles
from bindery.rules.styles._shared import DECLARATIONS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

PROPERTY = Text(
    nb="Nettlesere støtter ikke stilegenskapen «{name}», så den har ingen virkning.",
    en="Browsers do not support the property “{name}”, so it has no effect.",
)
VARIABLE = Text(
    nb="Variabelen «{name}» er ikke definert, så stilregelen har ingen virkning. Teksten kan få en"
    " uleselig farge.",
    en="The variable “{name}” is not defined, so the declaration has no effect. The text may get"
    " an unreadable colour.",
)
COLOUR = Text(
    nb="«{name}» er ikke en farge, så stilregelen har ingen virkning.",
    en="“{name}” is not a colour, so the declaration has no effect.",
)
MEANT = Text(nb="Mente du «{near}»?", en="Did you mean “{near}”?")
SEE_SPELLING = Text(nb="Se etter skrivefeil.", en="Look for a typo.")
SIX_DIGITS = Text(
    nb="Skriv # og tre eller seks tegn: #06343a.", en="Write # and three or six digits: #06343a."
)
GIVEN_BY_THE_LOOK = frozenset({"--page-size", "--page-height", "--page-margins", "--cover-margin"})
"""Custom properties that a printed edition's paper sets for its sheets."""


def find(styles: Styles) -> Iterator[Finding]:
    """Declarations with an unknown name, variable or colour."""
    known = {one.name for one in styles.declared if one.name.startswith("--")} | GIVEN_BY_THE_LOOK
    for declared in styles.declared:
        for message, hint in _unknown(declared, known):
            yield Finding(RULE.name, RULE.severity, declared.location, message, hint)


def _unknown(declared: Declared, variables: set[str]) -> Iterator[tuple[Text, Text]]:
    name = declared.name
    if not name.startswith("-") and name not in PROPERTIES:
        yield PROPERTY.filled(name=name), _nearest(name, PROPERTIES)
        return
    for node in _every(declared.value):
        if node.type == "function" and node.lower_name == "var":
            named, fallback = variable(node)
            if named not in variables and fallback is None and ";" not in named:
                yield VARIABLE.filled(name=named), _nearest(named, variables)
        elif _is_no_colour(node) and name.endswith(("color", "background")):
            yield COLOUR.filled(name=node.serialize()), SIX_DIGITS


def _is_no_colour(node: Node) -> bool:
    return node.type == "hash" and colour_of(node, ink=None, dark=False) is None


def _every(nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        if node.type == "function":
            yield from _every(node.arguments)


def _nearest(name: str, known: set[str] | frozenset[str]) -> Text:
    near = get_close_matches(name, sorted(known), n=1)
    return MEANT.filled(near=near[0]) if near else SEE_SPELLING


RULE = Rule("style-names-are-known", Severity.WARNING, find, DECLARATIONS)

PROPERTIES = frozenset((FOLDER / "properties.txt").read_text(encoding="utf-8").split())
