"""A finished page of HTML, read from its bytes: the summary."""

from dataclasses import dataclass
from pathlib import Path

import lxml.html
from lxml import etree

from bindery.document.model import MATHML, Element
from bindery.finished.documents import SVG, XHTML, Finished, UnreadableError, elements_by_id

_FOREIGN = {"svg": SVG, "math": MATHML}


@dataclass(frozen=True, kw_only=True)
class FinishedPage(Finished):
    """One page, and the ``folder`` where it offers files."""

    folder: Path

    @property
    def root(self) -> Element:
        """Its only document."""
        return next(iter(self.documents.values()))


def read_page(file: Path, subject: str = "") -> FinishedPage:
    """The page in ``file``, its elements named as an EPUB's are.

    Raises ``UnreadableError`` where nothing is there to read.
    """
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = lxml.html.document_fromstring(file.read_bytes(), parser=parser)
    except (OSError, etree.LxmlError, ValueError) as error:
        raise UnreadableError(str(error) or type(error).__name__) from error
    _into_namespaces(root, XHTML)
    return FinishedPage(
        subject=subject,
        documents={file.name: root},
        named={file.name: elements_by_id(root)},
        sheets={},
        folder=file.parent,
    )


def _into_namespaces(element: Element, around: str) -> None:
    """Name ``element`` and all in it as the HTML standard does: HTML, SVG, MathML."""
    tag = str(element.tag)
    namespace = _FOREIGN.get(tag, around)
    element.tag = f"{namespace}{tag}"
    for child in element:
        if isinstance(child.tag, str):
            _into_namespaces(child, namespace)
