"""Blocks of code with long or numbered lines: each line an element, so that it can be told apart.

A line that goes on below hangs by two letters, with an arrow beside it. In print such a block gets
smaller letters first, if it then fits. Blocks of short lines stay as they are.
"""

from collections.abc import Iterable, Sequence

from lxml import etree
from lxml.builder import E

from bindery.document.code_kinds import Kinds, kinds_in
from bindery.document.model import Element, add_class, has_class, language_at, say
from bindery.document.paper import (
    LARGE_PRINT_PAPER,
    LARGE_TEXT_SIZE,
    PAPER,
    POINTS_TO_A_MILLIMETRE,
    SMALLEST_LETTERS,
    TEXT_SIZE,
    Page,
)
from bindery.locales import locale_of
from bindery.vocabulary.publication import Publication

LETTER = 0.6
"""The width of each letter of Noto Sans Mono, as a share of its size."""

PADDING = 2.6
"""The room at both sides of a block of code, as a share of the text's size. See ``print.css``."""

LINES, LINE = "lines", "line"
"""Classes of a block whose lines are elements, and of these."""

NUMBERED = "numbered"
"""The class of a block whose lines have numbers."""

AS_PANDOC = "numberLines"
"""The class that pandoc's manual has for it."""

FIRST = "data-first-line"
"""The attribute with the number of the first line, until the lines are elements."""

FIRST_OF_STYLE = "counter-reset: line "
"""How the style of code begins whose first line has another number than 1."""

_INDENT = {"li": 2.0, "blockquote": 1.5, "dd": 1.5}
"""What a block that code is in takes of the line, as a share of the text's size."""

_NUMBER = 3.0
"""What the numbers of lines take of the line, as a share of the letters' size."""

_TAB = 8
_NAMES = {
    "c++": "C++", "cpp": "C++", "cs": "C#", "csharp": "C#", "css": "CSS", "html": "HTML",
    "javascript": "JavaScript", "js": "JavaScript", "json": "JSON", "latex": "LaTeX",
    "md": "Markdown", "php": "PHP", "py": "Python", "r": "R", "rs": "Rust", "sql": "SQL",
    "tex": "TeX", "text": "", "toml": "TOML", "ts": "TypeScript", "txt": "",
    "typescript": "TypeScript", "xml": "XML", "yaml": "YAML", "yml": "YAML",
}  # fmt: skip


def letters_fitting(page: Page, text_size: float, letters: float = 0.0, indent: float = 0.0) -> int:
    """How many letters of code a line of ``page`` has room for.

    ``letters`` is the size of the code's letters, in points; without it they are as large as the
    text. ``indent`` is what blocks around take, as a share of the text's size.
    """
    room = page.text_width * POINTS_TO_A_MILLIMETRE - (PADDING + indent) * text_size
    return max(1, int(room / ((letters or text_size) * LETTER) + 1e-6))


def longest_line(text: str) -> int:
    """How many letters the longest line of a block of code has."""
    return max(len(line.expandtabs(_TAB)) for line in text.split("\n"))


def indent_of(pre: Element) -> float:
    """What the blocks around a block of code take of the line, as a share of the text's size."""
    numbers = _NUMBER if has_class(pre, NUMBERED) else 0.0
    return numbers + sum(_INDENT.get(str(around.tag), 0.0) for around in pre.iterancestors())


def read_information(pre: Element) -> None:
    """Read what pandoc says of a block of code: its language, and the numbers of its lines."""
    classes = (pre.attrib.pop("class", None) or "").split()
    first = pre.attrib.pop("data-startFrom", None) or pre.attrib.pop("startFrom", None) or "1"
    languages = [name for name in classes if name != AS_PANDOC]
    if languages:
        pre.set("data-code-language", " ".join(languages))
    if AS_PANDOC in classes:
        pre.set("class", NUMBERED)
        pre.set(FIRST, first if first.isdecimal() else "1")


