"""What the e-book says of itself, and its style."""

from tests.seeded.defect import EditionDefect
from tests.seeded.in_epub.files import PACKAGE, STYLE
from tests.seeded.in_pdf.rules import PRESENTED

CONFORMS = '<meta property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>'


CLAIMS = (
    EditionDefect(
        "A feature that the book has not",
        PACKAGE,
        ">unlocked</meta>",
        ">signLanguage</meta>",
        "epub-claims-are-true",
    ),
    EditionDefect(
        "Conformance that nobody has certified",
        PACKAGE,
        '<meta property="schema:accessMode">visual</meta>',
        f'<meta property="schema:accessMode">visual</meta>{CONFORMS}',
        "epub-conformance-has-a-certifier",
    ),
    EditionDefect(
        "A hazard that is not told of",
        PACKAGE,
        '    <meta property="schema:accessibilityHazard">none</meta>\n',
        "",
        "epub-claims-are-made",
    ),
    EditionDefect(
        "A feature that is not told of",
        PACKAGE,
        '    <meta property="schema:accessibilityFeature">alternativeText</meta>\n',
        "",
        "epub-claims-are-made",
    ),
    EditionDefect(
        "A book in another language",
        PACKAGE,
        "<dc:language>nb</dc:language>",
        "<dc:language>en</dc:language>",
        "edition-languages-are-known",
        also=(PRESENTED,),
    ),
    EditionDefect(
        "Text in fixed pixels",
        STYLE,
        "figcaption { margin-bottom: 0.8em; }",
        "figcaption { margin-bottom: 0.8em; font-size: 9px; }",
        "edition-text-yields-to-its-reader",
    ),
    EditionDefect(
        "Justified text that is not hyphenated",
        STYLE,
        "li { margin-bottom: 0.5em; }",
        "li { margin-bottom: 0.5em; text-align: justify; }",
        "edition-justified-text-is-hyphenated",
    ),
    EditionDefect(
        "Movement that the book denies",
        STYLE,
        "li { margin-bottom: 0.5em; }",
        "li { margin-bottom: 0.5em; animation: puls 1s infinite; }",
        "epub-claims-are-true",
    ),
    EditionDefect(
        "A picture from the net in the style",
        STYLE,
        "body { margin: 0;",
        "body { background: url(https://havna.example/a.png); margin: 0;",
        "edition-fetches-nothing",
    ),
)
