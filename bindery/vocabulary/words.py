"""The words bindery itself puts into an edition, in the publication's language."""

from bindery.vocabulary.text import Text

CONTENTS = Text(nb="Innhold", en="Contents")
EDITOR_NOTE = Text(nb="Redaksjonell merknad", en="Editor’s note")
KEY_MESSAGE = Text(nb="Kort sagt", en="In short")
LONG_DESCRIPTION = Text(nb="Beskrivelse av figuren", en="Description of the figure")
NOTES = Text(nb="Noter", en="Notes")
NOTE = Text(nb="Note {number}", en="Note {number}")
BACK_TO_NOTE = Text(nb="Tilbake til notereferansen {number}", en="Back to note reference {number}")
CHAPTER = Text(nb="Kapittel {number}", en="Chapter {number}")
PAGE = Text(nb="side", en="page")
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
