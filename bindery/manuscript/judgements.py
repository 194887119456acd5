"""Read ``judgements.toml`` strictly: what people have found of the publication's accessibility."""

import re
from collections.abc import Iterator
from pathlib import Path

from bindery.manuscript.addresses import is_web_address
from bindery.manuscript.requirements import JUDGEMENTS_ARE_VALID
from bindery.manuscript.toml_file import Place, TomlFile, read_toml
from bindery.vocabulary.editions import EDITIONS
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.judgements import NOTHING_JUDGED, Judgement, Judgements
from bindery.vocabulary.text import Text
from bindery.vocabulary.wcag import CRITERIA

JUDGEMENTS = "manuscript/judgements.toml"

NOT_MET = "not-met"

_SHA256 = re.compile(r"[0-9a-f]{64}")

_EMPTY = Text(nb="«{key}» er tom.", en="“{key}” is empty.")
_SAY_IT = Text(
    nb="Fyll ut nøkkelen. En vurdering må si hvem som har gjort den, og hvordan.",
    en="Fill in the key. A judgement must say who made it, and how.",
)
_NO_CRITERION = Text(
    nb="«{criterion}» er ikke et kriterium i WCAG 2.2 på nivå A eller AA.",
    en="“{criterion}” is not a criterion of WCAG 2.2 on level A or AA.",
)
_LIKE = Text(nb='Skriv nummeret: criterion = "1.1.1".', en='Write the number: criterion = "1.1.1".')
_NO_DIGEST = Text(
    nb="«{unit}» har ikke en SHA-256: 64 tegn, 0–9 og a–f.",
    en="“{unit}” has no SHA-256: 64 characters, 0–9 and a–f.",
)
_SIGN = Text(
    nb="La «bindery sign» skrive vurderingen. Den regner ut hva som er vurdert.",
    en="Let “bindery sign” write the judgement. It computes what was judged.",
)
_NO_REASON = Text(
    nb="Kriterium {criterion} er ikke oppfylt, men det står ikke hvorfor.",
    en="Criterion {criterion} is not met, but the reason is missing.",
)
_SAY_WHY = Text(
    nb="Skriv reason og consequence: hva som er feil, og hva det betyr for leserne.",
    en="Write reason and consequence: what is wrong, and what it means for readers.",
)
_NO_EDITION = Text(
    nb="«{edition}» er ikke navnet på en utgave.", en="“{edition}” is not the name of an edition."
)
_EDITIONS = Text(nb="Velg blant: {names}.", en="Choose among: {names}.")
_NO_ADDRESS = Text(nb="«report» er ikke en nettadresse.", en="“report” is not a web address.")
_NO_END = Text(
    nb="En kjent feil må gjelde minst ett sted, og slutte etter at den ble godtatt.",
    en="A known fault must be in one place or more, and end after it was accepted.",
)
_AN_END = Text(
    nb="Skriv count = 1 eller mer, og until = dagen den skal være rettet.",
    en="Write count = 1 or more, and until = the day it will be fixed.",
)
_WHOLE_ADDRESS = Text(nb="Skriv hele adressen.", en="Write the whole address.")


def read_judgements(book: Path) -> tuple[Judgements, tuple[Finding, ...]]:
    """The judgements recorded in the folder ``book``, or what is wrong with the record."""
    try:
        file = read_toml(Judgements, book, JUDGEMENTS, JUDGEMENTS_ARE_VALID)
    except FileNotFoundError:
        return NOTHING_JUDGED, ()
    if file.values is None:
        return NOTHING_JUDGED, file.findings
    if unusable := tuple(_unusable(file.values, file)):
        return NOTHING_JUDGED, unusable
    return file.values, ()


def _unusable(judgements: Judgements, file: TomlFile[Judgements]) -> Iterator[Finding]:
    for at, one in enumerate(judgements.judgement):
        for key, message, hint in _faults(one):
            place: Place = ("judgement", at, key)
            yield JUDGEMENTS_ARE_VALID.broken(file.location(*place), message, hint)
    for at, claim in enumerate(judgements.conformance):
        for key in ("by", "method"):
            if not getattr(claim, key).strip():
                location = file.location("conformance", at, key)
                yield JUDGEMENTS_ARE_VALID.broken(location, _EMPTY.filled(key=key), _SAY_IT)
        if claim.report and not is_web_address(claim.report):
            location = file.location("conformance", at, "report")
            yield JUDGEMENTS_ARE_VALID.broken(location, _NO_ADDRESS, _WHOLE_ADDRESS)
    yield from _unusable_faults(judgements, file)
    for at, reading in enumerate(judgements.braille_reading):
        if not reading.by.strip():
            location = file.location("braille-reading", at, "by")
            yield JUDGEMENTS_ARE_VALID.broken(location, _EMPTY.filled(key="by"), _SAY_IT)
        if not _SHA256.fullmatch(reading.document):
            location = file.location("braille-reading", at, "document")
            wrong = _NO_DIGEST.filled(unit="document")
            yield JUDGEMENTS_ARE_VALID.broken(location, wrong, _SIGN)


def _unusable_faults(judgements: Judgements, file: TomlFile[Judgements]) -> Iterator[Finding]:
    for at, one in enumerate(judgements.known_fault):
        for key in ("rule", "path", "message", "by", "reason"):
            if not getattr(one, key).strip():
                location = file.location("known-fault", at, key)
                yield JUDGEMENTS_ARE_VALID.broken(location, _EMPTY.filled(key=key), _SAY_IT)
        if one.count < 1 or one.until < one.date:
            location = file.location("known-fault", at, "until")
            yield JUDGEMENTS_ARE_VALID.broken(location, _NO_END, _AN_END)


def _faults(one: Judgement) -> Iterator[tuple[str, Text, Text]]:
    """Yield each key that nobody can use, what is wrong with it, and what to write."""
    for key in ("by", "method"):
        if not getattr(one, key).strip():
            yield key, _EMPTY.filled(key=key), _SAY_IT
    if one.criterion not in {each.number for each in CRITERIA}:
        yield "criterion", _NO_CRITERION.filled(criterion=one.criterion), _LIKE
    for unit, digest in one.units.items():
        if not _SHA256.fullmatch(digest):
            yield "units", _NO_DIGEST.filled(unit=unit), _SIGN
    if one.verdict == NOT_MET and not (one.reason.strip() and one.consequence.strip()):
        yield "reason", _NO_REASON.filled(criterion=one.criterion), _SAY_WHY
    names = [row.name for row in EDITIONS if row.standards]
    if one.alternative and one.alternative not in names:
        wrong = _NO_EDITION.filled(edition=one.alternative)
        yield "alternative", wrong, _EDITIONS.filled(names=", ".join(names))
