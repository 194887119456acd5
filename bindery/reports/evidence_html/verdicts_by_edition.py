"""Verdicts on several editions, counted and named for the page."""

from collections.abc import Sequence

from bindery.reports import matterhorn, wcag
from bindery.reports.by_edition import JudgedEdition
from bindery.reports.evidence_html.sentences import VERDICTS

Points = Sequence[wcag.Judged] | Sequence[matterhorn.Judged]


def counts(points: Points) -> list[int]:
    """Return how many have each verdict, in the order of the page's columns."""
    return [sum(one.verdict is verdict for one in points) for verdict in VERDICTS]


def named(editions: Sequence[JudgedEdition], among: Sequence[JudgedEdition], language: str) -> str:
    """Return the titles of ``editions`` inside a sentence; all PDFs ``among`` them as «PDF»."""
    paged = [one for one in among if one.edition.is_paged]
    all_paged = len(paged) > 1 and all(one in editions for one in paged)
    short = ["PDF"] if all_paged else []
    rest = [one for one in editions if not (all_paged and one in paged)]
    return ", ".join((*short, *(_inside(one.title.said_in(language)) for one in rest)))


def _inside(title: str) -> str:
    """Return ``title`` as it is written inside a sentence: an abbreviation as it is."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]
