"""The language of bindery's own words in the Document, whatever is marked there."""

from bindery.document.contents import colophon
from bindery.document.model import MATHML, Element, has_class, text_of
from bindery.locales import Locale, locale_of
from bindery.vocabulary.publication import Metadata

_BY_CLASS = {
    "label": (
        "blocks.key-message",
        "blocks.abstract",
        "blocks.editor-note",
        "blocks.long-description",
        "callouts",
    ),
    "code-language": ("blocks.code",),
    "kind": ("link-kinds", "blocks.absent-picture", "callouts"),
    "heard": ("ends",),
    "number": ("parts.part", "parts.appendix"),
    "no-address": ("blocks.no-address", "blocks.no-address-and-no-source"),
}
_BACK = (
    *("ways.back-to-note", "ways.back-to-chapter", "ways.back-to-citation"),
    *("ways.back-to-title", "ways.back-to-citation-in"),
)
_NOTES = ("parts.notes",)
_VERSION = "particulars.version-of-date"


def own_language(element: Element, around: str) -> str | None:
    """Return the language of bindery's words in ``element``, in text of the language ``around``.

    ``None`` if the words are the author's.
    """
    locale = locale_of(around)
    if element.tag == f"{MATHML}math":
        return locale.having("formulas").language
    parent = element.getparent()
    if element.tag == "h2" and parent is not None and parent.get("role") == "doc-endnotes":
        return _language(element, _NOTES, locale)
    if element.tag == "h1" and parent is not None and parent.get("role") == "doc-bibliography":
        return _language(element, ("parts.sources",), locale)
    if element.get("role") == "doc-backlink":
        return _language(element, _BACK, locale)
    for name, keys in _BY_CLASS.items():
        if has_class(element, name):
            return _language(element, keys, locale)
    return None


def _language(element: Element, keys: tuple[str, ...], locale: Locale) -> str | None:
    return locale.language_of(text_of(element).removesuffix(":"), keys)


def particulars(metadata: Metadata, *, contact: bool = True) -> Element:
    """Return the colophon, with bindery's own words marked with the language they are in."""
    tree = colophon(metadata, contact=contact)
    locale = locale_of(metadata.language)
    for term in tree.iter("dt"):
        _mark(term, _language(term, ("roles", "particulars"), locale), metadata)
    written = f"{metadata.version}, "
    for definition in tree.iter("dd"):
        if (definition.text or "").startswith(written):
            _mark(definition, _language(definition, (_VERSION,), locale), metadata)
    return tree


def _mark(element: Element, language: str | None, metadata: Metadata) -> None:
    element.set("lang", language or metadata.language)
