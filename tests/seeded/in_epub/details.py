"""Small things in finished documents that no page shows: styles, focus, marks, numbers."""

from tests.seeded.defect import EditionDefect
from tests.seeded.in_epub.files import FIRST, PACKAGE
from tests.seeded.in_pdf.rules import PRESENTED, STRUCTURE

PAGE = "havna.html"

DETAILS = (
    EditionDefect(
        "A style on a paragraph",
        FIRST,
        "<p>Havna trenger",
        '<p style="color: #1c2526">Havna trenger',
        "edition-styles-are-in-sheets",
    ),
    EditionDefect(
        "A link that the keyboard visits first",
        FIRST,
        '<a href="https://havna.example/aarsmelding"',
        '<a tabindex="1" href="https://havna.example/aarsmelding"',
        "edition-focus-follows-the-text",
    ),
    EditionDefect(
        "A key of its own for a link",
        FIRST,
        '<a href="https://havna.example/film"',
        '<a accesskey="f" href="https://havna.example/film"',
        "edition-focus-follows-the-text",
    ),
    EditionDefect(
        "Another number of images in the accessibility summary",
        PACKAGE,
        "Bilder med alternativ tekst: 2 av 2.",
        "Bilder med alternativ tekst: 4 av 4.",
        PRESENTED,
    ),
    EditionDefect(
        "A page that begins a heading too late",
        FIRST,
        '<span id="side-4" epub:type="pagebreak" role="doc-pagebreak" aria-label="4"/>'
        '<h2 id="slik-blir-kaia-bygd">Slik blir kaia bygd</h2>',
        '<h2 id="slik-blir-kaia-bygd">Slik blir kaia bygd'
        '<span id="side-4" epub:type="pagebreak" role="doc-pagebreak" aria-label="4"/></h2>',
        STRUCTURE,
    ),
    EditionDefect(
        "A window that forbids zoom",
        PAGE,
        'initial-scale=1">',
        'initial-scale=1, user-scalable=no">',
        "edition-page-can-be-enlarged",
    ),
    EditionDefect(
        "A table that only a mouse can scroll",
        PAGE,
        'role="region" tabindex="0" aria-labelledby="kapittel-2-tabell-1"',
        'role="region" aria-labelledby="kapittel-2-tabell-1"',
        "edition-regions-can-be-scrolled",
    ),
    EditionDefect(
        "A region without a name",
        PAGE,
        'role="region" tabindex="0" aria-labelledby="kapittel-2-tabell-1"',
        'role="region" tabindex="0"',
        "edition-regions-can-be-scrolled",
    ),
    EditionDefect(
        "A page that takes the focus",
        PAGE,
        '<main id="innhold"',
        '<main autofocus="" id="innhold"',
        "edition-focus-follows-the-text",
    ),
)
