"""Judge a book's templates: one piece of evidence for each rule."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256

from pydantic import TypeAdapter

from bindery.manuscript.brand.sheets import NO_LOOK
from bindery.manuscript.setting_lines import setting_lines
from bindery.manuscript.templates import templates_of
from bindery.rules.cascade.styles import Styles
from bindery.rules.judge import judge_with
from bindery.rules.styles import TEMPLATE_RULES
from bindery.rules.styles._exceptions import exceptions_in
from bindery.rules.styles._shared import OF_SPECIMENS
from bindery.rules.styles.template_can_be_judged import RULE as SEES_TEMPLATES
from bindery.rules.styles.text_has_contrast import RULE as CONTRAST
from bindery.rules.styles.text_stands_on_a_plain_ground import RULE as SEES_GROUNDS
from bindery.vocabulary.evidence import Evidence, Outcome
from bindery.vocabulary.keeping import NOTHING_KEPT, Keeper
from bindery.vocabulary.publication import Publication

SUBJECT = "templates"


_KEPT = TypeAdapter(tuple[Evidence, ...])


def judge_templates(
    publication: Publication, keeper: Keeper = NOTHING_KEPT
) -> tuple[Evidence, ...]:
    """Evidence of each rule on the templates, with the exceptions in them applied.

    A rule cannot pass if a default template was judged instead of the book's own. Nor can the
    contrast of a text on a picture, even if its exception says that a person has checked it.
    ``keeper`` has the evidence of templates that are as they were.
    """
    templates, images = templates_of(publication), frozenset(publication.images)
    # What is found in the colours of a brand has its line in the settings.
    lines = () if templates.look == NO_LOOK else setting_lines(publication.book).items()
    rests_on = f"{templates.digest} {sorted(images)} {publication.settings!r} {[*lines]}"
    key = sha256(rests_on.encode(errors="surrogatepass")).hexdigest()
    with suppress(ValueError):
        return _KEPT.validate_json(keeper.recall(key) or b"")
    evidence = tuple(_judged(Styles(templates, images)))
    keeper.keep(key, _KEPT.dump_json(evidence))
    return evidence


def _judged(styles: Styles) -> Iterator[Evidence]:
    exceptions = tuple(exceptions_in(styles))
    judged = judge_with(exceptions, styles, TEMPLATE_RULES, SUBJECT)
    evidence = tuple(_in_settings(styles, one) for one in judged)
    unknown = set(_unknown(evidence))
    for one in evidence:
        doubted = one.rule in unknown and one.outcome is Outcome.PASSED
        yield replace(one, outcome=Outcome.CANNOT_TELL) if doubted else one


def _in_settings(styles: Styles, evidence: Evidence) -> Evidence:
    """``evidence`` with findings on a colour of the brand at the setting that says it."""
    placed = (replace(one, location=styles.place_of(one.location)) for one in evidence.findings)
    return replace(evidence, findings=tuple(placed))


def _unknown(evidence: Sequence[Evidence]) -> Iterator[str]:
    """The rules that could not examine everything they apply to."""
    open_ = {one.rule for one in evidence if one.findings or one.exempted}
    if SEES_TEMPLATES.name in open_:
        yield from (rule.name for rule in TEMPLATE_RULES if rule.extent in OF_SPECIMENS)
    if SEES_GROUNDS.name in open_:
        yield CONTRAST.name
