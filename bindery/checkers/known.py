"""What is known of the messages of outside checkers: which are true, and which are false.

A message that is known to be false is information, with the reason. One that a checker only
supposes, and that nobody has judged yet, is a warning: it is seen, and stops nothing.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from bindery.vocabulary.findings import Severity
from bindery.vocabulary.tables import read
from bindery.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class _False:
    """A false alarm. ``said`` is a pattern for the whole message, or a rule's name."""

    said: str
    why: Text
    within: str = ""
    """The media type of the editions in which it is false; empty for all."""


@dataclass(frozen=True, slots=True)
class _Table:
    true: dict[str, tuple[str, ...]]
    false: dict[str, dict[str, _False]]


_TABLE = read(_Table, Path(__file__).with_suffix(".toml"))

NOT_KNOWN = Text(
    nb="bindery har ikke vurdert denne meldingen ennå. Den hindrer ikke publisering. Se på stedet.",
    en="bindery has not judged this message yet. It does not block publishing. Check the place.",
)


_INFORMS = Text(nb="Dette er til opplysning.", en="This is for information.")


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a message counts, and ``why`` where that needs a reason."""

    severity: Severity
    why: Text = field(default=Text(nb="", en=""))

    @property
    def reason(self) -> Text:
        """Why it counts so; of what a checker itself gives as information, just that."""
        return self.why if self.why.en else _INFORMS


@lru_cache(maxsize=4096)
def verdict(checker: str, said: str, severity: Severity, *, media_type: str = "") -> Verdict:
    """Return how a message counts that ``checker`` gives a ``severity`` to.

    ``said`` is the message, or the name of the rule behind it. Severity.ERROR is for what a
    standard's own validator requires; what a checker supposes comes as Severity.WARNING, and is an
    error if it is known to be true.
    """
    for one in _TABLE.false.get(checker, {}).values():
        if one.within in ("", media_type) and re.fullmatch(one.said, said, re.DOTALL):
            return Verdict(Severity.INFO, one.why)
    if severity is not Severity.WARNING:
        return Verdict(severity)
    if any(re.fullmatch(true, said, re.DOTALL) for true in _TABLE.true.get(checker, ())):
        return Verdict(Severity.ERROR)
    return Verdict(Severity.WARNING, NOT_KNOWN)
