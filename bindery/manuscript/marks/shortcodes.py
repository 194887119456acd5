"""Read Hugo's and Quarto's marks for a video: ``{{< youtube x >}}``, ``{{< video x >}}``."""

import re
from collections.abc import Iterator

from bindery.manuscript.marks.edits import Edit
from bindery.manuscript.marks.html_marks import IS_KNOWN
from bindery.manuscript.marks.html_media import Media, address_on
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader

_MARK = re.compile(
    r"\{\{[<%]\s*(?P<name>youtube|vimeo|video)\s+(?P<said>[^<>{}\n]+?)\s*/?[>%]\}\}", re.IGNORECASE
)
_VALUE = re.compile(r"(?:(?P<key>[\w-]+)=)?(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'|(?P<c>[^\s\"']+))")
_ADDRESS_KEYS = ("src", "url", "id", "0")


def _read(page: Page) -> Iterator[Edit]:
    for token in page.paragraphs():
        if found := _MARK.fullmatch(token.content.strip()):
            start, end = page.begins(token), page.ends(token)
            made, title = _video(found)
            tells = [page.mark("read-as", start, "html-media", found["name"])]
            if not title:
                tells.append(page.mark(IS_KNOWN, start, "untitled", found["name"]))
            text = made.block(page.prefix(start))
            yield Edit(start, end, (text,), page.text[start:end], tuple(tells))


def _video(found: re.Match[str]) -> tuple[Media, str]:
    """The video, and its title."""
    values: dict[str, str] = {}
    for one in _VALUE.finditer(found["said"]):
        key = one["key"] or str(sum(name.isdecimal() for name in values))
        values.setdefault(key, one["a"] or one["b"] or one["c"] or "")
    where = next((values[key] for key in _ADDRESS_KEYS if values.get(key)), "")
    where = address_on(found["name"].lower(), where)
    title = values.get("title") or values.get("1") or ""
    return Media("video", title or where, where), title


SHORTCODES = Reader(_MARK, _read)
