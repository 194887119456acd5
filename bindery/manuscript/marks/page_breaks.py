r"""Read what asks for a new page in print: ``\newpage`` and ``{{< pagebreak >}}``, alone."""

import re
from collections.abc import Iterator

from bindery.manuscript.marks.edits import Edit
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader

CLASS = "page-break"
"""The class of the block that stands for a new page in print."""

_BREAK = re.compile(
    r"\\(?:newpage|pagebreak|clearpage|cleardoublepage)(?:\{\})?|\{\{[<%]\s*pagebreak\s*[>%]\}\}"
)


def block(prefix: str) -> str:
    """The block, whose second line begins with ``prefix``."""
    return f"::: {CLASS}\n{prefix}:::"


def _read(page: Page) -> Iterator[Edit]:
    for token in page.paragraphs():
        if _BREAK.fullmatch(token.content.strip()):
            start, end = page.begins(token), page.ends(token)
            tells = (page.mark("read-as", start, "page-break", token.content),)
            made = block(page.prefix(start))
            yield Edit(start, end, (made,), page.text[start:end], tells)


PAGE_BREAKS = Reader(_BREAK, _read)
