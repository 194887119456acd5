"""What an author has put aside in the manuscript is put aside in the editions made of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from bindery.rules._judging import SUBJECT
from bindery.vocabulary.echoes import ECHOES
from bindery.vocabulary.evidence import Evidence, Exempted, outcome_of
from bindery.vocabulary.text import Text


def put_aside(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """``evidence``, in which an edition's findings have the reasons the manuscript gives for them.

    A finding on an edition does not say which line it comes from. So the reasons hold only where
    the rules on the manuscript find nothing that has none, and the edition's rule finds no more
    places than there are reasons.
    """
    said = {one.rule: one for one in evidence if one.subject == SUBJECT}
    return tuple(_put_aside(one, said) for one in evidence)


def _put_aside(one: Evidence, said: Mapping[str, Evidence]) -> Evidence:
    of_manuscript = [said[rule] for rule in said if one.rule in ECHOES.get(rule, ())]
    reasons = list(_reasons(of_manuscript))
    without_reason = any(each.findings for each in of_manuscript)
    if not one.findings or without_reason or len(one.findings) > len(reasons):
        return one
    pairs = zip(one.findings, reasons, strict=False)
    return replace(
        one,
        outcome=outcome_of((), one.examined, one.unknown_languages),
        findings=(),
        exempted=(*one.exempted, *(Exempted(finding, reason) for finding, reason in pairs)),
    )


def _reasons(evidence: Iterable[Evidence]) -> Iterator[Text]:
    for one in evidence:
        for exempted in one.exempted:
            yield exempted.reason
