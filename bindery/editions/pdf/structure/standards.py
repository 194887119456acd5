"""The sets of standards that PDFs conform to, and what each requires of the file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standards:
    """A set of standards that one file conforms to at once.

    ``namespaces`` is true if structure types are PDF 2.0's (ISO 32000-2, 14.8.6);
    ``associated_files`` if a formula may have its MathML attached; ``information`` if the document
    information dictionary is allowed (ISO 19005-4, 6.1.3, forbids it). A file that is labelled as a
    ``draft`` by these words is made alike, and claims none of the standards.
    """

    pdf: str
    namespaces: bool
    associated_files: bool
    information: bool
    draft: str = ""


PDF_17 = Standards("1.7", namespaces=False, associated_files=False, information=True)
"""PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2)."""

PDF_20 = Standards("2.0", namespaces=True, associated_files=True, information=False)
"""PDF/UA-2 (ISO 14289-2), PDF/A-4 (ISO 19005-4) and WTPDF 1.0 for accessibility."""
