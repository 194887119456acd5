"""Exceptions: places where an author has suppressed one rule, each with a reason.

``<!-- unntak link-text-says-where: «Her» er navnet på festivalen. -->`` on the line above a block
(``exception`` in English) applies to that block only.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bindery.manuscript.requirements import Requirement
from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import RawHtml
from bindery.tools.installation import COMMAND
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text, verbatim

EXCEPTION_HAS_REASON = Requirement(
    "exception-has-reason",
    Text(
        nb="Gjør unntak fra en regel på ett sted med en kommentar på linjen over: `<!-- unntak"
        " link-text-says-where: «Her» er navnet på festivalen. -->`. Begrunnelsen står i"
        " rapporten. Det er ikke mulig å gjøre unntak fra regler som gjør utgavene til utkast.",
        en="Except one place from a rule with a comment above it: `<!-- exception"
        " link-text-says-where: «Her» is the name of the festival. -->`. The reason is in the"
        " report. A rule that makes the editions drafts cannot be excepted.",
    ),
)
EXCEPTION_IS_NEEDED = Requirement(
    "exception-is-needed",
    Text(
        nb="Et unntak gjelder for blokken under: et avsnitt, en overskrift, en hel liste, en"
        " tabell, et sitat eller alt i en blokk mellom kolon. Slett unntaket når teksten er"
        " rettet. Ellers skjuler det neste feil.",
        en="An exception applies to the block below it: a paragraph, a heading, a whole list,"
        " table or quotation, or everything in a block between colons. Delete it when the text has"
        " been fixed. Otherwise it hides the next mistake.",
    ),
    Severity.WARNING,
)

EXCEPTIONS = (EXCEPTION_HAS_REASON, EXCEPTION_IS_NEEDED)

_COMMENT = re.compile(
    r"<!--\s*(?:unntak|exception)\s+(?P<rule>[a-z0-9]+(?:-[a-z0-9]+)+)\s*"
    r"(?::\s*(?P<reason>.*?))?\s*-->",
    re.DOTALL,
)
_NO_SUCH_RULE = Text(
    nb="Regelen «{rule}» finnes ikke, så unntaket har ingen virkning.",
    en="There is no rule “{rule}”, so the exception has no effect.",
)
_SEE_RULES = Text(
    nb=f"Navnet står i hakeparentes i meldingen fra {COMMAND} check.",
    en=f"The name is in brackets in the message from {COMMAND} check.",
)
_MAKES_DRAFT = Text(
    nb="Du kan ikke gjøre unntak fra «{rule}». Utgavene viser noe annet enn det som er ment.",
    en="You cannot except the rule “{rule}”. The editions show something else than is meant.",
)
_MEND = Text(nb="Rett feilen, og slett unntaket.", en="Fix the fault, and delete the exception.")
_NO_REASON = Text(
    nb="Unntaket fra «{rule}» har ingen begrunnelse, og har derfor ingen virkning.",
    en="The exception from “{rule}” has no reason, and so has no effect.",
)
_GIVE_REASON = Text(
    nb="Skriv den etter kolon: unntak {rule}: begrunnelsen",
    en="Write it after a colon: exception {rule}: the reason",
)
_NOT_NEEDED = Text(
    nb="Regelen «{rule}» finner ingenting her, så unntaket trengs ikke.",
    en="The rule “{rule}” finds nothing here, so the exception is not needed.",
)
_DELETE = Text(
    nb="Slett unntaket, eller flytt det til linjen over stedet det gjelder.",
    en="Delete the exception, or move it to the line above the place it is for.",
)


@dataclass(frozen=True, slots=True)
class Exemption:
    """One exception: the name of its ``rule``, and the ``lines`` of its file that it applies to.

    Without a ``reason`` it has no effect. One ``in_default_templates`` is not the author's.
    """

    rule: str
    reason: Text | None
    location: Location
    lines: range
    in_default_templates: bool = False

    def covers(self, finding: Finding) -> bool:
        """Whether the exception suppresses ``finding``."""
        place = finding.location
        return (
            finding.rule == self.rule
            and place.path == self.location.path
            and place.line in self.lines
        )


def exceptions_in(manuscript: Manuscript) -> Iterator[Exemption]:
    """Every exception in ``manuscript``, whether it is valid or not."""
    for chapter in manuscript.chapters:
        for comment in chapter.every(RawHtml):
            for found in _COMMENT.finditer(comment.text):
                reason = " ".join((found["reason"] or "").split())
                said = verbatim(reason) if reason else None
                yield Exemption(found["rule"], said, comment.location, comment.about)


def refused(
    exceptions: Sequence[Exemption], names: frozenset[str], drafting: frozenset[str]
) -> Iterator[Finding]:
    """Report the invalid exceptions.

    ``names`` are all rules; those ``drafting`` make the editions drafts.
    """
    for one in exceptions:
        if one.rule not in names:
            message, hint = _NO_SUCH_RULE, _SEE_RULES
        elif one.rule in drafting:
            message, hint = _MAKES_DRAFT, _MEND
        elif not one.reason:
            message, hint = _NO_REASON, _GIVE_REASON
        else:
            continue
        message, hint = message.filled(rule=one.rule), hint.filled(rule=one.rule)
        yield EXCEPTION_HAS_REASON.broken(one.location, message, hint)


def unneeded(exception: Exemption) -> Finding:
    """The finding that an exception suppresses nothing."""
    message = _NOT_NEEDED.filled(rule=exception.rule)
    return EXCEPTION_IS_NEEDED.broken(exception.location, message, _DELETE)
