"""The styles of a Word file: what is a heading, what is hidden, how wide tables are."""

import re

from lxml import etree

from bindery.importing.remarks import Remarks
from bindery.importing.word.names import (
    WORD,
    Element,
    every,
    is_on,
    number_of,
    q,
    remove,
    text_of,
    value,
)
from bindery.vocabulary.text import Text

_QUOTES = re.compile(r"quote|sitat|block ?text", re.IGNORECASE)
_HEADING = re.compile(r"heading (\d)")


class Styles:
    """The styles of the file: their names, what hides, what is a heading."""

    def __init__(self, root: Element | None) -> None:
        self.root = etree.Element(q("w:styles"), nsmap={"w": WORD}) if root is None else root
        self.names: dict[str, str] = {}
        self._based: dict[str, str] = {}
        self._levels: dict[str, str] = {}
        self._languages: dict[str, str] = {}
        standard = ""
        hidden = set()
        for style in every(self.root, "w:style"):
            name = style.get(q("w:styleId"), "")
            self.names[name] = value(style, "w:name")
            self._based[name] = value(style, "w:basedOn")
            self._levels[name] = value(style.find(q("w:pPr")), "w:outlineLvl")
            self._languages[name] = value(style.find(q("w:rPr")), "w:lang")
            if is_on(style.find(q("w:rPr")), "w:vanish"):
                hidden.add(name)
            if style.get(q("w:default"), "0") in ("1", "true", "on"):
                standard = standard or self._languages[name]
        self.hidden = frozenset(hidden)
        found = self.root.find(f".//{q('w:rPrDefault')}//{q('w:lang')}")
        self.language = standard or ("" if found is None else found.get(q("w:val"), ""))

    def level(self, name: str) -> int:
        """The level of heading that a style of the author's own stands for; 0 for none."""
        for _ in range(20):
            if _HEADING.fullmatch(self.names.get(name, "").lower()):
                return 0
            if (level := self._levels.get(name, "")).isdigit():
                return int(level) + 1 if int(level) < 9 else 0
            name = self._based.get(name, "")
        return 0

    def language_of(self, name: str) -> str:
        """The language that a style, or one it is based on, says of its words; empty for none."""
        for _ in range(20):
            if not name or self._languages.get(name):
                break
            name = self._based.get(name, "")
        return self._languages.get(name, "")

    def heading(self, level: int) -> str:
        """The id of Word's own style for a heading, which is added if it is not there."""
        called = f"heading {level}"
        for name, each in self.names.items():
            if each.lower() == called:
                return name
        self.add("paragraph", f"BinderyHeading{level}", called, "")
        return f"BinderyHeading{level}"

    def add(self, kind: str, name: str, called: str, base: str) -> None:
        """Add a style."""
        style = etree.SubElement(
            self.root,
            q("w:style"),
            {q("w:type"): kind, q("w:customStyle"): "1", q("w:styleId"): name},
        )
        etree.SubElement(style, q("w:name"), {q("w:val"): called})
        if base:
            etree.SubElement(style, q("w:basedOn"), {q("w:val"): base})
        self.names[name] = called


def set_shape(root: Element, styles: Styles) -> None:
    """Say what is a heading, and let no indentation be taken for a quotation."""
    for paragraph in every(root, "w:p"):
        properties = paragraph.find(q("w:pPr"))
        if properties is None:
            continue
        style = value(properties, "w:pStyle")
        own = value(properties, "w:outlineLvl")
        level = styles.level(style) if style else 0
        if not level and own.isdigit() and int(own) < 9 and _is_title(paragraph):
            level = int(own) + 1
        if level:
            for old in every(properties, "w:pStyle"):
                properties.remove(old)
            name = styles.heading(min(level, 6))
            properties.insert(0, properties.makeelement(q("w:pStyle"), {q("w:val"): name}))
        if not _QUOTES.search(styles.names.get(style, "")):
            for indent in every(properties, "w:ind"):
                remove(indent)
    for each in every(styles.root, "w:style"):
        if not _QUOTES.search(value(each, "w:name")):
            for indent in every(each, "w:ind"):
                remove(indent)


_NUMBERS = Text(
    nb="{count} celler har bare et nummer som Word lager selv. Det er ikke i filen: Skriv det inn",
    en="{count} cells have nothing but a number that Word makes. It is not in the file: type it in",
)


def say_numbers(root: Element, styles: Styles, remarks: Remarks) -> None:
    """Remark on each table with cells that have an automatic number and no words."""
    numbered = {
        style.get(q("w:styleId"), "")
        for style in every(styles.root, "w:style")
        if style.find(f"{q('w:pPr')}/{q('w:numPr')}") is not None
    }
    for table in every(root, "w:tbl"):
        count = 0
        for cell in every(table, "w:tc"):
            for properties in every(cell, "w:pPr"):
                own = properties.find(q("w:numPr")) is not None
                named = value(properties, "w:pStyle") in numbered
                count += (own or named) and not text_of(cell)
        if count and next(table.iterancestors(q("w:tbl")), None) is None:
            says = _NUMBERS.filled(count=count)
            remarks.add(number_of(table), "automatic-numbers", "dropped", says, grave=True)


def set_grids(root: Element) -> None:
    """Give each table as many columns as its widest row: pandoc leaves out cells beyond them."""
    for table in every(root, "w:tbl"):
        columns = max((sum(map(_span, row)) for row in table.iterchildren(q("w:tr"))), default=0)
        grid = table.find(q("w:tblGrid"))
        if grid is None:
            grid = table.makeelement(q("w:tblGrid"), {})
            properties = table.find(q("w:tblPr"))
            table.insert(0 if properties is None else table.index(properties) + 1, grid)
        widths = [one.get(q("w:w"), "") for one in grid.iterchildren(q("w:gridCol"))]
        if len(widths) < columns or not all(width.isdigit() for width in widths):
            grid[:] = [
                grid.makeelement(q("w:gridCol"), {q("w:w"): "1000"})
                for _ in range(max(columns, len(widths)))
            ]


def _span(part: Element) -> int:
    """How many columns a part of a row takes."""
    if part.tag == q("w:tc"):
        said = value(part.find(q("w:tcPr")), "w:gridSpan")
        return int(said) if said.isdigit() and 0 < int(said) < 200 else 1
    if part.tag == q("w:trPr"):
        before = [value(part, name) for name in ("w:gridBefore", "w:gridAfter")]
        return sum(int(said) for said in before if said.isdigit() and int(said) < 200)
    return sum(map(_span, part)) if part.tag in (q("w:sdt"), q("w:sdtContent")) else 0


def _is_title(paragraph: Element) -> bool:
    """Whether a paragraph with a level of its own looks like a heading, too."""
    words = text_of(paragraph)
    is_in_cell = next(paragraph.iterancestors(q("w:tc")), None) is not None
    return len(words.split()) <= 12 and "." not in words and not is_in_cell
