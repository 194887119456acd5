"""Put notes at the foot of the page where they are referred to, if they fit there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from lxml import etree
from lxml.builder import E

from bindery.document.model import Element, add_class, language_at, text_of, unwrap
from bindery.editions.pdf.marks_elsewhere import FIRST
from bindery.locales import locale_of

LONGEST = 700
"""Characters. A longer note may need more than the page: WeasyPrint 70 never breaks one, and
prints what does not fit below the paper's edge."""

MOST_IN_A_BLOCK = 60
"""Notes. WeasyPrint 70 lays a block out again for each of its notes, so that two thousand of them
would take hours; sixty short notes fill the page."""

SAID_ELSEWHERE = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "th", "caption", "figcaption", "a"})
"""Elements in which a note would be read out of place: the words of headings, captions and links
are their names in lists, and a header cell is read out again with each of its cells."""

BESIDE = "beside"
"""The class of a mark right after another one: “1” and “2” must not be read as 12."""

_INLINE = frozenset(
    {"em", "strong", "span", "del", "sub", "sup", "abbr", "code", "kbd", "mark", "u"}
)
_BLOCKS_OF_A_FOOTNOTE = frozenset({"p", "ul", "ol", "blockquote"})
_ORPHANS = range(2, 7)
_MORE_THAN_A_PAGE = 99
_SHORT_BLOCK = 500
"""Letters. A shorter block is not broken at all, so that its notes are on its page more often."""

_SHORT_LINE, _LONG_LINE = 30, 80
"""Letters. No line of text is shorter or longer, but in a table's cell."""

_BLOCKS = ("li", *_BLOCKS_OF_A_FOOTNOTE)


def move_notes_to_pages(chapter: Element, language: str) -> None:
    """Move each note that fits at the foot of a page to its first reference.

    The others stay in the chapter's list of notes, with their numbers; an empty list is removed.
    No note is printed twice. ``language`` is that of the text around the chapter: a note keeps its
    own if its reference is in a passage in another one.
    """
    notes = chapter.find("section[@role='doc-endnotes']")
    numbered = notes.find("ol") if notes is not None else None
    if notes is None or numbered is None:
        return
    marks: dict[str, list[Element]] = defaultdict(list)
    for link in chapter.iter("a"):
        if _is_mark(link):
            marks[_target(link)].append(link)
            before = link.getprevious()
            if before is not None and _is_mark(before) and not before.tail:
                add_class(link, BESIDE)
    by_id = {item.get("id") or "": (number, item) for number, item in enumerate(numbered, start=1)}
    for number, item in by_id.values():
        item.set("value", str(number))
    moving = _few_in_a_block(one for one in chapter.iter("a") if _may_move(one, by_id))
    for block, lines in _possible_lines(moving).items():
        _keep_from_breaking(block, lines)
    for reference in moving:
        number, note = by_id.pop(_target(reference), (0, None))
        if note is not None:
            footnote = _footnote(note, number, reference.get("id") or "")
            _name_first(reference, marks[_target(reference)], language)
            own = language_at(note, language)
            if own != language_at(reference, language):
                footnote.set("lang", own)
            _insert_after(reference, footnote)
            numbered.remove(note)
    if not len(numbered):
        chapter.remove(notes)


def _is_mark(element: Element) -> bool:
    return element.get("role") == "doc-noteref"


def _may_move(reference: Element, by_id: dict[str, tuple[int, Element]]) -> bool:
    """Whether ``reference`` is one to a note, and the note can be put there."""
    if not _is_mark(reference) or _target(reference) not in by_id:
        return False
    _, note = by_id[_target(reference)]
    return _fits_a_foot(note) and _may_follow(reference)


def _target(reference: Element) -> str:
    return (reference.get("href") or "").removeprefix("#")


def _fits_a_foot(note: Element) -> bool:
    """Whether a page has room for ``note`` below the line that refers to it."""
    return len(text_of(note)) <= LONGEST and all(
        block.tag in _BLOCKS_OF_A_FOOTNOTE or block.get("role") == "doc-backlink" for block in note
    )


