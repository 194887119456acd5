"""What several rules on templates say alike."""

from collections.abc import Iterable

from bindery.rules.templates._pairs import Pair
from bindery.vocabulary.text import Text

_ONE_MORE = Text(nb=" Det samme gjelder «{first}».", en=" So it is with “{first}”.")
_MORE = Text(
    nb=" Det samme gjelder «{first}» og {count} til.",
    en=" So it is with “{first}” and {count} more.",
)


def decimal(number: float) -> Text:
    """A number with one decimal, never rounded up to what is asked for: 4.49 is 4.4."""
    cut = int(number * 10 + 1e-6) / 10
    return Text(nb=f"{cut:.1f}".replace(".", ","), en=f"{cut:.1f}")


def places_of(pairs: Iterable[Pair]) -> Text:
    """The boxes after the first that suffer from the same, as a sentence of its own."""
    first, *others = dict.fromkeys(pair.box for pair in pairs)
    del first
    if not others:
        return Text(nb="", en="")
    sentence = _MORE if len(others) > 1 else _ONE_MORE
    return sentence.filled(first=others[0], count=len(others) - 1)
