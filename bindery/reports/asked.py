"""What a person is asked about a publication, as the terminal says it."""

from collections.abc import Iterator, Mapping

from bindery.claims.standing import Standing
from bindery.claims.units import Unit
from bindery.locales.for_authors import written_date
from bindery.reports.wcag.by_people import UNITS
from bindery.reports.wcag.criteria import GUIDE
from bindery.tools.installation import COMMAND
from bindery.vocabulary.publication import Evaluation
from bindery.vocabulary.text import Text
from bindery.vocabulary.wcag import CRITERIA

MOST_UNITS = 12
"""How many units of a criterion are written out."""

_LONGEST = 60

_SIGNED = Text(nb="Signert: {count}.", en="Signed: {count}.")
_CARRIED = Text(
    nb="Vurderingen som {by} gjorde {date}, er ført over fra evaluation.toml: {count}.",
    en="The evaluation by {by} of {date} is carried over from evaluation.toml: {count}.",
)
_OTHER_TEXT = Text(
    nb="evaluation.toml ({by}, {date}) gjelder en annen tekst, så ingenting er ført over. Slett"
    " filen når det er signert på nytt.",
    en="evaluation.toml ({by}, {date}) is of another text, so nothing is carried over. Delete the"
    " file when it has been signed again.",
)
_LEFT = Text(
    nb="{number} {name} ({open} av {all} står igjen)",
    en="{number} {name} (left: {open} of {all})",
)
_MORE = Text(nb="og {count} til", en="and {count} more")
_DONE = Text(nb="Kontrollert manuelt: {numbers}.", en="Checked manually: {numbers}.")
_BREACHES = Text(nb="Ikke oppfylt: {numbers}.", en="Not met: {numbers}.")
_NOTHING = Text(nb="Ingenting står igjen.", en="Nothing is left.")
_HOW = Text(
    nb=f"Signer: {COMMAND} sign --criterion 1.1.1 --by «navn» --method «metode»",
    en=f"Sign: {COMMAND} sign --criterion 1.1.1 --by “name” --method “method”",
)


def asked_lines(
    standings: Mapping[str, Standing],
    language: str,
    *,
    signed: int = 0,
    carried: Evaluation | None = None,
    of_another_text: Evaluation | None = None,
) -> Iterator[str]:
    """Yield what was recorded now, and each criterion that is left, with what to look at."""
    names = {one.number: one.name for one in CRITERIA}
    about = carried or of_another_text
    if about:
        text = (_CARRIED if carried else _OTHER_TEXT).filled(
            by=about.evaluator, date=written_date(about.date), count=UNITS.counted(signed)
        )
        yield text.said_in(language)
    elif signed:
        yield _SIGNED.filled(count=UNITS.counted(signed)).said_in(language)
    left = [one for one in standings.values() if one.open]
    for one in left:
        count = UNITS.counted(one.count)
        told = _LEFT.filled(
            number=one.criterion, name=names[one.criterion], open=len(one.open), all=count
        )
        yield told.said_in(language)
        yield f"  {GUIDE[one.criterion].said_in(language)}"
        yield from _units(one.open, language)
    for text, chosen in (
        (_DONE, [one.criterion for one in standings.values() if one.is_met]),
        (_BREACHES, [one.criterion for one in standings.values() if one.not_met]),
    ):
        if chosen:
            yield text.filled(numbers=", ".join(chosen)).said_in(language)
    yield (_HOW if left else _NOTHING).said_in(language)


def _units(units: tuple[Unit, ...], language: str) -> Iterator[str]:
    for unit in units[:MOST_UNITS]:
        words = unit.words if len(unit.words) <= _LONGEST else f"{unit.words[:_LONGEST]}…"
        parts = (unit.name, unit.source.removeprefix("manuscript/"), words)
        yield f"    {'  '.join(part for part in parts if part)}"
    if len(units) > MOST_UNITS:
        yield f"    {_MORE.filled(count=len(units) - MOST_UNITS).said_in(language)}"
