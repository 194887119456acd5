"""Tables on a screen: each in a region that scrolls by itself."""

from lxml.builder import E

from bindery.document.model import Element


def make_regions(tree: Element, prefix: str) -> None:
    """Let a table wider than the screen scroll by itself, also from the keyboard (WCAG 2.1.1).

    ``prefix`` makes the names of captions that have none.
    """
    for number, table in enumerate(list(tree.iter("table")), start=1):
        caption = table.find("caption")
        region = E.div({"class": "region"})
        if caption is not None:
            name = caption.get("id") or f"{prefix}-tabell-{number}"
            caption.set("id", name)
            region.attrib.update({"role": "region", "tabindex": "0", "aria-labelledby": name})
        parent = table.getparent()
        assert parent is not None
        region.tail, table.tail = table.tail, None
        parent.replace(table, region)
        region.append(table)
