"""A chapter is no harder to read than a newspaper.

## Why

LIX adds the average number of words per sentence to the number of long words per hundred. Below 35
a text is easy. From 45 it is as difficult as an official report, and many readers give up. LIX does
not measure whether the words are known or the thoughts are in order. That needs a manual check.

## Hvorfor

Et kapittel er ikke tyngre å lese enn en avis. LIX legger sammen antall ord per setning i snitt og
antall lange ord per hundre. Under 35 er teksten lett. Fra 45 er den like vanskelig som en offentlig
utredning, og mange lesere gir opp. LIX tar ikke hensyn til om ordene er kjente, eller om tankene
kommer i orden. Det må kontrolleres manuelt.

## Fails

Line 1:

```markdown
# Funn

Kommunestyrets representanter vedtok handlingsprogrammet for strategisk næringsutvikling i
planperioden. Administrasjonens saksbehandlere utarbeidet deretter omfattende konsekvensutredninger
for samtlige alternativer. Innspill fra høringsinstansene ble systematisk vurdert opp mot gjeldende
styringsdokumenter. Utvalget behandlet innstillingen og anbefalte samarbeidsavtaler med relevante
kompetansemiljøer. Fylkeskommunen forutsetter dokumentert medfinansiering fra samarbeidspartnerne
innen tidsfristen. Rapporteringsrutinene tilpasses kvalitetssystemets overordnede bestemmelser om
internkontroll. Evalueringen gjennomføres halvårlig av uavhengige fagpersoner med særskilt
kompetanse. Kommunestyrets representanter vedtok handlingsprogrammet for strategisk
næringsutvikling i planperioden. Administrasjonens saksbehandlere utarbeidet deretter omfattende
konsekvensutredninger for samtlige alternativer. Innspill fra høringsinstansene ble systematisk
vurdert opp mot gjeldende styringsdokumenter. Utvalget behandlet innstillingen og anbefalte
samarbeidsavtaler med relevante kompetansemiljøer. Fylkeskommunen forutsetter dokumentert
medfinansiering fra samarbeidspartnerne innen tidsfristen. Rapporteringsrutinene tilpasses
kvalitetssystemets overordnede bestemmelser om internkontroll. Evalueringen gjennomføres halvårlig
av uavhengige fagpersoner med særskilt kompetanse.
```

## Passes

```markdown
# Funn

Kommunen lager en plan for byen. Bedriftene får si hva de mener om den.
```

## Clauses

- WCAG 2.2: 3.1.5 Reading Level (AAA)
- C. H. Björnsson, *Läsbarhet* (1968): LIX. It is counted in Norwegian, Danish and Swedish.
"""

from collections.abc import Iterator

from bindery.manuscript.source import ChapterSource, Manuscript
from bindery.prose.readings import Lix, clauses, lix_of, primary, readings_of
from bindery.rules.manuscript._extents import CHAPTERS
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Extent, Rule
from bindery.vocabulary.text import Text

DIFFICULT = 45
"""The LIX from which a text is difficult."""

VERY_DIFFICULT = 55

FEWEST = 100
"""The fewest words in a chapter for its LIX to be meaningful."""

COUNTED = frozenset({"nb", "nn", "da", "sv"})

MESSAGE = Text(
    nb="Kapittelet er {meaning}. Lesbarhetsindeksen (LIX) er {index}: {length} ord per setning i"
    " snitt, og {long} lange ord av 100.",
    en="The chapter is {meaning}. Its readability index (LIX) is {index}: {length} words per"
    " sentence on average, and {long} long words of 100.",
)
MEANINGS = (
    Text(nb="vanskelig, som en offentlig utredning", en="difficult, like an official report"),
    Text(nb="svært vanskelig, som en lovtekst", en="very difficult, like a law"),
)
HINT = Text(
    nb="Del lange setninger, og bruk korte ord der det går. Aviser har under 45.",
    en="Divide long sentences, and use short words where you can. Newspapers are below 45.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Chapters whose LIX is ``DIFFICULT`` or more."""
    for chapter in manuscript.chapters:
        lix = _lix(chapter, manuscript)
        if lix.words >= FEWEST and lix.index >= DIFFICULT:
            message = MESSAGE.filled(
                index=lix.index,
                meaning=MEANINGS[lix.index >= VERY_DIFFICULT],
                length=round(lix.words / lix.sentences),
                long=round(100 * lix.long_words / lix.words),
            )
            place = next(readings_of(chapter, manuscript)).prose.location
            yield Finding(RULE.name, RULE.severity, place, message, HINT)


def _lix(chapter: ChapterSource, manuscript: Manuscript) -> Lix:
    """The LIX counts of a chapter's paragraphs."""
    return sum(
        (
            lix_of(sentence.text)
            for reading in readings_of(chapter, manuscript)
            if reading.prose.block == "paragraph"
            for sentence in clauses(reading)
            if primary(sentence.language) in COUNTED
        ),
        Lix(),
    )


def _judged_in(manuscript: Manuscript) -> Iterator[frozenset[str]]:
    """The languages of each chapter, without those that have too few words in it."""
    for chapter in manuscript.chapters:
        languages = frozenset[str]().union(
            *(
                reading.languages
                for reading in readings_of(chapter, manuscript)
                if reading.prose.block == "paragraph"
            )
        )
        is_judged = _lix(chapter, manuscript).words >= FEWEST
        yield languages if is_judged else languages - COUNTED


RULE = Rule(
    "chapter-reads-easily",
    Severity.INFO,
    find,
    Extent.in_languages(CHAPTERS.unit, _judged_in, COUNTED),
    by_chapter=True,
)
