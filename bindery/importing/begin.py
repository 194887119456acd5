"""What the command ``bindery new`` does: ask, make the folder, and say what was made."""

import sys
from collections.abc import Iterator, Sequence

from bindery.importing.answers import Answers, asked, defaults, language_of_machine
from bindery.importing.new import new
from bindery.importing.new_folder import require_new
from bindery.tools.installation import COMMAND
from bindery.tools.saying import say
from bindery.vocabulary.text import Text

_MADE = Text(nb="Laget {folder}:", en="Made {folder}:")
_THEN = Text(nb="Gå videre slik:", en="Go on like this:")


def begin(named: str, given: Answers, spoken: str, *, questions: bool) -> bool:
    """Make the publication in the folder that is ``named``; whether all is as it should be.

    Messages are in the language that is ``spoken``. ``questions`` are asked at a terminal only.
    """
    folder = require_new(named)
    given.require_valid()
    known = given.or_else(defaults(folder, given.language or language_of_machine(spoken)))
    known = _asked(known, spoken) if questions else known
    for line in _lines(named, new(folder, known)):
        say(line.said_in(spoken))
    return True


def _asked(known: Answers, spoken: str) -> Answers:
    """``known``, with what somebody at a terminal answers."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return known

    def ask(question: Text) -> str:
        try:
            return input(question.said_in(spoken))
        except EOFError:
            return ""

    known = asked(known, ask)
    known.require_valid()
    return known


def _lines(named: str, files: Sequence[str]) -> Iterator[Text]:
    """What was made, and what to do next."""
    yield _MADE.filled(folder=named)
    for file in files:
        yield Text(nb=f"  {file}", en=f"  {file}")
    yield _THEN
    for command in (f"cd {named}", f"{COMMAND} build", f"{COMMAND} check"):
        yield Text(nb=f"  {command}", en=f"  {command}")
