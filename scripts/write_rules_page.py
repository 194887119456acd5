"""Write ``docs/rules.md``, made from the rules' docstrings."""

import sys
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE))

from bindery.locales.for_authors import name_of  # noqa: E402
from bindery.manuscript.requirements import REQUIREMENTS, Requirement  # noqa: E402
from bindery.rules.documentation import page_of  # noqa: E402
from bindery.rules.editions import ALL as RULES_OF_EDITIONS  # noqa: E402
from bindery.rules.exceptions import EXCEPTIONS  # noqa: E402
from bindery.rules.manuscript import RULES  # noqa: E402
from bindery.rules.styles import TEMPLATE_RULES  # noqa: E402
from bindery.vocabulary.rule import Rule  # noqa: E402
from bindery.vocabulary.text import Text  # noqa: E402

PAGE = HOUSE / "docs" / "rules.md"

HEAD = """\
# Rules

What `invoke check` looks for in a manuscript. This page is made from the rules themselves
(`python scripts/write_rules_page.py`), and its examples are their tests: what is shown below
*Fails* yields the findings it names and no other, and what is shown below *Passes* yields none.
What a rule asks, and why it matters to a reader, is said in English and in Norwegian.

A rule that **stops the build** guards what no edition can be made without, or safely with.

| rule | | |
|---|---|---|
"""
STOPS = "stops the build"
NORWEGIAN = "*På norsk:* {}"
JUDGES = Text(
    nb="Regelen kjenner ord på disse språkene, og vurderer ingen andre: {}.",
    en="It has words of these languages, and judges no others: {}.",
)
BEFORE = "## Before a manuscript can be read\n\nWithout one of these there is no build.\n"
ASIDE = """\
## Putting a rule aside

For one place, with a reason that stands in the evidence:

```markdown
<!-- unntak link-text-says-where: «Her» er navnet på festivalen. -->
Vi møttes på [Her](https://her.example) i juni.
```
"""
EDITIONS = """\
## Finished editions

What `invoke check` looks for in the finished files, from their bytes, and no outside checker sees.
The examples are small changes to the editions of `tests/books/sound`: a line after `-` is what
stands there, and the line after `+` is what comes in its place.

| rule | |
|---|---|
"""
TEMPLATES = """\
## Templates

What `invoke check` looks for in the style sheets of templates, the book's own and the house's. Each
example is laid over the house's sheet of that name: its first line is the first after the house's
last. Colours and sizes are judged on a specimen of every page, made by the page's own template and
filled with one of everything a book can have: the cascade, variables, media and inheritance are
followed as a browser follows them, in light and dark mode, with and without more contrast, on wide
and narrow screens and on paper, and while a reader points at something or comes to it by keyboard.
A style that meets nothing on these pages is not judged. In forced colours the reader's own hold.

A rule is put aside for one place by a comment above it, which holds for the declaration or for all
of the rule that begins there. With a comment in each language, each reader of the evidence has the
reason in their own:

```css
/* unntak lines-can-be-seen: Pynt; rammen sier ingenting. */
/* exception lines-can-be-seen: Ornament; the border says nothing. */
.lead { border-bottom: 1px solid #dddddd; }
```

| rule | |
|---|---|
"""


def page() -> str:
    """The whole page."""
    listed = (
        f"| [{rule.name}](#{rule.name}) | {rule.severity} | {STOPS if rule.stops_build else ''} |\n"
        for rule in RULES
    )
    requirements = (_requirement(one) for one in REQUIREMENTS)
    sections = (_section(rule) for rule in RULES)
    exceptions = (_requirement(one) for one in EXCEPTIONS)
    of_editions = "".join(
        f"| [{rule.name}](#{rule.name}) | {rule.severity} |\n" for rule in RULES_OF_EDITIONS
    )
    editions = (EDITIONS + of_editions, *(_section(rule, "###") for rule in RULES_OF_EDITIONS))
    of_templates = "".join(
        f"| [{rule.name}](#{rule.name}) | {rule.severity} |\n" for rule in TEMPLATE_RULES
    )
    templates = (TEMPLATES + of_templates, *(_section(rule, "###") for rule in TEMPLATE_RULES))
    parts = (BEFORE, *requirements, *sections, ASIDE, *exceptions, *editions, *templates)
    return HEAD + "".join(listed) + "\n" + "\n".join(parts)


def _requirement(one: Requirement) -> str:
    return f"### {one.name}\n\n{one.why.en}\n\n{NORWEGIAN.format(one.why.nb)}\n"


def _section(rule: Rule[Any], level: str = "##") -> str:
    about = page_of(rule)
    weight = f"*{rule.severity}, {STOPS}*" if rule.stops_build else f"*{rule.severity}*"
    parts = [f"{level} {rule.name}", about.property, weight]
    languages = [name_of(language) for language in rule.extent.languages]
    if languages:
        parts.append(JUDGES.en.format(", ".join(sorted(one.en for one in languages))))
    parts += [about.sections["Why"], NORWEGIAN.format(about.sections["Hvorfor"])]
    if languages:
        parts.append(JUDGES.nb.format(", ".join(sorted(one.nb for one in languages))))
    for title in ("Fails", "Passes", "Clauses"):
        parts += [f"{level}# {title}", about.sections[title]]
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
