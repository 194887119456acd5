"""Defects that are told by other words, signs and places than the usual ones."""

from tests.seeded.in_books.defect import SETTINGS, InBook

LEADS, FINISHED, SIGHT = "words-lead-somewhere", "text-is-finished", "instructions-need-no-sight"
DATE, NUMBER, WHOLE = "date-is-a-date", "number-is-in-its-language", "words-are-whole"
WHERE, NOTE, LIST = "link-text-says-where", "note-is-marked-as-note", "list-is-marked-as-list"
ALT, WORDS = "alt-text-says-what-is-shown", "settings-are-words"

NB = "Noen av svarene handlet om støy"
NN = "Vi tek bort det som"
EN = "Saturday pays for Monday."
DATA = "[sidene om åpne data](https://vika.example/data)"


PLACES = {"nb": (1, NB), "nn": (2, NN), "en": (3, EN)}


def _before(name: str, book: str, words: str, rule: str) -> InBook:
    """``words`` at the beginning of a paragraph of ``book``."""
    chapter, old = PLACES[book]
    return InBook(name, book, chapter, old, f"{words} {old}", rule)


WORDINGS = (
    _before("Two tables that are not there", "nb", "Tabellene 8 og 9 viser alt.", LEADS),
    _before("A section that is not there", "en", "The rules are in section 4.2.", LEADS),
    _before("A chapter in italics that is not there", "nb",
            "Les kapittelet *Parkeringen i byen* også.", LEADS),
    _before("A table that does not follow", "nb", "Følgende tabell viser svarene.", LEADS),
    _before("Meaning in italics", "nb", "Ord i kursiv er nye.", SIGHT),
    _before("Meaning in bold, in English", "en", "Items in bold are new.", SIGHT),
    _before("A dashed line, in nynorsk", "nn", "Den stipla linja er det gamle gjerdet.",
            SIGHT),
    _before("A note in the margin", "nb", "Les merknaden i margen.", SIGHT),
    _before("A sound that one must hear", "nb", "Gå inn når du hører pipet.", SIGHT),
    _before("A colour that a page is coded by", "nb", "Svarene er fargekodet på kartet.",
            "colour-is-not-alone"),
    _before("A number to be checked", "nb", "Det var mange (må sjekkes).", FINISHED),
    _before("A question to a colleague", "nn", "Treet er gammalt [stemmer det?].", FINISHED),
    _before("A lost reference", "en", "See Error! Reference source not found.", FINISHED),
    _before("A date in letters that stand for it", "nb", "Fristen er dd.mm.åååå.", FINISHED),
    _before("A month that no year has", "nb", "Fristen var 12.13.2021.", DATE),
    _before("A time that no day has", "nb", "Vi stengte kl. 25.30 da.", DATE),
    _before("Years that go backwards", "en", "It grew from 2025 to 2021.", DATE),
    _before("Points between digits", "nb", "Det kostet 1.250.000 kroner.", NUMBER),
    _before("A sentence that is there twice", "nb",
            "Folk skrev mye om dette. Folk skrev mye om dette.", WHOLE),
    _before("Two letters in one", "nb", "Det er en ﬁn plass.", WHOLE),
    _before("A number in brackets for a note", "nb", "Mange svarte [1].", NOTE),
    InBook("A list of single words in a sentence", "nb", 1, NB,
           f"Kaia skulle bli (1) lys, (2) tørr og (3) trygg. {NB}", LIST),
    InBook("Words that only point, for a link", "nb", 1, DATA,
           "[her på nettsidene](https://vika.example/data)", WHERE),
    InBook("An alternative text that is an order to the author", "nb", 1,
           "![Barn i kø foran stupebrettet en sommerdag]", "![Beskriv bildet her]", ALT),
    InBook("A contributor without a name", "nn", SETTINGS, 'name = "Fjøra bygdelag"',
           'name = "Fornavn Etternavn"', WORDS),
    InBook("A typo in an English text", "en", 3, "wages are the largest", "wages are the largst",
           "english-words-are-in-the-dictionary"),
    _before("Three German words", "nb", "Hun kalte det *wie schönes Wasser* en gang.",
            "foreign-words-are-marked"),
)  # fmt: skip
