"""The XMP metadata of the PDF (ISO 16684-1)."""

from dataclasses import dataclass

from lxml import etree

from bindery.editions.pdf.structure.standards import Standards

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DC = "http://purl.org/dc/elements/1.1/"
XMP = "http://ns.adobe.com/xap/1.0/"
PDF = "http://ns.adobe.com/pdf/1.3/"
PDFAID = "http://www.aiim.org/pdfa/ns/id/"
XML = "http://www.w3.org/XML/1998/namespace"

_CLAIMS_17 = b"""
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<rdf:Description rdf:about="" pdfaid:part="2" pdfaid:conformance="A"/>
<rdf:Description rdf:about="" pdfuaid:part="1"/>
<rdf:Description rdf:about="">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 this file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
"""
"""PDF/A-2a and PDF/UA-1 (ISO 14289-1, 5), the latter's identifier with the description that
PDF/A-2 requires of every property it does not know (ISO 19005-2, 6.6.2.3)."""

_CLAIMS_20 = b"""
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
    xmlns:pdfd="http://pdfa.org/declarations/">
<rdf:Description rdf:about="" pdfaid:part="4" pdfaid:rev="2020"/>
<rdf:Description rdf:about="" pdfuaid:part="2" pdfuaid:rev="2024"/>
<rdf:Description rdf:about="">
<pdfd:declarations><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#accessibility1.0</pdfd:conformsTo>
</rdf:li></rdf:Bag></pdfd:declarations>
</rdf:Description>
</rdf:RDF>
"""
"""PDF/A-4 (ISO 19005-4, 6.7.3), PDF/UA-2 (ISO 14289-2, 5) and the declaration of WTPDF 1.0."""

_NO_CLAIMS = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>"""

_HEADER = b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
_FOOTER = b'\n<?xpacket end="r"?>'


@dataclass(frozen=True, slots=True)
class About:
    """The book's metadata. ``created`` is ISO 8601; ``authors`` are in order."""

    title: str
    authors: tuple[str, ...]
    description: str
    language: str
    generator: str
    producer: str
    created: str


def xmp(about: About, standards: Standards, *, files: bool = False) -> bytes:
    """The metadata packet: the book's metadata, and the standards that this file conforms to.

    A draft conforms to none. It has a label (XMP, 8.4) instead.

    A PDF/A-4 with ``files`` in it is declared as a PDF/A-4f (ISO 19005-4, A.1).
    """
    claims = _CLAIMS_20 if standards.namespaces else _CLAIMS_17
    rdf = etree.fromstring(_NO_CLAIMS if standards.draft else claims)
    if files and not standards.draft:
        rdf[0].set(f"{{{PDFAID}}}conformance", "F")
    description = etree.SubElement(
        rdf,
        f"{{{RDF}}}Description",
        {f"{{{RDF}}}about": ""},
        nsmap={"dc": DC, "xmp": XMP, "pdf": PDF},
    )
    _list(description, "title", "Alt", (about.title,))
    _list(description, "creator", "Seq", about.authors)
    _list(description, "description", "Alt", (about.description,))
    _list(description, "language", "Bag", (about.language,))
    if standards.draft:
        etree.SubElement(description, f"{{{XMP}}}Label").text = standards.draft
    for name, text in (("CreatorTool", about.generator), ("CreateDate", about.created)):
        etree.SubElement(description, f"{{{XMP}}}{name}").text = text
    etree.SubElement(description, f"{{{XMP}}}ModifyDate").text = about.created
    etree.SubElement(description, f"{{{PDF}}}Producer").text = about.producer
    root = etree.Element("{adobe:ns:meta/}xmpmeta", nsmap={"x": "adobe:ns:meta/"})
    root.append(rdf)
    return _HEADER + etree.tostring(root, encoding="utf-8") + _FOOTER


def _list(description: etree._Element, name: str, kind: str, texts: tuple[str, ...]) -> None:
    """A Dublin Core property, in a container, as XMP requires."""
    said = [text for text in texts if text]
    if not said:
        return
    container = etree.SubElement(
        etree.SubElement(description, f"{{{DC}}}{name}"), f"{{{RDF}}}{kind}"
    )
    for text in said:
        item = etree.SubElement(container, f"{{{RDF}}}li")
        item.text = text
        if kind == "Alt":
            item.set(f"{{{XML}}}lang", "x-default")
