"""What the page of the draft statement says besides its criteria."""

from bindery.reports.wcag.absent import Verdict
from bindery.vocabulary.text import Text

PAGE_LANGUAGE = Text(nb="nb", en="en")

VERDICTS = {
    Verdict.MET: Text(nb="oppfylt", en="met"),
    Verdict.NOT_MET: Text(nb="ikke oppfylt", en="not met"),
    Verdict.NOT_APPLICABLE: Text(nb="ikke aktuelt", en="not applicable"),
    Verdict.NEEDS_PERSON: Text(nb="må vurderes av et menneske", en="needs a person"),
}

COUNTED = {
    **VERDICTS,
    Verdict.NOT_APPLICABLE: Text(nb="ikke aktuelle", en="not applicable"),
    Verdict.NEEDS_PERSON: Text(nb="må vurderes av et menneske", en="need a person"),
}
"""After a number that is not one."""

SAID = {
    "heading": Text(nb="Utkast til tilgjengelighetserklæring", en="Draft accessibility statement"),
    "of": Text(nb="Gjelder", en="About"),
    "publisher": Text(nb="Utgiver", en="Publisher"),
    "version": Text(nb="Versjon", en="Version"),
    "this_is": Text(nb="Dette er et utkast", en="This is a draft"),
    "draft": Text(
        nb="Programmer har laget utkastet av det som er i filene og det som er kontrollert. Et"
        " menneske må gjøre det ferdig. Ingen kriterier er regnet som oppfylt uten at filene selv"
        " eller kontrollene har vist det.",
        en="Programs made this draft of what is in the files and what has been checked. A person"
        " must complete it. No criterion is taken as met unless the files themselves or the checks"
        " have shown it.",
    ),
    "official_before": Text(
        nb="Den offisielle erklæringen fra en offentlig virksomhet lages på",
        en="A Norwegian public body makes its official statement at",
    ),
    "official_after": Text(
        nb=", for hele nettstedet der publikasjonen ligger. Hvilke krav som gjelder for hvem, står"
        " på",
        en=", for the whole site that the publication is on. Which requirements bind whom is told"
        " at",
    ),
    "outcome": Text(nb="Kort sagt", en="In short"),
    "criteria": Text(
        nb="{count} kriterier i WCAG 2.2 på nivå A og AA er gått gjennom.",
        en="{count} criteria of WCAG 2.2 on levels A and AA have been gone through.",
    ),
    "names": Text(
        nb="Navnene følger den autoriserte oversettelsen av WCAG 2.1. Navnene på kriterier som er"
        " nye i 2.2, er oversatt av bindery.",
        en="Criteria that came with WCAG 2.2 are marked.",
    ),
    "evaluated": Text(nb="Vurdert av et menneske", en="Evaluated by a person"),
    "evaluation": Text(
        nb="{evaluator} vurderte denne teksten {date} og fant at e-boka oppfyller {standard}. Slik"
        " ble det gjort: {method}. Det er ikke ført inn kriterium for kriterium her.",
        en="{evaluator} evaluated this very text on {date} and found that the e-book meets"
        " {standard}. This is how: {method}. It is not entered criterion by criterion here.",
    ),
    "not_evaluated": Text(
        nb="Ingen vurdering av denne teksten er registrert.",
        en="No evaluation of this text is on record.",
    ),
    "report": Text(nb="Les rapporten", en="Read the report"),
    "by_criterion": Text(nb="Kriterium for kriterium", en="Criterion by criterion"),
    "principle": Text(nb="Prinsipp {number}: {name}", en="Principle {number}: {name}"),
    "criterion": Text(nb="Kriterium", en="Criterion"),
    "verdict": Text(nb="Vurdering", en="Verdict"),
    "level": Text(nb="nivå", en="level"),
    "new": Text(nb="ny i 2.2", en="new in 2.2"),
    "look_first": Text(nb="Se først her", en="Look here first"),
    "and_more": Text(nb="og {count} til", en="and {count} more"),
    "unplaced": Text(nb="Feil uten bestemt kriterium", en="Errors of no certain criterion"),
    "unplaced_why": Text(
        nb="Kontrollene fant dette også. Et menneske må finne ut hvilke kriterier det bryter med.",
        en="The checks found this too. A person must find out which criteria it breaks.",
    ),
    "checked": Text(nb="Dette er kontrollert", en="What has been checked"),
    "evidence": Text(
        nb="Alt som er kontrollert, med det som ble funnet",
        en="All that was checked, with what was found",
    ),
    "nothing": Text(nb="Ingen kontroller er kjørt.", en="No checks have been run."),
    "trouble": Text(nb="Er det noe du ikke får brukt?", en="Something you cannot use?"),
    "tell": Text(
        nb="Fortell utgiveren hva du ikke får brukt, eller be om en annen utgave:",
        en="Tell the publisher what you cannot use, or ask for another edition:",
    ),
    "supervision": Text(
        nb="fører tilsyn med at nettsteder i Norge følger kravene. Får du ikke hjelp hos utgiveren,"
        " kan du klage til",
        en="sees to it that sites in Norway keep the requirements. If the publisher does not help,"
        " you can complain to",
    ),
    "authority": Text(
        nb="Tilsynet for universell utforming av ikt",
        en="The Norwegian Authority for Universal Design of ICT",
    ),
    "tribunal": Text(nb="Diskrimineringsnemnda", en="the Anti-Discrimination Tribunal"),
}
