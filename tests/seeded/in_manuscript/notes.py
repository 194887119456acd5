"""Defects of notes: what a listener is sent to, and back from."""

from tests.seeded.defect import Defect
from tests.seeded.in_manuscript.book import ONE, TWO

NOTE = "[^tall]: Tallene er hentet fra årsmeldingen for 2025."

NOTES = (
    Defect(
        "A note that nothing refers to",
        ONE,
        NOTE,
        f"{NOTE}\n\n[^vann]: Vannet er fire meter dypt.",
        "note-is-referred-to",
        at="[^vann]",
    ),
    Defect(
        "A note written twice",
        ONE,
        NOTE,
        f"{NOTE}\n\n[^tall]: Tallene er fra havna selv.",
        "note-is-written-once",
        at="[^tall]: Tallene er fra",
    ),
    Defect(
        "A note’s mark with spaces in it",
        TWO,
        "havna er alltid rolig.",
        "havna er alltid rolig.[^sagt av en skipper]",
        "note-mark-is-read-as-one",
    ),
)
