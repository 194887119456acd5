"""The words of inline tokens, as they are read and as they are printed."""

import re
from collections.abc import Sequence

from markdown_it.token import Token

from bindery.manuscript.source.attributes import NOTHING_SAID, written_reference

_DASH = re.compile(r"-{2,}")


def words(tokens: Sequence[Token] | None, *, alternatives: bool = True) -> str:
    """The text of inline ``tokens``, with or without the alternative texts of images."""
    return "".join(_said_by(token, alternatives) for token in tokens or ())


def _said_by(token: Token, alternatives: bool) -> str:
    match token.type:
        case "softbreak" | "hardbreak":
            return " "
        case "image":
            return words(token.children) if alternatives else ""
        case "html_inline":
            return ""
        case "link_open":
            said = token.meta.get("attributes", NOTHING_SAID)
            return written_reference(said, str(token.attrs["href"])) or ""
        case _:
            return token.content


def printed_by(token: Token) -> str:
    """The text of ``token``, with several hyphens replaced by a dash."""
    said = "" if token.type == "link_open" else words([token])
    return _DASH.sub("–", said) if token.type == "text" else said


def words_inside(tokens: Sequence[Token], index: int) -> str:
    """The words between the token at ``index`` and the one that closes it."""
    opening = tokens[index].type
    closing = opening.replace("_open", "_close")
    depth = 0
    for last in range(index, len(tokens)):
        depth += (tokens[last].type == opening) - (tokens[last].type == closing)
        if depth == 0:
            break
    return words(tokens[index + 1 : last]).strip()
