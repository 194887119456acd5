"""Labels in a PDF: those of lines of code, and whether a list has any."""

from bindery.finished.pdf.tagged import PdfElement


def has_numbered_lines(element: PdfElement) -> bool:
    """Whether it is nothing but lines of code with numbers before them."""
    parts = element.content
    return (
        element.role == "P"
        and any(isinstance(part, PdfElement) and line_number(part) is not None for part in parts)
        and all(
            isinstance(part, PdfElement) and (part.role == "Lbl" or "Code" in part.names)
            for part in parts
        )
    )


def line_number(element: PdfElement) -> int | None:
    """The number of a line of code that a label is, or ``None``."""
    text = element.text.strip()
    return int(text) if element.role == "Lbl" and text.isdecimal() else None


def has_labels(listed: PdfElement) -> bool:
    """Whether any item of a list has a bullet, a number or a term."""
    return any(part.role == "Lbl" for item in listed.children for part in item.children)


def has_bullets(listed: PdfElement) -> bool:
    """Whether the first label of a list is one sign that is no letter and no digit."""
    labels = (part for item in listed.children for part in item.children if part.role == "Lbl")
    text = next((label.text.strip() for label in labels), "")
    return len(text) == 1 and not text.isalnum()
