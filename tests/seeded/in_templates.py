"""Defects of templates: a look that shuts readers out."""

from tests.seeded.defect import Defect

TOKENS = "templates/tokens.css"
SCREEN = "templates/screen.css"
EPUB = "templates/epub/epub.css"
PRINT = "templates/print/print.css"
SUMMARY = "templates/summary/summary.css"

IN_TEMPLATES = (
    Defect(
        "Text too pale", TOKENS, "--ink-soft: #435052", "--ink-soft: #9aa5a6", "text-has-contrast"
    ),
    Defect(
        "Links too pale in the dark",
        SCREEN,
        "--link: #8fd3d0",
        "--link: #1f5f66",
        "text-has-contrast",
    ),
    Defect(
        "Captions too pale in the dark",
        SCREEN,
        "--ink-soft: #b9c5c4",
        "--ink-soft: #4a5556",
        "text-has-contrast",
    ),
    Defect(
        "Text on a shaded ground",
        SUMMARY,
        "header { padding-block: 3.5rem 3rem; background: var(--cover)",
        "header { padding-block: 3.5rem 3rem; background: linear-gradient(red, blue)",
        "text-stands-on-a-plain-ground",
    ),
    Defect(
        "Rules that cannot be seen",
        TOKENS,
        "--rule: #7d8a8b",
        "--rule: #dde3e3",
        "lines-can-be-seen",
    ),
    Defect(
        "Links that look like text",
        SCREEN,
        "a { color: var(--link); text-decoration: underline;",
        "a { color: var(--ink); text-decoration: none;",
        "links-can-be-told-from-text",
    ),
    Defect(
        "Focus taken away",
        SUMMARY,
        "outline: 0.2em solid var(--accent);",
        "outline: none;",
        "focus-is-visible",
    ),
    Defect(
        "Focus too pale",
        EPUB,
        "outline: 0.2em solid var(--accent)",
        "outline: 0.2em solid #e8d9c0",
        "focus-is-visible",
    ),
    Defect(
        "Text in fixed pixels",
        EPUB,
        ".colophon dd { margin-inline-start: 0; }",
        ".colophon dd { margin-inline-start: 0; font-size: 17px; }",
        "text-size-follows-the-reader",
    ),
    Defect(
        "Text too small",
        SCREEN,
        ".no-address { font-size: 0.9em; }",
        ".no-address { font-size: 0.6em; }",
        "text-is-large-enough",
    ),
    Defect(
        "Print too small",
        PRINT,
        "h4, h5, h6 { margin: 1rlh 0 0; font-size: 1rem;",
        "h4, h5, h6 { margin: 1rlh 0 0; font-size: 0.6rem;",
        "text-is-large-enough",
    ),
    Defect(
        "Lines too close",
        SCREEN,
        "blockquote { padding",
        "blockquote { line-height: 1.1; padding",
        "lines-have-room",
    ),
    Defect(
        "Justified text",
        EPUB,
        "max-width: 40em;",
        "max-width: 40em; text-align: justify;",
        "justified-text-is-hyphenated",
    ),
    Defect(
        "Headings in capitals",
        EPUB,
        ".title-page h1 { font-size: 2.4em; }",
        ".title-page h1 { font-size: 2.4em; text-transform: uppercase; }",
        "letters-are-as-written",
    ),
    Defect(
        "Links too small to hit",
        SUMMARY,
        "nav a { display: block; padding-block: 0.55rem; }",
        "nav a { display: block; line-height: 1; font-size: 0.9rem; }",
        "targets-are-large-enough",
    ),
    Defect(
        "Text that cannot be copied",
        SUMMARY,
        "main details { max-width: 42rem; }",
        "main details { max-width: 42rem; user-select: none; }",
        "text-can-be-selected",
    ),
    Defect(
        "Lines that no reader can space",
        EPUB,
        "padding-inline: 1em; }",
        "padding-inline: 1em; line-height: 1.7 !important; }",
        "readers-spacing-can-win",
    ),
    Defect(
        "Letters that no reader can change",
        EPUB,
        "padding-inline: 1em; }",
        "padding-inline: 1em; font-family: serif !important; }",
        "readers-styles-can-win",
    ),
    Defect(
        "A style with a semicolon lost",
        SCREEN,
        "body { margin: 0; overflow-wrap",
        "body { margin: 0 overflow-wrap",
        "style-can-be-read",
    ),
    Defect(
        "A misspelt property",
        EPUB,
        "h1.cover { margin: 0; }",
        "h1.cover { margine: 0; }",
        "style-names-are-known",
    ),
    Defect(
        "A colour that is not named anywhere",
        EPUB,
        "color: var(--ink-soft)",
        "color: var(--ink-mild)",
        "style-names-are-known",
    ),
    Defect(
        "A typeface that is not there",
        EPUB,
        "h1.cover { margin: 0; }",
        "@font-face { font-family: A; src: url(../fonts/A.ttf); } h1.cover { margin: 0; }",
        "style-files-are-there",
    ),
    Defect(
        "A template that cannot be tried out",
        "templates/summary/summary.html.j2",
        "<body>",
        "<body>{{ 1 // 0 }}",
        "template-can-be-judged",
        where="templates/summary/summary.html.j2",
    ),
)
