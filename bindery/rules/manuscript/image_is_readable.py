"""Every image file is complete, is of a kind that can be shown, and matches its name.

## Why

All reading systems show SVG, PNG, JPEG, GIF and WebP. TIFF, BMP, AVIF and mobile photos in HEIC are
converted to PNG or JPEG. If a file is damaged, or does not match its name, some programs show it
and others do not. If it is cut short, readers get half a picture.

## Hvorfor

Hver bildefil er hel, er av en type som kan vises, og stemmer med navnet. Alle leseprogrammer viser
SVG, PNG, JPEG, GIF og WebP. TIFF, BMP, AVIF og mobilbilder i HEIC blir konvertert til PNG eller
JPEG. Hvis filen er skadet, eller ikke stemmer med navnet, får noen lesere se bildet, og andre ikke.
Hvis den er avkortet, får leserne et halvt bilde.

## Fails

Line 3:

```markdown
# Kart

![Kart over Norge](../figures/norge.psd)
```

```text figures/norge.psd
8BPS
```

Lines 3, 5 and 7:

```markdown
# Kart

![Kart over Norge](../figures/norge.png)

![Kart over Norden](../figures/norden.svg)

![Kart over Alta](../figures/alta.svg)
```

```svg figures/norge.png
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>
```

```svg figures/norden.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">
```

```svg figures/alta.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 hundre hundre"/>
```

## Passes

```markdown
# Kart

![Kart over Norge](../figures/kart.svg) og ![Alta sett fra fjorden](../figures/foto.png).
```

## Clauses

- EPUB 3.3, Core media types.
"""

from collections.abc import Iterator

from bindery.document.svg.parse import UndrawableError
from bindery.document.svg.plain import plain_drawing
from bindery.manuscript.source import Manuscript
from bindery.rules.manuscript._extents import SHOWN_IMAGES
from bindery.rules.manuscript._images import Whereabouts, image_path, shown_images, whereabouts
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.image_files import format_named
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

Told = tuple[Text, Text]
"""A message and its hint."""

_SAVE_AGAIN = Text(
    nb="Lagre bildet på nytt som SVG, PNG, JPEG, GIF eller WebP, og bruk den nye filen.",
    en="Save the image again as SVG, PNG, JPEG, GIF or WebP, and use the new file.",
)
OF_ANOTHER_KIND: Told = (
    Text(
        nb="«{path}» har et filformat som leseprogrammer ikke støtter.",
        en="“{path}” is in a format that reading systems do not support.",
    ),
    _SAVE_AGAIN,
)
NOT_DRAWABLE = Text(nb="«{path}», linje {line}: {reason}", en="“{path}”, line {line}: {reason}")
DRAW_AGAIN = Text(
    nb="Åpne tegningen i programmet den er laget i, og lagre den som vanlig SVG.",
    en="Open the drawing in the program it was made with, and save it as plain SVG.",
)
FAULTS: dict[str, Told] = {
    "OTHER_FORMAT": (
        Text(
            nb="«{path}» er en {format}-fil. Noen programmer går etter navnet, og viser den ikke.",
            en="“{path}” is a {format} file. Some programs go by the name, and do not show it.",
        ),
        Text(
            nb="Gi filen et navn som passer, eller lagre bildet på nytt i formatet som navnet"
            " viser.",
            en="Give the file a name that fits, or save the image again in the format of its name.",
        ),
    ),
    "DAMAGED": (
        Text(
            nb="«{path}» er skadet eller avkortet, så leserne ser ikke hele bildet.",
            en="“{path}” is damaged or cut short, so readers do not see the whole image.",
        ),
        Text(
            nb="Hent filen på nytt der du fikk den, eller åpne bildet og lagre det igjen.",
            en="Get the file again where it came from, or open the image and save it again.",
        ),
    ),
    "TOO_LARGE": (
        Text(
            nb="«{path}» har flere enn {most} millioner piksler. Så store bilder kan ikke vises.",
            en="“{path}” has more than {most} million pixels. Images of that size cannot be shown.",
        ),
        Text(
            nb="Gjør bildet mindre. 5000 piksler i bredden er mer enn nok for en A4-side.",
            en="Make the image smaller. A width of 5000 pixels is more than an A4 page needs.",
        ),
    ),
    "SEVERAL_PAGES": (
        Text(
            nb="«{path}» har flere sider, og bare den første kan vises.",
            en="“{path}” has several pages, and only the first can be shown.",
        ),
        Text(
            nb="Lagre hver side som et bilde for seg.",
            en="Save each page as an image of its own.",
        ),
    ),
    "NUMBERS": (
        Text(
            nb="«{path}» har måleverdier i stedet for farger. Filen mangler opplysning om hva som"
            " er lyst.",
            en="“{path}” has measurements instead of colours. The file does not say what is light.",
        ),
        Text(
            nb="Lagre bildet på nytt med 8 eller 16 bit per kanal.",
            en="Save the image again with 8 or 16 bits per channel.",
        ),
    ),
    "MOVES": (
        Text(
            nb="«{path}» er en animasjon i et format som ikke alle leseprogrammer støtter.",
            en="“{path}” is an animation in a format that not all reading systems support.",
        ),
        Text(
            nb="Lagre animasjonen som GIF, eller bruk et stillbilde.",
            en="Save the animation as GIF, or use a still image.",
        ),
    ),
}


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Images in unsupported formats, and files that do not match their name, once each."""
    seen: set[str] = set()
    for image in shown_images(manuscript):
        path = image_path(image, manuscript.publication.images) or ""
        match whereabouts(image, manuscript.publication):
            case Whereabouts.OF_ANOTHER_KIND:
                message, hint = OF_ANOTHER_KIND
                told: Told | None = (message.filled(path=path), hint)
            case Whereabouts.HERE if path not in seen:
                seen.add(path)
                told = _fault(path, manuscript.publication.images[path])
            case _:
                continue
        if told is not None:
            yield Finding(RULE.name, RULE.severity, image.location, *told)


def _fault(path: str, content: bytes) -> Told | None:
    """What is wrong with an image file, and what to do, if anything is."""
    if not format_named(path):
        return _fault_of_drawing(path, content)
    from bindery.document.pictures.faults import MOST_PIXELS, fault_of  # noqa: PLC0415

    found = fault_of(path, content)
    if found is None:
        return None
    message, hint = FAULTS[found.fault.name]
    most = MOST_PIXELS // 1_000_000
    return message.filled(path=path, format=found.format, most=most), hint


def _fault_of_drawing(path: str, content: bytes) -> Told | None:
    try:
        plain_drawing(content)
    except UndrawableError as error:
        line = error.line or 1
        message = Text(
            nb=NOT_DRAWABLE.nb.format(path=path, line=line, reason=error.reason.nb),
            en=NOT_DRAWABLE.en.format(path=path, line=line, reason=error.reason.en),
        )
        return message, DRAW_AGAIN
    return None


RULE = Rule("image-is-readable", Severity.ERROR, find, SHOWN_IMAGES, makes_draft=True)
