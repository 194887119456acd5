"""Accept errors that are there for a time: they become known faults, with name, reason and end."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bindery.pipeline.check import check
from bindery.pipeline.judgements_written import append
from bindery.pipeline.known_faults import faults_in
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.judgements import KnownFault
from bindery.vocabulary.sign_options import SignOptions
from bindery.vocabulary.text import Text

ALL = "all"

_NO_REASON = Text(
    nb="En feil som godtas for en tid, må ha navn, grunn og en dag den skal være rettet.",
    en="A fault that is accepted for a time must have a name, a reason and a day to be fixed by.",
)
_SAY_IT = Text(
    nb="Skriv --by «navn» --reason «hvorfor» --mended-by 2027-02-01.",
    en="Write --by “name” --reason “why” --mended-by 2027-02-01.",
)
_NOTHING = Text(
    nb="Ingen feil av dette slaget kan godtas: {rules}.",
    en="There is no such error that can be accepted: {rules}.",
)
_RUN = Text(
    nb="Se navnene i hakeparentes fra check. Feil som gjør utgavene til utkast, kan ikke godtas.",
    en="See the names in brackets from check. Errors that make the editions drafts cannot be"
    " accepted.",
)
_ACCEPTED = Text(
    nb="Godtatt til {until}: {rule} i {path} ({count}).",
    en="Accepted until {until}: {rule} in {path} ({count}).",
)
_NO_CLAIM = Text(
    nb="Så lenge publikasjonen har kjente feil, står det ikke i utgavene at de følger en standard.",
    en="As long as the publication has known faults, the editions claim to conform to nothing.",
)
_NOT_A_DATE = Text(nb="«{day}» er ikke en dato.", en="“{day}” is not a date.")
_AS = Text(nb="Skriv den slik: 2026-11-30.", en="Write it like this: 2026-11-30.")


def accept(book: Path, said: SignOptions, today: date, language: str) -> Iterator[str]:
    """Check ``book``, record its errors of the rules that were named, and yield what was accepted.

    Raises ``PipelineError`` without a name, a reason and an end, and if there are no such errors.
    """
    until = day_of(said.mended_by)
    if not (said.by.strip() and said.reason.strip() and until):
        raise PipelineError(_NO_REASON, _SAY_IT)
    rules = said.accepted_rules
    found = [*faults_in(check(book).findings, [] if ALL in rules else rules)]
    if not found:
        raise PipelineError(_NOTHING.filled(rules=", ".join(rules)), _RUN)
    faults = [
        KnownFault(
            rule=rule,
            path=path,
            message=message,
            by=said.by.strip(),
            date=day_of(said.day) or today,
            reason=said.reason.strip(),
            until=until,
            count=count,
        )
        for (rule, path, message), count in found
    ]
    append(book, faults=faults)
    for one in faults:
        told = _ACCEPTED.filled(until=one.until, rule=one.rule, path=one.path, count=one.count)
        yield told.said_in(language)
    yield _NO_CLAIM.said_in(language)


def day_of(written: str) -> date | None:
    """Return the date that is ``written``; ``None`` for nothing. Raises ``PipelineError``."""
    if not written:
        return None
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise PipelineError(_NOT_A_DATE.filled(day=written), _AS) from None
