"""Defects of headings."""

from tests.seeded.in_books.defect import InBook

BRIEF, BELOW = "heading-is-brief", "heading-has-something-below"
FOLLOW, SHORT = "heading-numbers-follow", "short-title-is-of-its-chapter"

HEADINGS = (
    InBook("A full stop in a heading", "nb", 2, "## Materialene", "## Materialene.", BRIEF),
    InBook("A colon in a heading", "nn", 2, "## Vinter og vår", "## Vinter og vår:", BRIEF),
    InBook("A full stop in a heading, in English", "en", 3, "## Loaves", "## Loaves.", BRIEF),
    InBook("A heading of a whole sentence", "nb", 7, "## Natur",
           "## Naturen under brygga har det bedre enn noen av oss trodde da vi begynte å bygge på "
           "den gamle kaia", BRIEF),
    InBook("A heading of a whole sentence, in English", "en", 1, "## What we had to do",
           "## What the lawyers told us that we had to do before we could sign any of the papers "
           "at all", BRIEF),
    InBook("A heading with nothing below", "nb", 5, "## Hva en billett koster",
           "## Rabatter\n\n## Hva en billett koster", BELOW),
    InBook("A heading at the end of a chapter", "nb", 2, "Neste kapittel handler om dem som kom "
           "etter den første dagen.", "Neste kapittel handler om dem som kom etter den første "
           "dagen.\n\n## Takk", BELOW, at="## Takk"),
    InBook("A heading with nothing below, in nynorsk", "nn", 1, "## Det vi ville",
           "## Planane\n\n## Det vi ville", BELOW),
    InBook("A heading with nothing below, in English", "en", 3, "## The account",
           "## Savings\n\n## The account", BELOW),
    InBook("A number that jumps", "nb", 3, "## Tallene\n\nBillettene viser når gjestene kom. "
           "@fig-besok viser besøket i hvert kvartal.",
           "## 1 Tallene\n\nBillettene viser når gjestene kom. @fig-besok viser besøket i hvert "
           "kvartal.\n\n## 3 Kvartalene\n\nHer er de.", FOLLOW, at="## 3 Kvartalene"),
    InBook("A step that is missing", "en", 2, "## A night in the bakery",
           "## Step 1: Rest\n\nThe dough rests.\n\n## Step 3: A night in the bakery", FOLLOW,
           at="## Step 3"),
    InBook("The short title of another chapter", "nb", 1, "short-title: Hvorfor et bad",
           "short-title: Pengene", SHORT, has_line=False),
)  # fmt: skip
