"""Quotation marks, in the language of the passage they stand in."""

from bindery.document.model import Element, language_at, unwrap
from bindery.vocabulary.words import ENGLISH_QUOTATION_MARKS, QUOTATION_MARKS


def set_quotation_marks(chapter: Element, language: str) -> None:
    """Write each ``q`` as marks: « » in Norwegian, “ ” in an English passage of it."""
    for quotation in list(chapter.iter("q")):
        outer_open, outer_close, inner_open, inner_close = _marks(language_at(quotation, language))
        inner = sum(1 for around in quotation.iterancestors("q")) % 2
        quotation.text = (inner_open if inner else outer_open) + (quotation.text or "")
        _end_with(quotation, inner_close if inner else outer_close)
    for quotation in list(chapter.iter("q")):
        unwrap(quotation)
    for image in chapter.iter("img"):
        # pandoc has no element inside an attribute: it writes English marks there.
        opening, closing, *_ = _marks(language_at(image, language))
        if alternative := image.get("alt"):
            image.set("alt", alternative.replace("“", opening).replace("”", closing))


def _marks(language: str) -> tuple[str, str, str, str]:
    return QUOTATION_MARKS.get(language.split("-", 1)[0].lower(), ENGLISH_QUOTATION_MARKS)


def _end_with(element: Element, mark: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + mark
    else:
        element.text = (element.text or "") + mark
