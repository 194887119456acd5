"""Defects of the files themselves: settings, chapters, front matter."""

from tests.seeded.defect import Defect
from tests.seeded.in_manuscript.book import ONE, SETTINGS

FILES = (
    Defect("A misspelt setting", SETTINGS, "subtitle =", "subtitel =", "settings-are-valid"),
    Defect("A setting that says nothing", SETTINGS, '"Havna i byen"', '""', "settings-are-valid"),
    Defect("Nobody to write to", SETTINGS, '"post@havna.example"', '"post"', "settings-are-valid"),
    Defect(
        "A chapter that is not there",
        SETTINGS,
        "02-trafikken.md",
        "02-trafikk.md",
        "chapter-is-there",
    ),
    Defect(
        "A chapter listed twice",
        SETTINGS,
        "02-trafikken.md",
        "01-havna.md",
        "reading-order-has-chapters",
    ),
    Defect(
        "A misspelt key above a chapter",
        ONE,
        "short-title:",
        "shorttitle:",
        "setting-is-spelt",
    ),
)
