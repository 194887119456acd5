"""What the reports call things, so that a terminal and a page say the same."""

from collections.abc import Sequence
from datetime import datetime

from bindery.locales.for_authors import name_of, written_date
from bindery.tools.installation import COMMAND
from bindery.vocabulary.editions import READ_BACK, RULES
from bindery.vocabulary.evidence import Evidence, Outcome
from bindery.vocabulary.findings import Severity
from bindery.vocabulary.text import Text, joined, verbatim

OUTCOMES = {
    Outcome.PASSED: Text(nb="bestått", en="passed"),
    Outcome.FAILED: Text(nb="ikke bestått", en="failed"),
    Outcome.CANNOT_TELL: Text(nb="må ses på av et menneske", en="needs a person to look"),
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
"""What is checked against no standard of others, as evidence names it."""

HINT = Text(nb="tips", en="hint")

EXAMINED = Text(nb="{count} {unit} undersøkt", en="{count} {unit} examined")
NO_WORDS = Text(nb="har ikke ord for {languages}", en="has no words for {languages}")
UNCHANGED = Text(nb="uendret siden {when}", en="unchanged since {when}")
"""Of what was looked at before, and need not be looked at again."""

_MOMENT = Text(nb="{date} kl. {time:%H.%M}", en="{date} at {time:%H:%M}")

NOTHING_SHOWN = Text(
    nb="{checker} er ikke installert, eller stanset halvveis, så dette er ikke vist."
    f" Kjør: {COMMAND} doctor",
    en="{checker} is not installed, or stopped halfway, so this has not been shown."
    f" Run: {COMMAND} doctor",
)
NO_MEANS = Text(
    nb=f"{{rule}} mangler det den ser med, så dette er ikke vist. Kjør: {COMMAND} doctor",
    en=f"{{rule}} lacks what it looks with, so this has not been shown. Run: {COMMAND} doctor",
)
COUNTED = Text(nb="{what}: {count}", en="{what}: {count}")
RULED = Text(nb="{told} ({by})", en="{told} ({by})")
EXCEPTIONS = Text(nb="funn med unntak: {aside}", en="findings with an exception: {aside}")


def standard_named(name: str) -> Text:
    """A standard's name for its reader. Other people's standards have their own."""
    return STANDARDS.get(name, verbatim(name))


def assertor(evidence: Evidence) -> str:
    """The checker and its version, as one names a program."""
    return f"{evidence.checker} {evidence.version}".rstrip()


def extent(evidence: Evidence) -> Text:
    """How much the checker looked at."""
    if evidence.outcome is Outcome.UNTESTED:
        if evidence.rule:
            return NO_MEANS.filled(rule=evidence.rule)
        return NOTHING_SHOWN.filled(checker=evidence.checker)
    examined = EXAMINED.filled(count=evidence.examined, unit=evidence.unit)
    return joined("; ", (examined, *no_words(evidence), *_unchanged([evidence])))


def no_words(evidence: Evidence) -> tuple[Text, ...]:
    """In which languages there is more that the checker could not look at, if there is any."""
    if not evidence.unknown_languages:
        return ()
    names = (name_of(language) for language in evidence.unknown_languages)
    return (NO_WORDS.filled(languages=joined(", ", names)),)


def _unchanged(evidence: Sequence[Evidence]) -> tuple[Text, ...]:
    """Since when the subject has been as it is, where it was not looked at now."""
    dates = [one.when for one in evidence if one.when]
    if not dates:
        return ()
    return (UNCHANGED.filled(when=_written_moment(min(dates))),)


def _written_moment(moment: datetime) -> Text:
    """A date and the minute, on the reader's clock."""
    here = moment.astimezone()
    return _MOMENT.filled(date=written_date(here), time=here)


def outcomes(rules: Sequence[Evidence]) -> Text:
    """How many of the rules that a checker tells one by one have each outcome."""
    counted = {outcome: sum(one.outcome is outcome for one in rules) for outcome in Outcome}
    told = [
        COUNTED.filled(what=OUTCOMES[one], count=count) for one, count in counted.items() if count
    ]
    return joined(", ", told)


def ruled(rules: Sequence[Evidence]) -> Text:
    """The outcomes of such rules, and by whom they are."""
    ran = next((one for one in rules if one.version), rules[0])
    aside = sum(len(one.exempted) for one in rules)
    exceptions = (EXCEPTIONS.filled(aside=aside),) if aside else ()
    by = joined("; ", (verbatim(assertor(ran)), *exceptions, *_unchanged(rules)))
    return RULED.filled(told=outcomes(rules), by=by)
