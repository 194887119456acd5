"""The text has no placeholders and no notes to the author.

## Why

“XX”, “[insert name]” and “TODO” say that something is missing. Screen reader users get them in the
middle of a sentence, and no reader learns what was meant.

## Hvorfor

Teksten har ingen plassholdere og ingen huskelapper. «XX», «[sett inn navn]» og «TODO» sier at noe
mangler. Skjermleserbrukere hører dem midt i en setning, og ingen lesere får vite hva som var ment.

## Fails

Lines 3, 5, 7 and 9:

```markdown
# Funn

Det er XX kommuner som er med.

Planen er laget av [sett inn navn] i fjor.

Lorem ipsum dolor sit amet.

TODO: skriv ferdig.
```

## Passes

```markdown
# Funn

Kong Haakon [sic] er et navn. Skriv `TODO` i koden. I [Alta] er det kaldt.
```

## Clauses

- WCAG 2.2: 3.1.5 Reading Level (AAA)
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.prose.readings import heard
from bindery.rules.manuscript._extents import PROSE
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{words}» er en plassholder. Leserne får ikke vite hva som skulle stått der.",
    en="“{words}” is a placeholder. Readers do not learn what should be there.",
)
HINT = Text(
    nb="Skriv det som mangler, eller fjern setningen.",
    en="Write what is missing, or remove the sentence.",
)
_TRIGGER = re.compile(
    r"xx|todo|tbd|tba\b|tbc\b|fixme|lorem|ipsum|\[|<|\{|\?\?|__|\bnn\b|n\.\s?n\.|…{2}|plassh|placeh|"
    r"\(|sjekk|kontroller|oppdater|bekreft|avklar|verif|check|update|confirm|komme?r|kjem|følg|"
    r"mangl|"
    r"come|coming|follow|missing|mm|00 ?00|[¤%@§]{3}|feil!|error!|figur|tabell|kapittel|side|"
    r"figure|table|chapter|page|perspiciatis|consectetur",
    re.IGNORECASE,
)
_PART = r"(?:figur|tabell|side|avsnitt|figure|table|page|section|fig\.|tab\.|kap\.|s\.)"
_LEFT = (
    r"sett inn|set inn|fyll inn|fyll ut|skriv inn|skriv her|legg inn|kommer|kjem|mangler|manglar"
    r"|insert|fill in|add|enter|your|to come|missing|(?:navn|namn|dato|årstall|beløp|tall|antall"
    r"|antal|prosent|sum|adresse|telefon|pris|sted|stad|tittel|rolle|lenke|lenkje|bilde|bilete|foto"
    r"|figur|tabell|kart|illustrasjon|tekst)(?:et|en|a|t)?|kilde\??|kjelde\??|name|date|year|amount"
    r"|number|place|title|address|phone|price|link|company|source\??|sjekk|check|ref\??|image|photo"
    r"|figure|table|chart|map|text"
)
_DOUBTED = (
    r"(?:dette|tall|tal|navn|namn|kilde|kjelde|dato|stavemåte|skrivemåte|årstall|sitat|this|number"
    r"|name|source|date|figure|spelling|quote|the (?:number|name|source|date|figure|spelling))\w*"
)
PLACEHOLDER = re.compile(
    r"(?<![\w-])(?:XX|[Xx]{3,}|xx)(?![\w-])"
    r"|(?<!\w)(?:TODO|FIXME|TBD|TBA|TBC)\b:?|\btodo:"
    r"|(?i:\blorem ipsum\b|\bdolor sit amet\b|\bconsectetur adipisci\w*|\bunde omnis iste\b"
    r"|\b(?:plassholder|placeholder)\w*[ ]?(?:tekst|text)\b)"
    rf"|(?i:[\[(](?:{_LEFT})(?:[ :?][^\])]{{0,40}})?\](?!\())"
    rf"|(?i:[<{{]{{1,2}}\s?(?:sett inn|set inn|fyll inn|insert|navn her|namn her|your)\b"
    r"[^<>{}]{0,30}[>}]{1,2})"
    r"|\[[^\[\]]{0,80}\?\](?!\()"
    rf"|(?i:\((?:sjekk|kontroller|oppdater|bekreft|check|verify|update) {_DOUBTED}[^()]{{0,30}}\))"
    r"|(?i:\((?:kilde|kjelde|source|riktig|rett|sant|correct|stemmer \w+|navn|namn|dato)?\?+\))"
    r"|(?i:[\[(]\s?(?:(?:må|skal|bør|to be|must be|needs to be|tall(?:et|ene)?|tal(?:et|a)?)\s)*"
    r"(?:dobbelt)?(?:sjekkes|sjekkast|kontrolleres|kontrollerast|oppdateres|oppdaterast|bekreftes"
    r"|stadfestast|avklares|avklarast|verifiseres|checked|verified|updated|confirmed)\b"
    r"[^\])]{0,30}[\])])"
    r"|(?i:^\W*(?!teksten kommer her\W*$)"
    r"(?:mer |meir |more )?(?:tekst(?:en)?|innhold(?:et)?|kapittelet|avsnittet"
    r"|figur(?:en)?|tabell(?:en)?|bildet?|biletet?|tall(?:ene)?|tal[ae]?|the text|text|content"
    r"|more|figure|image)"
    r" (?:kommer|kjem|følger|følgjer|mangler|manglar|to come|coming|to follow|follows|missing"
    r"|is missing|will follow)(?: (?:her|senere|seinare|snart|etter hvert|later|here|soon))?\W*$)"
    r"|\?{3,}|(?<=\s)\?\?(?=[\s.,;)]|$)|(?<!\w)N\.\s?N\.(?!\w)|(?<=\s)NN(?=[\s.,;)]|$)"
    r"|(?<=\s)_{3,}(?=[\s.,]|$)|(?<!\w)(?P<sign>[¤%@§])(?P=sign){2,}(?!\w)"
    r"|(?<!som )(?<!formen )(?<!formatet )(?<!as )(?<!form )(?<!format )"
    r"(?i:\bdd[./ -]mm[./ -](?:åååå|åå|yyyy|yy)\b)"
    r"|(?<![\d#])(?<!\d )(?:(?:00 ?){4}|000 ?00 ?000)(?! ?\d)"
    rf"|(?i:\b{_PART})[ \u00a0](?:X|Y|x|\?+|#)(?=[\s.,;:)]|$)"
    r"|(?i:\b(?:kapittel|vedlegg|chapter|appendix))[ \u00a0](?:x|\?+|#)(?=[\s.,;:)]|$)"
    r"|(?:Feil|Error)! (?:Fant ikke|Finn ikkje|Bokmerke|Referanse|Reference|Bookmark|Kjelde|Ugyldig"
    r"|Not a valid)[^.]{0,60}"
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """The first placeholder of each piece of text, alternative texts included."""
    for reading in heard(manuscript):
        if not _TRIGGER.search(reading.text):
            continue
        found = PLACEHOLDER.search(reading.text)
        # An alternative text of nothing else is for alt-text-says-what-is-shown.
        is_all = found is not None and found[0].strip(":") == reading.text.strip(" :.")
        if found and not (reading.prose.block == "alt" and is_all):
            message = MESSAGE.filled(words=found[0])
            yield Finding(RULE.name, RULE.severity, reading.at(found.start()), message, HINT)


RULE = Rule("text-is-finished", Severity.WARNING, find, PROSE, by_chapter=True)
