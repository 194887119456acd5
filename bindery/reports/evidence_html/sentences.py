"""What the evidence page says besides what was found."""

from bindery.reports.wcag import Verdict
from bindery.vocabulary.text import Text

PAGE_LANGUAGE = Text(nb="nb", en="en")

SUBJECTS = {
    "manuscript": Text(nb="Manuset", en="The manuscript"),
    "templates": Text(nb="Malene", en="The templates"),
}
"""What is checked besides finished files."""

VERDICTS = {
    Verdict.NOT_MET: Text(nb="Feil", en="Faults"),
    Verdict.NEEDS_PERSON: Text(nb="Må ses på", en="To look at"),
    Verdict.MET: Text(nb="Vist", en="Shown"),
    Verdict.NOT_APPLICABLE: Text(nb="Ikke aktuelt", en="Not applicable"),
}
"""In the order a reader of the page needs them."""

SAID = {
    "heading": Text(nb="Kontroll av utgavene", en="How the editions were checked"),
    "of": Text(nb="Gjelder", en="About"),
    "checked": Text(nb="Kontrollert", en="Checked"),
    "release": Text(nb="Utgivelse", en="Release"),
    "outcomes": Text(nb="Kort sagt", en="In short"),
    "limits": Text(
        nb="Alt her er funnet av programmer. De ser bare noe av det som stenger lesere ute. «Vist»"
        " betyr at programmet har prøvd alt kriteriet krever. Det andre må et menneske"
        " se på, og ingenting er regnet som bestått før det er vist.",
        en="All of this was found by programs. They see only some of what shuts readers out."
        " “Shown” means that a program has tested all that the criterion asks. The rest"
        " is for a person to look at, and nothing counts as passed before it is shown.",
    ),
    "nothing": Text(nb="Ingen kontroller er kjørt.", en="No checks have been run."),
    "not_run": Text(
        nb="Disse kontrollene er ikke kjørt, så de har ikke vist noe",
        en="These checks were not run, and so have shown nothing",
    ),
    "checks_in_all": Text(nb="Kontrollene, alt i alt", en="The checks, all in all"),
    "edition": Text(nb="Utgave", en="Edition"),
    "wcag": Text(
        nb="Kriteriene i WCAG 2.2 på nivå A og AA: {count}",
        en="The criteria of WCAG 2.2 on levels A and AA: {count}",
    ),
    "matterhorn": Text(
        nb="Sjekkpunktene i Matterhorn Protocol 1.1, for PDF/UA-1: {count}",
        en="The checkpoints of the Matterhorn Protocol 1.1, for PDF/UA-1: {count}",
    ),
    "matterhorn_not": Text(
        nb="Matterhorn Protocol 1.1 gjelder PDF/UA-1. PDF 2.0 følger PDF/UA-2, som ikke har noen"
        " slik protokoll ennå. Den er kontrollert mot PDF/UA-2 og WTPDF.",
        en="The Matterhorn Protocol 1.1 is about PDF/UA-1. The PDF 2.0 keeps PDF/UA-2, for which"
        " there is no such protocol yet. It has been checked against PDF/UA-2 and WTPDF.",
    ),
    "look": Text(nb="Dette må et menneske se på", en="What a person must look at"),
    "look_how": Text(
        nb="Ta for deg ett punkt om gangen, i alle utgavene som er nevnt. Linjene viser til"
        " manuset: filen og linjenummeret.",
        en="Take one point at a time, in all the editions it names. The lines are those of the"
        " manuscript: the file and the number of the line.",
    ),
    "of_wcag": Text(nb="Etter WCAG 2.2", en="By WCAG 2.2"),
    "of_matterhorn": Text(nb="Etter Matterhorn Protocol 1.1", en="By the Matterhorn Protocol 1.1"),
    "in": Text(nb="I", en="In"),
    "look_first": Text(nb="Se først her", en="Look here first"),
    "and_more": Text(nb="og {count} til", en="and {count} more"),
    "conditions": Text(nb="Vilkår som står igjen", en="Conditions that are left"),
    "level": Text(nb="nivå", en="level"),
    "doubts": Text(nb="Her er kontrollene i tvil", en="Where the checks are in doubt"),
    "by_edition": Text(nb="Utgave for utgave", en="Edition by edition"),
    "file": Text(nb="Fil", en="File"),
    "fingerprint": Text(nb="Filens fingeravtrykk (SHA-256)", en="The file’s fingerprint (SHA-256)"),
    "faults": Text(nb="Feil som er funnet", en="Faults that were found"),
    "unplaced": Text(
        nb="Feil uten bestemt kriterium: Et menneske må finne ut hva de bryter med.",
        en="Faults of no certain criterion: a person must find out what they break.",
    ),
    "counted_both": Text(
        nb="{word}: {wcag} i WCAG, {matterhorn} i Matterhorn",
        en="{word}: {wcag} in WCAG, {matterhorn} in Matterhorn",
    ),
    "counted_one": Text(nb="{word}: {wcag} i WCAG", en="{word}: {wcag} in WCAG"),
    "all_checks": Text(nb="Alle kontroller: {count}", en="All checks: {count}"),
    "others": Text(nb="Manuset og andre filer", en="The manuscript and other files"),
    "by": Text(nb="Kontrollert med", en="Checked with"),
    "extent": Text(nb="Omfang", en="Extent"),
    "found": Text(nb="Det som ble funnet", en="What was found"),
    "each_rule": Text(nb="Regel for regel", en="Rule by rule"),
    "why": Text(nb="Hvorfor", en="Why"),
    "mend": Text(nb="Slik rettes det", en="How to mend it"),
    "fewer": Text(
        nb="Og {count} til. Alle står i evidence.json.",
        en="And {count} more. All are in evidence.json.",
    ),
    "exempted": Text(nb="Unntak som forfatteren har gjort", en="Exceptions the author has made"),
    "exempted_by_house": Text(
        nb="Unntak i binderys egne maler", en="Exceptions in bindery’s own templates"
    ),
    "reason": Text(nb="Begrunnelse", en="Reason"),
}
