"""Small editions for the checkers: a sound one of each kind, and the means to break it."""

import base64
import hashlib
from importlib import import_module
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from bindery.editions.pdf.book_files import BookFiles
from bindery.editions.pdf.layout import lay_out
from bindery.editions.pdf.structure.standards import PDF_20
from bindery.manuscript.templates import Templates
from bindery.vocabulary.checker import Subject
from bindery.vocabulary.editions import PDF, Edition

PDF_PAGE = (
    "<html lang=nb><title>Prøve</title><h1>Prøve</h1><p>Et avsnitt om ingenting.</p>{more}</html>"
)

CLAIMS_PDF_UA = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about=""
  xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of PDF/UA</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>"""


def write_pdf(
    path: Path, *, more: str = "", variant: str = "pdf/a-2a", claims_ua: bool = True
) -> Path:
    """A tagged PDF with ``more`` HTML in it. With nothing changed it is PDF/UA-1 and PDF/A-2a."""
    weasyprint = import_module("weasyprint")
    document = weasyprint.HTML(string=PDF_PAGE.format(more=more)).render()
    if claims_ua:
        metadata = document.metadata
        own = metadata.generate_rdf_metadata
        metadata.generate_rdf_metadata = lambda *given: own(*given).replace(
            b"</rdf:RDF>", CLAIMS_PDF_UA
        )
    document.write_pdf(path, pdf_variant=variant, pdf_tags=True)
    return path


def write_house_pdf(path: Path, body: str) -> Path:
    """A PDF of ``body`` (XHTML) with the structure that every edition of the house has."""
    page = f"<html lang='nb'><head><title>Prøve</title></head><body>{body}</body></html>"
    files = BookFiles({}, Templates(path.parent))
    path.write_bytes(lay_out(page.encode(), "", files, path.parent / "fonts").content)
    return path


def write_pdf_20(path: Path, *, without: bytes = b"") -> Path:
    """A PDF 2.0 that claims and keeps all three standards, but for the claim ``without``."""
    page = b"<html lang='nb'><head><title>A</title></head><body><h1>A</h1></body></html>"
    files = BookFiles({}, Templates(path.parent))
    made = lay_out(page, "", files, path.parent / "fonts", (PDF_20,))
    assert without in made.content
    path.write_bytes(made.content.replace(without, b" " * len(without)))
    return path


PACKAGE = """\
<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="nb">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:00000000-0000-4000-8000-000000000001</dc:identifier>
<dc:title>Prøve</dc:title><dc:language>nb</dc:language><dc:date>{date}</dc:date>
<meta property="dcterms:modified">2026-11-23T00:00:00Z</meta>
<meta property="schema:accessMode">textual</meta>
<meta property="schema:accessModeSufficient">textual</meta>
<meta property="schema:accessibilityFeature">tableOfContents</meta>
<meta property="schema:accessibilityHazard">none</meta>
<meta property="schema:accessibilitySummary">Bare tekst.</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="kap" href="kapittel.xhtml" media-type="application/xhtml+xml"{drawn}/>
<item id="stil" href="stil.css" media-type="text/css"/>
</manifest>
<spine><itemref idref="kap"/></spine></package>
"""
XHTML = """\
<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
 lang="nb" xml:lang="nb"><head><title>{title}</title>
<link rel="stylesheet" href="stil.css"/></head><body>{body}</body></html>
"""
NAVIGATION = """\
<main><nav epub:type="toc" role="doc-toc" aria-labelledby="hode"><h1 id="hode">Innhold</h1>
<ol><li><a href="kapittel.xhtml">Prøve</a></li></ol></nav></main>
"""
CONTAINER = """\
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>
"""


def write_epub(path: Path, *, more: str = "", css: str = "", date: str = "2026-11-23") -> Path:
    """An EPUB of one chapter with ``more`` XHTML and ``css``. With nothing changed it is sound."""
    chapter = f'<main><h1>Prøve</h1><p class="prose">Et avsnitt om ingenting.</p>{more}</main>'
    drawn = ' properties="svg"' if "<svg" in more else ""
    files = {
        "META-INF/container.xml": CONTAINER,
        "EPUB/package.opf": PACKAGE.format(date=date, drawn=drawn),
        "EPUB/nav.xhtml": XHTML.format(title="Innhold", body=NAVIGATION),
        "EPUB/stil.css": CSS + css,
        "EPUB/kapittel.xhtml": XHTML.format(title="Prøve", body=chapter),
    }
    with ZipFile(path, "w") as archive:
        archive.writestr(ZipInfo("mimetype"), "application/epub+zip")
        for name, content in files.items():
            archive.writestr(name, content)
    return path


CSS = ":root { color-scheme: light dark; }"
PAGE = """\
<!DOCTYPE html>
<html lang="nb"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '{digest}'">
<title>Prøve</title><style>{css}</style></head>
<body><main><h1>Prøve</h1><p class="prose">Et avsnitt om ingenting.</p>{more}</main></body></html>
"""


def write_page(path: Path, *, more: str = "", css: str = "") -> Path:
    """A page under a strict policy, with ``more`` HTML and ``css``. Unchanged it is sound."""
    style = CSS + css
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    html = PAGE.format(digest=f"sha256-{digest}", css=style, more=more)
    path.write_text(html, encoding="utf-8")
    return path


def subject(output: Path, edition: Edition = PDF) -> Subject:
    """``output`` as the pipeline hands it to a checker."""
    return Subject(edition, output.parent, output, output.parent / "build" / "reports")
