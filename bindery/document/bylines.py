"""What stands below a chapter's title: its subtitle, its authors, its abstract."""

from lxml.builder import E

from bindery.document.model import IN_SUMMARY, Element, has_class, language_at, say
from bindery.locales import locale_of
from bindery.vocabulary.publication import Metadata


def write_subtitle(div: Element, metadata: Metadata) -> None:
    """Make the chapter's subtitle a paragraph with the role of one."""
    for paragraph in div.iterfind("p"):
        paragraph.set("class", "chapter-subtitle")
        paragraph.set("role", "doc-subtitle")
    _replace_by_blocks(div)


def write_byline(div: Element, metadata: Metadata) -> None:
    """Make the chapter's authors a paragraph, one on each line."""
    for paragraph in div.iterfind("p"):
        paragraph.set("class", "byline")
    _replace_by_blocks(div)


def write_abstract(div: Element, metadata: Metadata) -> None:
    """Make the abstract a passage of that name, in the summary if no other message is."""
    language = language_at(div, metadata.language)
    chapter = div.getparent()
    label = E.p({"class": "label"})
    div.insert(0, say(locale_of(language).word("blocks.abstract"), label, language))
    div.set("role", "doc-abstract")
    if chapter is not None and not any(
        has_class(one, "key-message") for one in chapter.iter("div")
    ):
        div.set(IN_SUMMARY, "")


def _replace_by_blocks(div: Element) -> None:
    parent = div.getparent()
    assert parent is not None
    at = parent.index(div)
    parent[at : at + 1] = [*div]
