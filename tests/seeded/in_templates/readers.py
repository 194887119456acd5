"""What takes away what readers have chosen."""

from tests.seeded.defect import Defect
from tests.seeded.in_templates.files import EPUB, SCREEN, SUMMARY

READERS = (
    Defect(
        "Movement for everyone",
        SUMMARY,
        "@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }",
        "html { scroll-behavior: smooth; }",
        "nothing-moves-unasked",
    ),
    Defect(
        "A pulse that never ends",
        SCREEN,
        ".link-block p { margin: 0; }",
        ".link-block p { margin: 0; animation: pulse 1.5s infinite; }",
        "nothing-moves-unasked",
    ),
    Defect(
        "Links that grow slowly",
        EPUB,
        "tr { break-inside: avoid; }",
        "tr { break-inside: avoid; } a { transition: all 0.6s; }",
        "nothing-moves-unasked",
    ),
    Defect(
        "Colours that a reader cannot replace",
        SCREEN,
        ".no-address { font-size: 0.9em; }",
        ".no-address { font-size: 0.9em; } main { forced-color-adjust: none; }",
        "readers-colours-are-kept",
    ),
    Defect(
        "Colours that are kept where others are asked for",
        SUMMARY,
        "header, footer { border-block: 0.1rem solid; }",
        "header, footer { border-block: 0.1rem solid; forced-color-adjust: none; }",
        "readers-colours-are-kept",
    ),
    Defect(
        "Letters that a telephone may not enlarge",
        SCREEN,
        "-webkit-text-size-adjust: 100%;",
        "-webkit-text-size-adjust: none;",
        "readers-can-zoom-and-press",
    ),
    Defect(
        "A page that fingers cannot enlarge",
        SUMMARY,
        "html { font-size: 112.5%;",
        "html { touch-action: pan-y; font-size: 112.5%;",
        "readers-can-zoom-and-press",
    ),
    Defect(
        "A window that forbids zoom",
        "templates/summary/summary.html.j2",
        'initial-scale=1">',
        'initial-scale=1, maximum-scale=1">',
        "readers-can-zoom-and-press",
        where="templates/summary/summary.html.j2",
    ),
    Defect(
        "Black lines on black",
        SCREEN,
        "img, .drawing { background: #ffffff; color: #1c2526; }",
        "img, .drawing { color: #1c2526; }",
        "drawings-stand-on-light",
        at="--paper: #10191a",
    ),
)
