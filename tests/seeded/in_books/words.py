"""Defects of words, dates and numbers, and of the settings that readers hear."""

from tests.seeded.in_books.defect import SETTINGS, InBook

FINISHED, SET, DATE = "text-is-finished", "settings-are-words", "date-is-a-date"
NUMBER, WHOLE = "number-is-in-its-language", "words-are-whole"

GUESTS = "Det kom 42 000 gjester det første året, dobbelt så mange som vi håpet."
OPENED = "Lørdag 1. mars 2025 sto"
LOST = "Vi tek bort det som"
BREAD = "We begin at three in the morning."

WORDS = (
    InBook("XX for a number", "nb", 6, "Det er 62 frivillige.", "Det er XX frivillige.", FINISHED),
    InBook("A name to be filled in", "nb", 6, "En av dem er Oddvar, som", "En av dem er [sett inn "
           "navn], som", FINISHED),
    InBook("Lorem ipsum", "nb", 7, "De fleste gjestene går eller sykler.",
           "Lorem ipsum dolor sit amet.", FINISHED),
    InBook("TODO in the text", "nn", 2, LOST, f"TODO: sjekk dette. {LOST}", FINISHED),
    InBook("A source to be filled in", "en", 2, BREAD, f"{BREAD} [insert source]", FINISHED),
    InBook("TBD in the text", "en", 3, "In the holidays we close on both.",
           "In the holidays we close on both (TBD).", FINISHED),
    InBook("A title with a placeholder", "nb", SETTINGS, '"Badet ved fjorden"', '"Rapport om XX"',
           SET),
    InBook("A title that is a file name", "nb", SETTINGS, '"Badet ved fjorden"',
           '"badet_ved_fjorden_v3.docx"', SET),
    InBook("A subtitle in another language", "nb", SETTINGS,
           '"Rapport om det første året med sjøbadet i Vika"',
           '"A report on the first year of the baths in Vika"', SET),
    InBook("A description in another language", "nn", SETTINGS,
           '"Korleis bygda planta ein hage saman, og korleis du kan gjere det same."',
           '"How the village planted a garden together, and how you can do the same."', SET),
    InBook("A description that is left from a template", "en", SETTINGS,
           '"How eighty neighbours bought a bakery, and what they learned in two years."',
           '"A short description of the book"', SET),
    InBook("A date in the future", "en", SETTINGS, "date = 2026-01-12", "date = 2062-01-12", SET),
    InBook("A weekday that is another", "nb", 2, OPENED, "Fredag 1. mars 2025 sto", DATE),
    InBook("A day that June has not", "nb", 8, "| 15. juni       |", "| 31. juni       |", DATE),
    InBook("A date of digits", "nb", 7, "to uker i juni.", "to uker fra 03/06/2025.", DATE),
    InBook("A weekday that is another, in nynorsk", "nn", 2, "Tysdag 24. juni 2025",
           "Måndag 24. juni 2025", DATE),
    InBook("A day that February has not, in nynorsk", "nn", 2, "I februar skjer vi greinene.",
           "Den 30. februar skjer vi greinene.", DATE),
    InBook("A weekday that is another, in English", "en", 1, "On Tuesday 9 January 2024",
           "On Monday 9 January 2024", DATE),
    InBook("A date of digits, in English", "en", 1, "On Tuesday 9 January 2024", "On 09/01/2024",
           DATE),
    InBook("A number of thousands with a comma", "nb", 3, "42 000 gjester det første",
           "42,000 gjester det første", NUMBER),
    InBook("A number of seven digits", "nb", 1, "42 millioner kroner.", "42000000 kroner.", NUMBER),
    InBook("Decimals with a point", "nb", 7, "30 prosent mindre", "30.5 prosent mindre", NUMBER),
    InBook("Decimals with a comma, in English", "en", 2, "weighs 25 kilos",
           "weighs 25,5 kg", NUMBER),
    InBook("A word with spaces between its letters", "nb", 4, "vokser det belegg på innsiden",
           "vokser det b e l e g g på innsiden", WHOLE),
    InBook("A word that is written twice", "nb", 5, "Du kan betale med kort,",
           "Du kan betale med med kort,", WHOLE),
    InBook("A hyphen from a PDF", "nb", 6, "Oddvar, som har drevet båtverksted",
           "Oddvar, som har drevet båt- verksted", WHOLE),
    InBook("A paragraph that is written twice", "nb", 7, "vedlikeholdet av pumpa.\n\n## Hva vi",
           "vedlikeholdet av pumpa.\n\nDet som er til overs, går til skolen ved siden av. "
           "Skolen betaler litt for den, og den pengen dekker\n"
           "vedlikeholdet av pumpa.\n\n## Hva vi", WHOLE),
    InBook("A word that is written twice, in nynorsk", "nn", 1, "Ingen av oss er gartnarar.",
           "Ingen av av oss er gartnarar.", WHOLE),
    InBook("A word that is written twice, in English", "en", 2, "The work is heavy.",
           "The the work is heavy.", WHOLE),
    InBook("An invisible space in a word", "en", 1,
           "They wanted bread.",
           "They wanted br\u200bead.", WHOLE),
    InBook("A word that is spaced, in English", "en", 3, "We are proud of that.",
           "We are p r o u d of that.", WHOLE),
)  # fmt: skip
