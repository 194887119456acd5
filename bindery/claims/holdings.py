"""Counts of what is in a Document, from which its accessibility metadata is derived."""

import re
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from bindery.document.drawings import is_drawing
from bindery.document.model import MATHML, Document, Element, has_class
from bindery.document.pictures.opening import is_animated, opened
from bindery.document.svg.own_sheets import is_moved
from bindery.document.svg.parse import UndrawableError, parse
from bindery.vocabulary.image_files import format_named

_HEADING = re.compile(r"h[1-6]")
_SETS_TEXT = re.compile(
    r"(^|;)\s*(font|line-height|color|background|text-|[\w-]+-spacing|position)"
)
_LISTS = "//*[self::ul or self::ol or self::dl][not(ancestor::*[@role='doc-endnotes'])]"
_STYLES = "//@style[namespace-uri(..) = '']"
_SMIL = re.compile(r"animate\w*|set|discard")


@dataclass(frozen=True, slots=True)
class Holdings:
    """How many there are of each. Decorative images are counted only if they move.

    ``undescribed`` are images and formulas without words, ``headerless`` tables without header
    cells. ``headings_in_order`` is true if every chapter has one title and no level is skipped;
    ``restyled`` if the text has styles of its own that fix its appearance.
    """

    images: int
    undescribed: int
    long_descriptions: int
    moving: int
    lists: int
    tables: int
    headerless: int
    notes: int
    formulas: int
    roles: int
    headings_in_order: bool
    restyled: bool


def holdings_of(document: Document) -> Holdings:
    """Count what is in ``document``."""
    body = document.body
    images = [image for image in body.iter("img") if not has_class(image, "decorative")]
    formulas = list(body.iter(f"{MATHML}math"))
    tables = list(body.iter("table"))
    wordless = [image for image in images if not (image.get("alt") or "").strip()]
    unspoken = [formula for formula in formulas if not formula.get("alttext")]
    return Holdings(
        images=len(images),
        undescribed=len(wordless) + len(unspoken),
        long_descriptions=sum(_is_described_at_length(image, body) for image in images),
        moving=_moving(document),
        lists=len(body.xpath(_LISTS)),
        tables=len(tables),
        headerless=sum(next(table.iter("th"), None) is None for table in tables),
        notes=len(body.xpath("//a[@role='doc-noteref']")),
        formulas=len(formulas),
        roles=len(body.xpath("//*[@role]")),
        headings_in_order=all(_is_in_order(chapter) for chapter in body),
        restyled=any(_SETS_TEXT.search(style) for style in body.xpath(_STYLES)),
    )


def moves(path: str, content: bytes) -> bool:
    """Whether the image ``content`` has several frames or an animated part."""
    if not is_drawing(path):
        with opened(content, format_named(path)) as picture:
            return is_animated(picture)
    try:
        root = parse(content)
    except UndrawableError:
        return False  # image-is-readable reports it.
    smil = any(_SMIL.fullmatch(etree.QName(one).localname) for one in root.iter(etree.Element))
    return smil or (b"animation" in content and is_moved(root))


def _moving(document: Document) -> int:
    images = document.publication.images
    used = {image.get("src") or "" for image in document.body.iter("img")}
    return sum(moves(path, images[path]) for path in sorted(used) if path in images)


def _is_described_at_length(image: Element, body: Element) -> bool:
    name = image.get("aria-details")
    described = body.xpath("//*[@id=$name]", name=name) if name else []
    return any(has_class(element, "long-description") for element in described)


def _is_in_order(chapter: Element) -> bool:
    levels = [
        int(element.tag[1])
        for element in chapter.iter()
        if isinstance(element.tag, str) and _HEADING.fullmatch(element.tag)
    ]
    no_skip = all(deeper - level <= 1 for level, deeper in pairwise(levels))
    return levels[:1] == [1] and levels.count(1) == 1 and no_skip
