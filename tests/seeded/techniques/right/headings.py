"""Headings, titles and subtitles."""

from tests.seeded.techniques.right.technique import Right

HEADINGS = (
    Right(
        "H_01 The heading at the top is an H1",
        "# Losen\n\nLosen går om bord ved ytterste skjær.\n",
        "H1 P",
    ),
    Right(
        "H_02 A heading of several lines is one heading",
        "# Losene som gikk om bord i skutene langt ute, og som kjente hvert skjær i leia\n\n"
        "De var sju.\n",
        "H1 P",
    ),
    Right(
        "H_03 Headings of several levels",
        "# Skutene\n\nDe var mange.\n\n## Jektene\n\nDe fraktet fisk.\n\n### Nordlandsjekta\n\n"
        "Den var størst.\n\n## Galeasene\n\nDe kom senere.\n",
        "H1 P H2 P H3 P H2 P",
    ),
    Right(
        "H_04 An image is a heading",
        "# Bilde som overskrift\n\nSlik når du oss.\n\n## ![Telefon](../figures/telefon.svg)\n\n"
        "Ring til fyret.\n\n## ![Adresse](../figures/adresse.svg)\n\nSkriv til fyret.\n",
        "H1 P H2[Figure“Telefon”] P H2[Figure“Adresse”] P",
    ),
    Right(
        "H_05 No level is skipped",
        "# Nivåene\n\nFørst dette.\n\n## Det neste nivået\n\nSå dette.\n",
        "H1 P H2 P",
    ),
    Right("H_06 A subtitle is a paragraph", "", "P Title>P P×2"),
    Right("H_07 The title is a Title", "", "P Title>P P×2"),
)
