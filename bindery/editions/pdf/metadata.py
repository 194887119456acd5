"""What the PDF says it conforms to, in its XMP metadata."""

from collections.abc import Callable

from lxml import etree

_PDFUA = b"""
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
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
"""PDF/UA-1's identifier (ISO 14289-1, 5), with the description of it that PDF/A-2 demands of
every property it does not know (ISO 19005-2, 6.6.2.3)."""

Generator = Callable[..., bytes]


def identified_as_pdfua(generate: Generator) -> Generator:
    """WeasyPrint's own writer of PDF/A metadata, with the PDF/UA-1 identifier added."""

    def generate_both(*arguments: object) -> bytes:
        rdf = etree.fromstring(generate(*arguments))
        rdf.extend(list(etree.fromstring(_PDFUA)))
        return etree.tostring(rdf, encoding="utf-8")

    return generate_both
