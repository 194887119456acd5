"""What a person says on the command line when signing. Nothing slow is imported here."""

from dataclasses import dataclass

SIGN_HELP = {
    "criterion": "criteria of WCAG to judge, such as 1.1.1,2.4.4",
    "by": "who has judged: name, and for whom",
    "method": "how it was judged",
    "units": "names of what was judged (default: all that is new or changed)",
    "not-met": "the criterion is not met",
    "reason": "what is wrong",
    "consequence": "what it means for readers",
    "alternative": "the edition that readers can use instead: epub, html, pdf …",
    "mended-by": "the day it will be fixed, such as 2027-02-01",
    "day": "the day it was judged (default: today)",
    "conforms": "claim that the e-book meets a standard: “WCAG 2.2 Level AA”",
    "kind": "what “by” names in a claim: person, organisation",
    "report": "web address of the evaluator’s report",
    "accept": "errors to accept as known until the day they will be fixed: names of rules, or all",
    "credential": "what shows that the evaluator is qualified",
}
"""What each option is, by its name."""


@dataclass(frozen=True, slots=True)
class SignOptions:
    """The options of ``sign`` as they are written, in the order of ``SIGN_HELP``."""

    criterion: str = ""
    by: str = ""
    method: str = ""
    units: str = ""
    not_met: bool = False
    reason: str = ""
    consequence: str = ""
    alternative: str = ""
    mended_by: str = ""
    day: str = ""
    conforms: str = ""
    kind: str = "person"
    report: str = ""
    accept: str = ""
    credential: str = ""

    @property
    def criteria(self) -> tuple[str, ...]:
        """The numbers of the criteria that are judged."""
        return _listed(self.criterion)

    @property
    def accepted_rules(self) -> tuple[str, ...]:
        """The names of the rules whose errors are accepted for a time."""
        return _listed(self.accept)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the units that are judged; without any, all that nobody has judged."""
        return _listed(self.units)


def _listed(written: str) -> tuple[str, ...]:
    return tuple(one for each in written.split(",") if (one := each.strip()))
