"""Defects of links, notes and the names they lead to."""

from tests.seeded.defect import Defect
from tests.seeded.in_manuscript.book import FILM, ONE, REPORT, TWO

LINKS = (
    Defect(
        "“Here” for a link",
        ONE,
        REPORT,
        "[her](https://havna.example/aarsmelding)",
        "link-text-says-where",
    ),
    Defect(
        "“Read more” for a link",
        ONE,
        REPORT,
        "[les mer](https://havna.example/aarsmelding)",
        "link-text-says-where",
    ),
    Defect(
        "A bare address",
        ONE,
        REPORT,
        "<https://havna.example/aarsmelding>",
        "link-text-is-no-address",
    ),
    Defect(
        "A link without words",
        ONE,
        REPORT,
        "[](https://havna.example/aarsmelding)",
        "link-text-says-where",
    ),
    Defect(
        "A link to a heading that is gone", ONE, "#trafikk)", "#trafikken)", "link-leads-somewhere"
    ),
    Defect(
        "A link to a chapter that is gone",
        ONE,
        "02-trafikken.md",
        "02-trafikk.md",
        "link-leads-somewhere",
    ),
    Defect(
        "A note without words",
        TWO,
        "alltid rolig.",
        "alltid rolig.[^rolig]",
        "link-leads-somewhere",
    ),
    Defect(
        "A link to a file of the author’s own",
        ONE,
        "https://havna.example/aarsmelding",
        "file:///home/kari/aarsmelding.pdf",
        "link-is-safe",
    ),
    Defect(
        "A link that runs a script",
        ONE,
        "https://havna.example/aarsmelding",
        "javascript:a",
        "link-is-safe",
    ),
    Defect(
        "An address without https:",
        ONE,
        "https://havna.example/aarsmelding",
        "//havna.example/aarsmelding",
        "link-is-safe",
    ),
    Defect(
        "A link block without a title",
        ONE,
        "Film fra arbeidet på kaia\n",
        "",
        "link-block-is-whole",
        at=FILM,
    ),
    Defect(
        "A link block of no known kind",
        ONE,
        "kind=video",
        "kind=film",
        "link-block-is-whole",
        at="kind=film",
    ),
    Defect("One name given twice", TWO, "skipene går", "skipene går {#kart}", "ids-are-unique"),
    Defect(
        "One name for two targets",
        TWO,
        "og [tabellen med skip og varer](#skip)",
        "og [kartet over havna](#skip)",
        "link-text-has-one-target",
    ),
    Defect(
        "Two names for one target",
        ONE,
        "årsmeldingen fra Havnekontoret](https://havna.example/aarsmelding).",
        "årsmeldingen fra Havnekontoret](https://havna.example/aarsmelding). Der er også "
        "[planene for den nye kaia](https://havna.example/aarsmelding).",
        "link-target-has-one-name",
    ),
)
