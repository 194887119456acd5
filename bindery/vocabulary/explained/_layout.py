"""What Chromium itself finds: pages that do not fit their reader."""

from bindery.vocabulary.explained._explanation import Explanation
from bindery.vocabulary.text import Text

LAYOUT = (
    Explanation(
        "Pages that must be scrolled sideways",
        Text(
            nb="Den som forstørrer siden til 400 %, ser 320 piksler i bredden. Må siden rulles "
            "sidelengs, går lesingen fram og tilbake for hver linje, og mange gir opp.",
            en="Who magnifies a page to 400 % sees 320 pixels of its width. Where it must be "
            "scrolled sideways, each line is read to and fro, and many give up.",
        ),
        Text(
            nb="Finn det som er for bredt: et langt ord, en adresse, en bred tabell. La det brekke, "
            "del tabellen, eller ta bort den faste bredden i bokas egen stil.",
            en="Find what is too wide: a long word, an address, a wide table. Let it break, divide "
            "the table, or take the fixed width out of the book’s own style.",
        ),
        names=("page-reflows-at-320-px",),
    ),
    Explanation(
        "Words lost when the text is spaced",
        Text(
            nb="Mange med dysleksi eller svakt syn øker avstanden mellom linjer, ord og bokstaver. "
            "Det som da kuttes eller legger seg oppå noe annet, får de aldri lest.",
            en="Many readers with dyslexia or low vision space lines, words and letters. What is "
            "then cut off, or lies on top of something else, they never get to read.",
        ),
        Text(
            nb="Ta bort faste høyder i stilen, og gi navn i tegninger luft rundt seg.",
            en="Take fixed heights out of the style, and give names in drawings air around them.",
        ),
        names=("text-spacing-loses-nothing",),
    ),
)
