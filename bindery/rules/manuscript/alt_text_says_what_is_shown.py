"""An alternative text says what the image shows, and is not a file name or the word “image”.

## Why

Otherwise blind readers get only the name of the file, which is of no use. A note to the author, a
pointer to the caption or the photographer's name says as little.

## Hvorfor

Den alternative teksten sier hva bildet viser, og er ikke et filnavn eller bare ordet «bilde».
Ellers får blinde bare navnet på filen, som er til ingen nytte. En huskelapp, en henvisning til
bildeteksten eller navnet på fotografen sier like lite.

## Fails

Lines 3, 5, 7, 9, 11 and 13:

```markdown
# Kart

![kart.svg](../figures/kart.svg)

![IMG_2041](../figures/foto.png)

![Bilde](../figures/foto.png)

![Alternativ tekst kommer her](../figures/foto.png)

![Se bildeteksten](../figures/foto.png)

![Foto: Kari Nordmann / Kommunen](../figures/foto.png)
```

## Passes

```markdown
# Kart

![Norgeskart med 17 kommuner merket](../figures/kart.svg)
```

## Clauses

- WCAG 2.2: 1.1.1 Non-text Content (A), failure F30
"""

import re
from collections.abc import Iterator

from bindery.manuscript.source import Manuscript
from bindery.manuscript.source.elements import Image
from bindery.prose.readings import primary, with_languages
from bindery.rules.manuscript._extents import alternatives_in
from bindery.rules.manuscript._images import image_path
from bindery.vocabulary.findings import Finding, Severity
from bindery.vocabulary.rule import Rule
from bindery.vocabulary.text import Text

