"""What bindery says to an author, in Norwegian and in English."""

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


def verbatim(text: str) -> Text:
    """Words that are the same in every language: another tool's message, a name."""
    return Text(nb=text, en=text)
