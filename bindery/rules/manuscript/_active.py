"""Detect content that could run or fetch something, which a manuscript must not contain."""

import html
import re

from bindery.manuscript.source.comments import COMMENT

_ACTIVE_TAGS = (
    "applet|audio|base|embed|form|frame|frameset|iframe|link|meta|object|script|style|video"
)
_TAG = re.compile(rf"<\s*({_ACTIVE_TAGS})\b", re.IGNORECASE)
_HANDLER = re.compile(r"<[^>]*[\s\"'/]on[a-z]+\s*=", re.IGNORECASE)
_IGNORED = re.compile(r"[\s\x00-\x1f]")
_LOADS = re.compile(r"@import|url\((?!\s*[\"']?#)|javascript:", re.IGNORECASE)


def without_comments(text: str) -> str:
    """HTML without its comments, which are in no edition."""
    return COMMENT.sub("", text)


def is_active(text: str) -> bool:
    """Whether HTML would run or fetch something if it were rendered."""
    text = without_comments(text)
    runs = "javascript:" in _IGNORED.sub("", html.unescape(text)).lower()
    return bool(runs or _TAG.search(text) or _HANDLER.search(text))


def is_active_attribute(name: str, value: str) -> bool:
    """Whether an attribute is an event handler, such as ``onclick``, or a style that fetches."""
    return name.lower().startswith("on") or loads_something(value)


def loads_something(css: str) -> bool:
    """Whether CSS fetches anything but a part of the same file (``url(#…)``)."""
    return bool(_LOADS.search(css))
