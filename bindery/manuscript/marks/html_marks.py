"""What a tag of HTML is in the dialect, and what its author is told of it."""

import re
from collections.abc import Iterator
from html import unescape

from bindery.manuscript.marks.edits import Kept, Piece
from bindery.manuscript.marks.html_names import (
    BOXES,
    CALLOUTS,
    KNOWN,
    LOOKS_ONLY,
    MEDIA,
    NOT_ON_PAPER,
    SHORT,
    SPANS,
    VOID,
)
from bindery.manuscript.marks.html_pairs import Node
from bindery.manuscript.marks.html_tags import Tag
from bindery.manuscript.marks.page import Page
from bindery.vocabulary.publication import Mark

DEEPEST = 40
"""Marks in one another. pandoc needs more time for each level."""

IS_WHOLE = "html-is-whole"
IS_KNOWN = "html-is-known"
SCRIPT = "script-is-left-out"

_PLAIN_NAME = re.compile(r"[\w.:-]+")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_PLAIN_ADDRESS = re.compile(r"[\w/:.,;?=%+@#-]+")
_IN_ADDRESS = re.compile(r"[\\<>&*_`|\[\]{}$~^!\"']")
_IN_LABEL = re.compile(r"[\\`*_\[\]<>{}$~^|@&!#=]")
_BREAK = re.compile(r"(?:page-)?break-(?P<where>before|after)\s*:\s*(?:always|page|left|right)\b")
_IN_CODE = re.compile(r"\n[ \t>]*|\\[!-/:-@\[-`{-~]|&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);")
_TICKS = re.compile(r"`+")
_USED = {
    "a": {"href", "name"},
    "img": {"src", "alt"},
    "abbr": {"title"},
    "ol": {"start", "type", "reversed"},
    "li": {"value"},
    "details": {"open"},
    "iframe": {"src", "title"},
    "video": {"src", "title"},
    "audio": {"src", "title"},
    "embed": {"src", "title"},
    "object": {"data", "title"},
}
_EVERYWHERE = frozenset({"id", "lang", "xml:lang"})
_NOT_TOLD = re.compile(r"aria-|data-|(?:role|rel|target|loading|decoding|tabindex|srcset|sizes)$")


def attributes(tag: Tag, name: str = "", *more: str) -> str:
    """The name, the language and a class as attributes in braces; nothing if there are none."""
    said = [f".{name}"] if name else []
    identity = name_of(tag)
    if _PLAIN_NAME.fullmatch(identity):
        said.append(f"#{identity}")
    language = tag.get("lang") or tag.get("xml:lang") or ""
    if _LANGUAGE.fullmatch(language):
        said.append(f"lang={language}")
    said += more
    return f"{{{' '.join(said)}}}" if said else ""


def name_of(tag: Tag) -> str:
    """What links to the element call it."""
    return tag.get("id") or (tag.get("name") if tag.name == "a" else "") or ""


def quoted(value: str) -> str:
    """A value for an attribute in braces."""
    words = " ".join(value.split())
    return '"' + re.sub(r"[&\"\\|<>`]", lambda sign: f"&#{ord(sign[0])};", words) + '"'


def escaped(words: str) -> str:
    """``words`` as text of Markdown, on one line."""
    return _IN_LABEL.sub(r"\\\g<0>", " ".join(words.split()))


def address(value: str) -> str:
    """An address for a link or an image, as it is written."""
    plain = "".join(value.split("\n")).strip()
    if _PLAIN_ADDRESS.fullmatch(plain) and "_" not in plain:
        return plain
    return f"<{_IN_ADDRESS.sub(lambda sign: f'&#{ord(sign[0])};', plain)}>" if plain else ""


def image(tag: Tag) -> str:
    """The image that a tag shows."""
    alt = tag.get("alt")
    is_decorative = alt is not None and not alt.strip()
    said = attributes(tag, "decorative" if is_decorative else "")
    return f"![{escaped(alt or '')}]({address(tag.get('src') or '')}){said}"


def marks_of(text: str, node: Node, partner: Node, *, may_link: bool) -> tuple[str, str]:
    """The marks that stand for an element in a line of ``text``: before it and after it."""
    tag = node.tag
    is_empty = not text[tag.end : partner.tag.start].strip(" \t\n>")
    if tag.name == "q":
        return '"', '"'
    if tag.name == "a" and tag.get("href") is not None and not is_empty and may_link:
        return "[", f"]({address(tag.get('href') or '')}){attributes(tag)}"
    if is_empty and not name_of(tag):
        return "", ""
    name = SPANS.get(tag.name, "")
    if name in SHORT and not attributes(tag) and _may_be_short(text, tag, partner.tag):
        return SHORT[name], SHORT[name]
    title = tag.get("title") if tag.name == "abbr" else None
    said = attributes(tag, name, *([f"abbr={quoted(title)}"] if title else []))
    return ("[", f"]{said}") if said else ("", "")


