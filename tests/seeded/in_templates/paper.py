"""Printed pages that lack what readers find their way by."""

from tests.seeded.defect import Defect
from tests.seeded.in_templates.files import PRINT, SUMMARY

PAPER = (
    Defect(
        "Pages without numbers",
        PRINT,
        "    content: counter(page);\n    font: var(--text);\n    font-weight: bold;",
        "    content: none;\n    font: var(--text);\n    font-weight: bold;",
        "printed-pages-have-number-and-title",
    ),
    Defect(
        "No running head",
        PRINT,
        "  string-set: running-title attr(data-running);\n",
        "",
        "printed-pages-have-number-and-title",
        at="--text: 12pt/18pt",
    ),
    Defect(
        "Contents without pages",
        PRINT,
        "  content: target-counter(attr(href), page);\n  float: right;",
        '  content: "";\n  float: right;',
        "printed-contents-have-pages",
    ),
    Defect(
        "Contents that are not printed",
        PRINT,
        ".contents { break-before: page; page: contents; }",
        ".contents { break-before: page; page: contents; display: none; }",
        "printed-contents-have-pages",
    ),
    Defect(
        "Downloads gone on paper",
        SUMMARY,
        "nav, .skip, details { display: none; }",
        "nav, .skip, details, .downloads { display: none; }",
        "paper-has-what-the-screen-has",
    ),
    Defect(
        "A heading alone at the foot of a page",
        PRINT,
        "  break-after: avoid;\n  break-inside: avoid;\n}\nh1 {",
        "  break-inside: avoid;\n}\nh1 {",
        "headings-look-like-headings",
        at="font-weight: bold;\n  color: var(--brand-deep);\n  overflow-wrap",
    ),
    Defect(
        "Table heads that are not repeated",
        PRINT,
        "tr { break-inside: avoid; }",
        "tr { break-inside: avoid; } thead { display: table-row-group; }",
        "display-keeps-the-role",
    ),
)
