"""Number the paragraphs of a Word file, and note where each of them is."""

from bindery.importing.remarks import Origin
from bindery.importing.word.names import NUMBER, Element, P, every, is_on, q, text_of, value

_FIRST_WORDS = 60


class Paragraphs:
    """The paragraphs of one file by number: where they are, and what their text looks like."""

    def __init__(self) -> None:
        self.origins: dict[int, Origin] = {}
        self.sizes: dict[int, float] = {}
        self.flagged: set[int] = set()
        """Those of tables whose first row Word was told is a header row."""
        self.boxes: dict[int, int] = {}
        """The number of the text box that a paragraph was in."""

    def number(self, root: Element, *, pages: bool) -> None:
        """Give every paragraph below ``root`` a number."""
        page = 1
        has_marks = pages and bool(every(root, "w:lastRenderedPageBreak"))
        for one in root.iter(P, q("w:lastRenderedPageBreak")):
            if one.tag != P:
                page += 1
                continue
            number = len(self.origins) + 1
            one.set(NUMBER, str(number))
            begins = sum(1 for _ in one.iter(q("w:lastRenderedPageBreak"))) if has_marks else 0
            words = text_of(one)[:_FIRST_WORDS]
            shown_on = page + (1 if begins and _begins_page(one) else 0)
            self.origins[number] = Origin(number, shown_on if has_marks else 0, words)
            if size := _size(one):
                self.sizes[number] = size
        for table in every(root, "w:tbl"):
            if is_on(table.find(f"{q('w:tr')}/{q('w:trPr')}"), "w:tblHeader"):
                self.flagged.update(int(p.get(NUMBER, "0")) for p in table.iter(P))


def _begins_page(paragraph: Element) -> bool:
    """Whether the page break is before the first word of ``paragraph``."""
    for one in paragraph.iter(q("w:t"), q("w:lastRenderedPageBreak")):
        return one.tag != q("w:t")
    return False


def _size(paragraph: Element) -> float:
    """The size of the letters of the first run, in half points, if the run says it."""
    for run in paragraph.iter(q("w:r")):
        said = value(run.find(q("w:rPr")), "w:sz")
        return float(said) if said.replace(".", "", 1).isdigit() else 0.0
    return 0.0
