"""Every table has a caption that says what it holds.

Why
    The caption is what a listener hears first, and decides by: go into the table, or on.

Fails at line 3
    # Tall

    | By | Alder |
    |---|---|
    | Bodø | 42 |

Passes
    # Tall

    :::: {.table}
    | By | Alder |
    |---|---|
    | Bodø | 42 |

    Byers alder
    ::::

Clauses
    WCAG 2.2: 1.3.1, technique H39.
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source_elements import Paragraph, Table
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(nb="Tabellen har ingen tittel.", en="The table has no caption.")
HINT = Text(
    nb="Sett :::: {.table} før og :::: etter, og skriv tittelen som et avsnitt under tabellen.",
    en="Put :::: {.table} before and :::: after it, and the caption as a paragraph below.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Tables without a paragraph of their own beside them."""
    for table in manuscript.every(Table):
        div = table.div
        is_framed = div is not None and div.has_class("table")
        if not is_framed or div is None or next(manuscript.inside(div, Paragraph), None) is None:
            yield Finding(RULE.name, RULE.severity, table.location, MESSAGE, HINT)


RULE = Rule("table-has-caption", Severity.ERROR, find)
