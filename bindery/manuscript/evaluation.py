"""Read ``evaluation.toml`` strictly. A publication has one if somebody has evaluated it."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bindery.manuscript.addresses import is_web_address, written
from bindery.manuscript.requirements import EVALUATION_IS_VALID
from bindery.manuscript.toml_file import TomlFile, key_lines, line_of, read_toml
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.publication import Evaluation
from bindery.vocabulary.text import Text

EVALUATION = "manuscript/evaluation.toml"

_SHA256 = re.compile(r"[0-9a-f]{64}")
_MUST_SAY_SOMETHING = ("evaluator", "method")

_EMPTY = Text(nb="«{key}» er tom.", en="“{key}” is empty.")
_SAY_IT = Text(
    nb="Fyll ut nøkkelen, eller slett filen. Uten filen står det i utgavene at ingen har vurdert"
    " publikasjonen.",
    en="Fill in the key, or delete the file. Without the file, the editions say that nobody has"
    " evaluated the publication.",
)
_NO_DIGEST = Text(
    nb="«document» er ikke en SHA-256: 64 tegn, 0–9 og a–f.",
    en="“document” is not a SHA-256: 64 characters, 0–9 and a–f.",
)
_LEARN_DIGEST = Text(
    nb="Slett linjen og bygg. Meldingen sier da hva den skal være.",
    en="Delete the line and build. The message then says what it should be.",
)
_NO_ADDRESS = Text(
    nb="«report» er ikke en nettadresse. Leserne kan ikke finne ut hvordan publikasjonen ble"
    " vurdert.",
    en="“report” is not a web address. Readers cannot find out how the publication was evaluated.",
)
_WHOLE_ADDRESS = Text(
    nb="Skriv hele adressen: https://kommunen.example/vurdering.",
    en="Write the whole address: https://kommunen.example/evaluation.",
)


def read_evaluation(book: Path) -> tuple[Evaluation | None, tuple[Finding, ...]]:
    """The evaluation recorded in the folder ``book``, if any, or what is wrong with the record."""
    try:
        file = read_toml(Evaluation, book, EVALUATION, EVALUATION_IS_VALID)
    except FileNotFoundError:
        return None, ()
    if file.values is None:
        return None, file.findings
    unusable = tuple(_unusable(file.values, file))
    if unusable:
        return None, unusable
    return replace(file.values, report=written(file.values.report)), ()


def place_of(book: Path, key: str) -> Location:
    """The location of ``key`` in the record, or of the record's first line without that key."""
    path = book / EVALUATION
    # A publication made in memory has no file, so it has no lines.
    if not path.is_file():
        return Location(EVALUATION)
    return Location(EVALUATION, line_of(key_lines(path.read_text(encoding="utf-8-sig")), (key,)))


def _unusable(evaluation: Evaluation, file: TomlFile[Evaluation]) -> Iterator[Finding]:
    """Report values of the right type that no reader can use."""
    for key in _MUST_SAY_SOMETHING:
        if not getattr(evaluation, key).strip():
            yield EVALUATION_IS_VALID.broken(file.location(key), _EMPTY.filled(key=key), _SAY_IT)
    if evaluation.document and not _SHA256.fullmatch(evaluation.document):
        location = file.location("document")
        yield EVALUATION_IS_VALID.broken(location, _NO_DIGEST, _LEARN_DIGEST)
    if evaluation.report and not is_web_address(evaluation.report):
        location = file.location("report")
        yield EVALUATION_IS_VALID.broken(location, _NO_ADDRESS, _WHOLE_ADDRESS)
