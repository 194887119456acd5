"""The loss report: every remark with its place, and the computed line that nothing is missing."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bindery.importing.remarks import Remark, Weight
from bindery.vocabulary.text import Text

WEIGHTS: dict[Weight, Text] = {
    "guessed": Text(nb="gjettet", en="guessed"),
    "ask": Text(nb="spørsmål", en="question"),
    "dropped": Text(nb="utelatt", en="left out"),
    "changed": Text(nb="endret", en="changed"),
}
_ORDER: tuple[Weight, ...] = ("guessed", "dropped", "ask", "changed")
NOWHERE = Text(nb="(intet sted)", en="(nowhere)")

_COUNTED = Text(
    nb="Ord: {source} i kilden, {kept} i kapitlene, {named} nevnt her."
    " Tapt uten å være nevnt: {lost}.",
    en="Words: {source} in the source, {kept} in the chapters, {named} named here."
    " Lost without being named: {lost}.",
)
_OWN_LINES = Text(
    nb="Linjene er forfatterens egne. {changed} steder er endret, og alle er nevnt her.",
    en="The lines are the author's own. {changed} places were changed, and all are named here.",
)
_MISSING = Text(
    nb="Disse ordene mangler: {words}.",
    en="These words are missing: {words}.",
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One remark, with the chapter and the line where it is now; none if it is nowhere."""

    remark: Remark
    path: str = ""
    line: int = 0

    @property
    def place(self) -> Text:
        """Where an author looks."""
        if not self.path:
            return NOWHERE
        shown = f"{self.path}:{self.line}" if self.line else self.path
        return Text(nb=shown, en=shown)

    def told(self, *, words: int = 160) -> Text:
        """What happened, with at most so many letters of the words it was about."""
        remark = self.remark
        cut = " ".join(remark.words.split())
        cut = cut if len(cut) <= words else f"{cut[:words].rstrip()} …"
        says = Text(nb=remark.says.nb.rstrip("."), en=remark.says.en.rstrip("."))
        if cut:
            says = Text(nb=f"{says.nb}: «{cut}»", en=f"{says.en}: “{cut}”")
        return Text(nb=_ended(says.nb), en=_ended(says.en))

    def line_of_text(self) -> Text:
        """The entry on one line, for a terminal."""
        weight, origin = WEIGHTS[self.remark.weight], self.remark.origin.told()
        told = self.told()
        parts = [
            f"{place}: {kind}[{self.remark.kind}] {says}" + (f"  ({where})" if where else "")
            for place, kind, says, where in (
                (self.place.nb, weight.nb, told.nb, origin.nb and f"kilden: {origin.nb}"),
                (self.place.en, weight.en, told.en, origin.en and f"source: {origin.en}"),
            )
        ]
        return Text(*parts)


def _ended(words: str) -> str:
    """``words`` as a sentence."""
    return words if words.endswith(("?", "!", ".")) else f"{words}."


@dataclass(frozen=True, slots=True)
class LossReport:
    """All entries, the most serious first in each chapter, and the count of words.

    Without ``source`` no words were counted: the lines are the author's own.
    """

    entries: tuple[Entry, ...]
    source: Counter[str] | None = None
    kept: Counter[str] | None = None
    named: Counter[str] = field(default_factory=Counter)
    """The words that remarks name: what several of them say alike is one entry."""
    formulas_lost: int = 0

    @property
    def lost(self) -> Counter[str]:
        """The words that are neither in the chapters nor named."""
        if self.source is None or self.kept is None:
            return Counter()
        missing = self.source - self.kept - self.named
        return missing + Counter({"(formula)": max(0, self.formulas_lost)})

    def closing(self) -> Iterator[Text]:
        """The computed lines at the end."""
        if self.source is None or self.kept is None:
            yield _OWN_LINES.filled(changed=len(self.entries))
            return
        total = sum(self.source.values())
        outside = sum((self.source - self.kept).values())
        lost = sum(self.lost.values())
        yield _COUNTED.filled(
            source=total, kept=total - outside, named=max(0, outside - lost), lost=lost
        )
        if lost:
            words = ", ".join(f"«{word}»" for word, _ in self.lost.most_common(10))
            yield _MISSING.filled(words=words)


def sorted_entries(
    remarks: Sequence[Remark],
    lines_of: dict[str, dict[int, int]],
    comments_at: dict[str, dict[Remark, int]],
) -> tuple[Entry, ...]:
    """The remarks as entries, in the order of the chapters, then the most serious first."""
    written = {
        remark: (path, line) for path, told in comments_at.items() for remark, line in told.items()
    }
    entries = [
        Entry(remark, *(written.get(remark) or _place_of(remark, lines_of))) for remark in remarks
    ]
    chapters = list(lines_of)
    return tuple(
        sorted(
            dict.fromkeys(entries),
            key=lambda one: (
                chapters.index(one.path) if one.path in chapters else len(chapters),
                not one.remark.grave,
                _ORDER.index(one.remark.weight),
                one.line,
            ),
        )
    )


def _place_of(remark: Remark, lines_of: dict[str, dict[int, int]]) -> tuple[str, int]:
    """The chapter and the line of the paragraph that a remark is about, or of the one before it."""
    number = remark.origin.number
    if not number:
        return "", 0
    best = max(
        ((known, path, line) for path, lines in lines_of.items() for known, line in lines.items()
         if known <= number),
        default=None,
    )  # fmt: skip
    if best is None:
        return next(iter(lines_of), ""), 1
    return best[1], best[2]


def markdown_report(report: LossReport, title: str, language: str) -> str:
    """The report for an editor: a list to tick off for each chapter."""
    heading = Text(nb="Import av {title}", en="Import of {title}").filled(title=title)
    lines = [f"# {heading.said_in(language)}", ""]
    lines += [one.said_in(language) for one in report.closing()]
    last = None
    for entry in report.entries:
        if entry.path != last:
            last = entry.path
            named = entry.path or Text(nb="Gjelder hele", en="About the whole").said_in(language)
            lines += ["", f"## {named}", ""]
        grave = Text(nb="**før utgivelse** ", en="**before release** ").said_in(language)
        where = f"{Text(nb='linje', en='line').said_in(language)} {entry.line}: " * bool(entry.line)
        origin = entry.remark.origin.told().said_in(language)
        told = entry.told(words=100_000).said_in(language)
        weight = WEIGHTS[entry.remark.weight].said_in(language)
        lines.append(
            f"- [ ] {grave * entry.remark.grave}{where}{weight}: {told}"
            + f" *({origin})*" * bool(origin)
        )
    return "\n".join(lines) + "\n"
