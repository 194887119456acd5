"""bookdown's words for another place: ``(ref:kart) Kart over Norge.``, and ``(ref:kart)`` there."""

import re
from collections import Counter
from collections.abc import Iterator

from bindery.manuscript.marks.edits import Edit
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader

_SIGN = re.compile(r"\(ref:[\w:.-]+\)")
_WRITTEN = re.compile(r"\(ref:(?P<name>[\w:.-]+)\)[ \t]+(?P<words>\S.*)", re.DOTALL)
_USED = re.compile(r"\(ref:(?P<name>[\w:.-]+)\)")
_MOST_USES = 20
"""The words are written as often as they are used, so that is not without end."""


def _edits(page: Page) -> Iterator[Edit]:
    written: dict[str, str] = {}
    places: list[tuple[int, int, str]] = []
    uses: list[tuple[int, int, str]] = []
    for words in page.words():
        found = _WRITTEN.match(words.plain) if words.kind == "paragraph" else None
        if found is not None and not _USED.search(found["words"]):
            span = words.offset(0), page.end(words.block, len(words.block.content))
            content = words.block.content[found.start("words") :]
            written.setdefault(found["name"], " ".join(content.split()))
            places.append((*span, found["name"]))
            continue
        for use in _USED.finditer(words.plain):
            start = words.offset(use.start())
            uses.append((start, words.offset(use.end() - 1) + 1, use["name"]))
    count = Counter(name for _, _, name in uses)
    for start, end, name in uses:
        if name in written and count[name] <= _MOST_USES:
            yield Edit(start, end, (written[name],), page.text[start:end])
    for start, end, name in places:
        # It goes when all others are in their place.
        if not count[name]:
            shown = f"(ref:{name})"
            tells = (page.mark("left-out", start, "text-reference", shown),)
            yield Edit(start, end, (), page.text[start:end], tells)


TEXT_REFERENCES = Reader(_SIGN, _edits)
