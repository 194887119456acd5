"""Notes written in their paragraph, ``[words]{.inline-note}``, apart from its words."""

from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from bindery.manuscript.source.attributes import NOTHING_SAID
from bindery.manuscript.source.carriers import INLINE_NOTE

_Notes = list[tuple[Token, list[Token]]]


def inline_note_plugin(md: MarkdownIt) -> None:
    """Make each such span a reference in ``md``, and a note after the block that it is in."""
    md.core.ruler.push("inline_notes", _rule)


def _rule(state: StateCore) -> None:
    if INLINE_NOTE not in state.src:
        return
    tokens: list[Token] = []
    waiting: list[Token] = []
    number = 0
    for token in state.tokens:
        if token.type == "inline" and token.children:
            token.children, notes = _apart(token.children)
            for reference, words in notes:
                number += 1
                reference.meta["label"] = f"{INLINE_NOTE}-{number}"
                waiting += _note(token, reference, words)
        tokens.append(token)
        if waiting and token.nesting < 0 and token.type not in ("th_close", "td_close", "tr_close"):
            tokens += waiting
            waiting = []
    state.tokens = tokens


def _apart(children: Sequence[Token]) -> tuple[list[Token], _Notes]:
    """The tokens of a block with a reference for each note, and the tokens of each note."""
    own: list[Token] = []
    notes: _Notes = []
    depth = 0
    for child in children:
        if depth:
            depth += child.nesting
            if depth:
                notes[-1][1].append(child)
            else:
                notes[-1][0].meta["resumes"] = child.meta.get("resumes", 0)
        elif _is_note(child):
            depth = 1
            reference = Token("footnote_ref", "", 0, meta={"at": child.meta["at"]})
            notes.append((reference, []))
            own.append(reference)
        else:
            own.append(child)
    return own, notes


def _is_note(token: Token) -> bool:
    said = token.meta.get("attributes", NOTHING_SAID)
    return token.type == "span_open" and INLINE_NOTE in said.classes


def _note(block: Token, reference: Token, words: list[Token]) -> list[Token]:
    """A note as one that is written on lines of its own, with the places of where it is."""
    meta = {key: value for key, value in block.meta.items() if key == "column"}
    first = Token("paragraph_open", "p", 1, map=block.map)
    inline = Token("inline", "", 0, map=block.map, content=block.content, children=words)
    inline.meta = {**meta, "from": reference.meta["at"]}
    opening = Token("footnote_reference_open", "", 1, map=block.map)
    opening.meta = {"label": reference.meta["label"]}
    return [
        opening,
        first,
        inline,
        Token("paragraph_close", "p", -1),
        Token("footnote_reference_close", "", -1),
    ]
