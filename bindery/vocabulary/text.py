"""What bindery says to an author, in Norwegian and in English."""

from collections.abc import Iterable
from dataclasses import dataclass

NORWEGIAN = frozenset({"nb", "nn", "no"})


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in both languages an author may read it in."""

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


def joined(between: str, texts: Iterable[Text]) -> Text:
    """The ``texts`` as one, with ``between`` them, a sign that is read alike in both languages."""
    parts = tuple(texts)
    return Text(nb=between.join(one.nb for one in parts), en=between.join(one.en for one in parts))


def verbatim(text: str) -> Text:
    """Words that are the same in every language: another tool's message, a name."""
    return Text(nb=text, en=text)
