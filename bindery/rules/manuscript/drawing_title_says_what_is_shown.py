"""The title inside a drawing says what it shows, and is not what a program left there.

## Why

Browsers show the title of a drawing as a hint, and screen readers read it where the file is used on
its own. The editions leave it out. A title such as “Untitled” follows the file wherever it is used.

## Hvorfor

Tittelen inni en tegning sier hva den viser, og er ikke noe et program har lagt igjen. Nettlesere
viser tittelen som et hint, og skjermlesere leser den der filen brukes alene. Utgavene tar den ikke
med. En tittel som «Untitled» følger filen overalt.

## Fails

Line 3:

```markdown
# Plan

![Søknad i en boks](../figures/plan.svg)
```

```svg figures/plan.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">
<title>Untitled</title>
<text x="20" y="50">Søknad</text>
</svg>
```

## Passes

```markdown
# Plan

![Søknad i en boks](../figures/plan.svg)
```

```svg figures/plan.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 200">
<title>Veien fra søknad til vedtak</title>
<text x="20" y="50">Søknad</text>
</svg>
```

## Clauses

- WCAG 2.2: 1.1.1 Non-text Content (A)
"""

import re
from collections.abc import Iterator

from bindery.document.drawings import is_drawing
from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Image
from bindery.rules.manuscript._extents import DRAWINGS
from bindery.rules.manuscript._images import image_path
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

MESSAGE = Text(
    nb="Tittelen inni tegningen er «{title}», som ikke sier hva den viser.",
    en="The title inside the drawing is “{title}”, which does not say what it shows.",
)
HINT = Text(
    nb="Endre <title> i filen til det tegningen viser, eller fjern den.",
    en="Change <title> in the file to what the drawing shows, or remove it.",
)
_TITLE = re.compile(rb"<(?:svg:)?title\b[^>]*>([^<]*)</(?:svg:)?title>", re.IGNORECASE)
_LEFT = re.compile(
    r"(?:untitled|uten (?:tittel|navn)|uten[- ]navn|namnløs|unnamed|no title|new (?:drawing"
    r"|document)"
    r"|ny tegning|drawing|tegning|teikning|document|dokument|title|tittel|slide|page|side|layer|lag"
    r"|artboard|tegneområde|tegnebrett|teiknebrett|lerret|canvas|kopi|copy|skjerm|screen|diagram"
    r"|chart|graf|graph|figure|figur|figma|svg|todo|tbd|xxx*|test|image|bilde)"
    r"[ _-]?\d*|[\w-]+\.(?:svg|ai|pdf|eps|png|drawio|vsdx?|indd|pptx?)|(?:asset|group|frame"
    r"|fig)[ _-]?\d+",
    re.IGNORECASE,
)
_ROOM = 4096


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Drawings whose first title is that of no drawing."""
    images = manuscript.publication.images
    for image in manuscript.every(Image):
        path = image_path(image, images) or ""
        if not is_drawing(path) or path not in images:
            continue
        found = _TITLE.search(images[path][:_ROOM])
        title = " ".join(found[1].decode("utf-8", "replace").split()) if found else ""
        if title and _LEFT.fullmatch(title):
            message = MESSAGE.filled(title=title)
            yield Finding(RULE.name, RULE.severity, image.location, message, HINT)


RULE = Rule("drawing-title-says-what-is-shown", Severity.INFO, find, DRAWINGS)
