"""Lists whose labels are as written, tasks, lines that are kept, and who is quoted."""

import re
from collections.abc import Iterable

from lxml.builder import E

from bindery.document.model import (
    IN_SUMMARY,
    Element,
    add_class,
    has_class,
    language_at,
    mark_language,
    text_of,
    unwrap,
)
from bindery.document.pictures.task_boxes import DONE, NOT_DONE
from bindery.locales import locale_of
from bindery.vocabulary.publication import Metadata

STYLES = {
    "1": "decimal",
    "a": "lower-alpha",
    "A": "upper-alpha",
    "i": "lower-roman",
    "I": "upper-roman",
}
"""CSS's name of each ``type`` of numbered list."""

DELIMITERS = {"period": "", "paren": "-paren", "parens": "-parens"}
"""How the class of a list ends: ``a.``, ``a)`` and ``(a)``."""

EXAMPLE = "example"
"""The class of lists that are numbered through the book, and of links to their items."""

_COUNTED = "data-counted"

LINE = "verse"
"""The class of a line whose end its author has chosen, in a ``stanza`` of a ``line-block``."""

TASK = "task"
"""The class of the drawn box of a task."""

ATTRIBUTION = "attribution"
"""The class of the last paragraph of a quotation, where it says whose words they are."""

_DASH = re.compile(r"[—―–]\s*[^\W\d_]")
_ENDS_SENTENCE = re.compile(r"[.!?…:;,][»”\"’)]*$")
_MOST_LETTERS = 120


def write_list(div: Element, metadata: Metadata) -> None:
    """Give the numbered list in ``div`` its type, its first number and the class of its labels."""
    numbered = div.find("ol")
    kind = _attribute(div, "type")
    start, delimiter = _attribute(div, "start"), _attribute(div, "delim")
    if numbered is not None and kind in STYLES:
        numbered.set("type", kind)
        name = f"{STYLES[kind]}{DELIMITERS.get(delimiter, '')}"
        if name != STYLES["1"]:
            add_class(numbered, name)
        if start.isdecimal() and start != "1":
            numbered.set("start", start)
        if has_class(div, EXAMPLE):
            numbered.set(_COUNTED, "")
        for key in ("id", "lang", IN_SUMMARY):
            if (value := div.get(key)) is not None:
                numbered.set(key, value)
    unwrap(div)


def number_examples(chapters: Iterable[Element]) -> None:
    """Number the examples of all ``chapters``, and write the numbers where the text names them."""
    number = 0
    for chapter in chapters:
        numbers: dict[str, int] = {}
        for numbered in chapter.iter("ol"):
            if numbered.attrib.pop(_COUNTED, None) is None:
                continue
            if number:
                numbered.set("start", str(number + 1))
            for item in numbered.iterfind("li"):
                number += 1
                numbers[_take_name(item)] = number
        for link in chapter.iter("a"):
            said = numbers.get((link.get("href") or "").removeprefix("#"))
            if said is not None and has_class(link, EXAMPLE):
                link.text = f"({said})"


def _take_name(item: Element) -> str:
    """The name of the empty span that ``item`` begins with, which becomes its own."""
    first = item[0] if len(item) else None
    if first is not None and first.tag == "p":
        first = first[0] if len(first) else None
    if first is None or first.tag != "span" or not first.get("id"):
        return ""
    name = first.get("id") or ""
    item.set("id", name)
    unwrap(first)
    return name


def write_lines(div: Element, metadata: Metadata) -> None:
    """Make each line of the paragraphs in ``div`` a paragraph, so that they are heard one by one.

    The lines of one paragraph are a stanza.
    """
    for stanza in div.findall("p"):
        lines = [E.p({"class": LINE})]
        lines[0].text = stanza.text
        for child in list(stanza):
            if child.tag == "br":
                lines.append(E.p({"class": LINE}))
                lines[-1].text = (child.tail or "").lstrip("\n")
            else:
                lines[-1].append(child)
        stanza.tag, stanza.text = "div", None
        stanza.set("class", "stanza")
        stanza[:] = lines


def write_words(chapter: Element, metadata: Metadata) -> None:
    """Turn the spans for a line break, a task, a subscript and a superscript into elements."""
    for span in list(chapter.iter("span")):
        for name in (span.get("class") or "").split():
            if name == "br":
                span.tag = "br"
                span.attrib.clear()
                span.text = None
            elif name == TASK:
                _write_task(span, metadata)
            elif name in ("sub", "sup"):
                span.tag = name
                _drop_class(span, name)
            else:
                continue
            break
    for quotation in chapter.iter("blockquote"):
        _mark_attribution(quotation)


def _write_task(span: Element, metadata: Metadata) -> None:
    """Draw a box, with words for those who do not see it."""
    language = language_at(span, metadata.language)
    done = _attribute(span, "done") == "yes"
    word = locale_of(language).word("tasks.done" if done else "tasks.not-done")
    span.tag = "img"
    span.attrib.clear()
    span.text = None
    span[:] = []
    span.set("src", DONE if done else NOT_DONE)
    span.set("alt", word.text)
    span.set("class", f"{TASK} icon line-high")
    mark_language(span, word.language, language)


def _mark_attribution(quotation: Element) -> None:
    """Mark the last paragraph, if it is a dash and a name after the words that are quoted.

    What ends as a sentence, or follows another line with a dash, is somebody who speaks.
    """
    if len(quotation) < 2 or quotation[-1].tag != "p":
        return
    words, before = text_of(quotation[-1]), text_of(quotation[-2])
    is_short = len(words) <= _MOST_LETTERS and not _ENDS_SENTENCE.search(words)
    if is_short and _DASH.match(words) and not _DASH.match(before):
        add_class(quotation[-1], ATTRIBUTION)


def is_task(image: Element) -> bool:
    """Whether ``image`` is the box of a task, and no picture of the author's."""
    return has_class(image, TASK) and image.get("src") in (DONE, NOT_DONE)


def _drop_class(element: Element, name: str) -> None:
    left = [one for one in (element.get("class") or "").split() if one != name]
    if left:
        element.set("class", " ".join(left))
    else:
        del element.attrib["class"]


def _attribute(element: Element, name: str) -> str:
    return element.attrib.pop(name, None) or element.attrib.pop(f"data-{name}", None) or ""
