"""The fixed sentences of the evidence page."""

from dataclasses import dataclass
from pathlib import Path

from bindery.reports.wcag import Verdict
from bindery.vocabulary.tables import read
from bindery.vocabulary.text import Text

PAGE_LANGUAGE = Text(nb="nb", en="en")


@dataclass(frozen=True, slots=True)
class _Sentences:
    said: dict[str, Text]
    verdicts: dict[Verdict, Text]
    but: dict[Verdict, Text]
    subjects: dict[str, Text]


_SENTENCES = read(_Sentences, Path(__file__).with_suffix(".toml"))

SAID = _SENTENCES.said

VERDICTS = _SENTENCES.verdicts
"""The gravest first."""

BUT = _SENTENCES.but
"""What is said of editions that differ from the verdict on the others."""

SUBJECTS = _SENTENCES.subjects
"""What is checked besides finished files."""
