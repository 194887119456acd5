"""The accessibility summary: what works, what does not, and who has looked, in plain sentences."""

from collections.abc import Iterator

from bindery.claims.holdings import Holdings
from bindery.document.model import Document
from bindery.vocabulary.publication import Evaluation
from bindery.vocabulary.text import Text
from bindery.vocabulary.words import written_date

_ALL_CAN_BE_HEARD = Text(
    nb="Alt innhold er tekst eller har tekst, for skjermleser, leselist og forstørring.",
    en="All content is text or has text, for screen readers, braille displays and enlarging.",
)
_NOT_ALL_CAN_BE_HEARD = Text(
    nb="Bilder og formler uten beskrivelse: {undescribed} av {all}. Det de viser, når ikke den som "
    "ikke ser dem. Resten er tekst, for skjermleser, leselist og forstørring.",
    en="Images and formulas without a description: {undescribed} of {all}. What they show is lost "
    "to those who do not see them. The rest is text, for screen readers, braille displays and "
    "enlarging.",
)
_MARKED_UP = Text(
    nb="{things} er merket opp, og leserekkefølgen er manuskriptets.",
    en="{things} are marked up, and the reading order is the manuscript’s.",
)
_LEVELS_SKIPPED = Text(
    nb="Overskriftsnivåene følger ikke hverandre i alle kapitler.",
    en="Heading levels do not follow one another in all chapters.",
)
_HEADERLESS = Text(
    nb="Tabeller uten overskriftsceller: {headerless} av {tables}.",
    en="Tables without header cells: {headerless} of {tables}.",
)
_IMAGES = Text(
    nb="Bilder med alternativ tekst: {images} av {images}.",
    en="Images with alternative text: {images} of {images}.",
)
_LONG_DESCRIPTIONS = Text(
    nb="Bilder som også er beskrevet utførlig i teksten: {long_descriptions}.",
    en="Images that are also described at length in the text: {long_descriptions}.",
)
_FORMULAS = Text(
    nb="Formler er MathML og har ord for den som lytter.",
    en="Formulas are MathML, with words for those who listen.",
)
_MOVING = Text(
    nb="Bilder som beveger seg: {moving}. Ingen har undersøkt om de blinker.",
    en="Images that move: {moving}. Nobody has examined whether they flash.",
)
_PAGES = Text(
    nb="Sideskift og sideliste følger sidene i PDF-utgaven, versjon {version}.",
    en="Page breaks and page list follow the pages of the PDF edition, version {version}.",
)
_EVALUATED = Text(
    nb="{evaluator} vurderte publikasjonen {date} og fant at den oppfyller {standard}. "
    "Metode: {method}.",
    en="{evaluator} evaluated the publication on {date} and found that it meets {standard}. "
    "Method: {method}.",
)
_NOT_EVALUATED = Text(
    nb="Ingen har vurdert om denne teksten oppfyller WCAG.",
    en="Nobody has evaluated whether this text meets WCAG.",
)
_THINGS = {
    "headings": Text(nb="overskrifter", en="headings"),
    "lists": Text(nb="lister", en="lists"),
    "tables": Text(nb="tabeller", en="tables"),
    "notes": Text(nb="noter", en="notes"),
}
_AND = Text(nb=" og ", en=" and ")


def summary_of(
    document: Document, holdings: Holdings, evaluation: Evaluation | None, *, paged: bool
) -> str:
    """The summary in the publication's language (schema.org ``accessibilitySummary``)."""
    metadata = document.publication.metadata
    sentences = [
        *_about_reading(holdings, metadata.language),
        *_about_images(holdings),
        *([_PAGES.filled(version=metadata.version)] if paged else ()),
        _about_evaluation(evaluation),
    ]
    return " ".join(sentence.said_in(metadata.language) for sentence in sentences)


def _about_reading(holdings: Holdings, language: str) -> Iterator[Text]:
    every = holdings.images + holdings.formulas
    if holdings.undescribed:
        yield _NOT_ALL_CAN_BE_HEARD.filled(undescribed=holdings.undescribed, all=every)
    else:
        yield _ALL_CAN_BE_HEARD
    there = [
        thing.said_in(language)
        for name, thing in _THINGS.items()
        if name == "headings" or getattr(holdings, name)
    ]
    things = _AND.said_in(language).join(filter(None, (", ".join(there[:-1]), there[-1])))
    yield _MARKED_UP.filled(things=things.capitalize())
    if not holdings.headings_in_order:
        yield _LEVELS_SKIPPED
    if holdings.headerless:
        yield _HEADERLESS.filled(headerless=holdings.headerless, tables=holdings.tables)


def _about_images(holdings: Holdings) -> Iterator[Text]:
    if holdings.images and not holdings.undescribed:
        yield _IMAGES.filled(images=holdings.images)
    if holdings.long_descriptions:
        yield _LONG_DESCRIPTIONS.filled(long_descriptions=holdings.long_descriptions)
    if holdings.formulas and not holdings.undescribed:
        yield _FORMULAS
    if holdings.moving:
        yield _MOVING.filled(moving=holdings.moving)


def _about_evaluation(evaluation: Evaluation | None) -> Text:
    if evaluation is None:
        return _NOT_EVALUATED
    return _EVALUATED.filled(
        evaluator=evaluation.evaluator,
        date=written_date(evaluation.date),
        standard=evaluation.standard,
        method=evaluation.method.strip().rstrip("."),
    )
