"""Captions: which paragraph is whose, and the number in it, which bindery writes itself."""

import re
from collections.abc import Sequence

from bindery.importing.markdown.pandoc_tree import Node, style_of, walk, words_of

_LABEL = re.compile(
    r"\s*(?P<kind>figur|figure|fig\.|bilde|diagram|tabell|table|tab\.)\s+"
    r"(?P<number>\d+(?:[.\-–]\d+)*)\s*(?:[.:–—-]+\s*)?",
    re.IGNORECASE,
)
_OF_TABLES = ("tab",)


def label_of(words: str) -> str:
    """The label that ``words`` begin with, such as «Tabell 2:»; empty if they have none."""
    found = _LABEL.match(words)
    return found[0].strip() if found and words[found.end() :].strip() else ""


def is_of_table(label: str) -> bool:
    """Whether a label is that of a table."""
    return label.lower().startswith(_OF_TABLES)


def without_label(inlines: Sequence[Node], label: str) -> list[Node]:
    """``inlines`` without the ``label`` that their words begin with.

    All its letters are left out from the front, wherever one inline ends and the next begins.
    """
    left = len("".join(label.split()))
    kept: list[Node] = []
    for node in inlines:
        if left > 0 and node["t"] in ("Space", "SoftBreak", "LineBreak"):
            continue
        if left > 0 and node["t"] == "Str":
            cut = str(node["c"])
            left, rest = left - len(cut), cut[left:]
            node = {"t": "Str", "c": rest}  # noqa: PLW2901 - the rest of it
            if not rest:
                continue
        elif left > 0 and node["t"] in ("Strong", "Emph", "Underline", "SmallCaps"):
            had = len("".join(words_of(node["c"]).split()))
            inner = without_label(node["c"], "x" * left)
            left -= had
            if inner:
                kept.append({"t": node["t"], "c": inner})
            continue
        elif left > 0 and node["t"] == "Span" and style_of(node["c"][0]) != "BinderyMark":
            had = len("".join(words_of(node["c"][1]).split()))
            inner = without_label(node["c"][1], "x" * left)
            left -= had
            kept.append({"t": "Span", "c": [node["c"][0], inner]})
            continue
        kept.append(node)
    while kept and kept[0]["t"] in ("Space", "SoftBreak"):
        kept.pop(0)
    return kept


def is_picture_alone(node: Node) -> bool:
    """Whether a paragraph is nothing but pictures."""
    if node["t"] not in ("Para", "Plain"):
        return False
    return not words_without_pictures(node) and any(one["t"] == "Image" for one in walk(node))


def words_without_pictures(node: Node) -> str:
    """The words of a paragraph, without those of alternative texts."""
    return words_of([one for one in node["c"] if one["t"] != "Image"])


def joined_captions(blocks: Sequence[tuple[Node, str]]) -> list[tuple[Node, str]]:
    """Blocks with their styles; captions that stand beside a picture or a table are put into it."""
    every = list(blocks)
    joined: list[tuple[Node, str]] = []
    at = 0
    while at < len(every):
        node, style = every[at]
        following = every[at + 1][0] if at + 1 < len(every) else None
        is_caption = node["t"] == "Para" and (
            style.lower() in ("caption", "bildetekst", "image caption", "table caption")
            or bool(label_of(words_of(node)))
        )
        last = joined[-1][0] if joined else None
        label = label_of(words_of(node)) if is_caption else ""
        of_table = is_of_table(label) if label else False
        if is_caption and following is not None and _lacks_caption(following) and of_table:
            every[at + 1] = (_captioned(following, node), every[at + 1][1])
        elif is_caption and last is not None and is_picture_alone(last) and not of_table:
            joined[-1] = (_figure(last, node), joined[-1][1])
        elif is_caption and last is not None and _lacks_caption(last) and (of_table or not label):
            joined[-1] = (_captioned(last, node), joined[-1][1])
        else:
            joined.append((node, style))
        at += 1
    return joined


def _lacks_caption(node: Node) -> bool:
    return node["t"] == "Table" and not words_of(node["c"][1])


def _captioned(table: Node, caption: Node) -> Node:
    attributes, _, *rest = table["c"]
    return {"t": "Table", "c": [attributes, [None, [caption]], *rest]}


def _figure(picture: Node, caption: Node) -> Node:
    return {"t": "Figure", "c": [["", [], []], [None, [caption]], [picture]]}
