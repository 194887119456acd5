"""An alternative text begins with what the image shows, not with “image of”.

## Why

Screen readers already say that this is an image. Saying it twice takes time at every image.

## Hvorfor

Den alternative teksten begynner med det bildet viser, ikke med «bilde av». Skjermleseren sier
allerede at det er et bilde. Ellers blir det sagt to ganger for hvert bilde.

## Fails

Lines 3 and 5:

```markdown
# Kart

![Bilde av Alta sett fra fjorden](../figures/foto.png)

![Image of Alta seen from the fjord](../figures/foto.png){lang=en}
```

## Passes

```markdown
# Kart

![Alta sett fra fjorden](../figures/foto.png) og ![Norgeskart med Alta](../figures/kart.svg).
```

## Clauses

- WCAG 2.2: 1.1.1 Non-text Content (A), technique G94
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Image
from bindery.prose.readings import primary, with_languages
from bindery.rules.manuscript._extents import alternatives_in
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_NORWEGIAN = (
    "(?:et |en |ein |eit )?"
    "(?:bilde|bildet|bilete|biletet|foto|fotografi|illustrasjon|figur|figuren)"
    " (?:av|som viser|viser|som syner|syner)"
)
_ENGLISH = (
    "(?:an? |the |this )?(?:image|picture|photo|photograph|illustration|figure)"
    " (?:of|showing|shows)"
)
_FORMS = {"nb": _NORWEGIAN, "nn": _NORWEGIAN, "en": _ENGLISH}
# The words of one of these languages are as redundant in a text in another of them.
_BEGINS = re.compile(rf"(?:{'|'.join(dict.fromkeys(_FORMS.values()))})\b", re.IGNORECASE)

MESSAGE = Text(
    nb="Den alternative teksten begynner med «{words}». Det sier skjermleseren allerede.",
    en="The alternative text begins with “{words}”. Screen readers already say that.",
)
HINT = Text(
    nb="Begynn med det bildet viser.",
    en="Begin with what the image shows.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Alternative texts that name the kind of image before what it shows."""
    for chapter in manuscript.chapters:
        for image, language in with_languages(Image, chapter, manuscript):
            begins = _BEGINS.match(image.alt)
            if begins and primary(language) in _FORMS:
                message = MESSAGE.filled(words=begins[0])
                yield Finding(RULE.name, RULE.severity, image.location, message, HINT)


RULE = Rule(
    "alt-text-begins-with-what-is-shown",
    Severity.WARNING,
    find,
    alternatives_in(_FORMS),
    by_chapter=True,
)
