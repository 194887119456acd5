"""The words bindery itself puts into an edition, in the publication's language."""

from datetime import date, datetime

from bindery.vocabulary.text import Text, Unit

CONTENTS = Text(nb="Innhold", en="Contents")
COLOPHON = Text(nb="Om denne utgaven", en="About this edition")
SKIP_TO_CONTENT = Text(nb="Hopp til innholdet", en="Skip to content")
SUMMARY = Text(nb="Sammendrag", en="Summary")
READ_THE_PUBLICATION = Text(nb="Les hele publikasjonen", en="Read the whole publication")
KEPT_STANDARDS = Text(nb="Kontrollert uten feil", en="Checked without faults")
NEEDS_A_PERSON = Text(nb="noe må et menneske se på", en="some of it needs a person to look")
NOT_CHECKED = Text(
    nb="Disse filene er ikke kontrollert mot noen standard ennå.",
    en="These files have not been checked against any standard yet.",
)
ALL_THAT_WAS_CHECKED = Text(nb="Se alt som er kontrollert", en="See all that was checked")
CHECKED_BY_PROGRAMS = Text(
    nb="Kontrollene er gjort av dataprogrammer. De oppdager ikke alt.",
    en="The checks were made by programs. They do not notice everything.",
)
PROBLEMS = Text(nb="Er det noe du ikke får lest?", en="Is there something you cannot read?")
GET_IN_TOUCH = Text(nb="Ta kontakt", en="Get in touch")
TELL_WHAT_IS_WRONG = Text(
    nb="Fortell hva som ikke virker for deg, og gjerne hvilket format og hjelpemiddel du bruker. "
    "Du kan også be om å få innholdet på en annen måte.",
    en="Tell what does not work for you, and, if you like, which format and which aid you use. "
    "You can also ask for the content in another form.",
)
ACCESSIBILITY_OF_EPUB = Text(nb="Så tilgjengelig er e-boka", en="How accessible the e-book is")
PAGES = Unit(nb=("side", "sider"), en=("page", "pages"))
PAGES_OF_SIZE = Text(nb="{pages}, {size}", en="{pages}, {size}")
LANDMARKS = Text(nb="Navigering", en="Landmarks")
PAGE_LIST = Text(nb="Sideinndeling", en="Page list")
LIST_OF_FIGURES = Text(nb="Figurer", en="Figures")
LIST_OF_TABLES = Text(nb="Tabeller", en="Tables")
COVER = Text(nb="Omslag", en="Cover")
COVER_OF = Text(
    nb="Omslaget til «{title}». {publisher}.", en="The cover of “{title}”. {publisher}."
)
PAGES_OF = Text(
    nb="{file}, versjon {version} ({publisher}, {year})",
    en="{file}, version {version} ({publisher}, {year})",
)
TITLE_PAGE = Text(nb="Tittelside", en="Title page")
START_OF_CONTENT = Text(nb="Start på innhold", en="Start of content")
EDITOR_NOTE = Text(nb="Redaksjonell merknad", en="Editor’s note")
KEY_MESSAGE = Text(nb="Kort sagt", en="In short")
TABLE = Text(nb="Tabell {number}", en="Table {number}")
FORMULA = Text(nb="Formel", en="Formula")
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


_MOMENT = Text(nb="{date} kl. {time:%H.%M}", en="{date} at {time:%H:%M}")


def written_date(day: date) -> Text:
    """A date as one reads it aloud: ``23. november 2026``, ``23 November 2026``."""
    nb, en = (months.split()[day.month - 1] for months in (_MONTHS.nb, _MONTHS.en))
    return Text(nb=f"{day.day}. {nb} {day.year}", en=f"{day.day} {en} {day.year}")


def written_moment(moment: datetime) -> Text:
    """A date and the minute, on the reader's clock."""
    here = moment.astimezone()
    return _MOMENT.filled(date=written_date(here), time=here)
