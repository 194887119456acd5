r"""References: ``@fig-kart``, ``\@ref(fig:kart)``, ``{numref}``, ``\ref{fig:kart}`` as carriers.

A carrier is ``[](#fig-kart){.ref form=… written="…"}``, with the author's own words between the
brackets if there are such: ``[Kart @fig-kart]``. Whether the name is there is known when the whole
book is read.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from bindery.manuscript.marks.edits import Edit, Kept, Piece, rewritten
from bindery.manuscript.marks.page import HIDDEN, Page, Words
from bindery.manuscript.marks.readers import Reader

_KINDS = "fig|tbl|tab|table|sec|eq|lst"
_ID = rf"(?:{_KINDS})[-:][\w](?:[\w:.-]*\w)?"
_SAME = {"tab": "tbl", "table": "tbl"}
_SIGN = re.compile(
    rf"@(?i:{_KINDS})[-:]|\\@ref\(|\\(?:eq|auto|c|C)?ref\{{|\{{(?:ref|numref|eq|doc)\}}`"
)
_BARE = re.compile(rf"(?<![\w@.\\-])@(?P<name>{_ID})", re.IGNORECASE)
_BRACKETS = re.compile(
    rf"\[(?P<inside>[^\[\]{HIDDEN}]*@(?:{_KINDS})[-:][^\[\]{HIDDEN}]*)\](?![(\[{{])", re.IGNORECASE
)
_ITEM = re.compile(rf"(?P<before>[^@]*?)(?P<minus>-?)@(?P<name>{_ID})(?P<after>\s*)", re.IGNORECASE)
_BOOKDOWN = re.compile(rf"{HIDDEN}{{1,2}}ref\((?P<name>[\w:.-]+)\)")
_TEX = re.compile(rf"{HIDDEN}{{2}}(?:ef|qref|utoref)\{{(?P<name>[\w:.-]+)\}}")
"""The backslash and the letter after it are hidden, as what is escaped is."""
_TEX_FORMS = {
    r"\ref": "number",
    r"\eqref": "number",
    r"\autoref": "",
    r"\cref": "",
    r"\Cref": "capital",
}
_ROLE = re.compile(r"\{(?P<role>ref|numref|eq|doc)\}$")
_ROLE_WITH_WORDS = re.compile(r"(?P<words>.*\S)\s*<(?P<name>[^<>]+)>", re.DOTALL)
_PLAIN = re.compile(r"[^\w .,:;()/@-]")


def name_of(written: str) -> str:
    """A name as it is in the plain dialect: ``tab:x`` is ``tbl-x``. An id has no colon in XML."""
    kind, sign, rest = written.partition(":")
    if not sign:
        kind, sign, rest = written.partition("-")
    if sign and kind.lower() in {*_KINDS.split("|")}:
        kind = kind.lower()
        return f"{_SAME.get(kind, kind)}-{rest.replace(':', '-')}"
    return written.replace(":", "-")


def value_of(text: str) -> str:
    """``text`` as the value of an attribute, with nothing in it that is a mark."""
    one_line = " ".join(text.split())
    return _PLAIN.sub(lambda sign: f"&#{ord(sign[0])};", one_line)


def _attributes(form: str, written: str) -> str:
    said = f" form={form}" if form else ""
    of_first = f' written="{value_of(written)}"' if written else ""
    return f"{{.ref{said}{of_first}}}"


def references(page: Page) -> Iterator[Edit]:
    """The references of ``page``, except in the words of links, which can have no link in them."""
    links = sorted((one.start, one.end) for one in page.inlines() if one.token.type == "link_open")
    starts = [start for start, _ in links]
    for edit in _all(page):
        near = bisect_right(starts, edit.start) - 1
        if near < 0 or edit.start >= links[near][1]:
            yield edit


def _all(page: Page) -> Iterator[Edit]:
    for words in page.words():
        taken = [False] * (len(words.plain) + 1)
        for pattern, made in (
            (_BRACKETS, _in_brackets),
            (_BARE, _bare),
            (_BOOKDOWN, _bookdown),
            (_TEX, _tex),
        ):
            for found in pattern.finditer(words.plain):
                if any(taken[found.start() : found.end()]):
                    continue
                if edit := made(page, words, found):
                    taken[found.start() : found.end()] = [True] * (found.end() - found.start())
                    yield edit
    yield from _roles(page)


def _edit(page: Page, start: int, end: int, pieces: tuple[Piece, ...], read_as: str = "") -> Edit:
    """The edit of a reference. ``read_as`` is the spelling of another tool that was read."""
    tells = (page.mark("read-as", start, "reference", read_as),) if read_as else ()
    return rewritten(page.text, start, end, pieces, tells)


def _range(words: Words, found: "re.Match[str]", group: int | str = 0) -> tuple[int, int]:
    first, end = found.span(group)
    if first == end:
        return words.offset(first), words.offset(first)
    return words.offset(first), words.offset(end - 1) + 1


def _in_brackets(page: Page, words: Words, found: "re.Match[str]") -> Edit | None:
    items, at = [], 0
    for item in found["inside"].split(";"):
        read = _ITEM.fullmatch(item)
        if read is None:
            return None  # A citation, or words.
        items.append((found.start("inside") + at, read))
        at += len(item) + 1
    start, end = _range(words, found)
    pieces: list[Piece] = []
    for number, (begins, item) in enumerate(items):
        own = item["before"].strip()
        form = "more" if number else "number" if own or item["minus"] else ""
        if item["name"][0].isupper() and not form:
            form = "capital"
        kept: tuple[Piece, ...] = ()
        if own:
            first = begins + item["before"].index(own)
            kept = (Kept(words.offset(first), words.offset(first + len(own) - 1) + 1),)
        written = "" if number else found[0]
        target = f"](#{name_of(item['name'])}){_attributes(form, written)}"
        pieces += ["[", *kept, target]
    return _edit(page, start, end, tuple(pieces))


def _bare(page: Page, words: Words, found: "re.Match[str]") -> Edit:
    form = "capital" if found["name"][0].isupper() else ""
    read_as = found[0] if ":" in found["name"][:6] else ""
    return _made(page, _range(words, found), (found["name"], form), found[0], read_as)


def _bookdown(page: Page, words: Words, found: "re.Match[str]") -> Edit | None:
    start, end = _range(words, found)
    if not page.text.startswith("\\@", start):
        start += 1
    if not page.text.startswith("\\@ref(", start):
        return None
    written = page.text[start:end]
    return _made(page, (start, end), (found["name"], "number"), written, written)


def _tex(page: Page, words: Words, found: "re.Match[str]") -> Edit | None:
    start, end = _range(words, found)
    command = page.text[start:end].partition("{")[0]
    if command not in _TEX_FORMS:
        return None
    written = page.text[start:end]
    return _made(page, (start, end), (found["name"], _TEX_FORMS[command]), written, written)


def _made(
    page: Page, place: tuple[int, int], target: tuple[str, str], written: str, read_as: str
) -> Edit:
    name, form = target
    made = f"[](#{name_of(name)}){_attributes(form, written)}"
    return _edit(page, *place, (made,), read_as)


def _roles(page: Page) -> Iterator[Edit]:
    """MyST's roles: ``{ref}`` before code with a name, or with words and a name in ``<>``."""
    for one in page.inlines():
        if one.token.type != "code_inline":
            continue
        line = page.text[page.text.rfind("\n", 0, one.start) + 1 : one.start]
        if not (role := _ROLE.search(line)) or line[: role.start()].endswith("\\"):
            continue
        start, content = one.start - len(role[0]), one.token.content
        written = page.text[start : one.end]
        has_words = _ROLE_WITH_WORDS.fullmatch(content)
        name = (has_words["name"] if has_words else content).strip()
        target = f"#{name_of(name)}"
        if role["role"] == "doc":
            target = name if name.endswith(".md") else f"{name.lstrip('/')}.md"
        if any(sign in target for sign in "()<> \n"):
            continue
        form = "number" if role["role"] == "eq" else ""
        attributes = _attributes(form, written)
        kept: tuple[Piece, ...] = ()
        if has_words:
            own = has_words["words"]
            if role["role"] == "numref":
                # “Figur %s” stands for the word and the number.
                own = own.replace("%s", "").replace("{number}", "").strip()
            else:
                attributes = ""
            at = page.text.find(own, one.start, one.end) if own else -1
            kept = (Kept(at, at + len(own)),) if at >= 0 else ()
        yield _edit(page, start, one.end, ("[", *kept, f"]({target}){attributes}"), written)


READS_REFERENCES = Reader(_SIGN, references)
