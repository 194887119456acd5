"""The fundamentals: types, text, content, order and meaning."""

from tests.seeded.techniques.right.technique import Right

LONG = "Brygga er lang, og hver planke har sin egen lyd når noen går over den tidlig på dagen. "

FUNDAMENTALS = (
    Right(
        "G1_01 An own type is mapped to a standard one",
        "# Egne typer\n\n::: warning\nBrygga er glatt når det regner.\n:::\n",
        "H1 Aside>Sect[P×2]",
    ),
    Right(
        "G2_01 Text in one container",
        "# Ei linje\n\nRorbua er malt rød.\n",
        "H1 P",
    ),
    Right(
        "G2_04 A special character with its Unicode value",
        "# Egne tegn\n\nFergekortet™ gjelder → hele året.\n",
        "H1 P",
    ),
    Right(
        "G3_01 Real content is tagged",
        "# Alt innhold\n\nNaustet rommer *tre* båter.\n",
        "H1 P[Em>Span]",
    ),
    Right(
        "G3_02 Decoration is an artifact",
        "# Bare pynt\n\nVinden dreide om natta.\n\n![](../figures/kart.svg){.decorative}\n\n"
        "Om morgenen var det stille.\n",
        "H1 P×2",
    ),
    Right(
        "G4_01 Content in its order",
        "# Rekkefølgen\n\nFørst kommer fyret.\n\nSå kommer moloen.\n\nSist kommer kaia.\n",
        "H1 P×3",
    ),
    Right(
        "G4_03 Content in columns in its order",
        "# To spalter\n\n"
        + "".join(f"{word} {LONG * 2}\n\n" for word in ("Her.", "Der.", "Bort.")),
        "H1 P×3",
    ),
    Right(
        "G4_04 A sidebar in its place",
        "# En rute ved siden av\n\nSkuta seilte tidlig.\n\n::: tip\nTa med varme klær.\n:::\n\n"
        "Hun kom fram sent.\n",
        "H1 P Aside>Sect[P×2] P",
    ),
    Right(
        "G4_05 The Tab key follows the structure",
        "# Tabulatoren\n\nLes om [fyret](https://fyr.example/) og om [havna](https://havn.example/).\n",
        "H1 P[Link×2]",
    ),
    Right(
        "G5_01 A heading of the first level is an H1",
        "# Fyrvokteren\n\nHan tente lykta hver kveld.\n",
        "H1 P",
    ),
    Right(
        "G5_02 Two paragraphs are two",
        "# To avsnitt\n\nLykta lyser hvitt.\n\nLykta lyser langt.\n",
        "H1 P×2",
    ),
    Right(
        "G5_03 A paragraph that is broken by a page is one",
        f"# Ett avsnitt\n\n{LONG * 44}\n",
        "H1 P~",
    ),
    Right(
        "G5_04 A heading of two lines is one",
        "# En overskrift som er så lang at den ikke får plass på ei linje\n\nTeksten følger.\n",
        "H1 P",
    ),
)
