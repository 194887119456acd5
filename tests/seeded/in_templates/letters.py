"""Letters, words and headings that do not look like what they are."""

from tests.seeded.defect import Defect
from tests.seeded.in_templates.files import EPUB, PRINT, SCREEN, SUMMARY

LETTERS = (
    Defect(
        "Letters that run together",
        SCREEN,
        "line-height: 1.25; margin: 1.8em",
        "letter-spacing: -0.06em; line-height: 1.25; margin: 1.8em",
        "letters-are-clear",
    ),
    Defect(
        "Headings with a shadow",
        SUMMARY,
        "line-height: 1.15; color: inherit; }",
        "line-height: 1.15; color: inherit; text-shadow: 1px 1px 3px black; }",
        "letters-are-clear",
    ),
    Defect(
        "Thin letters",
        EPUB,
        ".title-page .subtitle { font-size: 1.3em; }",
        ".title-page .subtitle { font-size: 1.3em; font-weight: 200; }",
        "letters-are-clear",
    ),
    Defect(
        "Handwriting",
        EPUB,
        ".title-page h1 { font-size: 2.4em; }",
        ".title-page h1 { font-size: 2.4em; font-family: Zapfino, cursive; }",
        "letters-are-clear",
    ),
    Defect(
        "A whole text in italics",
        SCREEN,
        "body { margin: 0; overflow-wrap: break-word; }",
        "body { margin: 0; overflow-wrap: break-word; font-style: italic; }",
        "long-text-is-plain",
    ),
    Defect(
        "A whole text in bold",
        SCREEN,
        "p, ul, ol, dl, figure, blockquote, pre { margin: 0 0 1em; }",
        "p, ul, ol, dl, figure, blockquote, pre { margin: 0 0 1em; } main p { font-weight: 700; }",
        "long-text-is-plain",
    ),
    Defect(
        "Centred paragraphs",
        EPUB,
        "tr { break-inside: avoid; }",
        "tr { break-inside: avoid; } .chapter p { text-align: center; }",
        "long-text-is-plain",
    ),
    Defect(
        "Strong words like all others",
        SCREEN,
        "strong { color: var(--brand-deep); }",
        "strong { color: var(--brand-deep); font-weight: 400; }",
        "emphasis-can-be-seen",
    ),
    Defect(
        "Squares that look like twos",
        PRINT,
        "sub, sup, .noteref, code { line-height: 0; }",
        "sub, sup, .noteref, code { line-height: 0; } sub, sup { vertical-align: baseline; }",
        "emphasis-can-be-seen",
    ),
    Defect(
        "Headings like the text",
        SCREEN,
        "h4, h5, h6 { font-size: 1em; }",
        "h4, h5, h6 { font-size: 1em; font-weight: 400; }",
        "headings-look-like-headings",
    ),
    Defect(
        "A lower heading larger than the one above",
        SCREEN,
        "h3 { font-size: 1.15em; }",
        "h3 { font-size: 1.9em; }",
        "headings-look-like-headings",
    ),
    Defect(
        "Underlined headings",
        SCREEN,
        "h2 { font-size: 1.4em; }",
        "h2 { font-size: 1.4em; text-decoration: underline; }",
        "underline-means-link",
    ),
    Defect(
        "Lists without bullets",
        SCREEN,
        "ul, ol { padding-inline-start: 1.6em; }",
        "ul, ol { padding-inline-start: 1.6em; list-style: none; }",
        "markers-are-shown",
    ),
    Defect(
        "A lid without a sign that it opens",
        SUMMARY,
        "summary { display: list-item; padding",
        "summary { display: block; padding",
        "markers-are-shown",
    ),
    Defect(
        "A table shown as blocks",
        SCREEN,
        "table { border-collapse: collapse; width: 100%; }",
        "table { border-collapse: collapse; width: 100%; } table, tr, td { display: block; }",
        "display-keeps-the-role",
    ),
)
