"""What an import tells: each thing that was guessed, changed or left out, and where it was."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from bindery.vocabulary.text import Text

Weight = Literal["guessed", "changed", "dropped", "ask"]
"""What happened: a guess, another form, left out, or a question to the author."""

LONGEST = 240
"""Letters of a comment in a chapter. The report has all of them."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where in the source something was: the paragraph's number, its page if known, its words."""

    number: int = 0
    page: int = 0
    words: str = ""

    def told(self) -> Text:
        """The place in words; empty if it is nowhere in particular."""
        if not self.number:
            return Text(nb="", en="")
        words = f"{self.words[:40].rstrip()} …" if len(self.words) > 40 else self.words
        page = Text(nb=f"side {self.page}, ", en=f"page {self.page}, ")
        told = Text(
            nb=f"avsnitt {self.number}" + f", «{words}»" * bool(words),
            en=f"paragraph {self.number}" + f", “{words}”" * bool(words),
        )
        return Text(nb=page.nb + told.nb, en=page.en + told.en) if self.page else told


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that an author should know of.

    ``words`` are those of the source that it names. A ``grave`` one changes what readers get, and
    must be settled before release. One that is not ``in_chapter`` is in the report only.
    """

    kind: str
    weight: Weight
    says: Text
    words: str = ""
    grave: bool = False
    in_chapter: bool = True
    origin: Origin = Origin()

    def comment(self, language: str) -> str:
        """The remark as a comment in a chapter."""
        before = _FIRST if self.grave else _LOOK
        said = self.says.said_in(language)
        words = " ".join(self.words.split())
        quoted = Text(nb="«{words}»", en="“{words}”")
        if words:
            cut = words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()} …"
            said = f"{said.rstrip('.')}: {quoted.filled(words=_braced(cut)).said_in(language)}"
        return f"<!-- {before.said_in(language)}: {safe_comment(said)} -->"


_LOOK = Text(nb="sjekk", en="check")
_FIRST = Text(nb="sjekk før utgivelse", en="check before release")


def _braced(words: str) -> str:
    return words.replace("{", "(").replace("}", ")")


def safe_comment(words: str) -> str:
    """``words`` without what would end a comment."""
    return re.sub(r"-{2,}", "–", words).replace(">", "›").strip("- ")


@dataclass
class Remarks:
    """All remarks of an import, by the number of the paragraph they are about; 0 for none."""

    by_number: defaultdict[int, list[Remark]] = field(default_factory=lambda: defaultdict(list))
    origins: dict[int, Origin] = field(default_factory=dict)
    placed: list[Remark] = field(default_factory=list)
    """Those that are in a chapter."""
    current: int = 0
    """The paragraph that is being written, for a remark that has no number of its own."""

    def add(
        self,
        number: int,
        kind: str,
        weight: Weight,
        says: Text,
        words: str = "",
        *,
        grave: bool = False,
        in_chapter: bool = True,
    ) -> None:
        """Note one thing about the paragraph with this number."""
        number = number or (self.current if in_chapter else 0)
        origin = self.origins.get(number, Origin(number))
        told = Remark(kind, weight, says, words, grave, in_chapter, origin)
        self.by_number[number].append(told)

    def up_to(self, number: int) -> Iterator[Remark]:
        """Take the remarks about paragraphs up to this one that belong in a chapter."""
        for key in sorted(key for key in self.by_number if 0 < key <= number):
            kept: list[Remark] = []
            for remark in self.by_number[key]:
                (self.placed if remark.in_chapter else kept).append(remark)
                if remark.in_chapter:
                    yield remark
            self.by_number[key] = kept

    def nowhere(self) -> list[Remark]:
        """Take the remarks that belong in a chapter and are about no place."""
        told = [one for one in self.by_number[0] if one.in_chapter]
        self.by_number[0] = [one for one in self.by_number[0] if not one.in_chapter]
        self.placed += told
        return told

    def every(self) -> Iterator[Remark]:
        """All of them, by where they are in the source."""
        left = [remark for key in sorted(self.by_number) for remark in self.by_number[key]]
        yield from sorted([*self.placed, *left], key=lambda one: one.origin.number)
