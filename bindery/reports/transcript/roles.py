"""How what is read aloud is called, by the names that PDF and HTML have for it."""

from bindery.vocabulary.text import Text

PARAGRAPH = Text(nb="Avsnitt", en="Paragraph")
TEXT = Text(nb="Tekst", en="Text")
LINK = Text(nb="lenke", en="link")
FIGURE = Text(nb="Bilde", en="Image")
FORMULA = Text(nb="Formel", en="Formula")
CELL = Text(nb="Celle", en="Cell")
HEADER = Text(nb="Overskriftscelle", en="Header cell")
LIST = Text(nb="Liste", en="List")
TABLE = Text(nb="Tabell", en="Table")
UNTAGGED = Text(nb="Ikke merket", en="Not tagged")
COMMENT = Text(nb="Kommentar", en="Comment")
HEADING = Text(nb="Overskrift, nivå {level}", en="Heading, level {level}")
LEADS_TO = Text(nb="lenke til {where}", en="link to {where}")
ITEMS = Text(nb="{count} punkter", en="{count} items")
SIZE = Text(nb="{rows} rader", en="{rows} rows")
WITH_HEADERS = Text(nb="overskrifter: {headers}", en="headers: {headers}")
NO_HEADERS = Text(nb="uten overskrifter", en="without headers")
NO_ALTERNATIVE = Text(nb="uten alternativ tekst", en="without alternative text")
STANDS_FOR = Text(nb="står for {words}", en="means {words}")
LABEL = Text(nb="merke {label}", en="label {label}")
FIELD = Text(nb="Felt", en="Field")
FIELDS = {
    "Tx": Text(nb="Tekstfelt", en="Text field"),
    "Btn": Text(nb="Knapp eller avkryssing", en="Button or check box"),
    "Ch": Text(nb="Valgliste", en="List of choices"),
    "Sig": Text(nb="Signaturfelt", en="Signature field"),
}
FILLED_IN = Text(nb="utfylt: {value}", en="filled in: {value}")
NAMELESS = Text(nb="uten navn", en="without a name")

BLOCKS = {
    "P": PARAGRAPH,
    "p": PARAGRAPH,
    "Caption": Text(nb="Bildetekst eller tabelltekst", en="Caption"),
    "figcaption": Text(nb="Bildetekst", en="Caption"),
    "caption": Text(nb="Tabelltekst", en="Caption"),
    "LBody": Text(nb="Punkt", en="Item"),
    "LI": Text(nb="Punkt", en="Item"),
    "li": Text(nb="Punkt", en="Item"),
    "dt": Text(nb="Begrep", en="Term"),
    "dd": Text(nb="Forklaring", en="Description"),
    "TOCI": Text(nb="Linje i innholdslista", en="Entry in the contents"),
    "Title": Text(nb="Tittel", en="Title"),
    "FENote": Text(nb="Note", en="Note"),
    "Note": Text(nb="Note", en="Note"),
    "Code": Text(nb="Kode", en="Code"),
    "pre": Text(nb="Kode", en="Code"),
    "H": Text(nb="Overskrift", en="Heading"),
    "Lbl": Text(nb="Merke", en="Label"),
}
AROUND = {
    "BlockQuote": Text(nb="Sitat", en="Quotation"),
    "blockquote": Text(nb="Sitat", en="Quotation"),
    "Aside": Text(nb="Blokk ved siden av teksten", en="Aside"),
    "aside": Text(nb="Blokk ved siden av teksten", en="Aside"),
    "TOC": Text(nb="Innholdsliste", en="Contents"),
    "nav": Text(nb="Navigasjon", en="Navigation"),
    "main": Text(nb="Hovedinnhold", en="Main content"),
    "header": Text(nb="Topp", en="Banner"),
    "footer": Text(nb="Bunn", en="Footer"),
    "details": Text(nb="Kan åpnes", en="Can be opened"),
    "Form": Text(nb="Skjema", en="Form"),
    "Index": Text(nb="Stikkordregister", en="Index"),
}
INLINE = {
    "Link": LINK,
    "a": LINK,
    "Em": Text(nb="utheving", en="emphasis"),
    "em": Text(nb="utheving", en="emphasis"),
    "Strong": Text(nb="viktig", en="strong"),
    "strong": Text(nb="viktig", en="strong"),
    "Quote": Text(nb="sitat", en="quotation"),
    "q": Text(nb="sitat", en="quotation"),
    "Reference": Text(nb="henvisning", en="reference"),
    "sub": Text(nb="senket", en="subscript"),
    "sup": Text(nb="hevet", en="superscript"),
    "del": Text(nb="slettet", en="deleted"),
}


def heading(level: str) -> Text:
    """What a heading of ``level`` is called."""
    return HEADING.filled(level=level)
