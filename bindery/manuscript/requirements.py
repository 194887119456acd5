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
        nb="Tittel, språk, bidragsytere og leserekkefølge kommer fra `publication.toml`. Hvis en"
        " nøkkel er feilskrevet, mangler opplysningen i utgavene uten varsel.",
        en="Title, language, contributors and reading order come from `publication.toml`. If a key"
        " is misspelt, the editions would silently miss that information.",
    ),
)
EVALUATION_IS_VALID = Requirement(
    "evaluation-is-valid",
    Text(
        nb="I `evaluation.toml`, der den finnes, står det hvem som vurderte publikasjonen, når,"
        " hvordan og mot hva. Lesere velger publikasjoner etter vurderingen.",
        en="`evaluation.toml`, if there is one, says who evaluated the publication, when, how and"
        " against what. Readers choose publications by the evaluation.",
    ),
)
JUDGEMENTS_ARE_VALID = Requirement(
    "judgements-are-valid",
    Text(
        nb="I `judgements.toml` står det hvem som har kontrollert hva manuelt, når, hvordan og med"
        " hvilket resultat. Påstanden om at e-boka oppfyller WCAG, bygger på den.",
        en="`judgements.toml` says who has checked what manually, when, how and with which result."
        " The claim that the e-book meets WCAG rests on it.",
    ),
)
BRAND_CAN_BE_USED = Requirement(
    "brand-can-be-used",
    Text(
        nb="En skrift i `[brand]` ligger i `manuscript/` med lisensen ved siden av, kan leses, og"
        " har lov til å være i utgavene. Ellers kan utgiveren få et krav.",
        en="A typeface in `[brand]` is in `manuscript/` with its licence beside it, can be read,"
        " and may be embedded. Otherwise the publisher may be held liable.",
    ),
)
READING_ORDER_HAS_CHAPTERS = Requirement(
    "reading-order-has-chapters",
    Text(
        nb="En publikasjon består av kapitlene sine, hvert av dem én gang, i leserekkefølgen.",
        en="A publication consists of its chapters, each once, in reading order.",
    ),
)
CHAPTER_IS_THERE = Requirement(
    "chapter-is-there",
    Text(
        nb="Et kapittel i leserekkefølgen er en fil i `manuscript/`. Ingenting utenfor manuset"
        " kommer med i utgavene.",
        en="A chapter in the reading order is a file in `manuscript/`. Nothing outside the"
        " manuscript gets into an edition.",
    ),
)
CHAPTER_IS_UTF8 = Requirement(
    "chapter-is-utf8",
    Text(
        nb="I en annen tegnkoding blir «Rød» til «RÃ¸d», på papir, i talesyntese og på leselist.",
        en="In another encoding «Rød» becomes “RÃ¸d”, on paper, read aloud and in braille.",
    ),
)
FILE_NAME_IS_TEXT = Requirement(
    "file-name-is-text",
    Text(
        nb="En fil i `manuscript/` har et navn i UTF-8, uten linjeskift og andre usynlige tegn."
        " Med et annet navn kan den forsvinne på en annen maskin, og leserne får den ikke.",
        en="A file in `manuscript/` has a name in UTF-8, without line breaks and other invisible"
        " characters. By any other name it may get lost on another machine, and readers do not get"
        " it.",
    ),
)
WORD_LIST_IS_UTF8 = Requirement(
    "word-list-is-utf8",
    Text(
        nb="`words.txt`, der den finnes, har navn og ord som ikke står i ordboka. I en annen"
        " tegnkoding blir æ, ø og å andre bokstaver, og ordene passer ikke med noe.",
        en="`words.txt`, if there is one, lists names and words that are not in the dictionary. In"
        " another encoding their æ, ø and å are other letters, and they match nothing.",
    ),
)
CHAPTER_IS_READABLE = Requirement(
    "chapter-is-readable",
    Text(
        nb="Det som ikke kan leses, trykkes som kode: en formel, et avsnitt eller et helt kapittel."
        " Leserne ser tegnene slik de er skrevet, og skjermlesere leser dem opp.",
        en="What cannot be read is printed as code: a formula, a paragraph or the whole chapter."
        " Readers see the marks as they are written, and screen readers read them out.",
    ),
)

WORDS_ARE_KEPT = Requirement(
    "words-are-kept",
    Text(
        nb="Merker fra andre dialekter blir byttet ut før teksten leses, og hvert ord blir lest én"
        " gang, i rekkefølge. Der et ord ville gått tapt, står teksten som den er skrevet.",
        en="Marks of other dialects are replaced before the text is read, and every word is read"
        " once, in order. Where a word would be lost, the text stays as it is written.",
    ),
)

REQUIREMENTS: tuple[Requirement, ...] = (
    SETTINGS_ARE_VALID,
    EVALUATION_IS_VALID,
    JUDGEMENTS_ARE_VALID,
    BRAND_CAN_BE_USED,
    READING_ORDER_HAS_CHAPTERS,
    CHAPTER_IS_THERE,
    CHAPTER_IS_UTF8,
    FILE_NAME_IS_TEXT,
    WORD_LIST_IS_UTF8,
    CHAPTER_IS_READABLE,
    WORDS_ARE_KEPT,
)
