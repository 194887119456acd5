"""Every image file is whole, is of a kind that can be shown, and is what its name says.

## Why

SVG, PNG, JPEG, GIF and WebP are shown by all reading systems. TIFF, BMP, AVIF and photographs of
telephones in HEIC are written as PNG or JPEG. A file that is damaged, or is one kind and named as
another, is shown by some programs and not by others. Of a file that is cut short, readers get half
a picture.

## Hvorfor

Hver bildefil er hel, er av et slag som kan vises, og er det navnet sier. SVG, PNG, JPEG, GIF og
WebP kan alle leseprogrammer vise. TIFF, BMP, AVIF og mobilbilder i HEIC blir skrevet om til PNG
eller JPEG. Er filen skadet, eller er den noe annet enn navnet sier, får noen lesere se bildet, og
andre ikke. Er den avkortet, får leserne et halvt bilde.

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
    nb="Lagre bildet på nytt som SVG, PNG, JPEG, GIF eller WebP, og legg inn den nye filen.",
    en="Save the image again as SVG, PNG, JPEG, GIF or WebP, and put the new file in.",
)
OF_ANOTHER_KIND: Told = (
    Text(
        nb="«{path}» er av et filformat som leseprogrammer ikke viser.",
        en="“{path}” is in a format that reading systems do not show.",
    ),
    _SAVE_AGAIN,
)
NOT_DRAWABLE = Text(nb="«{path}», linje {line}: {reason}", en="“{path}”, line {line}: {reason}")
DRAW_AGAIN = Text(
    nb="Åpne tegningen i programmet den er laget i, og lagre den på nytt som vanlig SVG.",
    en="Open the drawing in the program it was made with, and save it again as plain SVG.",
)
FAULTS: dict[str, Told] = {
    "OTHER_FORMAT": (
        Text(
            nb="«{path}» er en {format}-fil. Programmer som går etter navnet, viser den ikke.",
            en="“{path}” is a {format} file. Programs that go by the name do not show it.",
        ),
        Text(
            nb="Gi filen et navn som passer, eller lagre bildet på nytt i formatet navnet sier.",
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
            nb="«{path}» har måleverdier i stedet for farger. Hva som er lyst, står ikke i filen.",
            en="“{path}” has measurements instead of colours. The file does not say what is light.",
        ),
        Text(
            nb="Lagre bildet på nytt med 8 eller 16 bit per kanal.",
            en="Save the image again with 8 or 16 bits per channel.",
        ),
    ),
    "MOVES": (
        Text(
            nb="«{path}» beveger seg, og er i et format som ikke alle leseprogrammer viser.",
            en="“{path}” moves, and is in a format that not all reading systems show.",
        ),
        Text(
            nb="Lagre animasjonen som GIF, eller bruk et bilde som står stille.",
            en="Save the animation as GIF, or use an image that stands still.",
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


RULE = Rule("image-is-readable", Severity.ERROR, find, SHOWN_IMAGES, stops_build=True)