_FILE_NAME = re.compile(r"\S+\.(svg|png|jpe?g|gif|webp|tiff?|bmp|pdf)", re.IGNORECASE)
_CAMERA = re.compile(
    r"(?:img|dsc[nf]?|dscf|pict?|p|image|bilde|photo|skjermbilde|skjermdump|screen ?shot|scan"
    r"|whatsapp image)[-_ ]?\d[\d_.:-]*(?: (?:(?:at|kl\.?) )?\d[\d.:-]*)?(?: ?[ap]m)?"
    r"|(?:https?://|www\.)\S+",
    re.IGNORECASE,
)
_NORWEGIAN = (
    "(?:et |en |ein |eit )?"
    "(?:bilde|bilete|foto|fotografi|figur|illustrasjon|diagram|graf|kart|ikon|logo|grafikk"
    "|(?:illustrasjons|arkiv|presse|stemnings|produkt|profil|tema|topp)(?:foto|bilde|bilete)"
    "|skjermbilde|skjermdump|infografikk|tegning|teikning|pynt|dekor|dekorasjon|dekorativt bilde"
    "|modell|skisse|plakat|banner|portrett)"
)
_ENGLISH = (
    "(?:an? |the )?"
    "(?:image|picture|photo|photograph|figure|illustration|chart|graph|map|icon|graphic|logo"
    "|(?:stock|press|file|cover|header|hero|profile) (?:photo|image|picture)|screen ?shot"
    "|infographic|drawing|diagram|decoration|decorative(?: image)?|sketch|banner|portrait"
    "|thumbnail)"
)
_KINDS = {"nb": _NORWEGIAN, "nn": _NORWEGIAN, "en": _ENGLISH}
# The words of one of these languages say as little in a text in another of them.
_KIND_ALONE = re.compile(
    rf"(?:{'|'.join(dict.fromkeys(_KINDS.values()))})(?: ?\d+)?\.?", re.IGNORECASE
)
_PLACEHOLDER = re.compile(
    r"(?:todo|tbd|tba|fixme|xx+|lorem ipsum|untitled|uten tittel|utan tittel|placeholder"
    r"|plassholder)"
    r"\b.{0,60}"
    r"|[?.…_\W\d]+"
    r"|\W*(?:alternativ[et]* tekst\w*|alt[- ]?tekst\w*|alternative text|alt[- ]?text"
    r"|bilde-?beskrivelse\w*"
    r"|bilet-?beskriving|beskrivelse\w*|beskriving|image description|description|tekst|text)"
    r"(?:\W+(?:som|skal|må|kommer|kjem|mangler|manglar|her|her\W+inn|inn|settes|sett|fylles|ut"
    r"|senere"
    r"|seinare|til|bildet|biletet|av|av bildet|følger|to|come|coming|goes|here|is|missing|for|the"
    r"|image|this|later|soon|needed|tbd|todo)\b)*\W*"
    r"|\W*(?:sett|skriv|fyll|legg)\s+(?:inn|til|ut)\b.{0,60}"
    r"|\W*(?:insert|add|write)\b.{0,40}\b(?:here|alt|description|text)\b.{0,20}"
    r"|(?:(?:bilde[rt]?|biletet?|the image|image)\s+)?(?:ingen|inga|manglende|manglande|mangler"
    r"|manglar|uten|utan|no|missing|lacks|without)\s+(?:alternativ\w*\s+|alt\W?)?"
    r"(?:tekst|beskrivelse|beskriving|text|description)\W*"
    r"|(?:skriv|beskriv|forklar|lag|describe)\s.{0,40}\b(?:her|here|tekst\w*|bildet|biletet|text"
    r"|image)\W*"
    r"|(?:klikk|trykk|click|tap|press)\s.{1,60}"
    r"|(?:bilde|bilete|figur|kart|diagram|graf|foto|illustrasjon|image|figure|chart|map|graph|photo"
    r"|picture)\w*\s+(?:(?:er|blir|is)\s+)?(?:beskrevet|forklart|omtalt|vist|skildra|described"
    r"|explained|shown)\s+(?:i|under|over|nedenfor|ovenfor|nedanfor|ovanfor|in|below|above)\b.{0,40}"
    r"|(?:se|sjå|see)\s+(?:the\s+)?(?:\w*tekst\w*|caption|text|(?:bilde|bilete|figur)\w*"
    r"|beskrivelse\w*"
    r"|description|under\w*|over\w*|ned(?:en|an)for|below|above|notes?)"
    r"(?:\s+(?:under|over|nedenfor|nedanfor|below|above|for\b.{0,40}))?\W*",
    re.IGNORECASE,
)
"""A note to the author, or a pointer to the caption."""
_CREDIT = re.compile(
    r"\W*(?:(?:foto(?:graf)?|photo(?:graph(?:er)?)?|illustrasjon|illustration|ill\.|teikning"
    r"|tegning"
    r"|drawing|bilde|bilete|image|kilde|kjelde|source|kart|map|grafikk|credit)"
    r"(?:\s*[:/©]\s*|\s+by:?\s+)|©|\(c\)|copyright)"
    r"(?:\s*(?:[^\W\d_][\w.’'-]*|\d{4}|[/,&©–-]))"
    r"{1,7}\W*",
    re.IGNORECASE,
)
"""Who made the image, and nothing else."""

MESSAGE = Text(
    nb="Den alternative teksten «{alt}» sier ikke hva bildet viser.",
    en="The alternative text “{alt}” does not say what the image shows.",
)
HINT = Text(
    nb="Beskriv bildet slik du ville gjort i telefonen.",
    en="Describe the image as you would on the telephone.",
)


def find(manuscript: Manuscript) -> Iterator[Finding]:
    """Alternative texts of only a file name, a kind of image, a note to the author or a credit."""
    for chapter in manuscript.chapters:
        for image, language in with_languages(Image, chapter, manuscript):
            if image.alt and says_nothing(image, primary(language)):
                message = MESSAGE.filled(alt=image.alt)
                yield Finding(RULE.name, RULE.severity, image.location, message, HINT)


def says_nothing(image: Image, language: str) -> bool:
    """Whether nobody learns from its alternative text what ``image`` shows."""
    stem = (image_path(image) or image.source).rpartition("/")[2].rpartition(".")[0]
    is_own_name = image.alt.casefold() == stem.casefold() and not image.alt.istitle()
    patterns = [
        _FILE_NAME,
        _CAMERA,
        _PLACEHOLDER,
        _CREDIT,
        *([_KIND_ALONE] if language in _KINDS else []),
    ]
    return is_own_name or any(pattern.fullmatch(image.alt) for pattern in patterns)


RULE = Rule(
    "alt-text-says-what-is-shown", Severity.ERROR, find, alternatives_in(_KINDS), by_chapter=True
)
