"""How what is wrong in a finished edition is told to its author."""

from typing import Any

from bindery.document.finished.whole import Finished
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

REBUILD = Text(
    nb="Kjør invoke build. Står det der fortsatt, se i bokas egen templates/, eller meld fra til "
    "dem som lager bindery.",
    en="Run invoke build. If it is still there, look in the book’s own templates/, or tell the "
    "makers of bindery.",
)
IN_THE_MANUSCRIPT = Text(
    nb="Rett det i manuset, og kjør invoke build.",
    en="Mend it in the manuscript, and run invoke build.",
)
MANUSCRIPT_FIRST = Text(
    nb="Er det likedan i manuset, rett det der. Kjør så invoke build. Står det der fortsatt, se i "
    "bokas egen templates/, eller meld fra til dem som lager bindery.",
    en="If it is so in the manuscript, mend it there. Then run invoke build. If it is still there, "
    "look in the book’s own templates/, or tell the makers of bindery.",
)
_IN_FILE = Text(nb="I {file}: {message}", en="In {file}: {message}")
_LONGEST = 60


def told(
    rule: Rule[Any], book: Finished, file: str, message: Text, hint: Text = REBUILD
) -> Finding:
    """The finding that ``rule`` does not hold in one ``file`` of the finished ``book``."""
    if not book.subject.endswith(file):
        message = _IN_FILE.filled(file=file, message=_capitalised(message))
    return Finding(rule.name, rule.severity, Location(book.subject), _capitalised(message), hint)


def _capitalised(message: Text) -> Text:
    return Text(
        nb=message.nb[:1].upper() + message.nb[1:], en=message.en[:1].upper() + message.en[1:]
    )


def shortened(text: str) -> str:
    """``text`` on one line, and no longer than a message can carry."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"


def squeezed(text: str) -> str:
    """``text`` without white space: what remains to compare where spaces may differ."""
    return "".join(text.split())
