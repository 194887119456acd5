"""The text of trees is replaced by its braille, in place: elements and their order stay.

A block is translated whole, since capitals, numbers and set-off words reach over elements. Its
cells are cut back into the elements that their letters are from.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from bindery.document.braille.cells import Asked, Translation, in_cells
from bindery.document.braille.codes import Code
from bindery.document.model import SOURCE, Element, language_at
from bindery.tools.liblouis import BOLD, ITALIC, PLAIN, StuckError
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.findings import Location
from bindery.vocabulary.text import Text

# The sign of underlining is that of a capital Greek letter, too: what is underlined is emphasised.
_LOOKS = {**dict.fromkeys(("em", "i", "cite", "u"), ITALIC), "strong": BOLD, "b": BOLD}
INLINE = frozenset(
    {"a", "abbr", "bdi", "bdo", "code", "data", "del", "dfn", "ins", "kbd", "mark", "q", "s"}
    | {"samp", "small", "span", "sub", "sup", "time", "var", "wbr", *_LOOKS}
)
"""Elements within a block. All others begin one and end one."""

_WHOLE = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "code", "pre"})
"""Elements in which no word is divided."""

_SPACE = re.compile(r"[ \t\n\r\f]+")

_NO_END = Text(
    nb="Programmet som lager punktskrift, kom ikke til noen ende i avsnittet ved {place}.",
    en="The program that makes braille came to no end in the paragraph at {place}.",
)
_TAKE_OUT = Text(
    nb="Skriv adresser og uvanlige tegn i avsnittet på en annen måte, eller slå av punktskrift i"
    " publication.toml.",
    en="Write addresses and unusual characters in it another way, or switch braille off in"
    " publication.toml.",
)


@dataclass(slots=True)
class _Run:
    """Text of one element: its own, what follows it, or an attribute of it."""

    element: Element
    name: str
    cells: list[str] = field(default_factory=list)

    def write(self) -> None:
        text = "".join(self.cells)
        if self.name == "text":
            self.element.text = text or None
        elif self.name == "tail":
            self.element.tail = text or None
        else:
            self.element.set(self.name, text)


@dataclass(slots=True)
class _Block:
    """The runs of one block: each letter with its run and looks."""

    language: str
    divided: bool = True
    letters: list[tuple[str, int, int]] = field(default_factory=list)
    runs: list[_Run] = field(default_factory=list)

    def add(self, element: Element, name: str, text: str | None, looks: int) -> None:
        self.runs.append(_Run(element, name))
        for letter in _SPACE.sub(" ", text or ""):
            if letter != " " or (self.letters and self.letters[-1][0] != " "):
                self.letters.append((letter, len(self.runs) - 1, looks))

    def asked(self) -> Asked:
        if self.letters and self.letters[-1][0] == " ":
            self.letters.pop()
        text = "".join(letter for letter, _, _ in self.letters)
        looks = tuple(looks for _, _, looks in self.letters)
        return Asked(text, looks if any(looks) else (), self.divided, self.language)


def translate(trees: Iterable[Element], code: Code, language: str) -> frozenset[str]:
    """Write ``trees`` in braille; return the letters that ``code`` has no sign for."""
    blocks = [block for tree in trees for block in _blocks(tree, language) if block.runs]
    asked = [block.asked() for block in blocks]
    try:
        translation: Translation = in_cells(asked, code)
    except StuckError as error:
        number = min(error.number, len(blocks) - 1)
        place = _place(blocks[number].runs[0].element)
        raise PipelineError(_NO_END.filled(place=place), _TAKE_OUT) from error
    for block, said in zip(blocks, translation.said, strict=True):
        for cell, at in said.cells:
            block.runs[block.letters[at][1]].cells.append(cell)
        for run in block.runs:
            run.write()
    return translation.lacking


def _place(element: Element) -> str:
    stamps = (one.get(SOURCE) for one in (element, *element.iterancestors()))
    place = Location.stamped(next(filter(None, stamps), ""))
    return str(place or "manuscript/")


def _blocks(tree: Element, language: str) -> Iterator[_Block]:
    walk = _Walk(language)
    walk.inside(tree, language, PLAIN)
    walk.end()
    yield from walk.blocks
    for element in tree.iter("abbr"):
        if title := element.get("title"):
            block = _Block(language_at(element, language), divided=False)
            block.add(element, "title", title, PLAIN)
            yield block


class _Walk:
    """Collects the blocks of a tree."""

    def __init__(self, language: str) -> None:
        self.blocks: list[_Block] = []
        self._block = _Block(language)

    def end(self) -> None:
        """End the block. White space between blocks goes."""
        if any(letter != " " for letter, _, _ in self._block.letters) or self._block.runs:
            self.blocks.append(self._block)
        self._block = _Block(self._block.language)

    def inside(self, element: Element, language: str, looks: int) -> None:
        """Add the content of ``element``."""
        language = element.get("lang") or language
        looks |= _LOOKS.get(str(element.tag), PLAIN)
        is_block = element.tag not in INLINE
        if is_block:
            self.end()
            self._block.divided = element.tag not in _WHOLE
        if not self._block.letters:
            self._block.language = language
        if element.tag in _WHOLE:
            self._block.divided = False
        self._block.add(element, "text", element.text, looks)
        for child in element:
            if isinstance(child.tag, str):
                self.inside(child, language, looks)
            if child.tag not in INLINE:
                self.end()
                self._block.divided = element.tag not in _WHOLE
                self._block.language = language
            self._block.add(child, "tail", child.tail, looks)
        if is_block:
            self.end()
