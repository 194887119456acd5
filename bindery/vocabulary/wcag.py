"""WCAG 2.2: the 55 success criteria on level A and AA, by number, in both languages.

The Norwegian names are those of the authorised translation of WCAG 2.1 (June 2021). Criteria that
came with 2.2 are not in it: their Norwegian names are ours. 4.1.1 Parsing is not here: WCAG 2.2
has taken it away.
"""

import re
from dataclasses import dataclass
from typing import Literal

from bindery.vocabulary.text import Text

STANDARD = "WCAG 2.2 AA"

Level = Literal["A", "AA"]
Version = Literal["2.0", "2.1", "2.2"]


@dataclass(frozen=True, slots=True)
class Criterion:
    """One success criterion. ``since`` is the version of WCAG it came with."""

    number: str
    level: Level
    since: Version
    name: Text

    @property
    def principle(self) -> str:
        """The number of the principle it stands under: ``"1"`` to ``"4"``."""
        return self.number.partition(".")[0]

    @property
    def address(self) -> str:
        """Where the recommendation says it: W3C calls the place by the English name."""
        place = re.sub("[(),]", "", self.name.en.lower()).replace(" ", "-")
        return f"https://www.w3.org/TR/WCAG22/#{place}"


PRINCIPLES = {
    "1": Text(nb="Mulig å oppfatte", en="Perceivable"),
    "2": Text(nb="Mulig å betjene", en="Operable"),
    "3": Text(nb="Forståelig", en="Understandable"),
    "4": Text(nb="Robust", en="Robust"),
}


def _in(version: Version, number: str, level: Level, nb: str, en: str) -> Criterion:
    return Criterion(number, level, version, Text(nb=nb, en=en))


