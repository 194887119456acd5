"""Notes at the foot of the page where they are referred to, as far as a page can hold them."""

from collections.abc import Iterator

from lxml.builder import E

from bindery.document.model import Element, text_of, unwrap

LONGEST = 700
"""Characters. A longer note may need more than the page: WeasyPrint 70 never breaks one, and
prints what does not fit below the paper's edge."""

SAID_ELSEWHERE = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "th", "caption", "figcaption", "a"})
"""Where a note would be heard out of place: the words of headings, captions and links are names
by which a reader finds them, and a header cell is said again at each of its cells."""

_BREAKING_SPACES = " \t\n"
_INLINE = frozenset({"em", "strong", "span", "del", "sub", "sup", "abbr", "code"})
_BLOCKS_OF_A_FOOTNOTE = frozenset({"p", "ul", "ol", "blockquote"})


def move_notes_to_pages(chapter: Element) -> None:
    """Put each note that can stand at the foot of a page where it is first referred to.

    The others stay in the chapter's list of notes, with their numbers, and the list goes when no
    note is left in it. No note is printed twice.
    """
    notes = chapter.find("section[@role='doc-endnotes']")
    numbered = notes.find("ol") if notes is not None else None
    if notes is None or numbered is None:
        return
    by_id = {item.get("id"): (number, item) for number, item in enumerate(numbered, start=1)}
    for number, item in by_id.values():
        item.set("value", str(number))
    for reference in list(chapter.iter("a")):
        name = (reference.get("href") or "").removeprefix("#")
        if reference.get("role") == "doc-noteref" and name in by_id:
            number, note = by_id[name]
            if _fits_a_foot(note) and _may_follow(reference):
                _keep_whole(reference)
                _insert(_footnote(note, number, reference.get("id") or ""), reference)
                numbered.remove(note)
                del by_id[name]
    if not len(numbered):
        chapter.remove(notes)


def _fits_a_foot(note: Element) -> bool:
    """Whether a page has room for ``note`` below the line that refers to it."""
    return len(text_of(note)) <= LONGEST and all(
        block.tag in _BLOCKS_OF_A_FOOTNOTE or block.get("role") == "doc-backlink" for block in note
    )


def _may_follow(reference: Element) -> bool:
    """Whether a note can be heard where ``reference`` stands."""
    return not any(
        around.tag in SAID_ELSEWHERE or around.get("role") == "doc-endnotes"
        for around in reference.iterancestors()
    )


def _footnote(note: Element, number: int, reference: str) -> Element:
    """``note`` as it stands on a page: its number, which leads back, and then its blocks."""
    for backlink in list(_backlinks(note)):
        backlink.text = None
        unwrap(backlink)
    label = E.a(str(number), href=f"#{reference}", role="doc-backlink")
    footnote = E.aside(
        E.span({"class": "note-label", "data-structure": "Lbl"}, label), role="doc-footnote"
    )
    footnote.set("class", "footnote")
    footnote.set("id", note.get("id") or "")
    footnote.extend(list(note))
    return footnote


def _backlinks(note: Element) -> Iterator[Element]:
    return (link for link in note.iter("a") if link.get("role") == "doc-backlink")


def _keep_whole(reference: Element) -> None:
    """Mark the block that ``reference`` stands in as one that a page break should not go through.

    Where WeasyPrint 70 makes room for a block's first lines by sending notes to the next page, it
    forgets the notes of the line itself; it never does so for a block that it may not break.
    """
    block = next(around for around in reference.iterancestors() if around.tag not in _INLINE)
    block.set("class", f"{block.get('class', '')} noted".strip())


def _insert(footnote: Element, before: Element) -> None:
    """Put ``footnote`` before the word that ends where ``before`` begins.

    WeasyPrint 70 prints a note on the page of the place where it is inserted, and lets a line end
    on either side of that place: just after the reference, every sixth note would come a page too
    late; between the reference and its word, they would be parted.
    """
    previous, around = before.getprevious(), before.getparent()
    assert around is not None
    text = (around.text if previous is None else previous.tail) or ""
    start = max(text.rfind(space) for space in _BREAKING_SPACES) + 1
    if not start and previous is None and around.tag in _INLINE:
        return _insert(footnote, around)
    if not start and previous is not None and not _ends_a_word(previous):
        return _insert(footnote, previous)
    if previous is None:
        around.text = text[:start]
    else:
        previous.tail = text[:start]
    footnote.tail = text[start:]
    around.insert(around.index(before), footnote)
    return None


def _ends_a_word(element: Element) -> bool:
    """Whether no word goes on after ``element``. Notes that follow each other keep their order."""
    return element.tag == "br" or element.get("role") == "doc-footnote"
