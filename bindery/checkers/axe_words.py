"""What axe and Ace, which runs axe, have to say, in words for an author.

axe brings Norwegian names of most rules. The others are here, and those that it misspells.
"""

import json
from functools import cache

from bindery.checkers import running
from bindery.tools import locate
from bindery.vocabulary.checker import Subject
from bindery.vocabulary.findings import Finding, Location, Severity
from bindery.vocabulary.text import Text

IMPACTS = {
    "critical": Text(
        nb="Dette stenger noen lesere helt ute.",
        en="This shuts some readers out entirely.",
    ),
    "serious": Text(
        nb="Dette gjør det svært vanskelig for noen lesere.",
        en="This makes it very hard for some readers.",
    ),
    "moderate": Text(
        nb="Dette gjør det vanskeligere for noen lesere.",
        en="This makes it harder for some readers.",
    ),
    "minor": Text(
        nb="Dette er til bry for noen lesere.",
        en="This is a nuisance to some readers.",
    ),
}

UNKNOWN_IMPACT = Text(
    nb="Dette kan stenge noen lesere ute.",
    en="This may shut some readers out.",
)
SEEN = Text(nb="{rule} ({places}).", en="{rule} ({places}).")
TO_BE_SEEN = Text(
    nb="Et menneske må se på dette: {rule} ({places}).",
    en="A person must look at this: {rule} ({places}).",
)
LOOK = Text(
    nb="Se på stedet i visningene som er nevnt, og rett det om det er galt.",
    en="Look at the place in the views that are named, and mend it if it is wrong.",
)
HINT = Text(
    nb="{impact} {mend} Første sted: {place}. {checker} sier: {summary}",
    en="{impact} {mend} First place: {place}. {checker} says: {summary}",
)

