"""Paragraphs with numbers, and which of them each finding is about.

A number is that of the chapter and of the paragraph in it, so that a change in one chapter moves no
number in another.
"""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace

from bindery.document.callouts import HEARD
from bindery.document.model import SOURCE, Document, Element, chapters_in, has_class
from bindery.vocabulary.findings import Finding

NUMBER = "paragraph-number"
"""The class of a number."""

NOTE = "review-note"
"""The class of a paragraph that tells a finding."""

_NUMBERED = frozenset({"p", "li", "dt", "dd", "figcaption", "caption"})
_BLOCKS = frozenset({"p", "ul", "ol", "dl", "div", "table", "figure", "blockquote", "pre"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HOLDERS = frozenset({"li", "dd", "figcaption"})
"""What has either words or blocks in it. Of blocks, each has a number of its own."""
_OWN_WORDS = ("label", "callout-title", HEARD)
_NO_ROOM = frozenset({"table", "figure"})
_NOTES = "doc-endnotes"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a heading, with its number if it has one."""

    element: Element
    number: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of a Document, its blocks in order, and the findings about them in ``language``.

    ``others`` are about no block. Nothing of this is written into the Document yet.
    """

    document: Document
    blocks: tuple[Block, ...]
    found: Mapping[Block, list[Finding]]
    others: tuple[Finding, ...]
    language: str


def numbered(document: Document, findings: Iterable[Finding], language: str) -> Copy:
    """A copy of ``document`` with its blocks, and the ``findings`` by the block they are about."""
    copy = replace(document, body=deepcopy(document.body), draft=True, for_comments=True)
    blocks = tuple(_blocks(copy))
    found, others = _by_block(copy, blocks, findings)
    return Copy(copy, blocks, found, others, language)


def _blocks(document: Document) -> Iterator[Block]:
    for part, chapter in zip(document.chapters, chapters_in(document.body), strict=True):
        count = 0
        for element in chapter.iter():
            if element.tag in _HEADINGS and not _is_in(element, _NOTES):
                yield Block(element)
            elif _is_numbered(element):
                count += 1
                yield Block(element, f"{part.number or part.position}.{count}")


def _is_numbered(element: Element) -> bool:
    """Whether a block has words of the author's own, and is no note and in no table."""
    if element.tag not in _NUMBERED or any(has_class(element, name) for name in _OWN_WORDS):
        return False
    if element.tag in _HOLDERS:
        first = element[0] if len(element) else None
        if first is not None and first.tag in _BLOCKS and not (element.text or "").strip():
            return False
    in_table = any(one.tag == "table" for one in element.iterancestors())
    if _is_in(element, _NOTES) or (in_table and element.tag != "caption"):
        return False
    return bool("".join(element.itertext()).strip()) or element.find(".//img") is not None


def _is_in(element: Element, role: str) -> bool:
    return any(one.get("role") == role for one in (element, *element.iterancestors()))


def write_numbers(blocks: Iterable[Block], attributes: Mapping[str, str]) -> None:
    """Begin each numbered block with its number, in a ``span`` with ``attributes``."""
    for block in blocks:
        if block.number:
            span = block.element.makeelement("span", dict(attributes))
            span.text = block.number
            span.tail = f" {block.element.text or ''}"
            block.element.text = None
            block.element.insert(0, span)


def _by_block(
    document: Document, blocks: tuple[Block, ...], findings: Iterable[Finding]
) -> tuple[dict[Block, list[Finding]], tuple[Finding, ...]]:
    """The ``findings`` by the block they are about, and those that are about none of them."""
    starts: dict[str, list[tuple[int, int]]] = defaultdict(list)
    places = {id(block.element): at for at, block in enumerate(blocks)}
    for at, element in _stamped(document, places):
        path, _, line = (element.get(SOURCE) or "").rpartition(":")
        if line.isdecimal():
            starts[path].append((int(line), at))
    for known in starts.values():
        known.sort()
    found: dict[Block, list[Finding]] = defaultdict(list)
    others: list[Finding] = []
    for finding in findings:
        known = starts.get(finding.location.path, [])
        at = bisect_right(known, (finding.location.line or 0, len(blocks)))
        if not known or finding.location.line is None:
            others.append(finding)
        else:
            found[blocks[known[max(0, at - 1)][1]]].append(finding)
    return found, tuple(others)


def _stamped(document: Document, places: Mapping[int, int]) -> Iterator[tuple[int, Element]]:
    """Each element with a place in the manuscript, and the block that it is, has or is after."""
    last = 0
    for element in document.body.iter():
        if id(element) in places:
            last = places[id(element)]
        if SOURCE in element.attrib:
            inside = (places[id(one)] for one in element.iter() if id(one) in places)
            yield next(inside, last), element


def write_notes(copy: Copy) -> None:
    """Write the findings below their blocks, and those about none below the first heading."""
    around = copy.document.publication.metadata.language
    found = {block: list(findings) for block, findings in copy.found.items()}
    for block in copy.blocks[:1]:
        found[block] = [*copy.others, *found.get(block, ())]
    for block, findings in found.items():
        after = _with_room(block.element)
        for finding in reversed(findings):
            note = after.makeelement("p", {"class": NOTE})
            if copy.language != around:
                note.set("lang", copy.language)
            note.text = f"{block.number} {said(finding, copy.language)}".strip()
            if after.tag in ("li", "dd"):
                after.append(note)
            else:
                note.tail, after.tail = after.tail, None
                after.addnext(note)


def _with_room(element: Element) -> Element:
    """The element that a note can be beside, or in if it is an item of a list."""
    for one in (element, *element.iterancestors()):
        if one.tag in _NO_ROOM:
            return one
    return element if element.tag != "dt" else next(element.iterancestors("dl"))


def said(finding: Finding, language: str) -> str:
    """A finding as one paragraph."""
    words = finding.message.said_in(language), finding.hint.said_in(language)
    return f"[{finding.rule}] {' '.join(' '.join(words).split())}"
