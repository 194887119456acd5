"""What people have found of a criterion, as the pages say it: who, when, how and of how much."""

from bindery.claims.standing import Standing
from bindery.locales.for_authors import written_date
from bindery.vocabulary.judgements import Judgement
from bindery.vocabulary.text import Text, Unit, joined

UNITS = Unit(nb=("enhet", "enheter"), en=("unit", "units"))

_MET = Text(
    nb="{by} kontrollerte {count} {date} og fant at kriteriet er oppfylt. Metode: {method}.",
    en="{by} checked {count} on {date} and found that the criterion is met. Method: {method}.",
)
_NOT_MET = Text(
    nb="{by} kontrollerte {count} {date} og fant at kriteriet ikke er oppfylt: {reason}"
    " {consequence} Metode: {method}.",
    en="{by} checked {count} on {date} and found that the criterion is not met: {reason}"
    " {consequence} Method: {method}.",
)
_LEFT = Text(
    nb="{met} av {all} er kontrollert av {by}. Det som er nytt eller endret, står igjen.",
    en="{met} of {all} have been checked by {by}. What is new or changed is left.",
)


def person_found(standing: Standing) -> Text:
    """Return each person's verdict on the units of one criterion: what is not met first."""
    pairs = (*standing.not_met, *standing.met)
    counted: dict[int, tuple[Judgement, int]] = {}
    for _, one in pairs:
        counted[id(one)] = (one, counted.get(id(one), (one, 0))[1] + 1)
    return joined(" ", (_told(one, count) for one, count in counted.values()))


def _told(one: Judgement, count: int) -> Text:
    met = one.verdict == "met"
    return (_MET if met else _NOT_MET).filled(
        by=one.by,
        count=UNITS.counted(count),
        date=written_date(one.date),
        method=one.method.rstrip("."),
        reason=_sentence(one.reason),
        consequence=_sentence(one.consequence),
    )


def _sentence(text: str) -> str:
    text = text.strip()
    return text if not text or text[-1] in ".!?" else f"{text}."


def left_of(standing: Standing) -> Text:
    """Return how many units are checked, by whom, and that the others are left."""
    names = ", ".join(dict.fromkeys(one.by for _, one in standing.met))
    return _LEFT.filled(met=len(standing.met), all=UNITS.counted(standing.count), by=names)
