"""What the page of the draft statement says besides its criteria."""

from dataclasses import dataclass
from pathlib import Path

from bindery.reports.wcag.absent import Verdict
from bindery.vocabulary.tables import read
from bindery.vocabulary.text import Text

PAGE_LANGUAGE = Text(nb="nb", en="en")


@dataclass(frozen=True, slots=True)
class _Sentences:
    said: dict[str, Text]
    verdicts: dict[Verdict, Text]
    counted: dict[Verdict, Text]


_SENTENCES = read(_Sentences, Path(__file__).with_suffix(".toml"))

SAID = _SENTENCES.said
VERDICTS = _SENTENCES.verdicts
COUNTED = {**VERDICTS, **_SENTENCES.counted}
"""After a number that is not one."""
