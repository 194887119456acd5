"""The templates where defects are sown."""

TOKENS = "templates/tokens.css"
SCREEN = "templates/screen.css"
EPUB = "templates/epub/epub.css"
PRINT = "templates/print/print.css"
SUMMARY = "templates/summary/summary.css"
