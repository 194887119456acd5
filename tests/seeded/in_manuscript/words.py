"""Defects of words, marks and spaces."""

from tests.seeded.defect import Defect
from tests.seeded.in_manuscript.book import ONE, QUAY, TWO

SAILED = "Jeg har seilt hit i tretti år, og havna er alltid rolig."

OFFICIAL = (
    "Kommunestyrets representanter vedtok handlingsprogrammet for strategisk næringsutvikling.",
    "Administrasjonens saksbehandlere utarbeidet konsekvensutredninger for alternativene.",
    "Fylkeskommunen forutsetter dokumentert medfinansiering fra samarbeidspartnerne innen fristen.",
    "Rapporteringsrutinene tilpasses kvalitetssystemets bestemmelser om internkontroll.",
)

ENGLISH = "The harbour master speaks English. Call before you arrive, and he will find you a place."

WORDS = (
    Defect(
        "A heading in capitals",
        ONE,
        "## Slik blir kaia bygd",
        "## SLIK BLIR KAIA BYGD",
        "text-is-not-in-capitals",
    ),
    Defect(
        "An abbreviation that nobody explains",
        ONE,
        QUAY,
        f"{QUAY} Det sier KTU.",
        "abbreviation-is-explained",
    ),
    Defect(
        "An English passage that is not marked",
        TWO,
        f"::: {{lang=en}}\n{ENGLISH}\n:::",
        ENGLISH,
        "passage-is-in-its-language",
    ),
    Defect(
        "A Norwegian passage marked as English",
        TWO,
        f"> {SAILED}",
        f"::: {{lang=en}}\n{SAILED}\n:::",
        "passage-is-in-its-language",
        at="Jeg har seilt",
    ),
    Defect(
        "English quotation marks",
        TWO,
        f"> {SAILED}",
        f"Skipperen sa: ”{SAILED}”",
        "quotation-marks-are-the-languages",
    ),
    Defect(
        "A hyphen for a dash",
        ONE,
        "og staten gir resten.",
        "og staten gir resten - hvis de vil.",
        "dash-is-a-dash",
    ),
    Defect(
        "A hyphen in a range",
        ONE,
        "Tallene er hentet fra årsmeldingen for 2025.",
        "Tallene er hentet fra årsmeldingene for 2023-2025.",
        "range-has-a-dash",
    ),
    Defect(
        "A unit that is stuck to its number",
        TWO,
        "1852 meter i timen.",
        "1,852km i timen.",
        "unit-stands-apart",
    ),
    Defect(
        "A space before a comma",
        ONE,
        "hatt havn siden 1850.",
        "hatt havn , helt siden 1850.",
        "punctuation-follows-its-word",
    ),
    Defect(
        "Two spaces between words",
        ONE,
        "Kommunen betaler det meste",
        "Kommunen betaler  det meste",
        "one-space-between-words",
    ),
    Defect(
        "A sentence that never ends",
        ONE,
        "Kommunen betaler det meste, og staten gir resten.",
        "Kommunen betaler det meste av det som kaia koster, og staten gir resten når arbeidet er "
        "ferdig og havna har vist at det er brukt slik som det ble sagt da byen for tre år siden "
        "spurte om det var mulig å få hjelp til å bygge den nye kaia.",
        "sentence-is-short",
        at="Kaia koster",
    ),
    Defect("A misprint", ONE, "måler bunnen.", "måler bunnnen.", "words-are-in-the-dictionary"),
    Defect(
        "A paragraph without an end",
        TWO,
        f"> {SAILED}",
        " ".join([SAILED] * 14),
        "paragraph-is-short",
    ),
    Defect(
        "A chapter that is hard to read",
        ONE,
        QUAY,
        f"{QUAY}\n\n"
        + "\n\n".join(" ".join((*OFFICIAL[turn:], *OFFICIAL[:turn])) for turn in range(4)),
        "chapter-reads-easily",
        at="# Havna vokser",
    ),
    Defect(
        "A hyphen in a range of money",
        ONE,
        "koster 40 millioner",
        "koster 40-50 millioner",
        "range-has-a-dash",
    ),
)