NORWEGIAN = {
    "aria-allowed-attr": "Elementer skal bare ha ARIA-attributter som er tillatt for rollen",
    "aria-braille-equivalent": "Tekst for leselist skal ha en tilsvarende vanlig tekst",
    "aria-command-name": "ARIA-knapper, -lenker og -menyvalg skal ha et tilgjengelig navn",
    "aria-conditional-attr": "ARIA-attributter skal brukes slik elementets rolle tillater",
    "aria-deprecated-role": "Utgåtte ARIA-roller skal ikke brukes",
    "aria-dialog-name": "ARIA-dialoger skal ha et tilgjengelig navn",
    "aria-meter-name": "ARIA-målere skal ha et tilgjengelig navn",
    "aria-progressbar-name": "ARIA-framdriftslinjer skal ha et tilgjengelig navn",
    "aria-prohibited-attr": "Elementer skal bare ha ARIA-attributter som er tillatt for dem",
    "aria-tab-name": "ARIA-faner skal ha et tilgjengelig navn",
    "aria-text": "Elementer med role=text skal ikke inneholde noe som kan få fokus",
    "aria-tooltip-name": "ARIA-verktøytips skal ha et tilgjengelig navn",
    "aria-treeitem-name": "ARIA-treelementer skal ha et tilgjengelig navn",
    "empty-table-header": "Overskriftsceller i tabeller skal ikke være tomme",
    "frame-focusable-content": "Rammer med innhold som kan få fokus, skal ikke ha tabindex=-1",
    "heading-order": "Overskriftsnivåene skal følge hverandre, uten å hoppe over noen",
    "identical-links-same-purpose": "Lenker med samme navn skal ha samme formål",
    "label-title-only": "Skjemafelt skal ha en synlig ledetekst",
    "landmark-complementary-is-top-level": "Et «complementary»-landemerke skal ikke ligge inni et"
    " annet landemerke",
    "landmark-no-duplicate-main": "Dokumentet skal ikke ha mer enn ett «main»-landemerke",
    "meta-refresh-no-exceptions": "Siden skal ikke lastes på nytt av seg selv",
    "nested-interactive": "En knapp eller lenke skal ikke ligge inni en annen",
    "no-autoplay-audio": "Lyd og video skal ikke starte av seg selv",
    "presentation-role-conflict": "Det som er merket som pynt, skal ikke kunne få fokus",
    "select-name": "Nedtrekkslister skal ha et tilgjengelig navn",
    "summary-name": "Det man trykker på for å vise mer, skal ha tekst",
    "svg-img-alt": "SVG-bilder skal ha en alternativ tekst",
    "td-headers-attr": "Celler skal bare vise til overskriftsceller i sin egen tabell (headers)",
    "target-size": "Det man trykker på, skal være minst 24 piksler stort eller ha luft rundt seg",
    # Ace's own
    "epub-type-has-matching-role": "Elementer med epub:type skal også ha en ARIA-rolle",
    "pagebreak-label": "Sideskift skal ha et sidetall som kan leses opp",
    "epub-pagelist-mediaoverlays": "Innlest tekst skal følge sideskiftene",
    "epub-lang": "Pakkefila skal si hvilket språk den er på (xml:lang)",
    "epub-title": "Publikasjonen skal ha en tittel",
    "epub-toc-order": "Innholdsfortegnelsen skal følge leserekkefølgen",
    "epub-pagesource": "Sidetallene skal ha en oppgitt kilde (pageBreakSource)",
    "epub-pagelist-broken": "Sidelista skal peke på sideskift som finnes",
    "epub-pagelist-missing-pagebreak": "Sidelista skal ha med alle sideskift",
    "metadata-accessmode": "Metadata skal si hvilke sanser innholdet krever (accessMode)",
    "metadata-accessmodesufficient": "Metadata skal si hvilke sanser som er nok"
    " (accessModeSufficient)",
    "metadata-accessibilityfeature": "Metadata skal si hvordan boka er tilrettelagt"
    " (accessibilityFeature)",
    "metadata-accessibilityhazard": "Metadata skal si om innholdet kan være farlig for noen"
    " (accessibilityHazard)",
    "metadata-accessibilitysummary": "Metadata skal ha et sammendrag av tilgjengeligheten"
    " (accessibilitySummary)",
    "metadata-accessibilityfeature-invalid": "Metadata om tilrettelegging skal bruke kjente ord"
    " (accessibilityFeature)",
    "metadata-accessibilityhazard-invalid": "Metadata om farer skal bruke kjente ord"
    " (accessibilityHazard)",
    "metadata-accessmode-invalid": "Metadata om sanser skal bruke kjente ord (accessMode)",
    "metadata-accessmodesufficient-invalid": "Metadata om sanser skal bruke kjente ord"
    " (accessModeSufficient)",
    "metadata-conformsto-invalid": "Påstanden om hvilken standard boka følger, skal være skrevet"
    " nøyaktig som i standarden (conformsTo)",
    "metadata-accessibilityfeature-printpagenumbers-nopagelist": "Boka sier at den har sidetall,"
    " men mangler sideliste",
    "metadata-accessibilityfeature-printpagenumbers-nopagebreaks": "Boka sier at den har sidetall,"
    " men mangler sideskift",
}


def breach(
    subject: Subject,
    *,
    checker_name: str,
    rule: str,
    english: str,
    impact: str | None,
    count: int,
    place: Text,
    summary: str,
    certain: bool = True,
) -> Finding:
    """A rule that does not hold, in ``count`` places; ``place`` is the first of them.

    Where axe is not ``certain``, the finding asks a person to look.
    """
    demand = SEEN if certain else TO_BE_SEEN
    return Finding(
        rule=f"{checker_name.lower()}-{rule.lower()}",
        severity=Severity.ERROR if certain else Severity.WARNING,
        location=Location(subject.name),
        message=demand.filled(rule=_named(rule, english), places=running.places(count)),
        hint=HINT.filled(
            impact=IMPACTS.get(impact or "", UNKNOWN_IMPACT),
            mend=running.MEND if certain else LOOK,
            place=place,
            checker=checker_name,
            summary=running.quoted(summary.replace(":\n", ": ").replace("\n", "; ")),
        ),
    )


def _named(rule: str, english: str) -> Text:
    """What the rule demands. A rule that nobody has put into Norwegian is said in English."""
    return Text(nb=NORWEGIAN.get(rule.lower()) or _locale().get(rule) or english, en=english)


@cache
def _locale() -> dict[str, str]:
    """The Norwegian demand of each of axe's rules."""
    path = locate.axe_locale("nb")
    if path is None:
        return {}
    try:
        rules = json.loads(path.read_bytes())["rules"]
        return {rule: words["help"] for rule, words in rules.items()}
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise running.broken("axe", error) from error
