"""Lists of every kind."""

from tests.seeded.techniques.right.technique import Right

_LINES = "Garnet er bøtt og hengt opp til tørk under taket i naustet. "

LISTS = (
    Right(
        "L_01 A list of bullets",
        "# Punkter\n\n- garn\n\n- line\n",
        "H1 L=Disc[LI[Lbl LBody[P]]×2]",
    ),
    Right(
        "L_02 A list with Roman numbers",
        "# Romertall\n\nI) ebbe\n\nII) flo\n\nIII) strøm\n",
        "H1 L=UpperRoman[LI[Lbl LBody[P]]×3]",
    ),
    Right(
        "L_03 A list with numbers",
        "# Tall\n\n1. heis seilet\n2. hold kursen\n",
        "H1 L=Decimal[LI[Lbl LBody]×2]",
    ),
    Right(
        "L_05 A list of several levels",
        "# Flere nivåer\n\n1. Ror\n\n   a) åre\n   b) keip\n\n2. Seil\n\n   a) fokk\n   b) mesan\n",
        "H1 L=Decimal[LI[Lbl LBody[P L=LowerAlpha[LI[Lbl LBody]×2]]]×2]",
    ),
    Right(
        "L_08 Lists with other bullets",
        "# Andre merker\n\n- tang\n  - sukkertare\n  - stortare\n- tau\n  - trosse\n  - fangline\n",
        "H1 L=Disc[LI[Lbl LBody[L=None[LI[Lbl LBody]×2]]]×2]",
    ),
    Right(
        "L_11 An item over two pages",
        f"# Et langt punkt\n\n- kort\n- {_LINES * 62}\n",
        "H1 L=Disc~[LI[Lbl LBody] LI~[Lbl LBody~]]",
    ),
    Right(
        "L_13 Items with several paragraphs",
        "# Flere avsnitt i et punkt\n\n1. Fest tauet.\n\n   Bruk en pålestikk.\n\n"
        "2. Slipp tauet.\n\n   Vent til båten ligger rolig.\n",
        "H1 L=Decimal[LI[Lbl LBody[P×2]]×2]",
    ),
    Right(
        "L_14 A list of descriptions",
        "# Ordene\n\nRo\n: å drive en båt fram med årer\n\nStevne\n: å holde en rett kurs\n",
        "H1 L=None[LI[Lbl LBody]×2]",
    ),
    Right(
        "L_15 A list over two pages",
        "# Ei lang liste\n\n" + "".join(f"{n}. båt fra naust {n + 100}\n" for n in range(1, 51)),
        "H1 L=Decimal~[LI[Lbl LBody]×50]",
    ),
)
