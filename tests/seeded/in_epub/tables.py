"""Tables of the e-book."""

from tests.seeded.defect import EditionDefect
from tests.seeded.in_epub.files import SECOND
from tests.seeded.in_manuscript.book import TWO
from tests.seeded.in_pdf.rules import HEADERS, SAYS, TABLE

TABLES = (
    EditionDefect(
        "A header cell that is a data cell",
        SECOND,
        '<th scope="col">Skip</th>',
        "<td>Skip</td>",
        HEADERS,
        TABLE,
        TWO,
    ),
    EditionDefect(
        "A header without a direction",
        SECOND,
        '<th scope="col">Skip</th>',
        "<th>Skip</th>",
        "edition-tables-have-headers",
    ),
    EditionDefect(
        "A header of the wrong direction",
        SECOND,
        '<th scope="row">Juni</th>',
        '<th scope="col">Juni</th>',
        HEADERS,
        TABLE,
        TWO,
    ),
    EditionDefect("A number changed", SECOND, "<td>31</td>", "<td>13</td>", SAYS, TABLE, TWO),
)
