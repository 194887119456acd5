"""What moves or sounds: a link to it stands in its place."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from bindery.manuscript.marks.html_marks import IS_KNOWN, attributes, escaped, quoted, told
from bindery.manuscript.marks.html_names import MEDIA
from bindery.manuscript.marks.html_pairs import Node
from bindery.manuscript.marks.html_tags import Tag
from bindery.manuscript.marks.page import Page
from bindery.vocabulary.publication import Mark

_VIDEO = re.compile(
    r"(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be|vimeo\.com|dailymotion\.com|ted\.com"
    r"|loom\.com|twitch\.tv|nrk\.no)$"
)
_VIDEO_FILE = re.compile(r"\.(?:mp4|m4v|mov|webm|ogv|avi|mkv)$", re.IGNORECASE)
_AUDIO_FILE = re.compile(r"\.(?:mp3|m4a|ogg|oga|wav|flac|aac)$", re.IGNORECASE)

SITES = {"youtube": "https://www.youtube.com/watch?v=", "vimeo": "https://vimeo.com/"}
"""Where a video is that is named by a site and a number there."""


@dataclass(frozen=True, slots=True)
class Media:
    """A video, a sound or a page of others: what it is called, and where it is."""

    kind: str
    title: str
    address: str
    said: str = ""
    tells: tuple[Mark, ...] = ()

    def block(self, prefix: str) -> str:
        """A link block, whose lines but the first begin with ``prefix``."""
        lines = [
            opening_of(self.kind, self.address, self.said),
            escaped(self.title),
            ":::",
        ]
        return f"\n{prefix}".join(lines)


def address_on(site: str, named: str) -> str:
    """The address of what is ``named`` on one of ``SITES``; elsewhere ``named`` is the address."""
    begins = SITES.get(site, "")
    return named if not begins or "://" in named else f"{begins}{quote(named)}"


def opening_of(kind: str, address: str, said: str = "") -> str:
    """The first line of a link block. ``said`` are more attributes, each after a space."""
    href = f" href={quoted(address)}" if address else ""
    return f"::: {{.link-block kind={kind}{href}{said}}}"


def is_media(tag: Tag) -> bool:
    """Whether ``tag`` begins something that moves, sounds or is fetched."""
    return tag.name in MEDIA and not tag.closes


def media_of(page: Page, nodes: Sequence[Node], node: Node) -> Media:
    """What the tag of ``node`` shows. ``nodes`` are all that were paired with it."""
    tag = node.tag
    inside = (
        [one.tag for one in nodes[node.number + 1 : node.partner.number]] if node.partner else []
    )
    where = tag.get("src") or tag.get("data") or ""
    where = where or next((one.get("src") or "" for one in inside if one.get("src")), "")
    title = (tag.get("title") or tag.get("aria-label") or "").strip()
    tells = list(told(page, tag, tag.start))
    if not title:
        tells.append(page.mark(IS_KNOWN, tag.start, "untitled", f"<{tag.name}>"))
    fallback = _text_between(page, inside, tag.end, node.partner.tag.start) if node.partner else ""
    if re.search(r"\w", fallback):
        tells.append(page.mark("left-out", tag.end, "html-fallback", " ".join(fallback.split())))
    said = attributes(tag).strip("{}")
    called = title or where or tag.name
    return Media(kind_of(tag.name, where), called, where, f" {said}" if said else "", tuple(tells))


def kind_of(name: str, where: str) -> str:
    """The kind of link to what is at the address ``where``."""
    try:
        parts = urlsplit(where)
    except ValueError:
        return "page"
    if name == "audio" or _AUDIO_FILE.search(parts.path):
        return "audio"
    is_video = name == "video" or _VIDEO.search(parts.hostname or "")
    return "video" if is_video or _VIDEO_FILE.search(parts.path) else "page"


def _text_between(page: Page, tags: Iterable[Tag], start: int, end: int) -> str:
    words = []
    for tag in tags:
        words.append(page.text[start : tag.start])
        start = tag.end
    return "".join((*words, page.text[start:end]))
