"""The Matterhorn Protocol 1.1: its 31 checkpoints and their 137 conditions, by number.

The protocol (PDF Association) is about PDF/UA-1. It tells which of its conditions a machine can
test and which a person usually has to judge. Its introduction says 136: one came with version 1.1.
The Norwegian names are ours.
"""

from dataclasses import dataclass

from bindery.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """One checkpoint, and its conditions: those for a ``machine`` and those for a ``person``.

    Two checkpoints have no test of their own: what they are about is tested under others.
    """

    number: str
    name: Text
    machine: tuple[str, ...]
    person: tuple[str, ...]


def _of(number: str, nb: str, en: str, machine: str = "", person: str = "") -> Checkpoint:
    """A checkpoint whose conditions are told by their last three digits."""
    return Checkpoint(
        number,
        Text(nb=nb, en=en),
        tuple(f"{number}-{last}" for last in machine.split()),
        tuple(f"{number}-{last}" for last in person.split()),
    )


CHECKPOINTS: tuple[Checkpoint, ...] = (
    _of("01", "Alt innhold er merket", "Real content tagged", "003 004 005 007", "001 002 006"),
    _of("02", "Egne merker er forklart", "Role mapping", "001 003 004", "002"),
    _of("03", "Blinking", "Flickering", person="001 002 003"),
    _of("04", "Farge og kontrast", "Color and contrast", person="001"),
    _of("05", "Lyd", "Sound", person="001 002 003"),
    _of("06", "Metadata", "Metadata", "001 002 003", "004"),
    _of("07", "Tittelen vises", "Dictionary (the title is shown)", "001 002"),
    _of("08", "Tekstgjenkjenning", "OCR validation", person="001 002"),
    _of("09", "Passende merker", "Appropriate tags", "004 005 006 007 008", "001 002 003"),
    _of("10", "Tegnkoder", "Character mappings", "001"),
    _of("11", "Oppgitt språk", "Declared natural language", "001 002 003 004 005 006", "007"),
    _of("12", "Strukkede tegn", "Stretchable characters", person="001"),
    _of("13", "Figurer og bilder", "Graphics", "004", "001 002 003 005 006 007 008"),
    _of("14", "Overskrifter", "Headings", "002 003 006 007", "001 004 005"),
    _of("15", "Tabeller", "Tables", "003", "001 002 004 005"),
    _of("16", "Lister", "Lists", person="001 002 003"),
    _of("17", "Matematiske uttrykk", "Mathematical expressions", "002 003", "001"),
    _of("18", "Topptekst og bunntekst", "Page headers and footers", person="001 002"),
    _of("19", "Noter og henvisninger", "Notes and references", "003 004", "001 002"),
    _of("20", "Lag som kan slås av", "Optional content", "001 002 003"),
    _of("21", "Innebygde filer", "Embedded files", "001"),
    _of("22", "Artikkeltråder", "Article threads", person="001"),
    _of("23", "Digitale signaturer", "Digital signatures"),
    _of("24", "Skjema på papir", "Non-interactive forms", person="001"),
    _of("25", "XFA-skjema", "XFA", "001"),
    _of("26", "Kopisperre", "Security", "001 002"),
    _of("27", "Navigering", "Navigation"),
    _of(
        "28",
        "Lenker, skjemafelt og merknader",
        "Annotations",
        "002 004 005 006 007 008 009 010 011 012 014 015 016 017 018",
        "001 003 013",
    ),
    _of("29", "Handlinger", "Actions", person="001"),
    _of("30", "Gjenbrukt innhold", "XObjects", "001 002"),
    _of(
        "31",
        "Skrifter",
        "Fonts",
        "001 002 003 004 005 006 007 008 009 011 012 013 014 015 016 017 018 019 020 021 022 023"
        " 024 025 026 027 028 029 030",
        "010",
    ),
)
"""In the protocol's own order."""