def _may_be_short(text: str, opening: Tag, closing: Tag) -> bool:
    """Whether stars are read as a mark here: letters are inside them, and no other stars."""
    first, last = text[opening.end], text[closing.start - 1]
    if not (first.isalnum() and last.isalnum()):
        return False
    around = text[max(0, opening.start - 1) : opening.start] + text[closing.end : closing.end + 1]
    inside = text[opening.end : closing.start]
    return not any(sign in inside for sign in "*_~\n") and not any(s in around for s in "*_~\\")


def as_code(
    text: str, start: int, end: int, *, is_markdown: bool, in_cell: bool = False
) -> tuple[tuple[Piece, ...], str]:
    """The letters from ``start`` to ``end`` as code on one line, and the words that it changes."""
    pieces: list[Piece] = []
    drops, at, said = "", start, ""
    for found in _IN_CODE.finditer(text, start, end):
        sign = found[0]
        if sign.startswith("\\") and not is_markdown:
            continue
        pieces.append(Kept(at, found.start()))
        said += text[at : found.start()]
        if sign.startswith("\\"):
            made = sign if in_cell and sign == "\\|" else sign[1:]
        else:
            made = " " if sign.startswith("\n") else unescape(sign)
            drops += f"{sign}\n"
        pieces.append(made)
        said += made
        at = found.end()
    pieces.append(Kept(at, end))
    said += text[at:end]
    longest = max((len(ticks) for ticks in _TICKS.findall(said)), default=0)
    ticks = "`" * (longest + 1)
    space = " " if said.startswith("`") or said.endswith("`") else ""
    return (ticks + space, *pieces, space + ticks), drops


def breaks_page(tag: Tag) -> str:
    """``before`` or ``after``, where the style of a tag asks for a new page there."""
    found = _BREAK.search(tag.get("style") or "")
    return found["where"] if found else ""


def callout_of(tag: Tag) -> str:
    """The kind of callout that a box is, or nothing."""
    return next((CALLOUTS[name] for name in tag.classes if name in CALLOUTS), "")


def about_box(tag: Tag) -> str:
    """What a box that is more than its words is: a callout, or in another language."""
    if kind := callout_of(tag):
        return attributes(tag, "callout", f"kind={kind}")
    return attributes(tag) if tag.get("lang") or tag.get("xml:lang") else ""


def told(page: Page, tag: Tag, at: int) -> Iterator[Mark]:
    """What is told of a tag that is read, and of its attributes."""
    if tag.closes:
        return
    shown = f"<{tag.name}>"
    if tag.name not in KNOWN or tag.name in NOT_ON_PAPER:
        yield page.mark(IS_KNOWN, at, "tag", f"<{tag.written}>")
    elif tag.name == "details":
        yield page.mark("read-as", at, "html-details", shown)
    elif tag.name in ("picture", "source"):
        return
    elif tag.name in MEDIA:
        yield page.mark("read-as", at, "html-media", shown)
    elif breaks_page(tag):
        yield page.mark("read-as", at, "page-break", tag.source)
    elif callout_of(tag) and tag.name in BOXES:
        yield page.mark("read-as", at, "html-mark", shown)
    elif tag.name in BOXES or tag.name in LOOKS_ONLY or _says_nothing(tag):
        yield page.mark("left-out", at, "html-box", _box(tag))
        return
    elif tag.name not in VOID or tag.name in ("br", "hr", "img"):
        yield page.mark("read-as", at, "html-mark", shown)
    for key, _ in tag.attributes:
        if key.startswith("on"):
            yield page.mark(IS_KNOWN, at, "handler", f"{key}=")
        elif _is_left_out(tag, key):
            yield page.mark("left-out", at, "html-attribute", f"{key}=")


def _says_nothing(tag: Tag) -> bool:
    return tag.name in ("span", "bdi") and not attributes(tag)


def _box(tag: Tag) -> str:
    names = " ".join(tag.classes)
    return f'<{tag.name} class="{names}">' if names else f"<{tag.name}>"


def _is_left_out(tag: Tag, key: str) -> bool:
    used = _EVERYWHERE | _USED.get(tag.name, set())
    is_known = tag.name in KNOWN and tag.name not in NOT_ON_PAPER and tag.name not in MEDIA
    is_break = key == "style" and bool(breaks_page(tag))
    if key == "class" and (tag.name in ("pre", "code", "figure") or callout_of(tag)):
        return False
    return is_known and key not in used and not is_break and _NOT_TOLD.match(key) is None
