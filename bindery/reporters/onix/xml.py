"""Writing ONIX elements by their reference names."""

from lxml import etree

NAMESPACE = "http://ns.editeur.org/onix/3.0/reference"

Element = etree._Element


def element(name: str, *content: Element | str, **attributes: str) -> Element:
    """The element ``name`` with its text or its parts, in that order."""
    made = etree.Element(f"{{{NAMESPACE}}}{name}", attributes, nsmap={None: NAMESPACE})
    for part in content:
        if isinstance(part, str):
            made.text = (made.text or "") + part
        else:
            made.append(part)
    return made
