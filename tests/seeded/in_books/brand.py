"""Defects of a publication's own look, in its settings."""

from tests.seeded.in_books.defect import SETTINGS, InBook

AFTER = "[reading-order]"
FACES = '[brand.typefaces]\nbody = ["brand/{name}-Regular.ttf", "brand/{name}-Bold.ttf"]\n\n'
COLOURS = "[brand.colours]\n"

BRAND = (
    InBook(
        "A colour that is none",
        "nb",
        SETTINGS,
        AFTER,
        f'{COLOURS}heading = "grønn"\n\n{AFTER}',
        "settings-are-valid",
        at='heading = "grønn"',
    ),
    InBook(
        "A logo without a text",
        "nb",
        SETTINGS,
        AFTER,
        f'[brand.logo]\nfile = "figures/plan.svg"\nalternative = ""\n\n{AFTER}',
        "settings-are-valid",
        at='alternative = ""',
    ),
    InBook(
        "A typeface that is not in the manuscript",
        "nn",
        SETTINGS,
        AFTER,
        '[brand.typefaces]\nheadings = ["brand/Borte.ttf"]\n\n' + AFTER,
        "brand-can-be-used",
        at="headings = ",
    ),
    InBook(
        "A typeface without bold",
        "en",
        SETTINGS,
        AFTER,
        '[brand.typefaces]\nbody = ["brand/Latin-Regular.ttf"]\n\n' + AFTER,
        "brand-can-be-used",
        at="body = ",
    ),
    InBook(
        "A typeface without æ, ø and å",
        "nb",
        SETTINGS,
        AFTER,
        FACES.format(name="Ascii") + AFTER,
        "brand-typeface-has-the-letters",
        at="Hva byen lærte",
    ),
    InBook(
        "Headings in the yellow of a logo",
        "nb",
        SETTINGS,
        AFTER,
        f'{COLOURS}heading = "#fff2a8"\n\n{AFTER}',
        "brand-colours-have-contrast",
        at="heading = ",
    ),
    InBook(
        "Links in the dark blue of paper on a dark page",
        "en",
        SETTINGS,
        AFTER,
        f'[brand.colours-in-dark]\nlink = "#0b3d91"\n\n{AFTER}',
        "brand-colours-have-contrast",
        at="link = ",
    ),
)
