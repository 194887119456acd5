"""Every fenced div is of a kind the dialect has, is closed, and has what its kind needs.

Why
    A misspelt kind would be printed as ordinary text, without the label that tells a reader who
    is speaking. One that is never closed takes the rest of the chapter with it.

Fails at line 3
    # A

    ::: redaktør
    Tekst.
    :::

Fails at line 3
    # A

    ::: editor-note
    Tekst.

Fails at line 3
    # A

    ::: {.link-block kind=film}
    Se filmen
    :::

Fails at line 3
    # A

    ::: {.figure}
    Bare tekst.
    :::

Passes
    # A

    ::: editor-note
    Tekst.
    :::

    ::: {.link-block kind=video}
    Se filmen
    :::

Clauses
    WCAG 2.2: 1.3.1.
"""

from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source_elements import Div, Image, Paragraph, Table
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

KINDS = frozenset(
    {
        "editor-note",
        "key-message",
        "link-block",
        "in-summary",
        "figure",
        "table",
        "long-description",
    }
)
LINK_KINDS = frozenset({"video", "report", "presentation", "page"})
NOT_CLOSED = Text(nb="Blokken lukkes aldri.", en="This block is never closed.")
CLOSE = Text(
    nb="Skriv en linje med like mange kolon der blokken slutter.",
    en="Write a line with as many colons where the block ends.",
)
UNKNOWN = Text(nb="«{kind}» er ikke en kjent blokk.", en="“{kind}” is not a known block.")
KNOWN = Text(
    nb="Kjente blokker: editor-note, figure, in-summary, key-message, link-block, table.",
    en="Known blocks: editor-note, figure, in-summary, key-message, link-block, table.",
)
LINK_KIND = Text(
    nb="Lenkeblokken er av typen «{kind}», som ikke finnes.",
    en="The link block is of the kind “{kind}”, which does not exist.",
)
LINK_HINT = Text(
    nb="Skriv kind=video, kind=report, kind=presentation eller kind=page.",
    en="Write kind=video, kind=report, kind=presentation or kind=page.",
)
EMPTY = Text(nb="Blokken «{kind}» mangler innhold.", en="The block “{kind}” lacks its content.")
FILL = Text(
    nb="En figur trenger et bilde, en tabell en tabell, en lenkeblokk en tittel.",
    en="A figure needs an image, a table a table, a link block a title.",
)

NEEDS = {"figure": Image, "table": Table, "link-block": Paragraph}


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Divs that are not what their author means them to be."""
    for div in manuscript.every(Div):
        if not div.closed:
            yield Finding(RULE.name, RULE.severity, div.location, NOT_CLOSED, CLOSE)
            continue
        known = [kind for kind in div.attributes.classes if kind in KINDS]
        if not known and (div.attributes.classes or not div.attributes.get("lang")):
            kind = " ".join(div.attributes.classes)
            message = UNKNOWN.filled(kind=kind)
            yield Finding(RULE.name, RULE.severity, div.location, message, KNOWN)
        for kind in known:
            if kind in NEEDS and next(manuscript.inside(div, NEEDS[kind]), None) is None:
                message = EMPTY.filled(kind=kind)
                yield Finding(RULE.name, RULE.severity, div.location, message, FILL)
        link_kind = div.attributes.get("kind") or "page"
        if "link-block" in known and link_kind not in LINK_KINDS:
            message = LINK_KIND.filled(kind=link_kind)
            yield Finding(RULE.name, RULE.severity, div.location, message, LINK_HINT)


RULE = Rule("fenced-div-is-known", Severity.ERROR, find, stops_build=True)
