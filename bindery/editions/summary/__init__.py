"""The HTML summary: one self-contained file that leads to the other editions."""

import json
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from mimetypes import guess_type

from lxml.builder import E

from bindery.document.colophon import colophon
from bindery.document.edition import Edition, Made, Workshop
from bindery.document.model import Document, Element
from bindery.document.typefaces import embed, font_face
from bindery.editions.summary.content import ChapterSummary, chapter_summaries
from bindery.manuscript.templates import policy_digest
from bindery.vocabulary import words
from bindery.vocabulary.text import Text

_LETTERS_OF_THE_TEMPLATE = (
    "".join(map(chr, (*range(0x20, 0x7F), *range(0xC0, 0x100)))) + "–—…«»“”‘’\u00a0·"
)

_ON_PAGES = (
    ("pdf", ".pdf", words.FOR_PRINT),
    ("large-print", "-large-print.pdf", words.IN_LARGE_PRINT),
    ("pdf20", "-pdf20.pdf", words.IN_PDF_20),
)
"""The printed editions that are offered, where they are made: name, file ending, purpose."""


@dataclass(frozen=True, slots=True)
class Download:
    """One of the other editions, as the summary offers it."""

    address: str
    kind: str
    media_type: str
    details: str


def make(document: Document, workshop: Workshop, made: Mapping[str, Made]) -> Made:
    """The summary, with the size and length of the editions that were ``made`` before it."""
    metadata = document.publication.metadata
    chapters = chapter_summaries(document)
    particulars = colophon(metadata)
    css = "\n".join(_css(chapters, particulars, workshop))
    # A closing tag inside a title must not end the script element.
    linked = json.dumps(_linked_data(document), ensure_ascii=False).replace("<", "\\u003c")
    for block in (block for chapter in chapters for block in chapter.blocks):
        _embed_pictures(block, document)
    page = workshop.templates.render(
        "summary/summary.html.j2",
        metadata=metadata,
        chapters=chapters,
        colophon=particulars,
        downloads=tuple(_downloads(document, made)),
        css=css,
        css_hash=policy_digest(css),
        linked_data=linked,
        linked_data_hash=policy_digest(linked),
        said=lambda name: getattr(words, name).said_in(metadata.language),
    )
    return Made(page.encode(), len(chapters))


def _css(
    chapters: tuple[ChapterSummary, ...], particulars: Element, workshop: Workshop
) -> Iterator[str]:
    templates = workshop.templates
    trees = [E.main(E.h1(), particulars), *(block for part in chapters for block in part.blocks)]
    titles = "".join(part.title for part in chapters)
    for subset in embed(trees, templates.fonts, _LETTERS_OF_THE_TEMPLATE + titles):
        data = b64encode(subset.data).decode()
        yield font_face(subset, f"data:font/woff2;base64,{data}")
    for name in ("tokens", "screen", "summary/summary"):
        # Nu strips an inline style before it compares it with the policy's digest.
        yield templates.text(f"{name}.css").strip()


def _embed_pictures(block: Element, document: Document) -> None:
    for image in block.iter("img"):
        path = image.get("src") or ""
        data = b64encode(document.publication.images[path]).decode()
        image.set("src", f"data:{guess_type(path)[0]};base64,{data}")


def _downloads(document: Document, made: Mapping[str, Made]) -> Iterator[Download]:
    language, slug = document.publication.metadata.language, document.publication.slug
    for name, suffix, purpose in _ON_PAGES:
        if pdf := made.get(name):
            pages = words.PAGES_OF_SIZE.said_in(language)
            details = pages.format(pages=pdf.count, size=written_size(len(pdf.content), language))
            kind = f"PDF – {purpose.said_in(language)}"
            yield Download(f"{slug}{suffix}", kind, "application/pdf", details)
    if epub := made.get("epub"):
        details = written_size(len(epub.content), language)
        kind = words.FOR_READING.said_in(language)
        yield Download(f"{slug}.epub", f"EPUB – {kind}", "application/epub+zip", details)


def written_size(size: int, language: str) -> str:
    """A file's size as one reads it: ``62 kB``, ``1,4 MB`` (``1.4 MB`` in English)."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))}\u00a0kB"
    written = f"{size / 1_000_000:.1f}\u00a0MB"
    return Text(nb=written.replace(".", ","), en=written).said_in(language)


def _linked_data(document: Document) -> dict[str, object]:
    """The publication as schema.org describes a book."""
    metadata = document.publication.metadata
    return {
        "@context": "https://schema.org",
        "@type": "Book",
        "name": metadata.title,
        "alternativeHeadline": metadata.subtitle,
        "inLanguage": metadata.language,
        "publisher": {"@type": "Organization", "name": metadata.publisher},
        "datePublished": metadata.date.isoformat(),
        "version": metadata.version,
        "identifier": metadata.identifier,
        "description": metadata.description,
    }


SUMMARY = Edition(
    name="html",
    suffix=".html",
    unit=Text(nb="kapitler", en="chapters"),
    make=make,
)
