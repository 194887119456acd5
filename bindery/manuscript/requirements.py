"""The requirements for a manuscript to be loaded at all.

They are properties like those of rules, but checked while loading, when there is no publication yet
for a rule to examine. ``docs/rules.md`` lists them from here.
"""

from dataclasses import dataclass

from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class Requirement:
    """A property of the manuscript's files, and why readers depend on it."""

    name: str
    why: Text
    severity: Severity = Severity.ERROR

    def broken(self, location: Location, message: Text, hint: Text) -> Finding:
        """The finding that this requirement is broken at ``location``."""
        return Finding(self.name, self.severity, location, message, hint)


SETTINGS_ARE_VALID = Requirement(
    "settings-are-valid",
    Text(
        nb="Tittel, språk, bidragsytere og leserekkefølge kommer fra `publication.toml`. Er en "
        "nøkkel skrevet feil, går leserne glipp av det den skulle sagt, uten at noen får vite "
        "det.",
        en="Title, language, contributors and reading order come from `publication.toml`. A key "
        "that is misspelt would silently leave a reader without them.",
    ),
)
EVALUATION_IS_VALID = Requirement(
    "evaluation-is-valid",
    Text(
        nb="Hvem som vurderte publikasjonen, når, hvordan og mot hva, kommer fra "
        "`evaluation.toml`, der den finnes. Den som velger en bok etter vurderingen, stoler "
        "på hvert ord.",
        en="Who evaluated the publication, when, how and against what comes from "
        "`evaluation.toml`, where there is one. A reader who chooses a book by it trusts "
        "every word.",
    ),
)
READING_ORDER_HAS_CHAPTERS = Requirement(
    "reading-order-has-chapters",
    Text(
        nb="En publikasjon er kapitlene sine, hvert av dem én gang, i den rekkefølgen de er ment "
        "å leses.",
        en="A publication is its chapters, each once, in the order they are meant to be read.",
    ),
)
CHAPTER_IS_THERE = Requirement(
    "chapter-is-there",
    Text(
        nb="Et kapittel i leserekkefølgen er en fil i `manuscript/`, og ikke noe annet sted: "
        "Ingenting utenfor manuset kommer med i noen utgave.",
        en="A chapter named in the reading order is a file in `manuscript/`, and nowhere else: "
        "nothing outside the manuscript gets into an edition.",
    ),
)
CHAPTER_IS_UTF8 = Requirement(
    "chapter-is-utf8",
    Text(
        nb="I en annen tegnkoding blir «Rød» til «RÃ¸d», på papir, lest høyt og i punktskrift.",
        en="In another encoding «Rød» becomes “RÃ¸d”, on paper, aloud and in braille.",
    ),
)
FILE_NAME_IS_TEXT = Requirement(
    "file-name-is-text",
    Text(
        nb="En fil i `manuscript/` har et navn i UTF-8, uten linjeskift og andre usynlige tegn. "
        "Med et annet navn går den tapt på vei til en annen maskin, og leserne får den ikke.",
        en="A file in `manuscript/` has a name in UTF-8, without line breaks and other unseen "
        "characters. By any other name it is lost on the way to another machine, and its "
        "readers lack it.",
    ),
)
WORD_LIST_IS_UTF8 = Requirement(
    "word-list-is-utf8",
    Text(
        nb="`words.txt`, der den finnes, har navn og ord som ordboka ikke kjenner. I en annen "
        "tegnkoding er æ, ø og å andre bokstaver, og da passer ordene ikke med noe.",
        en="`words.txt`, where there is one, lists names and words that a dictionary does not "
        "know. In another encoding their æ, ø and å are other letters, and they match "
        "nothing.",
    ),
)
FRONT_MATTER_IS_VALID = Requirement(
    "front-matter-is-valid",
    Text(
        nb="Språket og den korte tittelen til et kapittel står øverst, mellom to linjer med tre "
        "streker. Det som ikke kan leses der, går tapt eller blir trykt som tekst.",
        en="A chapter's language and short title stand between two lines of three dashes at its "
        "top. What cannot be read there would be lost, or printed as text.",
    ),
)
CHAPTER_IS_READABLE = Requirement(
    "chapter-is-readable",
    Text(
        nb="Et kapittel pandoc ikke forstår, gir ingen utgave i det hele tatt. Det kan ha "
        "krøllparenteser som ikke hører til noe, eller en note som viser til seg selv.",
        en="A chapter that pandoc cannot make sense of, such as braces that belong to nothing or "
        "a note that refers to itself, gives no edition at all.",
    ),
)

REQUIREMENTS: tuple[Requirement, ...] = (
    SETTINGS_ARE_VALID,
    EVALUATION_IS_VALID,
    READING_ORDER_HAS_CHAPTERS,
    CHAPTER_IS_THERE,
    CHAPTER_IS_UTF8,
    FILE_NAME_IS_TEXT,
    WORD_LIST_IS_UTF8,
    FRONT_MATTER_IS_VALID,
    CHAPTER_IS_READABLE,
)
