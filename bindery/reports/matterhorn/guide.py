"""What a person looks at in a PDF, under each checkpoint that has anything for a person."""

from dataclasses import dataclass
from pathlib import Path

from bindery.vocabulary.tables import read
from bindery.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class _Guide:
    look: dict[str, Text]
    no_test: dict[str, Text]


_GUIDE = read(_Guide, Path(__file__).with_suffix(".toml"))

GUIDE = _GUIDE.look
"""By the checkpoint's number."""

NO_TEST = _GUIDE.no_test
"""The checkpoints without a condition."""

UNTESTED = Text(
    nb="Ingen kontroll har vist vilkår {conditions}.",
    en="No check has shown conditions {conditions}.",
)
"""What no machine has tested, or not this time."""

SHOWN = Text(
    nb="En maskin har vist {count} av {all} vilkår.",
    en="A machine has shown {count} of {all} conditions.",
)
PROVED = Text(
    nb="veraPDF har prøvd alle vilkårene som gjelder PDF-en, og de holder: {conditions}.",
    en="veraPDF has tested all the conditions that concern the PDF, and they hold: {conditions}.",
)
FOUND = Text(
    nb="Kontrollene fant noe som bryter med sjekkpunktet.",
    en="The checks found something that breaks the checkpoint.",
)
