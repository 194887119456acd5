"""What follows where a kind of content is in none of the files."""

from dataclasses import dataclass
from enum import StrEnum

from bindery.reports.wcag.inside import Kind
from bindery.vocabulary.text import Text


class Verdict(StrEnum):
    """What a draft can say of one criterion. Nothing is met by default."""

    MET = "met"
    NOT_MET = "not-met"
    NOT_APPLICABLE = "not-applicable"
    NEEDS_PERSON = "needs-person"


@dataclass(frozen=True, slots=True)
class Absent:
    """Criteria, by number, that have this ``verdict`` where none of ``kinds`` is in any file."""

    numbers: tuple[str, ...]
    kinds: frozenset[Kind]
    verdict: Verdict
    reason: Text


MEDIA = frozenset({Kind.MEDIA, Kind.EMBEDDED})
ACTIVE = frozenset({Kind.SCRIPT, Kind.FORM, Kind.EMBEDDED})

ABSENT = (
    Absent(
        ("1.1.1",),
        frozenset({Kind.IMAGE, Kind.FORMULA}) | MEDIA | ACTIVE,
        Verdict.NOT_APPLICABLE,
        Text(
            nb="Ingen av filene har bilder, figurer eller formler.",
            en="None of the files has images, figures or formulas.",
        ),
    ),
    Absent(
        ("1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5", "1.4.2"),
        MEDIA | {Kind.SCRIPT},
        Verdict.NOT_APPLICABLE,
        Text(
            nb="Ingen av filene har lyd eller video. Video på nettsteder det lenkes til, regnes"
            " ikke med.",
            en="None of the files has audio or video. Video on sites that are linked to does not"
            " count.",
        ),
    ),
    Absent(
        ("1.3.4",),
        ACTIVE | {Kind.ORIENTATION},
        Verdict.MET,
        Text(
            nb="Ingenting i filene låser innholdet til stående eller liggende visning.",
            en="Nothing in the files locks the content to portrait or landscape.",
        ),
    ),
    Absent(
        ("1.3.5", "3.2.2", "3.3.1", "3.3.2", "3.3.3", "3.3.4", "3.3.7", "3.3.8"),
        ACTIVE,
        Verdict.NOT_APPLICABLE,
        Text(
            nb="Ingen av filene har skjema, innlogging eller noe annet å fylle ut.",
            en="None of the files has a form, a login or anything else to fill in.",
        ),
    ),
    Absent(
        ("1.4.5",),
        frozenset({Kind.IMAGE}) | MEDIA | ACTIVE,
        Verdict.NOT_APPLICABLE,
        Text(nb="Ingen av filene har bilder.", en="None of the files has images."),
    ),
    Absent(
        ("1.4.12",),
        frozenset({Kind.MARKUP}),
        Verdict.NOT_APPLICABLE,
        Text(
            nb="Kriteriet gjelder ikke PDF, der leseren ikke kan endre avstandene i teksten.",
            en="It does not apply to PDF, where readers cannot change the spacing of the text.",
        ),
    ),
    Absent(
        ("2.1.2",),
        ACTIVE | MEDIA,
        Verdict.MET,
        Text(
            nb="Filene har ikke skript, skjema eller innebygde objekter, så ingenting kan holde"
            " tastaturet fast.",
            en="The files have no scripts, forms or embedded objects, so nothing can hold the"
            " keyboard.",
        ),
    ),
    Absent(
        ("2.1.4", "2.5.1", "2.5.4", "2.5.7", "4.1.3"),
        ACTIVE | MEDIA,
        Verdict.NOT_APPLICABLE,
        Text(
            nb="Filene har ikke skript, skjema eller innebygde objekter. Leseren kan lese, bla og"
            " følge lenker.",
            en="The files have no scripts, forms or embedded objects. A reader can read, turn"
            " pages and follow links.",
        ),
    ),
    Absent(
        ("2.2.1",),
        ACTIVE | MEDIA | {Kind.TIMING},
        Verdict.NOT_APPLICABLE,
        Text(
            nb="Ingenting i filene har tidsfrist, og ingen side lastes på nytt av seg selv.",
            en="Nothing in the files has a time limit, and no page reloads by itself.",
        ),
    ),
    Absent(
        ("2.2.2", "2.3.1"),
        ACTIVE | MEDIA | {Kind.MOTION, Kind.TIMING},
        Verdict.NOT_APPLICABLE,
        Text(
            nb="Ingenting i filene beveger seg, blinker eller oppdaterer seg.",
            en="Nothing in the files moves, blinks or updates itself.",
        ),
    ),
    Absent(
        ("2.5.2", "3.2.1"),
        ACTIVE | MEDIA,
        Verdict.MET,
        Text(
            nb="Det eneste som kan betjenes, er vanlige lenker uten skript. De virker først når"
            " leseren velger dem.",
            en="All that can be operated is plain links without scripts. They act only when the"
            " reader chooses them.",
        ),
    ),
)


def absent(number: str, present: frozenset[Kind]) -> Absent | None:
    """What follows for one criterion from what is ``present``, or ``None`` if nothing does."""
    return next(
        (one for one in ABSENT if number in one.numbers and not one.kinds & present),
        None,
    )
