"""How many errors and warnings the rules find in a manuscript, counted once for each state of it.

Nothing slow is imported here: the count of an unchanged book must be read at once.
"""

import json
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from bindery.manuscript.files import MANUSCRIPT
from bindery.pipeline.book_folder import BookFolder
from bindery.pipeline.build import Built
from bindery.tools.writing import write_whole
from bindery.vocabulary.findings import Severity

if TYPE_CHECKING:
    from bindery.vocabulary.evidence import Evidence

_NOTE = "build/work/tally.json"


class Tally(NamedTuple):
    """The number of errors and of warnings in a manuscript and its templates."""

    errors: int
    warnings: int


def rules_found(folder: BookFolder) -> "tuple[Evidence, ...]":
    """What the rules find in the manuscript and the templates of ``folder``, found once."""
    return folder.evidence


def tally(built: Built) -> Tally:
    """The tally of the book that was ``built``: the one noted, if nothing has changed since."""
    note = built.folder.path / _NOTE
    try:
        noted = json.loads(note.read_text(encoding="utf-8"))
        if noted["fingerprint"] == built.sources.fingerprint:
            return Tally(int(noted["errors"]), int(noted["warnings"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        pass  # No note, or one that cannot be read: count again.
    by_rules = (one for evidence in rules_found(built.folder) for one in evidence.findings)
    # What only making an edition shows, such as a sign that braille does not have.
    made = (one for one in built.findings if one.location.path.startswith(f"{MANUSCRIPT}/"))
    found = dict.fromkeys((*by_rules, *built.folder.faults, *made))
    counted = Counter(one.severity for one in found)
    told = Tally(counted[Severity.ERROR], counted[Severity.WARNING])
    if built.sources.are_untouched():
        counted_from = {"fingerprint": built.sources.fingerprint}
        write_whole(note, json.dumps({**counted_from, **told._asdict()}))
    return told
