"""Links, notes and ways through the e-book."""

from tests.seeded.defect import EditionDefect
from tests.seeded.in_epub.files import FIRST, NAV, PACKAGE, SECOND
from tests.seeded.in_manuscript.book import ONE, TWO
from tests.seeded.in_pdf.rules import LINKS, NOTES, SAYS, WAYS_IN

WAYS = (
    EditionDefect(
        "“Here” for a link",
        FIRST,
        ">årsmeldingen fra Havnekontoret</a>",
        ">her</a>",
        "edition-links-say-where",
        also=(SAYS,),
    ),
    EditionDefect(
        "A link that leads elsewhere",
        FIRST,
        'href="https://havna.example/aarsmelding"',
        'href="https://havna.example/"',
        LINKS,
        "Kaia koster",
        ONE,
    ),
    EditionDefect(
        "A link within the book to another place",
        SECOND,
        '<a href="#kart">',
        '<a href="#skip">',
        LINKS,
        "Se også [kartet",
        TWO,
    ),
    EditionDefect(
        "A way back from a note that is a bare link",
        FIRST,
        ' role="doc-backlink" class="backlink" epub:type="backlink">',
        ">",
        "edition-notes-lead-both-ways",
        also=(NOTES, SAYS),
    ),
    EditionDefect(
        "A note reference that is a bare link",
        FIRST,
        ' role="doc-noteref" class="noteref"',
        ' class="noteref"',
        "epub-types-agree-with-roles",
    ),
    EditionDefect(
        "A heading missing from the contents",
        NAV,
        '<li><a href="kapittel-1.xhtml#slik-blir-kaia-bygd">Slik blir kaia bygd</a></li>',
        "",
        "epub-contents-lists-every-heading",
    ),
    EditionDefect(
        "Another name in the contents",
        NAV,
        ">Skip og varer</a>",
        ">Kapittel 2.1</a>",
        "epub-contents-lists-every-heading",
        also=(WAYS_IN,),
    ),
    EditionDefect(
        "No landmark where the text begins",
        NAV,
        ' epub:type="bodymatter">Start på teksten',
        ">Start på teksten",
        "epub-landmarks-lead-to-what-they-say",
    ),
    EditionDefect(
        "A page missing from the page list",
        NAV,
        '<li><a href="kapittel-1.xhtml#side-4">4</a></li>',
        "",
        "epub-page-list-has-every-page",
    ),
    EditionDefect(
        "A page list that leads to another page",
        NAV,
        '"kapittel-1.xhtml#side-4"',
        '"kapittel-1.xhtml#side-3"',
        "epub-page-list-has-every-page",
    ),
    EditionDefect(
        "A page break without a number",
        SECOND,
        'id="side-7" epub:type="pagebreak" role="doc-pagebreak" aria-label="7"',
        'id="side-7" epub:type="pagebreak" role="doc-pagebreak"',
        "epub-page-breaks-have-numbers",
    ),
    EditionDefect(
        "A page break with the wrong number",
        SECOND,
        'role="doc-pagebreak" aria-label="7"',
        'role="doc-pagebreak" aria-label="8"',
        "epub-page-breaks-have-numbers",
        also=("epub-page-list-has-every-page",),
    ),
    EditionDefect(
        "Chapters in the wrong order",
        PACKAGE,
        '<itemref idref="fil-4"/>\n    <itemref idref="fil-5"/>',
        '<itemref idref="fil-5"/>\n    <itemref idref="fil-4"/>',
        "epub-is-read-in-one-order",
        also=(SAYS, NOTES, WAYS_IN),
    ),
)
