"""What the rules say of a book's templates: one piece of evidence for each of them."""

from collections.abc import Iterator
from dataclasses import replace

from bindery.manuscript.templates import Templates
from bindery.rules._judging import judge_with
from bindery.rules.templates import TEMPLATE_RULES
from bindery.rules.templates._exceptions import exceptions_in
from bindery.rules.templates._styles import Styles
from bindery.rules.templates.template_can_be_judged import RULE as SEES_TEMPLATES
from bindery.rules.templates.text_has_contrast import RULE as CONTRAST
from bindery.rules.templates.text_stands_on_a_plain_ground import RULE as SEES_GROUNDS
from bindery.vocabulary.evidence import Evidence, Outcome
from bindery.vocabulary.publication import Publication

SUBJECT = "templates"


def judge_templates(publication: Publication) -> Iterator[Evidence]:
    """What each rule finds in the templates, but for what is put aside with a reason.

    Where a text stands on a picture, its contrast is not known, and so has not passed.
    """
    styles = Styles(Templates(publication.book), frozenset(publication.images))
    evidence = tuple(judge_with(tuple(exceptions_in(styles)), styles, TEMPLATE_RULES, SUBJECT))
    unseen = any(
        one.findings for one in evidence if one.rule in (SEES_TEMPLATES.name, SEES_GROUNDS.name)
    )
    for one in evidence:
        unknown = unseen and one.rule == CONTRAST.name and one.outcome is Outcome.PASSED
        yield replace(one, outcome=Outcome.CANNOT_TELL) if unknown else one
