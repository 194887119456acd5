"""The publication as a schema.org book, for search engines and library catalogues."""

import json
from collections.abc import Iterable

from bindery.claims.accessibility import Accessibility
from bindery.editions.summary.downloads import Download
from bindery.locales import Word
from bindery.vocabulary.editions import EPUB
from bindery.vocabulary.publication import Metadata

_PROPERTIES = {
    "author": "author",
    "editor": "editor",
    "translator": "translator",
    "illustrator": "illustrator",
    "commissioner": "sponsor",
}
"""The schema.org property for each role of contributors."""

_REGIONS = {"nb": "NO", "nn": "NO", "no": "NO", "se": "NO", "en": "GB", "da": "DK", "sv": "SE"}
"""The region where a language is mostly read, if its tag has none."""

_EBOOK = "https://schema.org/EBook"


def linked_data(
    metadata: Metadata, downloads: Iterable[Download], accessibility: Accessibility
) -> str:
    """The JSON-LD of the publication and its editions, escaped for use inside a page.

    ``accessibility`` is the e-book's.
    """
    book: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "Book",
        "name": metadata.title,
        "alternativeHeadline": metadata.subtitle,
        "url": metadata.address,
        "inLanguage": metadata.language,
        "publisher": {"@type": "Organization", "name": metadata.publisher},
        "datePublished": metadata.date.isoformat(),
        "version": metadata.version,
        "identifier": metadata.identifier,
        "description": metadata.description,
        "copyrightNotice": metadata.rights,
        "isBasedOn": _source(metadata),
        **_contributors(metadata),
        **_content(accessibility),
        "workExample": [
            _edition(download, metadata)
            | (_accessibility(accessibility, metadata) if download.edition == EPUB else {})
            for download in downloads
        ],
    }
    written = json.dumps(_said(book), ensure_ascii=False)
    # A closing tag in a title must not end the script element.
    return written.replace("<", "\\u003c")


def _contributors(metadata: Metadata) -> dict[str, object]:
    """The contributors by role, with where they work."""
    named: dict[str, list[dict[str, object]]] = {}
    for one in metadata.contributors:
        contributor: dict[str, object] = {"name": one.name}
        if one.affiliation:
            contributor["@type"] = "Person" if one.kind == "person" else "Organization"
            body = {"@type": "Organization", "name": one.affiliation}
            contributor["affiliation" if one.kind == "person" else "parentOrganization"] = body
        named.setdefault(_PROPERTIES[one.role], []).append(contributor)
    return {**named}


def _source(metadata: Metadata) -> dict[str, object] | None:
    if metadata.source is None:
        return None
    return {
        "@type": "CreativeWork",
        "name": metadata.source.title,
        "url": metadata.source.url,
        "publisher": {"@type": "Organization", "name": metadata.source.publisher},
    }


def _edition(download: Download, metadata: Metadata) -> dict[str, object]:
    address = metadata.address and f"{metadata.address}{download.address}"
    return _said(
        {
            "@type": "Book",
            "name": f"{metadata.title} – {download.title.text}",
            "bookFormat": _EBOOK,
            "inLanguage": metadata.language,
            "numberOfPages": download.pages,
            "encoding": _said(
                {
                    "@type": "MediaObject",
                    "encodingFormat": download.media_type,
                    "contentSize": f"{download.size} B",
                    "contentUrl": address,
                }
            ),
        }
    )


def _content(accessibility: Accessibility) -> dict[str, object]:
    """The properties of the content in every edition."""
    return {
        "accessMode": accessibility.modes,
        "accessModeSufficient": [
            {"@type": "ItemList", "itemListElement": modes} for modes in accessibility.sufficient
        ],
        "accessibilityHazard": accessibility.hazards,
    }


def _accessibility(accessibility: Accessibility, metadata: Metadata) -> dict[str, object]:
    """Schema.org Accessibility Properties for Discoverability Vocabulary, of the e-book."""
    return {
        **_content(accessibility),
        "accessibilityFeature": accessibility.features,
        "accessibilitySummary": _marked(accessibility.summary, metadata.language),
    }


def _marked(word: Word, around: str) -> str | dict[str, str]:
    """The word, with its language if that is not the one ``around`` (JSON-LD 1.1, 4.2.4)."""
    if word.language.lower() == around.lower():
        return word.text
    return {"@value": word.text, "@language": word.language}


def _said(properties: dict[str, object]) -> dict[str, object]:
    """The properties that have a value."""
    return {name: value for name, value in properties.items() if value}


def open_graph_locale(language: str) -> str:
    """A BCP 47 tag in Open Graph's form (``nb_NO``); empty if no region is known."""
    parts = language.split("-")
    regions = [part.upper() for part in parts[1:] if len(part) == 2]
    region = regions[0] if regions else _REGIONS.get(parts[0].lower())
    return f"{parts[0].lower()}_{region}" if region else ""
