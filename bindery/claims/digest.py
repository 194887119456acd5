"""The digest of a Document: what readers meet, however it was typed."""

import json
import re
from copy import deepcopy
from hashlib import sha256

from lxml import etree

from bindery.document.model import Document, Element, strip_stamps
from bindery.vocabulary.publication import Metadata

_SPACE = re.compile(r"[ \t\r\n]+")


def digest_of(document: Document) -> str:
    """The SHA-256 of ``document``, in hexadecimal.

    It depends on words, structure, languages, links and pictures. It does not depend on how a
    paragraph is broken into lines, the names of files and anchors, the version or the date.
    """
    body = deepcopy(document.body)
    strip_stamps(body)
    images = document.publication.images
    for image in body.iter("img"):
        path = image.get("src") or ""
        image.set("src", sha256(images.get(path, b"")).hexdigest())
    _take_names_of_boxes(body)
    _number_names(body)
    _join_lines(body)
    canonical = etree.tostring(body, method="c14n", with_comments=False)
    return sha256(_title_page(document.publication.metadata) + b"\0" + canonical).hexdigest()


def _title_page(metadata: Metadata) -> bytes:
    """The metadata that is part of the text; version, date, identifier and addresses are not.

    The fields are listed by hand, so that a new key in ``publication.toml`` changes no digest.
    """
    source = metadata.source
    met = (
        metadata.title,
        metadata.subtitle,
        metadata.language,
        metadata.publisher,
        metadata.rights,
        metadata.description,
        [(contributor.name, contributor.role) for contributor in metadata.contributors],
        (source.title, source.publisher, source.url) if source else None,
    )
    return json.dumps(met, ensure_ascii=False).encode()


def _take_names_of_boxes(body: Element) -> None:
    """Remove how boxes are tied to their labels, which no author writes."""
    for label in body.iterfind(".//p[@class='label']"):
        box = label.getparent()
        if box is not None and box.get("aria-labelledby") == label.get("id"):
            for name in ("role", "aria-labelledby"):
                box.attrib.pop(name, None)
            label.attrib.pop("id", None)


def _number_names(body: Element) -> None:
    """Replace each id by a number, since some ids are made of line numbers."""
    named = [name for element in body.iter() if (name := element.get("id"))]
    numbers = {name: str(number) for number, name in enumerate(named)}
    for element in body.iter():
        for attribute, value in element.attrib.items():
            if attribute == "href" and value.startswith("#"):
                element.set(attribute, f"#{numbers.get(value[1:], value[1:])}")
            elif attribute in ("id", "headers") or str(attribute).startswith("aria-"):
                words = (numbers.get(word, word) for word in value.split())
                element.set(attribute, " ".join(words))


def _join_lines(body: Element) -> None:
    """Make every run of white space one space, except in preformatted text."""
    for element in body.iter():
        typed = next(element.iterancestors("pre"), None) is not None
        if element.text and not typed and element.tag != "pre":
            element.text = _SPACE.sub(" ", element.text)
        if element.tail and not typed:
            element.tail = _SPACE.sub(" ", element.tail)
