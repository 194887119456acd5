"""Defects of a finished summary."""

from tests.seeded.defect import EditionDefect
from tests.seeded.in_manuscript.book import ONE, TWO
from tests.seeded.in_pdf.rules import (
    DESCRIBED,
    LANGUAGE,
    LINKS,
    MAP,
    PRESENTED,
    SAYS,
    STRUCTURE,
    TABLE,
    WAYS_IN,
)

PAGE = "havna.html"

IN_SUMMARY = (
    EditionDefect(
        "Another’s title",
        PAGE,
        "<title>Havna i byen – Havnekontoret</title>",
        "<title>Havnekontoret</title>",
        "edition-document-is-called-by-its-heading",
        also=(PRESENTED,),
    ),
    EditionDefect(
        "No way past the head",
        PAGE,
        '<a class="skip" href="#innhold">Hopp til innholdet</a>\n',
        "",
        "summary-has-landmarks",
        also=(SAYS,),
    ),
    EditionDefect(
        "A way past the head to another place",
        PAGE,
        '<a class="skip" href="#innhold">',
        '<a class="skip" href="#kontakt">',
        "summary-has-landmarks",
        also=(LINKS,),
    ),
    EditionDefect(
        "A contents list without a name",
        PAGE,
        '<main id="innhold"',
        '<nav><h2>Innhold</h2><ul><li><a href="#kontakt">Kontakt</a></li></ul></nav>'
        '<main id="innhold"',
        "summary-has-landmarks",
        also=(WAYS_IN,),
    ),
    EditionDefect(
        "A link within the page that leads nowhere",
        PAGE,
        "<p>Ta kontakt:",
        '<p><a href="#kontakter">Ta kontakt</a>:',
        "edition-references-lead-somewhere",
        also=(LINKS,),
    ),
    EditionDefect(
        "A file that is called something else",
        PAGE,
        '<a href="havna.epub"',
        '<a href="boka.epub"',
        "summary-downloads-are-as-told",
        also=(LINKS,),
    ),
    EditionDefect(
        "Another number of pages", PAGE, "(8 sider,", "(80 sider,", "summary-downloads-are-as-told"
    ),
    EditionDefect(
        "Another name in the data",
        PAGE,
        '"name": "Havna i byen", "alternativeHeadline"',
        '"name": "Havna", "alternativeHeadline"',
        "summary-data-agree-with-the-page",
    ),
    EditionDefect(
        "A policy that lets anything in",
        PAGE,
        "default-src 'none';",
        "default-src *;",
        "summary-has-a-strict-policy",
    ),
    EditionDefect(
        "A drawing without a name",
        PAGE,
        ' aria-label="Kart med to kaier innenfor en molo"',
        "",
        "edition-images-are-described",
        also=(DESCRIBED,),
    ),
    EditionDefect(
        "A drawing with another’s name",
        PAGE,
        'aria-label="Kart med to kaier innenfor en molo"',
        'aria-label="Skip ved kaia i morgenlys"',
        DESCRIBED,
        MAP,
        TWO,
    ),
    EditionDefect(
        "A header without a direction",
        PAGE,
        '<th scope="col">Skip</th>',
        "<th>Skip</th>",
        "edition-tables-have-headers",
    ),
    EditionDefect("A number changed", PAGE, "<td>31</td>", "<td>13</td>", SAYS, TABLE, TWO),
    EditionDefect(
        "A sentence dropped",
        PAGE,
        "<p>Havna trenger dypere vann og en ny kai.</p>",
        "<p></p>",
        SAYS,
        "Havna trenger dypere",
        ONE,
    ),
    EditionDefect(
        "A level of headings is skipped",
        PAGE,
        '<h3 id="skip-og-varer">Skip og varer</h3>',
        '<h5 id="skip-og-varer">Skip og varer</h5>',
        "edition-headings-are-in-order",
        also=(STRUCTURE,),
    ),
    EditionDefect(
        "A page in Norwegian of neither kind",
        PAGE,
        '<html lang="nb">',
        '<html lang="no">',
        "edition-languages-are-known",
        also=(PRESENTED, LANGUAGE, "summary-data-agree-with-the-page"),
    ),
)
