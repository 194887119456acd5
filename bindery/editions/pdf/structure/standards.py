"""The sets of standards that PDFs keep, and what each asks of the file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Standards:
    """A set of standards that one file conforms to at once.

    ``namespaces`` says that structure types are PDF 2.0's (ISO 32000-2, 14.8.6);
    ``associated_files`` that a formula may carry its MathML; ``information`` that the document
    information dictionary may be there (ISO 19005-4, 6.1.3, forbids it).
    """

    pdf: str
    namespaces: bool
    associated_files: bool
    information: bool


PDF_17 = Standards("1.7", namespaces=False, associated_files=False, information=True)
"""PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2)."""

PDF_20 = Standards("2.0", namespaces=True, associated_files=True, information=False)
"""PDF/UA-2 (ISO 14289-2), PDF/A-4 (ISO 19005-4) and WTPDF 1.0 for accessibility."""
