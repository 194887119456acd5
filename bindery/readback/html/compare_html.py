"""Compare the e-book and the summary with the Document they were made from."""

import re
from collections.abc import Hashable, Iterable, Iterator

from lxml import etree

from bindery.claims.accessibility import accessibility_of
from bindery.document.model import MATHML, SOURCE, Document, Element, text_of
from bindery.finished.documents import FinishedPage
from bindery.finished.epub import FinishedEpub
from bindery.finished.pdf.tagged import FinishedPdf
from bindery.locales import locale_of
from bindery.readback.align import shortened
from bindery.readback.compare import Comparison
from bindery.readback.document.expected import expected_in_e_book
from bindery.readback.document.expected_summary import (
    Offers,
    blocks_in_summary,
    expected_in_summary,
)
from bindery.readback.document.index_in_document import index_of
from bindery.readback.html.elements import told
from bindery.readback.html.html_passages import HtmlPassages
from bindery.readback.html.opened import Opened, language_of, open_document
from bindery.readback.html.own_words import (
    in_other_languages,
    own_words_of_e_book,
    own_words_of_summary,
)
from bindery.readback.html.raised_and_lowered import raised_and_lowered
from bindery.readback.html.where_pages_begin import page_breaks
from bindery.readback.index_lines import IndexLine, compared_index
from bindery.readback.messages import DESCRIBED, LINKS, PRESENTED, Compared, Near, fewer
from bindery.readback.passages import Passage, Span
from bindery.readback.presented import presented
from bindery.readback.ways_in import CONTENTS, captions_listed, ways_in
from bindery.vocabulary.editions import EPUB, SUMMARY
from bindery.vocabulary.findings import Finding, Location
from bindery.vocabulary.text import Text

_MATH = f"{MATHML}math"
_OTHER_FORMULA = Text(
    nb="I {edition} har formelen «{words}» et annet innhold enn navnet sier.",
    en="In {edition} the content of the formula “{words}” differs from its name.",
)
_NOT_TIED = Text(
    nb="I {edition} mangler lenken fra bildet «{words}» til den lange beskrivelsen.",
    en="In {edition} the link from the image “{words}” to its long description is missing.",
)


def marked_up_otherwise(
    trees: Iterable[Element], heard: list[Opened], file: Near
) -> Iterator[Finding]:
    """Report formulas in ``trees`` whose parts differ, and images not tied to long descriptions.

    A missing formula or image is not reported here, but with the passages.
    """
    trees = list(trees)
    ours = [formula for tree in trees for formula in tree.iter(_MATH)]
    theirs = [formula for one in heard for formula in one.root.iter(_MATH)]
    if len(ours) == len(theirs):
        for formula, other in zip(ours, theirs, strict=True):
            if _parts(formula) != _parts(other):
                yield _told(_OTHER_FORMULA, formula, formula.get("alttext") or "", file)
    tied = {
        details
        for one in heard
        for element in one.root.iter(etree.Element)
        if (details := element.get("aria-details")) in one.by_id
    }
    for image in (image for tree in trees for image in tree.iter("img")):
        details = image.get("aria-details")
        if details and details not in tied:
            yield _told(_NOT_TIED, image, image.get("alt") or "", file)


def _parts(formula: Element) -> list[tuple[str, str]]:
    return [(str(part.tag), (part.text or "").strip()) for part in formula.iter()]


def _told(message: Text, element: Element, words: str, file: Near) -> Finding:
    stamped = (one.get(SOURCE) for one in (element, *element.iterancestors()))
    near = file.at(Passage("paragraph", "", source=next(filter(None, stamped), "")))
    return DESCRIBED.broken(near, message.filled(words=shortened(words), edition=file.edition))


_NUMBER = re.compile(r"\d+")
_MISCOUNTED = Text(
    nb="I oppsummeringen av tilgjengeligheten i e-boka står «{number}». Det stemmer ikke med"
    " manuset.",
    en="The e-book’s accessibility summary says “{number}”. That does not agree with the"
    " manuscript.",
)
_NAVIGATION = Text(nb="Innholdslista", en="The table of contents")


def compared_e_book(
    heard: FinishedEpub, document: Document, printed: FinishedPdf | None = None
) -> Compared:
    """Return how many passages were looked for in an e-book, and every difference.

    ``printed`` is the PDF of the same build, whose pages its markers are of.
    """
    metadata = document.publication.metadata
    file = Near(Location(heard.subject), EPUB.called)
    passages = HtmlPassages(heard)
    opened = [open_document(heard, name) for name in heard.spine if name in heard.documents]
    for one in opened:
        passages.read(one)
    cover = any("cover-image" in one.properties for one in heard.resources.values())
    said = expected_in_e_book(document, cover=cover)
    comparison = Comparison(said, passages.book, file, whole=True)
    title = next((text for name, text, _ in heard.dublin_core if name == "title"), "")
    language = next((text for name, text, _ in heard.dublin_core if name == "language"), "")
    navigation = HtmlPassages(heard)
    listed = [open_document(heard, heard.navigation)] if heard.navigation else []
    for one in listed:
        navigation.read(one)

    def all_findings() -> Iterator[Finding]:
        yield from presented(EPUB.called, (title, language), (metadata.title, metadata.language))
        yield from comparison.findings()
        yield from marked_up_otherwise([document.body], opened, file)
        yield from raised_and_lowered([document.body], (one.root for one in opened), file)
        if printed is not None:
            yield from page_breaks(opened, printed, file)
        yield from _summarised(heard, document, file)
        yield from told(passages.misnamed, comparison.counterparts, file)
        for where, lists in ((CONTENTS, passages.contents), (_NAVIGATION, navigation.contents)):
            for entries in lists[:1]:
                yield from ways_in(where, entries, said, comparison.counterparts, file)
        yield from in_other_languages(
            own_words_of_e_book(heard, [*opened, *listed], metadata), file
        )
        yield from _index(document, passages, opened, comparison, file)
        by_kind = dict(navigation.lists)
        yield from captions_listed(by_kind, said, comparison.counterparts, file)

    return comparison.examined, fewer(all_findings())


