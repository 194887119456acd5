"""What a part of the book is, in DPUB-ARIA's terms and in EPUB's."""

TYPES = {
    "doc-chapter": "chapter",
    "doc-colophon": "colophon",
    "doc-cover": "cover",
    "doc-endnotes": "endnotes",
    "doc-noteref": "noteref",
    "doc-backlink": "backlink",
    "doc-subtitle": "subtitle",
    "doc-pagebreak": "pagebreak",
}
"""The term of EPUB's Structural Semantics Vocabulary for each role of DPUB-ARIA 1.1."""
