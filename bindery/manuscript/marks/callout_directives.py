"""Read MyST's directives for callouts: ```` ```{note} T ```` and ``:::{admonition} T``."""

import re
from collections.abc import Iterator

from bindery.manuscript.marks.callout_edits import kept, whole
from bindery.manuscript.marks.callout_kinds import DETAILS, Opening, directive_kind, kind_among
from bindery.manuscript.marks.directives import directives
from bindery.manuscript.marks.edits import Edit
from bindery.manuscript.marks.page import Page

_NAME = re.compile(r"[\w.:-]+")


def callout_directives(page: Page) -> Iterator[Edit]:
    """The edit of each directive whose name is a kind of callout."""
    for one in directives(page):
        if (found := directive_kind(one.name)) is None:
            continue
        kind, unknown = found
        if kind != DETAILS:
            kind = kind_among(one.said("class").split()) or kind
        name = one.said("name") or one.said("label")
        attributes = f" #{name}" if _NAME.fullmatch(name) else ""
        first, last = one.content
        body = (first - 1, last) if first < last else (last, last)
        opening = Opening(kind, kept(one.argument), attributes, unknown)
        yield whole(page, (one.start, one.end), body, opening)
