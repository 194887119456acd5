"""Defects of images: their alternative texts, and what is drawn in them."""

from tests.seeded.in_books.defect import InBook

SAYS, ABOUT = "alt-text-says-what-is-shown", "alt-text-is-about-the-image"
NUMBERS, DRAWN = "drawing-numbers-are-described", "alt-text-is-about-its-drawing"
CONTRAST, TITLE = "drawing-has-contrast", "drawing-title-says-what-is-shown"
LONG, SMALL = "complex-image-has-long-description", "drawing-words-are-large-enough"
WORDS, LANGUAGE = "words-are-in-the-dictionary", "passage-is-in-its-language"

QUEUE = "![Barn i kø foran stupebrettet en sommerdag]"
CHILDREN = "![Ungar ber korger mellom låge epletre]"
BAKER = "![A baker lifts loaves out of a brick oven]"
BARS = "Søyler som viser at besøket var høyest om sommeren og lavest om vinteren"
BOTTOM = "innerst mot land. Utenfor dem går en bred brygge. Fra brygga kommer du til to ting"
VISITS = "figures/besok.svg"
PLAN = "figures/plan.svg"
SHOWN, PLANNED = "![Søyler som viser at besøket", "![Plan over sjøbadet"

DESCRIBED = """
::: long-description
Om våren kom det 9800 gjester, om sommeren 18 400, om høsten 7600 og om vinteren 6200. Søylen for
sommer er nesten dobbelt så høy som den for vår.
:::
"""

IMAGES = (
    InBook("TODO for a text", "nb", 1, QUEUE, "![TODO]", SAYS),
    InBook(
        "A text that is still to come", "nb", 1, QUEUE, "![Alternativ tekst kommer her]", SAYS
    ),
    InBook("A text that is to be written", "nn", 1, CHILDREN, "![Beskriving manglar]", SAYS),
    InBook("A text that asks to be written", "en", 1, BAKER, "![Insert alt text here]", SAYS),
    InBook("Alt text goes here", "en", 1, BAKER, "![Alt text goes here]", SAYS),
    InBook("See the caption", "nb", 1, QUEUE, "![Se bildeteksten]", SAYS),
    InBook("See the caption, in nynorsk", "nn", 1, CHILDREN, "![Sjå biletteksten under]", SAYS),
    InBook("See the caption, in English", "en", 1, BAKER, "![See caption below]", SAYS),
    InBook("The photographer alone", "nb", 1, QUEUE, "![Foto: Kari Nordmann]", SAYS),
    InBook("The photographer alone, in English", "en", 1, BAKER, "![Photo by Ann Lee]", SAYS),
    InBook("Question marks for a text", "nb", 1, QUEUE, "![???]", SAYS),
    InBook(
        "A file name in a sentence",
        "nb",
        1,
        QUEUE,
        "![Barn i kø foran stupebrettet, se ko_v2.png]",
        ABOUT,
    ),
    InBook(
        "The photographer after the text",
        "nn",
        1,
        CHILDREN,
        "![Ungar ber korger mellom låge epletre. Foto: Ola Dale]",
        ABOUT,
    ),
    InBook(
        "A copyright after the text",
        "en",
        1,
        BAKER,
        "![A baker lifts loaves out of a brick oven © Ann Lee]",
        ABOUT,
    ),
    InBook(
        "The caption is pointed to in the text",
        "nb",
        1,
        QUEUE,
        "![Barn i kø foran stupebrettet (se bildeteksten)]",
        ABOUT,
    ),
    InBook(
        "A text in another language",
        "nb",
        1,
        QUEUE,
        "![Children who are waiting for their turn at the diving board]",
        LANGUAGE,
    ),
    InBook(
        "A Norwegian text in an English book",
        "en",
        1,
        BAKER,
        "![En baker som tar ut brød fra ovnen når det er ferdig]",
        LANGUAGE,
    ),
    InBook("A typo in a text", "nb", 1, QUEUE, "![Barn i kø foran stupebretet]", WORDS),
    InBook("A typo in a text, in nynorsk", "nn", 1, CHILDREN, "![Ungar ber kårger]", WORDS),
    InBook(
        "A figure that is marked as decoration",
        "nb",
        2,
        "![Plan over sjøbadet med garderober, brygge, barnebasseng og badstue]"
        "(../figures/plan.svg)",
        "![](../figures/plan.svg){.decorative}",
        "decorative-image-has-no-caption",
    ),
    InBook(
        "A number that is not in the description", "nb", 3, "om høsten 7600 og", "og", NUMBERS,
        at=SHOWN,
    ),
    InBook(
        "Another number in the description", "nb", 3, "sommeren 18 400", "sommeren 14 800",
        NUMBERS, at=SHOWN,
    ),
    InBook(
        "Another number in a drawing", "nb", VISITS, ">9800<", ">9900<", NUMBERS, at=SHOWN, where=3
    ),
    InBook(
        "A number that is not described, in nynorsk",
        "nn",
        3,
        ", i 2024 310 kilo og i 2025 480 kilo",
        " og i 2025 480 kilo",
        NUMBERS,
        at="![Søyler",
    ),
    InBook(
        "A number that is not described, in English",
        "en",
        3,
        "180 loaves on Monday, 240",
        "most on Saturday, 240",
        NUMBERS,
        at="![Bars",
    ),
    InBook("A chart without a long description", "nb", 3, DESCRIBED, "", LONG, at=SHOWN),
    InBook(
        "A chart without a long description, in English",
        "en",
        3,
        "\n::: long-description\nWe sell 180 loaves on Monday, 240 on Friday and 320 on Saturday.\n"
        ":::\n",
        "",
        LONG,
        at="![Bars",
    ),
    InBook(
        "Pale words in a drawing", "nb", PLAN, '"#222222">Garderober', '"#b0b0a0">Garderober',
        CONTRAST, at=PLANNED, where=2,
    ),
    InBook(
        "Dark words on a dark ground", "nb", PLAN, '"#ffffff">Brygge', '"#222222">Brygge',
        CONTRAST, at=PLANNED, where=2,
    ),
    InBook(
        "White words on no bar", "nb", VISITS, '"#111111">6200', '"#ffffff">6200', CONTRAST,
        at=SHOWN, where=3,
    ),
    InBook(
        "A pale line in a drawing", "nb", VISITS, 'stroke="#333333"', 'stroke="#dddddd"', CONTRAST,
        at=SHOWN, where=3,
    ),
    InBook(
        "A ground that hides the words", "nn", "figures/avling.svg",
        'height="240" fill="#ffffff"', 'height="240" fill="#444444"', CONTRAST, at="![Søyler",
        where=3,
    ),
    InBook(
        "Letters too small to read", "nb", PLAN, 'font-size="16" text-anchor="middle" '
        'fill="#111111">Badstue', 'font-size="6" text-anchor="middle" fill="#111111">Badstue',
        SMALL, at=PLANNED, where=2,
    ),
    InBook(
        "A drawing called Untitled", "nb", PLAN, "<title>Plan over sjøbadet", "<title>Untitled",
        TITLE, at=PLANNED, where=2,
    ),
    InBook(
        "A drawing called after its file", "en", "figures/bread.svg", "Loaves sold each day",
        "bread_final2.ai", TITLE, at="![Bars", where=3,
    ),
)  # fmt: skip
