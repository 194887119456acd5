"""Messages to authors, in Norwegian and in English; and text as it is heard."""

from collections.abc import Iterable
from dataclasses import dataclass

NORWEGIAN = frozenset({"nb", "nn", "no"})


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in both languages of messages."""

    nb: str
    en: str

    def said_in(self, language: str) -> str:
        """The sentence in ``language`` (BCP 47); anything but Norwegian is answered in English."""
        return self.nb if language.split("-", 1)[0].lower() in NORWEGIAN else self.en

    def filled(self, **values: object) -> "Text":
        """Both sentences with their ``{placeholders}`` filled in, a ``Text`` in either language."""
        nb = {name: getattr(value, "nb", value) for name, value in values.items()}
        en = {name: getattr(value, "en", value) for name, value in values.items()}
        return Text(nb=self.nb.format(**nb), en=self.en.format(**en))


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted, in both languages: one of it, then several."""

    nb: tuple[str, str]
    en: tuple[str, str]

    def of(self, count: int) -> Text:
        """The word to write after ``count``."""
        form = int(count != 1)
        return Text(nb=self.nb[form], en=self.en[form])

    def counted(self, count: int) -> Text:
        """``count`` and the word: «1 side», «2 sider»."""
        unit = self.of(count)
        return Text(nb=f"{count} {unit.nb}", en=f"{count} {unit.en}")


def joined(between: str, texts: Iterable[Text]) -> Text:
    """The ``texts`` as one, separated by ``between``, which is the same in both languages."""
    parts = tuple(texts)
    return Text(nb=between.join(one.nb for one in parts), en=between.join(one.en for one in parts))


def verbatim(text: str) -> Text:
    """Words that are the same in every language: another tool's message, a name."""
    return Text(nb=text, en=text)


def decimal(number: float) -> Text:
    """A number with one decimal, rounded down so that it never reaches a limit: 4.49 is 4.4."""
    cut = int(number * 10 + 1e-6) / 10
    return Text(nb=f"{cut:.1f}".replace(".", ","), en=f"{cut:.1f}")


SOFT_HYPHEN = "\u00ad"
"""Where a word may be divided. Nothing is heard of it."""


def without_soft_hyphens(text: str) -> str:
    """``text`` as a name: lists, search and catalogues would take a soft hyphen for a letter."""
    return text.replace(SOFT_HYPHEN, "")


def squeezed(text: str) -> str:
    """``text`` without white space, for comparison where spaces may differ."""
    return "".join(text.split())