def write_code(publication: Publication, chapters: Iterable[Element]) -> None:
    """Mark the lines of each block of code that need it, the kinds of its words, its language.

    Lines are elements in blocks with numbers, or with a line that is too long for the page.
    """
    settings, language = publication.settings, publication.metadata.language
    pages = [(PAPER[settings.editions.pdf.page_size], TEXT_SIZE)]
    if settings.editions.large_print.enabled:
        pages.append((LARGE_PRINT_PAPER, LARGE_TEXT_SIZE))
    blocks = [
        (pre, code, code.text)
        for chapter in chapters
        for pre in chapter.iter("pre")
        if (code := pre.find("code")) is not None and not len(code) and code.text
    ]
    kinds: list[tuple[Kinds, ...] | None] = [None] * len(blocks)
    if settings.code.colours:
        kinds = kinds_in([(_language_of(pre), text) for pre, _, text in blocks])
    for (pre, code, text), kinds_of_lines in zip(blocks, kinds, strict=True):
        indent = indent_of(pre)
        room = min(letters_fitting(page, size, indent=indent) for page, size in pages)
        apart = has_class(pre, NUMBERED) or longest_line(text) > room
        if apart or kinds_of_lines:
            lines = kinds_of_lines or tuple(((line, ""),) for line in text.split("\n"))
            _write_lines(pre, code, lines, apart=apart)
        if (first := pre.attrib.pop(FIRST, "1")) != "1":
            code.set("style", f"{FIRST_OF_STYLE}{int(first) - 1}")
        if settings.code.language_is_said and (name := name_of_language(_language_of(pre))):
            around = language_at(pre, language)
            said = E.p({"class": "code-language"})
            pre.addprevious(say(locale_of(around).word("blocks.code", language=name), said, around))


def _language_of(pre: Element) -> str:
    return pre.get("data-code-language", "").partition(" ")[0]


def name_of_language(written: str) -> str:
    """What readers call a programming language: «JavaScript» for ``js``."""
    return _NAMES.get(written.lower(), written[:1].upper() + written[1:])


def _write_lines(pre: Element, code: Element, lines: Sequence[Kinds], *, apart: bool) -> None:
    """Write ``lines`` into ``code``, each as an element if they are to be ``apart``.

    The line break of each is in it, so that copies have it.
    """
    code.text = None
    if apart:
        add_class(pre, LINES)
    for number, line in enumerate(lines, start=1):
        around = etree.SubElement(code, "span", {"class": LINE}) if apart else code
        last = around
        for words, kind in line:
            last = etree.SubElement(around, "span", {"class": kind}) if kind else around
            _add_text(last, words)
        if number < len(lines):
            # With its line's last words: WeasyPrint has no box for a line break of its own.
            _add_text(last, "\n")


def _add_text(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def may_go_on(line: Element, page: Page, size: float, indent: float) -> bool:
    """Whether a line of code, in letters of ``size`` points, may need more than one on ``page``.

    A tenth of the room is left for typefaces with wider letters; those of other scripts, which may
    be twice as wide, are counted so.
    """
    text = "".join(line.itertext()).expandtabs(_TAB)
    letters = sum(1 if letter < _WIDE else 2 for letter in text)
    return letters > 0.9 * letters_fitting(page, size, size, indent)


_WIDE = "\u0250"
"""The first letter after the Latin ones, which Noto Sans Mono has."""


def size_of_code(pre: Element, page: Page, text_size: int) -> float:
    """The size of letters, in points, that a block of long lines gets in print; 0 for the text's.

    Smaller ones only where all lines then fit, and never in large print.
    """
    smallest = SMALLEST_LETTERS[text_size]
    if text_size >= LARGE_TEXT_SIZE:
        return 0
    longest = longest_line("".join(pre.itertext()))
    indent = indent_of(pre)
    size = float(text_size)
    while size >= smallest:
        if longest <= letters_fitting(page, text_size, size, indent):
            return size if size < text_size else 0
        size -= 0.5
    return 0