def _may_follow(reference: Element) -> bool:
    """Whether a note can be read out where ``reference`` is."""
    return not any(
        around.tag in SAID_ELSEWHERE or around.get("role") == "doc-endnotes"
        for around in reference.iterancestors()
    )


def _footnote(note: Element, number: int, reference: str) -> Element:
    """``note`` as a footnote: its number, which links back, and then its blocks.

    The ways back to its other marks stay in its last block.
    """
    for backlink in list(_backlinks(note)):
        if backlink.get("href") == f"#{reference}":
            backlink.text = None
            if backlink.getnext() is not None:
                backlink.tail = None
            unwrap(backlink)
    label = E.a(str(number), href=f"#{reference}", role="doc-backlink")
    footnote = E.aside(
        E.span({"class": "note-label", "data-structure": "Lbl"}, label), role="doc-footnote"
    )
    footnote.set("class", "footnote")
    footnote.set("id", note.get("id") or "")
    footnote.extend(list(note))
    _drop_space_between_blocks(footnote)
    return footnote


def _name_first(reference: Element, marks: Iterable[Element], language: str) -> None:
    """Tell the other ``marks`` of a note where it is, and the words that name its page.

    In a heading, a caption or a link, a page would be read as part of its name.
    """
    for mark in marks:
        if mark is not reference and _may_follow(mark):
            word = locale_of(language_at(mark, language)).word("ways.on-page", page="\n")
            before, _, after = word.text.partition("\n")
            mark.set(FIRST, reference.get("href") or "")
            mark.set("data-page", before)
            mark.set("data-after", after)


def _drop_space_between_blocks(footnote: Element) -> None:
    """Remove the line breaks of the markup: WeasyPrint 70 prints them as lines in a note."""
    for block in footnote.iter(*_BLOCKS):
        if block.tag != "p" and not (block.text or "").strip():
            block.text = None
        if not (block.tail or "").strip():
            block.tail = None


def _backlinks(note: Element) -> Iterator[Element]:
    return (link for link in note.iter("a") if link.get("role") == "doc-backlink")


def _few_in_a_block(references: Iterable[Element]) -> list[Element]:
    """The ``references`` without those in a block with too many for the feet of its pages."""
    by_block: dict[Element, list[Element]] = defaultdict(list)
    for reference in references:
        by_block[_block_around(reference)].append(reference)
    return [one for those in by_block.values() if len(those) <= MOST_IN_A_BLOCK for one in those]


def _block_around(reference: Element) -> Element:
    return next(around for around in reference.iterancestors() if around.tag not in _INLINE)


def _possible_lines(references: Iterable[Element]) -> dict[Element, set[int]]:
    """The blocks with ``references``, and the lines, from 0, that one may be on."""
    lines: dict[Element, set[int]] = defaultdict(set)
    for reference in references:
        block = _block_around(reference)
        letters = _letters_before(reference, block)
        lines[block].update(range(letters // _LONG_LINE, letters // _SHORT_LINE + 1))
    return lines


def _letters_before(reference: Element, block: Element) -> int:
    letters = 0
    for event, element in etree.iterwalk(block, events=("start", "end")):
        if element is reference:
            break
        text = element.text if event == "start" else element.tail
        letters += len(text or "")
    return letters


def _keep_from_breaking(block: Element, lines: set[int]) -> None:
    """Set ``orphans`` so that no page break loses a note.

    To get the last of a block's first lines (``orphans``) onto a page, WeasyPrint 70 moves that
    page's notes to the next, and then drops the notes that the line itself refers to.
    """
    orphans = _MORE_THAN_A_PAGE
    if block.tag != "td" and len(text_of(block)) > _SHORT_BLOCK:
        orphans = next((few for few in _ORPHANS if few - 1 not in lines), orphans)
    block.set("style", f"orphans: {orphans}")


def _insert_after(reference: Element, footnote: Element) -> None:
    parent = reference.getparent()
    assert parent is not None
    footnote.tail, reference.tail = reference.tail, None
    parent.insert(parent.index(reference) + 1, footnote)
