"""A chapter's front matter as edits: its title becomes the heading, and the rest below it."""

import re
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from bindery.manuscript.front_matter import Opening, Value
from bindery.manuscript.marks.drawn_tables import DRAWN_TABLES
from bindery.manuscript.marks.edits import Edit, Kept, Piece, not_kept
from bindery.manuscript.marks.link_comments import comment_rows
from bindery.manuscript.marks.modules import module_rows
from bindery.manuscript.marks.parsing import tokens_of
from bindery.vocabulary.findings import Location
from bindery.vocabulary.places import line_starts
from bindery.vocabulary.publication import Mark

_PLUGINS = (DRAWN_TABLES.plugin,) if DRAWN_TABLES.plugin else ()
"""A row of a drawn table above a line of dashes is no heading."""
_MAY_BE_TITLE = re.compile(r"^ {0,3}(?:#[ \t]|=+[ \t]*$)", re.MULTILINE)
_MAY_BE_RAISED = re.compile(
    r"(?:\s|<!--.*?-->|(?:import|export)[ \t][^\n]*|\[(?://|[Cc]omment|_)\]:[^\n]*)*+#{2,6}[ \t]",
    re.DOTALL,
)
_LABEL = re.compile(r"\([\w.:-]+\)=")
_SIGN = re.compile(r"[\\`*_\[\]<>$~^{}|@#]")
_BELOW = ("subtitle", "authors", "abstract")
_CLASSES = {"subtitle": "subtitle", "authors": "byline", "abstract": "abstract"}
_DEEPEST = 6


def edits_of(path: str, text: str, opening: Opening) -> tuple[Edit, ...]:
    """The edits that make the front matter of ``text`` plain.

    Its title is the chapter's heading, at its own line. If the chapter has a heading of its own
    above all text, that one counts, and names and the like come below it. If it has several of the
    first level, each is one deeper.
    """
    if not opening.end and not opening.faults:
        return tuple(_raised(path, text, 0))
    place = _Places(path, text)
    tells = [*_faults(opening, place), *_keys(opening, place)]
    if not opening.end:
        return (Edit(0, 0, tells=tuple(tells)),)
    (title,) = opening.values.get("title") or (Value("", 0, 0),)
    body = text[opening.end :]
    moved: tuple[Edit, ...] = ()
    title_is_used = bool(title.words.strip())
    own: Token | None = None
    if _MAY_BE_TITLE.search(body) and (title_is_used or any(map(opening.values.get, _BELOW))):
        tokens = tokens_of(body, _PLUGINS, ())
        titles = [t for t in tokens if t.type == "heading_open" and t.tag == "h1" and not t.level]
        if len(titles) == 1 and _is_first(titles[0], tokens):
            own = titles[0]
            heading = tokens[tokens.index(own) + 1].content
            is_another = " ".join(heading.split()) != " ".join(title.words.split())
            if title_is_used and is_another:
                tells.append(place.mark("left-out", title.start, "another-title", title.words))
            title_is_used = False
        elif titles and title_is_used:
            moved = tuple(_deeper(body, tokens, opening.end))
            tells.append(place.mark("read-as", title.start, "several-titles", title.words))
    if not title.words.strip() and own is None:
        moved = tuple(_raised(path, text, opening.end))
    parts = _parts(opening, title if title_is_used else None)
    if parts and not title_is_used and own is not None and own.map is not None:
        ends = [*line_starts(body), len(body) + 1][own.map[1]] - 1
        beneath = [Kept(opening.end, opening.end + ends)]
        return (_below(text, beneath, parts, tells),)
    if parts and not title_is_used and moved:
        first, *others = moved
        ends = first.end + len(text[first.end :].split("\n", 1)[0])
        beneath = [Kept(opening.end, first.start), Kept(first.end, ends)]
        return (_below(text, beneath, parts, [*tells, *first.tells]), *others)
    pieces, dropped = _pieces(text, opening.end, parts)
    return (Edit(0, opening.end, pieces, dropped, tuple(tells)), *moved)


def _below(
    text: str,
    heading: Sequence[Kept],
    parts: Sequence[tuple[Value, str, str]],
    tells: Sequence[Mark],
) -> Edit:
    """Put ``parts`` below the chapter's own ``heading``, with what is above it."""
    pieces: list[Piece] = [*heading, "\n\n"]
    for value, before, after in parts:
        pieces += [before, *_kept(text, value), after]
    begins, ends = heading[0].start, heading[-1].end
    above = [one for one in pieces if isinstance(one, Kept) and one.start < begins]
    above.sort(key=lambda one: one.start)
    dropped = not_kept(text, 0, begins, above)
    return Edit(0, ends, tuple(pieces), dropped, tuple(tells), moves=True)


class _Places:
    def __init__(self, path: str, text: str) -> None:
        self._path = path
        self._text = text

    def mark(self, rule: str, at: int, kind: str, words: str = "") -> Mark:
        line = self._text.count("\n", 0, at) + 1
        return Mark(rule, Location(self._path, line), kind, words)


def _faults(opening: Opening, place: _Places) -> Iterator[Mark]:
    for fault in opening.faults:
        yield place.mark("front-matter-is-valid", fault.at, fault.kind, fault.words)


