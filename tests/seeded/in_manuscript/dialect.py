"""Defects of the dialect: blocks, attributes, HTML, exceptions."""

from tests.seeded.defect import Defect
from tests.seeded.in_manuscript.book import ONE, PHOTO, QUAY, TWO

DIALECT = (
    Defect(
        "A block with a misspelt name",
        ONE,
        "::: editor-note",
        "::: editors-note",
        "fenced-div-is-known",
    ),
    Defect(
        "A block that is never closed",
        ONE,
        "en ny kai.\n:::",
        "en ny kai.",
        "fenced-div-is-whole",
        at="::: key-message",
    ),
    Defect(
        "A block closed twice",
        ONE,
        "var ferdig.\n:::\n",
        "var ferdig.\n:::\n:::\n",
        "fenced-div-is-whole",
    ),
    Defect(
        "An attribute with a misspelt name",
        ONE,
        PHOTO,
        f"{PHOTO}{{widht=50%}}",
        "attributes-are-known",
    ),
    Defect(
        "A link that opens a new window",
        ONE,
        "aarsmelding).",
        "aarsmelding){target=_blank}.",
        "attributes-are-known",
    ),
    Defect(
        "A tag that is never closed",
        ONE,
        "dypere vann ved kaia",
        "<b>dypere vann ved kaia",
        "html-is-whole",
    ),
    Defect("A button in the text", ONE, QUAY, f"{QUAY} <button>Vis</button>", "html-is-known"),
    Defect(
        "A cell without a table",
        ONE,
        QUAY,
        f"{QUAY} <td>Nå</td>",
        "raw-html-is-not-rendered",
    ),
    Defect(
        "A script in the text", ONE, QUAY, f"{QUAY} <script>vis()</script>", "script-is-left-out"
    ),
    Defect("Words for LaTeX alone", ONE, QUAY, f"{QUAY} `\\\\ny`{{=latex}}", "raw-block-is-read"),
    Defect(
        "An attribute that runs code",
        ONE,
        PHOTO,
        f'{PHOTO}{{onclick="vis()"}}',
        "no-active-content",
    ),
    Defect(
        "A mark of LaTeX in the text", ONE, QUAY, f"{QUAY} \\textbf{{Se}}", "marks-left-in-text"
    ),
    Defect("A link of a wiki", ONE, QUAY, f"{QUAY} [[Kaia]]", "signs-in-text-are-no-marks"),
    Defect("The name of an emoji", ONE, QUAY, f"{QUAY} :smile:", "emoji-is-a-character"),
    Defect(
        "A guess of an import that nobody has looked at",
        TWO,
        "Se også [kartet",
        "<!-- sjekk: Lista er gjettet -->\nSe også [kartet",
        "import-is-looked-through",
    ),
    Defect(
        "A colleague's comment that was imported",
        TWO,
        "Se også [kartet",
        "<!-- sjekk før utgivelse: Kommentar fra Per: «Stemmer det?» -->\nSe også [kartet",
        "import-is-settled",
    ),
    Defect(
        "An exception without a reason",
        TWO,
        "Se også [kartet",
        "<!-- unntak link-text-says-where: -->\nSe også [kartet",
        "exception-has-reason",
    ),
    Defect(
        "An exception that is not needed",
        TWO,
        "Se også [kartet",
        "<!-- unntak link-text-says-where: Navn. -->\nSe også [kartet",
        "exception-is-needed",
    ),
)
