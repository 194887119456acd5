"""The entries of an index, in an edition and in the Document: their words, and where they lead."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bindery.readback.align import plain, shortened
from bindery.readback.links import Counterparts
from bindery.readback.messages import WAYS_IN, Near
from bindery.readback.passages import Book, Span
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.text import Text


@dataclass(frozen=True, slots=True)
class IndexLine:
    """An entry: its own words, its links, and the ``names`` by which other entries lead to it.

    ``ranges`` are the links, by number, that are joined with the next one: 12–14.
    """

    words: str
    links: tuple[Span, ...] = ()
    names: frozenset[Hashable] = frozenset()
    ranges: frozenset[int] = frozenset()


def line_of(parts: Iterable[str | Span], names: Iterable[Hashable]) -> IndexLine:
    """The entry that is read as ``parts``, its words and its links in order."""
    words, links, ranges = [], [], set()
    for part in parts:
        if isinstance(part, Span):
            links.append(part)
            continue
        if links and part.strip() == "–":
            ranges.add(len(links) - 1)
        words.append(part)
    said = " ".join("".join(words).split()).rstrip(" ,–")
    return IndexLine(said, tuple(links), frozenset(names), frozenset(ranges))


_OTHER = Text(
    nb="Stikkordene har «{heard}» der det skal stå «{said}».",
    en="The index has “{heard}” where it should have “{said}”.",
)
_ASTRAY = Text(
    nb="Stikkordet «{words}» har lenken «{link}», som går til noe annet.",
    en="The index entry “{words}” has the link “{link}”, which leads to something else.",
)
_MISNAMED = Text(
    nb="Stikkordet «{words}» har lenken «{link}», men den går til «{place}».",
    en="The index entry “{words}” has the link “{link}”, but it leads to “{place}”.",
)
_MISSING = Text(
    nb="Stikkordet «{words}» mangler lenken til «{place}».",
    en="The index entry “{words}” has no link to “{place}”.",
)

Called = Callable[[Span], str]
"""What a link to a place should say."""

Covers = Callable[[IndexLine, Hashable], bool]
"""Whether an entry leads to a place by the link to another on the same page."""


def compared_index(
    said: Sequence[IndexLine],
    heard: Sequence[IndexLine],
    counterparts: Counterparts,
    book: Book,
    near: Near,
    *,
    called: Called,
    covers: Covers,
) -> Iterator[Finding]:
    """Report entries with other words or in another order, and links that lead astray or are lost.

    ``book`` is what the manuscript says.
    """
    ours, theirs = ([plain(line.words) for line in lines] for lines in (said, heard))
    if ours != theirs:
        width = max(len(ours), len(theirs))
        left, right = ([*lines, *("–",) * (width - len(lines))] for lines in (ours, theirs))
        at = next(at for at in range(width) if left[at] != right[at])
        told = _OTHER.filled(said=shortened(left[at]), heard=shortened(right[at]))
        yield WAYS_IN.broken(near, told)
        return
    by_name = {name: at for at, line in enumerate(said) for name in line.names}
    by_heard = {name: at for at, line in enumerate(heard) for name in line.names}
    for line, other in zip(said, heard, strict=True):
        entries = [by_name[link.target] for link in line.links if link.target in by_name]
        names = [link.target for link in line.links if link.target not in by_name]
        wanted = {book.places[name]: name for name in names if name in book.places}
        found = set()
        for link in other.links:
            message: Text | None = None
            if link.target in by_heard:
                if by_heard[link.target] not in entries:
                    message = _ASTRAY.filled(words=line.words, link=link.text)
            else:
                place = counterparts.manuscript_place(link)
                if place not in wanted:
                    message = _ASTRAY.filled(words=line.words, link=link.text)
                elif called(link) != link.text:
                    message = _MISNAMED.filled(
                        words=line.words, link=link.text, place=called(link) or "–"
                    )
                found.add(place)
            if message is not None:
                yield WAYS_IN.broken(near, message)
        for place, name in wanted.items():
            if place not in found and not covers(other, name):
                meant = counterparts.words_meant(Span("link", "", target=name))
                yield WAYS_IN.broken(near, _MISSING.filled(words=line.words, place=meant))