def _keys(opening: Opening, place: _Places) -> Iterator[Mark]:
    for key, at in opening.unused:
        yield place.mark("left-out", at, "key", key)
    for key, at in opening.misspelt:
        yield place.mark("setting-is-spelt", at, "key", key)
    if opening.is_draft is not None:
        yield place.mark("setting-is-spelt", opening.is_draft, "draft")


def _parts(opening: Opening, title: Value | None) -> list[tuple[Value, str, str]]:
    """Each value that is printed, with the marks before and after it."""
    parts = [] if title is None else [(title, "# ", "\n\n")]
    for name in _BELOW:
        values = [one for one in opening.values.get(name, ()) if one.words.strip()]
        for number, value in enumerate(values):
            before = f"::: {{.{_CLASSES[name]}}}\n" if number == 0 else ""
            after = "\n:::\n\n" if number == len(values) - 1 else "\\\n"
            parts.append((value, before, after))
    return parts


def _pieces(
    text: str, end: int, parts: Sequence[tuple[Value, str, str]]
) -> tuple[tuple[Piece, ...], str]:
    """The pieces that print ``parts``, and all other words of the front matter."""
    in_order = sorted(parts, key=lambda part: part[0].start)
    is_in_order = in_order == list(parts)
    pieces: list[Piece] = []
    dropped, at = "", 0
    for value, before, after in parts:
        # Kept pieces are in the order of the file. A heading below its subtitle is made anew.
        begins_a_block = is_in_order and bool(before)
        first = text.count("\n", at, value.start) if begins_a_block else 0
        pieces += ["\n" * first, before]
        kept = list(_kept(text, value)) if is_in_order else [_escaped(value.words.strip())]
        for piece in kept:
            if isinstance(piece, Kept):
                dropped += f"{text[at : piece.start]}\n"
                at = piece.end
        pieces += [*kept, after]
    dropped += text[at:end]
    pieces.append("\n" * text.count("\n", at, end))
    return tuple(pieces), dropped


def _kept(text: str, value: Value) -> Iterator[Piece]:
    """The words of ``value`` where they are written; what is written otherwise is made."""
    at = value.start
    for number, paragraph in enumerate(re.split(r"\n\s*\n", value.words.strip())):
        for place, word in enumerate(paragraph.split()):
            yield " " if place else "\n\n" if number else ""
            found = text.find(word, at, value.end)
            if found < 0:
                yield _escaped(word)
                continue
            at = found
            for sign in _SIGN.finditer(word):
                yield Kept(at, found + sign.start())
                yield "\\"
                at = found + sign.start()
            yield Kept(at, found + len(word))
            at = found + len(word)


def _escaped(words: str) -> str:
    return _SIGN.sub(r"\\\g<0>", words)


def _is_first(title: Token, tokens: Sequence[Token]) -> bool:
    """Whether nothing that is printed is above ``title``."""
    above = tokens[: tokens.index(title)]
    return all(
        one.type in _PRINT_NOTHING or (one.type == "inline" and _is_no_text(one.content))
        for one in above
    )


_PRINT_NOTHING = frozenset({"html_block", "attributes", "paragraph_open", "paragraph_close"})


def _is_no_text(paragraph: str) -> bool:
    """Whether it is a label, or only comments and lines that a browser would run."""
    if _LABEL.fullmatch(paragraph):
        return True
    rows = paragraph.split("\n")
    taken = 0
    while taken < len(rows):
        count = module_rows(rows[taken:]) if taken == 0 else 0
        count = count or comment_rows(rows, taken)
        if not count:
            return False
        taken += count
    return True


def _raised(path: str, text: str, begins: int) -> Iterator[Edit]:
    """Edits that make the heading a chapter begins with its title, if it has no other.

    The headings below it are raised by as many levels, but not to its own. Tools that nest chapters
    write them so.
    """
    body = text[begins:]
    if not _MAY_BE_RAISED.match(body):
        return
    tokens = tokens_of(body, _PLUGINS, ())
    headings = [one for one in tokens if one.type == "heading_open"]
    first = headings[0] if headings else None
    if first is None or not _is_first(first, tokens) or any(one.tag == "h1" for one in headings):
        return
    by = int(first.tag[1:]) - 1
    mark = _Places(path, text).mark("read-as", begins + first.meta["begins"], "raised-title")
    for one in headings:
        at = begins + one.meta["begins"]
        level = int(one.tag[1:])
        raised = level - (1 if one is first else max(2, level - by))
        if one.markup.startswith("#") and raised > 0:
            yield Edit(at, at + raised, (), tells=(mark,) if one is first else ())


def _deeper(body: str, tokens: Sequence[Token], begins: int) -> Iterator[Edit]:
    """Edits that put every heading one level deeper."""
    starts = line_starts(body)
    for token in tokens:
        if token.type != "heading_open" or token.map is None or int(token.tag[1:]) == _DEEPEST:
            continue
        after = token.map[1]
        if token.markup.startswith("#"):
            at = begins + token.meta["begins"]
            yield Edit(at, at, ("#",))
        elif token.tag == "h1":
            at = begins + body.index("=", starts[after - 1])
            end = at + len(body[at - begins :].split("\n", 1)[0].rstrip())
            yield Edit(at, end, ("-" * max(3, end - at),))
        else:
            at = begins + token.meta["begins"]
            end = begins + starts[after - 1] - 1
            yield Edit(at, at, ("### ",))
            line_end = begins + (starts[after] - 1 if after < len(starts) else len(body))
            yield Edit(end, line_end, ())
