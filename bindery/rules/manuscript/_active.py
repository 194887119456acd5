"""Detect content that could run or fetch something, which a manuscript must not contain."""

import html
import re

from bindery.document.fetched import fetched_by
from bindery.manuscript.source.comments import COMMENT

_ACTIVE_TAGS = (
    "applet|audio|base|embed|form|frame|frameset|iframe|link|meta|object|script|style|video"
)
_TAG = re.compile(rf"<\s*({_ACTIVE_TAGS})\b", re.IGNORECASE)
_HANDLER = re.compile(r"<[^>]*[\s\"'/]on[a-z]+\s*=", re.IGNORECASE)
_IGNORED = re.compile(r"[\s\x00-\x1f]")


def without_comments(text: str) -> str:
    """HTML without its comments, which are in no edition."""
    return COMMENT.sub("", text)


def is_active(text: str) -> bool:
    """Whether HTML would run or fetch something if it were rendered."""
    text = without_comments(text)
    runs = "javascript:" in _IGNORED.sub("", html.unescape(text)).lower()
    return bool(runs or _TAG.search(text) or _HANDLER.search(text))


def is_active_attribute(name: str, value: str) -> bool:
    """Whether an attribute is an event handler, such as ``onclick``, or runs or fetches."""
    runs = "javascript:" in _IGNORED.sub("", value).lower()
    return runs or name.lower().startswith("on") or (name == "style" and any(fetched_by(value)))
