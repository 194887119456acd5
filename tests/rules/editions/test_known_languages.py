"""A link in a language without words has not passed in a finished edition, either."""

from lxml import etree

from bindery.finished.documents import Finished
from bindery.rules.editions.edition_links_say_where import RULE

PAGE = """<html xmlns="http://www.w3.org/1999/xhtml" lang="nb"><body>
<a href="#a">Kapittel 1</a> <a href="#b"></a>
<p xml:lang="hu">Lásd: <a href="#c">itt</a>, <a href="#d">here</a>.</p>
<a role="doc-backlink" href="#e">Tilbake</a>
</body></html>"""


def _page(text: str = PAGE) -> Finished:
    documents = {"bok.html": etree.fromstring(text)}
    return Finished(subject="build/bok.html", documents=documents, named={}, sheets={})


def test_only_links_with_words_of_a_known_language_are_counted() -> None:
    """An empty link is wrong in every language; nobody has judged the words of two of the four."""
    page = _page()
    assert len(list(RULE.find(page))) == 1
    assert RULE.extent.count(page) == 1
    assert RULE.extent.unknown(page) == {"hu"}


def test_the_same_words_are_found_where_the_language_is_known() -> None:
    """«here» says nothing in Norwegian or English."""
    page = _page(PAGE.replace('xml:lang="hu"', 'xml:lang="en-GB"'))
    assert len(list(RULE.find(page))) == 2
    assert (RULE.extent.count(page), RULE.extent.unknown(page)) == (3, frozenset())
