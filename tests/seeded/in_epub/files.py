"""The files in the e-book where defects are sown."""

FIRST = "EPUB/kapittel-1.xhtml"
SECOND = "EPUB/kapittel-2.xhtml"
NAV = "EPUB/navigasjon.xhtml"
PACKAGE = "EPUB/content.opf"
STYLE = "EPUB/stil.css"
