"""Defects of structure: headings, lists, tables and notes that are written in other ways."""

from tests.seeded.in_books.defect import InBook

HEADING, LIST = "heading-is-marked-as-heading", "list-is-marked-as-list"
TABLE, NOTE, GOES_ON = "table-is-marked-as-table", "note-is-marked-as-note", "list-goes-on"

BEFORE = "Før badet kom, kunne seks av ti"
NIGHT = "Most of them had never baked before."
WISHES = """- et sted der barna kan lære å svømme
- varmt vann for dem som har vondt i kroppen
- en badstue som er åpen om vinteren
- lav pris for familier"""
STEPS = """1. De målte hvor fjellet var.
2. De fjernet det gamle tømmeret.
3. De boret stålrør ned i fjellet.
4. De støpte en plate oppå rørene."""
PLANTED = """1. Vi rydda krattet.
2. Vi grov hol med ein meter mellom.
3. Vi planta trea i april.
4. Vi sette opp gjerde mot hjorten."""
PRICES = """- Voksne betaler 90 kroner.
- Barn og eldre betaler 50 kroner.
- En familie betaler 200 kroner, uansett hvor mange barn de har."""
SORTS = """| Sort     | Tre | Kilo |
|----------|----:|-----:|
| Gravenstein | 18 | 260 |
| Aroma       | 12 | 150 |
| Torstein    | 10 | 70  |
| Sum         | 40 | 480 |

: Det kvar sort gav i 2025. {#tbl-sort .row-headers}

Som @tbl-sort viser, er gravenstein"""
RULES = """- Every member has one vote.
- Nobody may own more than ten shares.
- The bread must stay cheap."""

STRUCTURE = (
    InBook(
        "A heading in bold with a colon",
        "nb",
        4,
        "## Hva gjestene merker",
        "**Hva gjestene merker:**",
        HEADING,
    ),
    InBook("A heading in italics", "nb", 6, "## Sikkerhet", "*Sikkerhet*", HEADING),
    InBook("A heading in underscored italics", "en", 3, "## The account", "_The account_", HEADING),
    InBook("A heading in bold, in nynorsk", "nn", 2, "## Sommar", "**Sommar**", HEADING),
    InBook("A heading that is only a number", "nb", 7, "## Transport", "7.3 Transport", HEADING),
    InBook(
        "A heading inside a paragraph",
        "nb",
        7,
        "## Transport\n\nDe fleste",
        "**Transport.** De fleste",
        HEADING,
    ),
    InBook(
        "A heading inside a paragraph, in English",
        "en",
        2,
        "The work is heavy.",
        "**Lifting.** The work is heavy.",
        HEADING,
    ),
    InBook("Emoji for bullets", "nb", 1, WISHES, WISHES.replace("- ", "✅ "), LIST),
    InBook("Arrows for bullets", "en", 1, RULES, RULES.replace("- ", "→ "), LIST),
    InBook(
        "Emoji with letters for bullets",
        "nn",
        1,
        "- Alle skal kunne gå inn i hagen.\n- Ingen skal måtte betale.\n- Avlinga skal delast"
        " likt.",
        "🍎 Alle skal kunne gå inn i hagen.\n🍎 Ingen skal måtte betale.\n🍎 Avlinga skal delast"
        " likt.",
        LIST,
    ),
    InBook(
        "Escaped numbers",
        "nn",
        1,
        PLANTED,
        PLANTED.replace("1.", "1\\)")
        .replace("2.", "2\\)")
        .replace("3.", "3\\)")
        .replace("4.", "4\\)"),
        LIST,
    ),
    InBook(
        "Escaped letters",
        "nb",
        5,
        PRICES,
        "a\\) Voksne betaler 90 kroner.\nb\\) Barn og eldre betaler 50 kroner.\n"
        "c\\) En familie betaler 200 kroner, uansett hvor mange barn de har.",
        LIST,
    ),
    InBook(
        "A list inside a sentence",
        "nb",
        4,
        "- Vi henger opp skiltet «Stengt» ved døra.\n- Vi sender en melding til alle med kort.\n"
        "- Vi skriver på nettsidene når vi måler igjen.",
        "Vi skal (1) henge opp skiltet, (2) sende en melding og (3) skrive på nettsidene.",
        LIST,
    ),
    InBook(
        "A list inside a sentence, in English",
        "en",
        1,
        RULES,
        "Namely 1) one vote for every member, 2) ten shares at most and 3) cheap bread.",
        LIST,
    ),
    InBook(
        "A table in a block of code",
        "nn",
        3,
        SORTS,
        "```\nSort         Tre   Kilo\nGravenstein  18    260\nAroma        12    150\n"
        "Torstein     10    70\n```\n\nSom du ser, er gravenstein",
        TABLE,
    ),
    InBook(
        "A table with tabs in a block of code",
        "nb",
        5,
        PRICES,
        "```\nGruppe\tKroner\nVoksne\t90\nBarn\t50\nFamilie\t200\n```",
        TABLE,
    ),
    InBook(
        "Dots between words and prices",
        "nb",
        5,
        PRICES,
        "Voksne .......... 90 kroner\\\nBarn ............ 50 kroner\\\n"
        "Familie ......... 200 kroner",
        TABLE,
    ),
    InBook(
        "A raised number for a note",
        "nb",
        3,
        "lærer å svømme\n\nAlle skolene i kommunen bruker badet.",
        "lærer å svømme\n\nAlle skolene i kommunen bruker badet.^1^",
        NOTE,
    ),
    InBook(
        "An asterisk for a note",
        "nb",
        3,
        "Hver femte gjest bor i en annen kommune.",
        "Hver femte gjest bor i en annen kommune*.",
        NOTE,
    ),
    InBook(
        "An escaped asterisk for a note",
        "nn",
        3,
        "den beste sorten hos oss.",
        "den beste sorten hos oss\\*.",
        NOTE,
    ),
    InBook(
        "A small raised number for a note",
        "en",
        2,
        NIGHT,
        "Most of them had never baked before.²",
        NOTE,
    ),
    InBook(
        "A dagger for a note",
        "en",
        3,
        "wages are the largest cost",
        "wages† are the largest cost",
        NOTE,
    ),
    InBook(
        "A list that begins at 1 again",
        "nb",
        2,
        STEPS,
        STEPS.replace("\n3. De boret", "\n\nTømmeret ble solgt.\n\n1. De boret").replace(
            "4.", "2."
        ),
        GOES_ON,
        at="1. De boret",
    ),
    InBook(
        "A list that begins at 1 again, in nynorsk",
        "nn",
        1,
        PLANTED,
        PLANTED.replace("\n3. Vi planta", "\n\nDet tok to helger.\n\n1. Vi planta").replace(
            "4.", "2."
        ),
        GOES_ON,
        at="1. Vi planta",
    ),
)
