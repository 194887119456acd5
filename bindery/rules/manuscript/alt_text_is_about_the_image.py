"""An alternative text has nothing but what the image shows.

## Why

A file name, the photographer's name or “see the caption” in an alternative text is read aloud in
the middle of the description. Sighted readers find the credit in the caption, and so should
everyone.

## Hvorfor

En alternativ tekst inneholder bare det bildet viser. Et filnavn, navnet på fotografen eller «se
bildeteksten» i en alternativ tekst blir lest opp midt i beskrivelsen. Seende finner fotografen i
bildeteksten, og det bør alle gjøre.

## Fails

Lines 3, 5 and 7:

```markdown
# Kart

![Norgeskart med Alta, se kart_v2.svg](../figures/kart.svg)

![En strand ved Alta. Foto: Kari Nordmann](../figures/foto.png)

![En strand ved Alta (se bildeteksten)](../figures/foto.png)
```

## Passes

```markdown
# Kart

![Norgeskart med Alta](../figures/kart.svg)

![En fotograf ser gjennom foto fra en strand](../figures/foto.png)
```

## Clauses

- WCAG 2.2: 1.1.1 Non-text Content (A)
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Image
from bindery.prose.readings import primary, with_languages
from bindery.rules.manuscript._extents import IMAGES
from bindery.rules.manuscript.alt_text_says_what_is_shown import says_nothing
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="«{words}» i den alternative teksten er ikke noe bildet viser. Skjermlesere leser det opp.",
    en="“{words}” in the alternative text is not what the image shows. Screen readers read it"
    " aloud.",
)
HINT = Text(
    nb="Fjern det. Fotograf og kilde hører hjemme i bildeteksten.",
    en="Remove it. The photographer and the source belong in the caption.",
)
_ELSE = re.compile(
    r"(?i:\S*[\w-]\.(?:svg|png|jpe?g|gif|webp|tiff?|bmp|eps|pdf|indd|psd|heic)\b)"
    r"|\b(?:IMG|DSC[NF]?|PXL|DJI)[-_]?\d{3,}\b|(?:https?://|www\.)\S+"
    r"|[\[(]?\b(?:TODO|TBD|FIXME|XX+)\b.{0,30}"
    r"|(?<!\w)(?:[Kk]likk|[Tt]rykk|[Cc]lick|[Tt]ap)\s(?:her\s|på\s|here\s|on\s)?"
    r"(?:bildet\s|the\simage\s)?(?:for|to)\b.{0,40}"
    r"|(?<!\w)(?:[Ff]oto(?:graf)?|[Pp]hoto(?:graph(?:er)?)?|[Ii]ll(?:ustrasjon|ustration|\.)"
    r"|[Kk](?:ilde|jelde)|[Ss]ource|[Cc]redit|[Tt]e(?:gning|ikning))(?::\s*|\s*/\s*| by )"
    r"[A-ZÆØÅ][\w’-]*(?:[ /,&]+[A-ZÆØÅ][\w’-]*)*"
    r"|©\s*\w+(?:\s+\w+)?"
    r"|\b(?:[Ss]e|[Ss]jå|[Ss]ee)\s+(?:også\s+|òg\s+|also\s+|the\s+)?"
    r"(?:bildetekst\w*|biletekst\w*|figurtekst\w*|teksten\b|caption)"
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Alternative texts with a file name, a credit or a pointer to the caption in them."""
    for chapter in manuscript.chapters:
        for image, language in with_languages(Image, chapter, manuscript):
            found = _ELSE.search(image.alt)
            if found and not image.is_decorative and not says_nothing(image, primary(language)):
                message = MESSAGE.filled(words=found[0])
                yield Finding(RULE.name, RULE.severity, image.location, message, HINT)


RULE = Rule("alt-text-is-about-the-image", Severity.WARNING, find, IMAGES)