CRITERIA: tuple[Criterion, ...] = (
    _in("2.0", "1.1.1", "A", "Ikke-tekstlig innhold", "Non-text Content"),
    _in(
        "2.0",
        "1.2.1",
        "A",
        "Bare lyd og bare video (forhåndsinnspilt)",
        "Audio-only and Video-only (Prerecorded)",
    ),
    _in("2.0", "1.2.2", "A", "Teksting (forhåndsinnspilt)", "Captions (Prerecorded)"),
    _in(
        "2.0",
        "1.2.3",
        "A",
        "Synstolking eller mediealternativ (forhåndsinnspilt)",
        "Audio Description or Media Alternative (Prerecorded)",
    ),
    _in("2.0", "1.2.4", "AA", "Teksting (direkte)", "Captions (Live)"),
    _in("2.0", "1.2.5", "AA", "Synstolking (forhåndsinnspilt)", "Audio Description (Prerecorded)"),
    _in("2.0", "1.3.1", "A", "Informasjon og relasjoner", "Info and Relationships"),
    _in("2.0", "1.3.2", "A", "Meningsfylt rekkefølge", "Meaningful Sequence"),
    _in("2.0", "1.3.3", "A", "Sensoriske egenskaper", "Sensory Characteristics"),
    _in("2.1", "1.3.4", "AA", "Visningsretning", "Orientation"),
    _in("2.1", "1.3.5", "AA", "Identifiser formål med inndata", "Identify Input Purpose"),
    _in("2.0", "1.4.1", "A", "Bruk av farge", "Use of Color"),
    _in("2.0", "1.4.2", "A", "Styring av lyd", "Audio Control"),
    _in("2.0", "1.4.3", "AA", "Kontrast (minimum)", "Contrast (Minimum)"),
    _in("2.0", "1.4.4", "AA", "Endring av tekststørrelse", "Resize Text"),
    _in("2.0", "1.4.5", "AA", "Bilder av tekst", "Images of Text"),
    _in("2.1", "1.4.10", "AA", "Dynamisk tilpasning (reflow)", "Reflow"),
    _in("2.1", "1.4.11", "AA", "Kontrast for ikke-tekstlig innhold", "Non-text Contrast"),
    _in("2.1", "1.4.12", "AA", "Tekstavstand", "Text Spacing"),
    _in(
        "2.1",
        "1.4.13",
        "AA",
        "Pekerfølsomt innhold eller innhold ved tastaturfokus",
        "Content on Hover or Focus",
    ),
    _in("2.0", "2.1.1", "A", "Tastatur", "Keyboard"),
    _in("2.0", "2.1.2", "A", "Ingen tastaturfelle", "No Keyboard Trap"),
    _in("2.1", "2.1.4", "A", "Hurtigtaster som består av ett tegn", "Character Key Shortcuts"),
    _in("2.0", "2.2.1", "A", "Justerbar hastighet", "Timing Adjustable"),
    _in("2.0", "2.2.2", "A", "Pause, stopp, skjul", "Pause, Stop, Hide"),
    _in(
        "2.0",
        "2.3.1",
        "A",
        "Terskelverdi på maksimalt tre glimt",
        "Three Flashes or Below Threshold",
    ),
    _in("2.0", "2.4.1", "A", "Hoppe over blokker", "Bypass Blocks"),
    _in("2.0", "2.4.2", "A", "Sidetitler", "Page Titled"),
    _in("2.0", "2.4.3", "A", "Fokusrekkefølge", "Focus Order"),
    _in("2.0", "2.4.4", "A", "Formål med lenke (i kontekst)", "Link Purpose (In Context)"),
    _in("2.0", "2.4.5", "AA", "Flere måter", "Multiple Ways"),
    _in("2.0", "2.4.6", "AA", "Overskrifter og ledetekster", "Headings and Labels"),
    _in("2.0", "2.4.7", "AA", "Synlig fokus", "Focus Visible"),
    _in("2.2", "2.4.11", "AA", "Fokus ikke skjult (minimum)", "Focus Not Obscured (Minimum)"),
    _in("2.1", "2.5.1", "A", "Pekerbevegelser", "Pointer Gestures"),
    _in("2.1", "2.5.2", "A", "Pekeravbrytelse", "Pointer Cancellation"),
    _in("2.1", "2.5.3", "A", "Ledetekst i navn", "Label in Name"),
    _in("2.1", "2.5.4", "A", "Bevegelsesaktivering", "Motion Actuation"),
    _in("2.2", "2.5.7", "AA", "Dra-bevegelser", "Dragging Movements"),
    _in("2.2", "2.5.8", "AA", "Størrelse på klikkflate (minimum)", "Target Size (Minimum)"),
    _in("2.0", "3.1.1", "A", "Språk på siden", "Language of Page"),
    _in("2.0", "3.1.2", "AA", "Språk på deler av innhold", "Language of Parts"),
    _in("2.0", "3.2.1", "A", "Fokus", "On Focus"),
    _in("2.0", "3.2.2", "A", "Inndata", "On Input"),
    _in("2.0", "3.2.3", "AA", "Konsekvent navigering", "Consistent Navigation"),
    _in("2.0", "3.2.4", "AA", "Konsekvent identifikasjon", "Consistent Identification"),
    _in("2.2", "3.2.6", "A", "Konsekvent hjelp", "Consistent Help"),
    _in("2.0", "3.3.1", "A", "Identifikasjon av feil", "Error Identification"),
    _in("2.0", "3.3.2", "A", "Ledetekster eller instruksjoner", "Labels or Instructions"),
    _in("2.0", "3.3.3", "AA", "Forslag ved feil", "Error Suggestion"),
    _in(
        "2.0",
        "3.3.4",
        "AA",
        "Forhindring av feil (juridiske feil, økonomiske feil, datafeil)",
        "Error Prevention (Legal, Financial, Data)",
    ),
    _in("2.2", "3.3.7", "A", "Overflødig inntasting", "Redundant Entry"),
    _in(
        "2.2",
        "3.3.8",
        "AA",
        "Tilgjengelig autentisering (minimum)",
        "Accessible Authentication (Minimum)",
    ),
    _in("2.0", "4.1.2", "A", "Navn, rolle, verdi", "Name, Role, Value"),
    _in("2.1", "4.1.3", "AA", "Statusbeskjeder", "Status Messages"),
)
"""In WCAG's own order."""
