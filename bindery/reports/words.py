"""Words that the reports share, so that a terminal and a page say the same."""

from collections.abc import Sequence
from datetime import datetime

from bindery.locales.for_authors import name_of, written_date
from bindery.tools.installation import COMMAND
from bindery.vocabulary.editions import READ_BACK, REFLOW, RULES, TEXT_SPACING, WCAG_AA
from bindery.vocabulary.evidence import Evidence, Outcome
from bindery.vocabulary.findings import Severity
from bindery.vocabulary.text import Text, joined, verbatim

OUTCOMES = {
    Outcome.PASSED: Text(nb="bestått", en="passed"),
    Outcome.FAILED: Text(nb="ikke bestått", en="failed"),
    Outcome.CANNOT_TELL: Text(nb="må kontrolleres manuelt", en="needs a manual check"),
    Outcome.INAPPLICABLE: Text(nb="ingenting å kontrollere", en="nothing to check"),
    Outcome.UNTESTED: Text(nb="IKKE KJØRT", en="NOT RUN"),
}

SEVERITIES = {
    Severity.ERROR: Text(nb="feil", en="error"),
    Severity.WARNING: Text(nb="advarsel", en="warning"),
    Severity.INFO: Text(nb="til opplysning", en="info"),
}

STANDARDS = {
    RULES: Text(nb="binderys regler", en="bindery’s rules"),
    READ_BACK: Text(nb="lest tilbake mot manuset", en="read back against the manuscript"),
}
"""bindery's own checks, which are against no other standard, by their names in evidence."""

PARTS = {
    WCAG_AA: Text(nb="WCAG 2.2 AA, en del av kravene", en="WCAG 2.2 AA, some of its requirements"),
    REFLOW: Text(
        nb="WCAG 2.2, en del av 1.4.10: 320 piksler bredde",
        en="WCAG 2.2, a part of 1.4.10: 320 pixels wide",
    ),
    TEXT_SPACING: Text(nb="WCAG 2.2, 1.4.12: tekstavstand", en="WCAG 2.2, 1.4.12: text spacing"),
}
"""What the pages call a standard of which no program tests everything."""

NOTHING_FOUND = Text(nb="ingen feil funnet", en="no errors found")
"""What the pages say of a check that passed: it tests only what a program can."""

HINT = Text(nb="tips", en="hint")

EXAMINED = Text(nb="{count} {unit} undersøkt", en="{count} {unit} examined")
NO_WORDS = Text(nb="støtter ikke {languages}", en="does not support {languages}")
UNCHANGED = Text(nb="uendret siden {when}", en="unchanged since {when}")
"""For what was checked before, and need not be checked again."""

_MOMENT = Text(nb="{date} kl. {time:%H.%M}", en="{date} at {time:%H:%M}")

NOTHING_SHOWN = Text(
    nb="{checker} er ikke installert, eller stoppet underveis. Kontrollen er ikke gjort."
    f" Kjør: {COMMAND} doctor",
    en="{checker} is not installed, or stopped before the end. The check was not done. Run:"
    f" {COMMAND} doctor",
)
NO_MEANS = Text(
    nb=f"{{rule}} ble ikke kjørt, fordi et verktøy mangler. Kjør: {COMMAND} doctor",
    en=f"{{rule}} was not run, because a tool is missing. Run: {COMMAND} doctor",
)
COUNTED = Text(nb="{what}: {count}", en="{what}: {count}")
RULED = Text(nb="{told} ({by})", en="{told} ({by})")
KNOWN = Text(nb="kjente feil: {known}", en="known faults: {known}")
EXCEPTIONS = Text(nb="funn med unntak: {aside}", en="findings with an exception: {aside}")


def standard_named(name: str) -> Text:
    """Return a standard's name for readers. Standards of others keep their own."""
    return STANDARDS.get(name, verbatim(name))


def checked_against(name: str) -> Text:
    """Return a standard's name for the pages, with the part of it that is tested."""
    return PARTS.get(name) or standard_named(name)


def result_of(outcome: Outcome) -> Text:
    """Return the outcome of a check against a standard, for the pages."""
    return NOTHING_FOUND if outcome is Outcome.PASSED else OUTCOMES[outcome]


def grouped(count: int) -> str:
    """Return ``count`` with narrow no-break spaces between thousands: 23 188."""
    return f"{count:,}".replace(",", "\u202f")


def assertor(evidence: Evidence) -> str:
    """Return the checker's name and version."""
    return f"{evidence.checker} {evidence.version}".rstrip()


def extent(evidence: Evidence) -> Text:
    """Return how much the checker examined."""
    if evidence.outcome is Outcome.UNTESTED:
        if evidence.rule:
            return NO_MEANS.filled(rule=evidence.rule)
        return NOTHING_SHOWN.filled(checker=evidence.checker)
    examined = EXAMINED.filled(count=grouped(evidence.examined), unit=evidence.unit)
    return joined("; ", (examined, *no_words(evidence), *_unchanged([evidence])))


def no_words(evidence: Evidence) -> tuple[Text, ...]:
    """Return in which languages there is text that the checker could not examine, if any."""
    if not evidence.unknown_languages:
        return ()
    names = (name_of(language) for language in evidence.unknown_languages)
    return (NO_WORDS.filled(languages=joined(", ", names)),)


def _unchanged(evidence: Sequence[Evidence]) -> tuple[Text, ...]:
    """Return since when the subject is unchanged, if it was not checked this time."""
    dates = [one.when for one in evidence if one.when]
    if not dates:
        return ()
    return (UNCHANGED.filled(when=_written_moment(min(dates))),)


def _written_moment(moment: datetime) -> Text:
    """Return a date and the time, in the local time zone."""
    here = moment.astimezone()
    return _MOMENT.filled(date=written_date(here), time=here)


def outcomes(rules: Sequence[Evidence]) -> Text:
    """Return how many of a set of rules have each outcome."""
    counted = {outcome: sum(one.outcome is outcome for one in rules) for outcome in Outcome}
    told = [
        COUNTED.filled(what=OUTCOMES[one], count=count) for one, count in counted.items() if count
    ]
    return joined(", ", told)


def ruled(rules: Sequence[Evidence]) -> Text:
    """Return the outcomes of a set of rules, and by which checker they are."""
    ran = next((one for one in rules if one.version), rules[0])
    exempted = [each for one in rules for each in one.exempted]
    known = sum(each.known for each in exempted)
    aside = len(exempted) - known
    exceptions = (EXCEPTIONS.filled(aside=aside),) if aside else ()
    faults = (KNOWN.filled(known=known),) if known else ()
    by = joined("; ", (verbatim(assertor(ran)), *faults, *exceptions, *_unchanged(rules)))
    return RULED.filled(told=outcomes(rules), by=by)
