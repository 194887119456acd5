"""Defects of images: what a reader who does not see them is left with."""

from tests.seeded.defect import Defect
from tests.seeded.in_manuscript.book import CHART, MAP, ONE, PHOTO, TWO

MOLE = " Moloen går fra land mot nord, og de to kaiene ligger innenfor."
PICTURE = "manuscript/figures/kaia.png"

IMAGES = (
    Defect("A photo without a text", ONE, PHOTO, "![](../figures/kaia.png)", "image-has-alt-text"),
    Defect("A map without a text", TWO, CHART, "![](../figures/kart.svg)", "image-has-alt-text"),
    Defect(
        "A file name for a text",
        ONE,
        "Skip ved kaia i morgenlys",
        "kaia.png",
        "alt-text-says-what-is-shown",
    ),
    Defect(
        "A camera’s number for a text",
        ONE,
        "Skip ved kaia i morgenlys",
        "DSC_0042",
        "alt-text-says-what-is-shown",
    ),
    Defect(
        "The word “photo” for a text",
        ONE,
        "Skip ved kaia i morgenlys",
        "Foto",
        "alt-text-says-what-is-shown",
    ),
    Defect(
        "“Image of” before the text",
        ONE,
        "![Skip ved",
        "![Bilde av skip ved",
        "alt-text-begins-with-what-is-shown",
    ),
    Defect(
        "“Illustration of” before the text",
        TWO,
        "![Kart med",
        "![Illustrasjon av kart med",
        "alt-text-begins-with-what-is-shown",
    ),
    Defect(
        "Two images in one figure",
        TWO,
        CHART,
        f"{CHART}\n\n{PHOTO}",
        "figure-has-one-image",
        at=":::: {.figure #kart}",
    ),
    Defect(
        "Words beside the image of a figure",
        TWO,
        CHART,
        f"{CHART} Den nye kaia er lengst.",
        "figure-has-one-image",
        at=":::: {.figure #kart}",
    ),
    Defect(
        "An image that is not there",
        ONE,
        PHOTO,
        f"{PHOTO}\n\n![Havna sett fra fjellet](../figures/havna.png)",
        "image-is-there",
        at="Havna sett fra fjellet",
    ),
    Defect(
        "An image in a folder of the author’s own",
        ONE,
        PHOTO,
        f"{PHOTO}\n\n![Havna sett fra fjellet](/home/kari/havna.png)",
        "image-is-in-the-manuscript",
        at="Havna sett fra fjellet",
    ),
    Defect(
        "An image on another’s server",
        ONE,
        PHOTO,
        f"{PHOTO}\n\n![Havna sett fra fjellet](https://havna.example/havna.png)",
        "image-is-local",
        at="Havna sett fra fjellet",
    ),
    Defect(
        "A drawing that is cut short",
        MAP,
        "</svg>\n",
        "",
        "image-is-readable",
        where=TWO,
        at="kart.svg",
    ),
    Defect(
        "A script in a drawing", MAP, "<path", "<script>vis()</script><path", "no-active-content"
    ),
    Defect(
        "A picture from the net in a drawing",
        MAP,
        "<path",
        '<image href="https://havna.example/a.png"/><path',
        "no-active-content",
    ),
    Defect(
        "A whole description between the brackets",
        ONE,
        "Skip ved kaia i morgenlys",
        f"Skip ved kaia i morgenlys.{MOLE * 4}",
        "complex-image-has-long-description",
    ),
    Defect(
        "A photo that nobody shows", ONE, f"{PHOTO}\n\n", "", "image-file-is-used", where=PICTURE
    ),
    Defect(
        "A drawing that moves",
        MAP,
        "</svg>",
        '<animate attributeName="opacity" to="0" dur="9s"/></svg>',
        "image-stands-still",
        where=TWO,
        at="kart.svg",
    ),
)
