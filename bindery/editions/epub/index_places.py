"""What each link in the index says: the printed page that it leads to, or else the chapter."""

from collections.abc import Sequence

from bindery.document.book_index import place_links
from bindery.document.model import Element, language_at, say
from bindery.editions.epub.documents import ContentDocument
from bindery.locales import locale_of


def name_places(pages: Sequence[ContentDocument]) -> None:
    """Give each link in the index of ``pages`` its words, once the printed pages are marked."""
    if not any(True for page in pages for _ in place_links(page.body)):
        return
    homes: dict[str, tuple[str, ContentDocument]] = {}
    folio = ""
    for page in pages:
        for element in page.body.iter():
            if element.get("role") == "doc-pagebreak":
                folio = element.get("aria-label") or ""
            elif name := element.get("id"):
                homes[f"#{name}"] = folio, page
    for page in pages:
        for link in list(place_links(page.body)):
            folio, home = homes[link.get("href") or ""]
            around = language_at(link, page.language)
            word = locale_of(around).word("ways.on-page", page=folio) if folio else home.title
            say(word, link, around)
            _leave_once(link)


def _leave_once(link: Element) -> None:
    """Remove ``link`` if the one before it says the same: a page is listed once."""
    before, item = link.getprevious(), link.getparent()
    assert before is not None
    assert item is not None
    if before.tag == "a" and before.text == link.text:
        before.tail = link.tail
        item.remove(link)
