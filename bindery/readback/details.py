"""Compare passages in all but their words: what they are in, their languages and markup."""

from collections.abc import Iterator

from bindery.readback.align import same_text
from bindery.readback.messages import (
    DESCRIBED,
    EXPANSION,
    HEADERS,
    KINDS,
    OBJECTS,
    STRUCTURE,
    Near,
    other_language,
    path_of,
    quoted,
)
from bindery.readback.passages import Box, Passage
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.text import Text

_MARKED = ("emphasis", "strong", "code")


def boxes(said: Passage, heard: Passage, near: Near) -> Iterator[Finding]:
    """Compare what the passages are in: lists, tables, captions, quotations."""
    ours, theirs = ([box.kind for box in one.inside] for one in (said, heard))
    if ours != theirs:
        message = Text(
            nb="«{text}» står i {said} i manuset, men i {heard} i {edition}.",
            en="“{text}” is in {said} in the manuscript, but in {heard} in {edition}.",
        )
        yield STRUCTURE.broken(
            near,
            message.filled(
                text=quoted(said),
                said=path_of(said),
                heard=path_of(heard),
                edition=near.edition,
            ),
        )
        return
    if said.opened != heard.opened:
        deepest = KINDS[said.inside[-max(said.opened, heard.opened)].kind]
        begins = Text(nb="begynner", en="begins")
        goes_on = Text(nb="fortsetter", en="continues")
        more = said.opened > heard.opened
        message = Text(
            nb="Ved «{text}» {said} en {box} i manuset, men {heard} i {edition}.",
            en="At “{text}” a {box} {said} in the manuscript, but {heard} in {edition}.",
        )
        yield STRUCTURE.broken(
            near,
            message.filled(
                text=quoted(said),
                box=deepest,
                said=begins if more else goes_on,
                heard=goes_on if more else begins,
                edition=near.edition,
            ),
        )
        return
    for ours_box, theirs_box in list(zip(said.inside, heard.inside, strict=True))[
        len(said.inside) - said.opened :
    ]:
        yield from _facts(said, ours_box, theirs_box, near)


_FACTS = {
    "numbering": Text(nb="nummereringen av lista", en="the numbering of the list"),
    "label": Text(nb="nummeret i lista", en="the number in the list"),
    "is_header": Text(nb="om cellen er en overskrift", en="whether the cell is a header"),
    "headers": Text(nb="overskriftene til cellen", en="the headers of the cell"),
    "rows": Text(nb="antall rader cellen dekker", en="how many rows the cell covers"),
    "columns": Text(nb="antall kolonner cellen dekker", en="how many columns the cell covers"),
}


def _facts(passage: Passage, said: Box, heard: Box, near: Near) -> Iterator[Finding]:
    theirs = dict(heard.facts)
    for name, ours in said.facts:
        if name not in _FACTS or (name == "headers" and said.fact("is_header")):
            continue
        if ours != theirs.get(name):
            message = Text(
                nb="Ved «{text}» er {fact} feil: {said} i manuset, {heard} i {edition}.",
                en="At “{text}” {fact} is wrong: {said} in the manuscript, {heard} in {edition}.",
            )
            rule = HEADERS if name in ("headers", "is_header") else STRUCTURE
            yield rule.broken(
                near,
                message.filled(
                    text=quoted(passage),
                    fact=_FACTS[name],
                    said=_told(ours),
                    heard=_told(theirs.get(name)),
                    edition=near.edition,
                ),
            )


def _told(value: object) -> Text:
    if isinstance(value, bool):
        return Text(nb="ja", en="yes") if value else Text(nb="nei", en="no")
    if isinstance(value, frozenset):
        value = ", ".join(sorted(map(str, value)))
    if value in ("", None):
        return Text(nb="ingenting", en="nothing")
    return Text(nb=f"«{value}»", en=f"“{value}”")


def languages(said: Passage, heard: Passage, near: Near) -> Iterator[Finding]:
    """Report the first word that is marked with another language than in the manuscript."""
    ours, theirs = (
        [(word, language) for language, text in one.languages for word in text.split()]
        for one in (said, heard)
    )
    for (word, language), (_, other) in zip(ours, theirs, strict=False):
        if found := list(other_language(word, language, other, near, ours=said.added)):
            yield from found
            return


def spans(said: Passage, heard: Passage, near: Near) -> Iterator[Finding]:
    """Compare the spans of the passages, except links: emphasis, abbreviations, inline figures."""
    for kind in (*_MARKED, "abbreviation", *OBJECTS):
        ours, theirs = (
            [(span.text, span.value) for span in one.spans if span.kind == kind]
            for one in (said, heard)
        )
        if len(ours) == len(theirs) and all(map(_same_words, ours, theirs)):
            continue
        message = Text(
            nb="I «{text}» er {kind} {said} i manuset, men {heard} i {edition}.",
            en="In “{text}” {kind} is {said} in the manuscript, but {heard} in {edition}.",
        )
        rule = EXPANSION if kind == "abbreviation" else STRUCTURE
        if kind in OBJECTS:
            rule = DESCRIBED
        name = KINDS.get(kind, Text(nb="forkortelsen", en="the abbreviation"))
        told = ["; ".join(" = ".join(filter(None, span)) for span in one) for one in (ours, theirs)]
        yield rule.broken(
            near,
            message.filled(
                text=quoted(said),
                kind=name,
                said=_told(told[0]),
                heard=_told(told[1]),
                edition=near.edition,
            ),
        )


def _same_words(said: tuple[str, str], heard: tuple[str, str]) -> bool:
    """Whether print has kept both, the text of a span and its value."""
    return all(map(same_text, said, heard))