def _summarised(heard: FinishedEpub, document: Document, file: Near) -> Iterator[Finding]:
    """Report other numbers in the accessibility summary than those counted in the Document."""
    counted = [accessibility_of(document, paged=paged).summary.text for paged in (True, False)]
    for said in heard.claimed("schema:accessibilitySummary"):
        numbers = _NUMBER.findall(said)
        if numbers not in [_NUMBER.findall(one) for one in counted]:
            theirs = set(_NUMBER.findall(counted[0]))
            wrong = next((one for one in numbers if one not in theirs), ", ".join(numbers))
            yield PRESENTED.broken(file, _MISCOUNTED.filled(number=wrong))


def _index(
    document: Document,
    passages: HtmlPassages,
    opened: list[Opened],
    comparison: Comparison,
    file: Near,
) -> Iterator[Finding]:
    """Compare the index. A link says the page that it leads to, which is listed once."""
    pages: dict[Hashable, str] = {}
    page = ""
    for one in opened:
        for element in one.root.iter(etree.Element):
            if element.get("role") == "doc-pagebreak":
                page = element.get("aria-label") or ""
            elif name := element.get("id"):
                pages[one.name, name] = pages[name] = page
    word = locale_of(document.publication.metadata.language).word

    def called(link: Span) -> str:
        found = pages.get(link.target, "")
        return word("ways.on-page", page=found).text if found else link.text

    def covers(line: IndexLine, name: Hashable) -> bool:
        return pages.get(name, "") in {pages.get(link.target) for link in line.links}

    yield from compared_index(
        index_of(document),
        passages.index,
        comparison.counterparts,
        comparison.said,
        file,
        called=called,
        covers=covers,
    )


_EVIDENCE = "reports/evidence.html"


def compared_summary(heard: FinishedPage, document: Document) -> Compared:
    """Return how many passages were looked for in a summary, and every difference."""
    metadata = document.publication.metadata
    file = Near(Location(heard.subject), SUMMARY.called)
    page = open_document(heard, next(iter(heard.documents)))
    offered = _take_downloads(page, metadata.language)
    addresses = [link.get("href") or "" for part in offered for link in part.iter("a")]
    offers = Offers(
        contents=next(page.root.iter("nav"), None) is not None,
        downloads=bool(offered),
        statement=_heading(page, "summary.accessibility-of-epub", metadata.language) is not None,
        paged=any(address.endswith(".pdf") for address in addresses),
    )
    passages = HtmlPassages(heard)
    passages.read(page)
    said = expected_in_summary(document, offers)
    comparison = Comparison(said, passages.book, file, whole=True)
    title = text_of(found) if (found := page.root.find("head/title")) is not None else ""

    def all_findings() -> Iterator[Finding]:
        yield from presented(
            SUMMARY.called,
            (title, language_of(page.root) or ""),
            (f"{metadata.title} – {metadata.publisher}", metadata.language),
        )
        yield from comparison.findings()
        yield from marked_up_otherwise(blocks_in_summary(document), [page], file)
        yield from raised_and_lowered(blocks_in_summary(document), [page.root], file)
        yield from told(passages.misnamed, comparison.counterparts, file)
        for entries in passages.contents[:1]:
            yield from ways_in(CONTENTS, entries, said, comparison.counterparts, file, level=2)
        yield from in_other_languages(own_words_of_summary(page, offered, metadata), file)
        yield from _led_astray(addresses, document.publication.slug, file)

    return comparison.examined, fewer(all_findings())


def _heading(page: Opened, key: str, language: str) -> Element | None:
    """Return the page's own heading of ``key``: the last, as a chapter may have the same name."""
    text = locale_of(language).word(key).text
    same = [one for one in page.root.iter("h2") if text_of(one) == text]
    return same[-1] if same else None


def _take_downloads(page: Opened, language: str) -> list[Element]:
    """Remove and return what is said of the other editions, which the Document does not know."""
    heading = _heading(page, "summary.read-the-publication", language)
    if heading is None:
        return []
    section = heading.getparent()
    assert section is not None
    below = list(heading.itersiblings())
    for part in below:
        section.remove(part)
    return below


def _led_astray(addresses: list[str], slug: str, file: Near) -> Iterator[Finding]:
    """Report links among the downloads that do not lead to an edition of this book."""
    for address in addresses:
        if address != _EVIDENCE and not address.startswith((f"{slug}.", f"{slug}-")):
            message = Text(
                nb="Blant utgavene er det en lenke som ikke går til en utgave: «{address}».",
                en="Among the editions there is a link that leads to no edition: “{address}”.",
            )
            yield LINKS.broken(file, message.filled(address=shortened(address)))
