"""The verdicts on WCAG 2.1 as an OpenACR: an accessibility conformance report for buyers.

OpenACR is YAML, of which JSON is a part: the file is written as JSON. The form is that of VPAT 2.4
on WCAG 2.1, since OpenACR's editor does not take newer ones.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from bindery.document.model import Document
from bindery.manuscript.addresses import is_web_address
from bindery.reports.by_edition import JudgedEdition
from bindery.reports.wcag import Judged, Verdict
from bindery.tools.writing import write_whole
from bindery.vocabulary.text import Text
from bindery.vocabulary.wcag import CRITERIA, Level

CATALOG = "2.4-edition-wcag-2.1-en"
CHAPTERS: Mapping[Level, str] = {
    "A": "success_criteria_level_a",
    "AA": "success_criteria_level_aa",
}
NOT_ASKED = "success_criteria_level_aaa"
PARSING = "4.1.1"

SUPPORTS, PARTIALLY, NOT_AT_ALL = "supports", "partially-supports", "does-not-support"
NOT_APPLICABLE, NOT_EVALUATED = "not-applicable", "not-evaluated"

_TITLE = Text(
    nb="Rapport om tilgjengelighet: {title}", en="{title} Accessibility Conformance Report"
)
_METHODS = Text(
    nb="Automatiske kontroller, sammenligning av hver utgave med forfatterens manus, og det"
    " navngitte personer har vurdert. Detaljene står i evidence.html.",
    en="Automatic checks, comparison of each edition with the author’s source, and what named"
    " people have judged. The details are in evidence.html.",
)
_NOTES = Text(
    nb="«not-evaluated» betyr at kriteriet må kontrolleres manuelt. VPAT tillater det bare på nivå"
    " AAA: Gjør det ferdig før rapporten deles.",
    en="“not-evaluated” means that the criterion must be checked manually. VPAT allows it for level"
    " AAA only: finish it before you share the report.",
)
_PARSING = Text(
    nb="Etter rettelsen til WCAG 2.1 er kriteriet alltid oppfylt i HTML og XML.",
    en="By the erratum to WCAG 2.1, the criterion is always met in HTML and XML.",
)
_NO_AAA = Text(nb="Nivå AAA er ikke vurdert.", en="Level AAA was not evaluated.")

Node = dict[str, object]


def write_openacr(
    path: Path,
    document: Document,
    *,
    editions: Sequence[JudgedEdition],
    when: datetime | None,
) -> None:
    """Write what is known of ``editions`` to ``path``, in the publication's language.

    The summary is the component *web*, all others together *electronic documents*. Nothing is
    supported by default. The same input gives the same bytes.
    """
    written = _report(document, editions, when)
    write_whole(path, json.dumps(written, ensure_ascii=False, indent=2) + "\n")


def _report(document: Document, judged: Sequence[JudgedEdition], when: datetime | None) -> Node:
    metadata = document.publication.metadata
    language = metadata.language
    contact = metadata.accessibility_contact
    by = {"company_name": metadata.publisher, "email": contact}
    if is_web_address(contact):
        by["website"] = contact
    dated = {"report_date": when.date().isoformat()} if when else {}
    return {
        "title": _TITLE.filled(title=metadata.title).said_in(language),
        "product": {
            "name": metadata.title,
            "version": metadata.version,
            "description": metadata.description,
        },
        "author": by,
        "vendor": by,
        **dated,
        "notes": _NOTES.said_in(language),
        "evaluation_methods_used": _METHODS.said_in(language),
        "catalog": CATALOG,
        "chapters": {
            **{chapter: _chapter(level, judged, language) for level, chapter in CHAPTERS.items()},
            NOT_ASKED: {"notes": _NO_AAA.said_in(language), "disabled": True},
        },
    }


def _chapter(level: Level, judged: Sequence[JudgedEdition], language: str) -> Node:
    numbers = [one.number for one in CRITERIA if one.level == level and one.since != "2.2"]
    rows = {number: _criterion(number, judged, language) for number in numbers}
    if level == "A":
        adherence = {"level": SUPPORTS, "notes": _PARSING.said_in(language)}
        components = [_component(name, adherence) for name in ("web", "electronic-docs")]
        rows[PARSING] = {"num": PARSING, "components": [*components, *_others()]}
    return {"criteria": [rows[number] for number in sorted(rows, key=_in_order)]}


def _in_order(number: str) -> list[int]:
    return [int(part) for part in number.split(".")]


def _criterion(number: str, judged: Sequence[JudgedEdition], language: str) -> Node:
    web = [one for one in judged if one.edition.is_summary]
    documents = [one for one in judged if not one.edition.is_summary]
    return {
        "num": number,
        "components": [
            _component("web", _adherence(number, web, language)),
            _component("electronic-docs", _adherence(number, documents, language)),
            *_others(),
        ],
    }


def _others() -> list[Node]:
    """Return the components that a publication does not have."""
    nothing = {"level": NOT_APPLICABLE, "notes": ""}
    return [_component(name, nothing) for name in ("software", "authoring-tool")]


def _component(name: str, adherence: Mapping[str, str]) -> Node:
    return {"name": name, "adherence": dict(adherence)}


def _adherence(number: str, editions: Sequence[JudgedEdition], language: str) -> dict[str, str]:
    """Return how far some editions support a criterion, and what is said of each."""
    points = [
        (edition, one)
        for edition in editions
        for one in edition.criteria
        if one.criterion.number == number
    ]
    told: dict[str, list[str]] = {}
    for edition, one in points:
        told.setdefault(_told(one, language), []).append(edition.title.said_in(language))
    notes = " ".join(f"{', '.join(names)}: {said}" for said, names in told.items())
    return {"level": level_of([one.verdict for _, one in points]), "notes": notes}


def level_of(verdicts: Sequence[Verdict]) -> str:
    """Return the level of conformance that several editions have together."""
    there = set(verdicts)
    if not there:
        return NOT_APPLICABLE
    if Verdict.NOT_MET in there:
        return NOT_AT_ALL if there == {Verdict.NOT_MET} else PARTIALLY
    if Verdict.NEEDS_PERSON in there:
        return NOT_EVALUATED
    return NOT_APPLICABLE if there == {Verdict.NOT_APPLICABLE} else SUPPORTS


def _told(one: Judged, language: str) -> str:
    found = dict.fromkeys(each.message.said_in(language) for each in one.findings)
    return " ".join((one.reason.said_in(language), *found))
