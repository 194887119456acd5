"""Defects that look right on the page: structure that only eyes can see."""

from tests.seeded.defect import Defect
from tests.seeded.in_manuscript.book import CHART, ONE, TWO

STRUCTURE = (
    Defect(
        "A caption for a text",
        TWO,
        CHART,
        "![Havna slik den er i dag](../figures/kart.svg)",
        "alt-text-differs-from-caption",
    ),
    Defect(
        "Two headings with one name",
        ONE,
        "## Slik blir kaia bygd",
        "## Hva havna trenger",
        "sibling-headings-differ",
        at="## Hva havna trenger\n\nArbeidet",
    ),
    Defect(
        "A bold paragraph for a heading",
        TWO,
        "## Hvor fort skipene går",
        "**Hvor fort skipene går**",
        "heading-is-marked-as-heading",
    ),
    Defect(
        "Dashes for a list",
        ONE,
        "- dypere vann ved kaia\n- bedre lys om vinteren\n- et venterom med varme",
        "– dypere vann ved kaia\n– bedre lys om vinteren\n– et venterom med varme",
        "list-is-marked-as-list",
    ),
    Defect(
        "A number that is not the list’s",
        ONE,
        "De ønsker seg tre ting:",
        "De ønsker seg fire ting:",
        "count-agrees-with-list",
    ),
    Defect(
        "A caption in colours alone",
        TWO,
        "Havna slik den er i dag.",
        "Kaier i bruk er merket med grønt på kartet.",
        "colour-is-not-alone",
    ),
    Defect(
        "An instruction that only sight can follow",
        TWO,
        "Se også [kartet over havna](#kart)",
        "Trykk på den runde knappen, og se [kartet over havna](#kart)",
        "instructions-need-no-sight",
    ),
    Defect(
        "A list of one column set as a table",
        TWO,
        "| Måned | Skip | Varer     |\n|-------|------|-----------|\n| Mai   | 31   | 120 tonn  |\n"
        "| Juni  | 40   | 150 tonn  |\n| Juli  | 52   | 210 tonn  |",
        "| Måned |\n|-------|\n| Mai   |\n| Juni  |\n| Juli  |",
        "table-holds-data",
        at="| Måned |",
    ),
)
