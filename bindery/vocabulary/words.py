"""The words bindery itself puts into an edition, in the publication's language."""

from datetime import date

from bindery.vocabulary.text import Text

CONTENTS = Text(nb="Innhold", en="Contents")
COLOPHON = Text(nb="Om denne utgaven", en="About this edition")
SKIP_TO_CONTENT = Text(nb="Hopp til innholdet", en="Skip to content")
SUMMARY = Text(nb="Sammendrag", en="Summary")
READ_THE_PUBLICATION = Text(nb="Les hele publikasjonen", en="Read the whole publication")
FOR_PRINT = Text(nb="for utskrift og skjerm", en="for print and screen")
IN_LARGE_PRINT = Text(nb="stor skrift", en="large print")
IN_PDF_20 = Text(nb="PDF 2.0, for nyere programmer", en="PDF 2.0, for newer software")
FOR_READING = Text(nb="e-bok som tilpasser seg skjermen", en="e-book that adapts to the screen")
PAGES_OF_SIZE = Text(nb="{pages} sider, {size}", en="{pages} pages, {size}")
LANDMARKS = Text(nb="Navigering", en="Landmarks")
TITLE_PAGE = Text(nb="Tittelside", en="Title page")
START_OF_CONTENT = Text(nb="Start på innhold", en="Start of content")
EDITOR_NOTE = Text(nb="Redaksjonell merknad", en="Editor’s note")
KEY_MESSAGE = Text(nb="Kort sagt", en="In short")
LONG_DESCRIPTION = Text(nb="Beskrivelse av figuren", en="Description of the figure")
NOTES = Text(nb="Noter", en="Notes")
BACK_TO_NOTE = Text(nb="Tilbake til notereferansen {number}", en="Back to note reference {number}")
CHAPTER = Text(nb="Kapittel {number}", en="Chapter {number}")
PAGE = Text(nb="side", en="page")
CHAPTER_AT = Text(nb="Kapittel {number}, side {page}", en="Chapter {number}, page {page}")
NAMED_AT = Text(nb="{name}, side {page}", en="{name}, page {page}")
PAGE_AT = Text(nb="Side {page}", en="Page {page}")
NOTE_AT = Text(nb="Note {number}, side {page}", en="Note {number}, page {page}")
BACK_TO_TEXT_AT = Text(nb="Tilbake til teksten, side {page}", en="Back to the text, page {page}")
NO_ADDRESS = Text(
    nb="Adressen står ikke i kilden. Lenken går til kildesiden hos {publisher}.",
    en="The source gives no address. The link goes to the source’s page at {publisher}.",
)
NO_ADDRESS_AND_NO_SOURCE = Text(nb="Adressen er ikke oppgitt.", en="No address has been given.")
LINK_KINDS = {
    "video": Text(nb="Video", en="Video"),
    "report": Text(nb="Rapport", en="Report"),
    "presentation": Text(nb="Presentasjon", en="Presentation"),
    "page": Text(nb="Nettside", en="Web page"),
}
ROLES = {
    "author": Text(nb="Forfatter", en="Author"),
    "editor": Text(nb="Redaktør", en="Editor"),
    "translator": Text(nb="Oversetter", en="Translator"),
    "illustrator": Text(nb="Illustratør", en="Illustrator"),
    "commissioner": Text(nb="Oppdragsgiver", en="Commissioned by"),
}
QUOTATION_MARKS = {
    "nb": ("«", "»", "‘", "’"),
    "nn": ("«", "»", "‘", "’"),
    "no": ("«", "»", "‘", "’"),
    "da": ("»", "«", "›", "‹"),
    "sv": ("”", "”", "’", "’"),
    "fi": ("”", "”", "’", "’"),
    "de": ("„", "“", "‚", "‘"),
    "fr": ("«\u202f", "\u202f»", "“", "”"),
    "se": ("”", "”", "’", "’"),
}
"""Opening and closing marks, outer then inner, by language. Any other language has English ones."""

ENGLISH_QUOTATION_MARKS = ("“", "”", "‘", "’")

PUBLISHER = Text(nb="Utgiver", en="Publisher")
VERSION = Text(nb="Versjon", en="Version")
VERSION_OF_DATE = Text(nb="{version}, {date}", en="{version}, {date}")
SOURCE = Text(nb="Kilde", en="Source")
RIGHTS = Text(nb="Rettigheter", en="Rights")
ACCESSIBILITY_CONTACT = Text(nb="Kan du ikke lese noe? Skriv til", en="Something you cannot read?")
IDENTIFIER = Text(nb="Identifikator", en="Identifier")

_MONTHS = Text(
    nb="januar februar mars april mai juni juli august september oktober november desember",
    en="January February March April May June July August September October November December",
)


def written_date(day: date, language: str) -> str:
    """A date as one reads it aloud: ``23. november 2026``, ``23 November 2026``."""
    month = _MONTHS.said_in(language).split()[day.month - 1]
    written = Text(nb=f"{day.day}. {month} {day.year}", en=f"{day.day} {month} {day.year}")
    return written.said_in(language)
