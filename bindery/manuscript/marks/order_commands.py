r"""Leave out LaTeX's commands that only say where a part of the book begins, as ``\mainmatter``."""

import re
from collections.abc import Iterator

from bindery.manuscript.marks.edits import Edit
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader

_COMMAND = re.compile(
    r"\\(?:frontmatter|mainmatter|backmatter|appendix|maketitle|tableofcontents|listoffigures"
    r"|listoftables|printindex|printbibliography)(?:\{\})?(?![\w{\[])"
)


def _edits(page: Page) -> Iterator[Edit]:
    r"""Each one that is alone in its paragraph, or with others."""
    for token in page.paragraphs():
        if not _COMMAND.sub("", token.content).strip():
            start, end = page.begins(token), page.ends(token)
            tells = tuple(
                page.mark("left-out", start, "order-command", found[0])
                for found in _COMMAND.finditer(token.content)
            )
            yield Edit(start, end, (), page.text[start:end], tells)


ORDER_COMMANDS = Reader(_COMMAND, _edits)
