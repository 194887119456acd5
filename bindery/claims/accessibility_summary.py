"""The accessibility summary: what works, what does not, and who has looked, in plain sentences."""

from collections.abc import Iterator

from bindery.claims.holdings import Holdings
from bindery.document.model import Document
from bindery.locales import Locale, Word, locale_of
from bindery.vocabulary.publication import Evaluation

_Sentence = tuple[str, dict[str, object]]
"""A key, and what is filled in."""

_TABLE = "accessibility-summary"
_THINGS = ("headings", "lists", "tables", "notes")


def summary_of(
    document: Document, holdings: Holdings, evaluation: Evaluation | None, *, paged: bool
) -> Word:
    """The summary for readers of the publication (schema.org ``accessibilitySummary``).

    All its sentences are in one language.
    """
    metadata = document.publication.metadata
    locale = locale_of(metadata.language).having(_TABLE)
    sentences = [
        *_about_reading(holdings, locale),
        *_about_images(holdings),
        *([("pages", {"version": metadata.version})] if paged else ()),
        _about_evaluation(evaluation),
    ]
    said = (locale.word(f"{_TABLE}.{key}", **values).text for key, values in sentences)
    return Word(" ".join(said), locale.language)


def _about_reading(holdings: Holdings, locale: Locale) -> Iterator[_Sentence]:
    every = holdings.images + holdings.formulas
    if holdings.undescribed:
        yield "not-all-can-be-heard", {"undescribed": holdings.undescribed, "all": every}
    else:
        yield "all-can-be-heard", {}
    there = [name for name in _THINGS if name == "headings" or getattr(holdings, name)]
    things = locale.listed([locale.word(f"{_TABLE}.{name}").text for name in there])
    yield "marked-up", {"things": things[:1].upper() + things[1:]}
    if not holdings.headings_in_order:
        yield "levels-skipped", {}
    if holdings.headerless:
        yield "headerless", {"headerless": holdings.headerless, "tables": holdings.tables}


def _about_images(holdings: Holdings) -> Iterator[_Sentence]:
    if holdings.images and not holdings.undescribed:
        yield "images", {"images": holdings.images}
    if holdings.long_descriptions:
        yield "long-descriptions", {"long_descriptions": holdings.long_descriptions}
    if holdings.formulas and not holdings.undescribed:
        yield "formulas", {}
    if holdings.moving:
        yield "moving", {"moving": holdings.moving}


def _about_evaluation(evaluation: Evaluation | None) -> _Sentence:
    if evaluation is None:
        return "not-evaluated", {}
    return "evaluated", {
        "evaluator": evaluation.evaluator,
        "date": evaluation.date,
        "standard": evaluation.standard,
        "method": evaluation.method.strip().rstrip("."),
    }
