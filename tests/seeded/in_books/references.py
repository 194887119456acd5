"""Defects of references in words: what they name is not there, or not where they say."""

from tests.seeded.in_books.defect import InBook

RULE = "words-lead-somewhere"
OPENING = "Den første dagen gikk det meste bra."
ASKED = "Over 900 svarte."
WATERED = "Trea treng ikkje mykje, men dei treng det til rett tid."
TWO_BAKERS = "Two bakers and one helper work each night."
TABLE = """:::: {.table .row-headers #tbl-drift}
| Post        | Kroner    |
|-------------|----------:|
| Lønn        | 4 100 000 |
| Strøm       | 1 300 000 |
| Vedlikehold | 700 000   |
| Annet       | 400 000   |
| Sum         | 6 500 000 |

Utgiftene i det første driftsåret, avrundet.
::::
"""
SHOWN = "Som @tbl-drift viser, er lønn den største utgiften."

REFERENCES = (
    InBook("A figure that is not there", "nb", 2, OPENING, f"{OPENING} Se figur 9.", RULE),
    InBook(
        "A table that is not there",
        "nb",
        3,
        "Bak tallene",
        "Tabell 12 viser mer. Bak tallene",
        RULE,
    ),
    InBook("A chapter that is not there", "nb", 1, ASKED, f"{ASKED} Mer står i kapittel 14.", RULE),
    InBook("An appendix that is not there", "nb", 1, ASKED, f"{ASKED} Se vedlegg 2.", RULE),
    InBook(
        "A page number by hand", "nb", 4, "Derfor måler vi", "Se side 99. Derfor måler vi", RULE
    ),
    InBook(
        "The table below that stands above",
        "nb",
        5,
        f"{TABLE}\n{SHOWN}",
        f"{TABLE}\nSom tabellen under viser, er lønn den største utgiften.",
        RULE,
    ),
    InBook(
        "The table above that stands below",
        "nb",
        5,
        "I et vanlig år",
        "Tabellen over viser pengene. I et vanlig år",
        RULE,
    ),
    InBook(
        "The figure below where there is none",
        "nb",
        6,
        "Skolene kommer",
        "Figuren nedenfor viser dagen. Skolene kommer",
        RULE,
    ),
    InBook(
        "The list above that stands below",
        "nb",
        1,
        "Fire ønsker gikk igjen:",
        "Lista ovenfor er kort. Fire ønsker gikk igjen:",
        RULE,
    ),
    InBook(
        "The chapter before the first",
        "nb",
        1,
        ASKED,
        f"{ASKED} Det står i forrige kapittel.",
        RULE,
    ),
    InBook(
        "The chapter after the last",
        "nb",
        8,
        "Ta med badetøy.",
        "Ta med badetøy, som står i neste kapittel.",
        RULE,
    ),
    InBook(
        "A chapter by a name that none has",
        "nb",
        7,
        "Derfor var klima",
        "Les kapittelet «Havet og vi». Derfor var klima",
        RULE,
    ),
    InBook(
        "A figure that is not there, in nynorsk", "nn", 2, WATERED, f"{WATERED} Sjå figur 7.", RULE
    ),
    InBook("A page number by hand, in nynorsk", "nn", 2, WATERED, f"{WATERED} Sjå side 14.", RULE),
    InBook(
        "The table below that stands above, in nynorsk",
        "nn",
        2,
        "Vi møtest fyrste",
        "Tabellen nedanfor viser det. Vi møtest fyrste",
        RULE,
    ),
    InBook(
        "The chapter before the first, in nynorsk",
        "nn",
        1,
        "Gjerdet var det dyraste.",
        "Gjerdet var det dyraste, som førre kapittel viser.",
        RULE,
    ),
    InBook(
        "A figure that is not there, in English",
        "en",
        2,
        TWO_BAKERS,
        f"Figure 6 shows it. {TWO_BAKERS}",
        RULE,
    ),
    InBook(
        "A page number by hand, in English",
        "en",
        2,
        TWO_BAKERS,
        f"{TWO_BAKERS} The plan is on page 41.",
        RULE,
    ),
    InBook(
        "The chapter after the last, in English",
        "en",
        3,
        "Saturday pays for Monday.",
        "Saturday pays for Monday, as the next chapter shows.",
        RULE,
    ),
    InBook(
        "The chart above that stands below, in English",
        "en",
        3,
        "@fig-bread shows how many",
        "See the figure above. @fig-bread shows how many",
        RULE,
    ),
    InBook(
        "An appendix that is not there, in English",
        "en",
        2,
        TWO_BAKERS,
        f"{TWO_BAKERS} Appendix B has the rota.",
        RULE,
    ),
)
