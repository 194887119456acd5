"""The HTML summary: one self-contained file with links to the other editions."""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial

from lxml.builder import E

from bindery.claims.accessibility import accessibility_of
from bindery.claims.display_guide import display_statement
from bindery.document.contents import colophon, contact_link
from bindery.document.draft import DRAFT_SHEET, draft_words
from bindery.document.drawings import inline_drawings
from bindery.document.logo import logo_of
from bindery.document.model import Document, Element
from bindery.document.typefaces import embed, font_face
from bindery.editions.making import Made, Maker, Workshop
from bindery.editions.needed_sheets import needed_sheets
from bindery.editions.summary.chapter_summaries import (
    chapter_summaries,
    chapter_titles,
    too_long,
    without_content,
    words_in,
)
from bindery.editions.summary.downloads import downloads
from bindery.editions.summary.linked_data import linked_data, open_graph_locale
from bindery.editions.summary.self_contained import LIMIT, embed_pictures, take_styles, too_heavy
from bindery.locales import Word, locale_of
from bindery.manuscript.templates import policy_digest
from bindery.vocabulary.editions import EPUB, PDF, SUMMARY
from bindery.vocabulary.publication import Metadata

_LETTERS_OF_THE_TEMPLATE = (
    "".join(map(chr, (*range(0x20, 0x7F), *range(0xC0, 0x100)))) + "–—…«»“”‘’\u00a0·"
)

_WORDS_FOR_CONTENTS = 400
"""A summary with more words of the book has a list of its parts."""

_NAMES = (
    "innhold",
    "hopp",
    "kort-sagt",
    "kapitler",
    "formater",
    "tilgjengelighet",
    "kontakt",
    "om-utgaven",
)


def make(document: Document, workshop: Workshop, made: Mapping[str, Made]) -> Made:
    """Make the summary, with the size and length of the editions ``made`` before it."""
    metadata = document.publication.metadata
    chapters = chapter_summaries(document)
    titles = () if chapters else chapter_titles(document)
    shown = [title for group in titles for title in group.trees]
    trees = [tree for chapter in chapters for tree in chapter.trees]
    particulars = colophon(metadata, contact=False)
    draft = draft_words(document)
    logo = _shown_logo(document)
    own_styles = take_styles([*trees, *logo])
    of_draft = [workshop.templates.text(DRAFT_SHEET)] if document.draft else []
    # Nu strips white space from an inline style before it compares it with the policy's digest.
    css = "\n".join(
        (
            *_css([*trees, *shown, *logo], particulars, metadata, workshop, draft),
            *of_draft,
            own_styles,
        )
    ).strip()
    offered = tuple(downloads(document.publication, made, workshop.proven))
    accessibility = accessibility_of(document, paged=PDF.name in made)
    linked = linked_data(metadata, offered, accessibility)
    render = partial(
        workshop.templates.render,
        "summary/summary.html.j2",
        metadata=metadata,
        logo=logo[0] if logo else None,
        chapters=chapters,
        titles=titles,
        colophon=particulars,
        contact=contact_link(metadata.accessibility_contact),
        messages=any(chapter.messages for chapter in chapters),
        downloads=offered,
        contents=words_in(trees) > _WORDS_FOR_CONTENTS,
        proven=any(download.proofs for download in offered),
        statement=display_statement(accessibility, metadata.language) if EPUB.name in made else (),
        locale=open_graph_locale(metadata.language),
        css=css,
        css_hash=policy_digest(css),
        linked_data=linked,
        linked_data_hash=policy_digest(linked),
        names=_free_names(trees),
        language=metadata.language,
        word=locale_of(metadata.language).word,
        draft=draft,
    )
    page = render()
    if pictures := [image for tree in (*logo, *trees) for image in tree.iter("img")]:
        embed_pictures(pictures, document.pictures, LIMIT - len(page.encode()))
        page = render()
    content = page.encode()
    findings = (
        *too_heavy(document.publication, content),
        *without_content(document, chapters),
        *too_long(document, chapters),
    )
    return Made(content, len(chapters), findings=findings)


def _shown_logo(document: Document) -> tuple[Element, ...]:
    """The publisher's logo, if there is one, as the page shows it."""
    logo = logo_of(document.publication)
    if logo is None:
        return ()
    # Its number is not one of the drawings in the text.
    inline_drawings(logo, document.publication.images, -1)
    return (logo,)


def _css(
    trees: Sequence[Element],
    particulars: Element,
    metadata: Metadata,
    workshop: Workshop,
    draft: Word | None = None,
) -> Iterator[str]:
    templates = workshop.templates
    head = E.h1(metadata.title, metadata.subtitle, metadata.publisher, metadata.description)
    whole = [*trees, E.main(head, particulars, E.p(draft.text if draft else ""))]
    letters = {*_LETTERS_OF_THE_TEMPLATE, *locale_of(metadata.language).letters}
    look, keeper = templates.look, workshop.keeper
    for subset in embed(whole, templates.fonts, "".join(letters), look.faces, keeper):
        data = b64encode(subset.data).decode()
        yield font_face(subset, f"data:font/woff2;base64,{data}")
    yield from map(templates.text, needed_sheets(SUMMARY.sheets, templates.text, trees))


def _free_names(trees: Iterable[Element]) -> dict[str, str]:
    """The ids of the page's own parts, changed where the author has used the same."""
    taken = {element.get("id") for tree in trees for element in tree.iter()}
    free = {}
    for name in _NAMES:
        free[name] = name
        while free[name] in taken:
            free[name] += "-"
    return free


MAKES_SUMMARY = Maker(SUMMARY, make)
