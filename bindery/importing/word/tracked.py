"""Settle what Word keeps beside the text: tracked changes, comments and hidden text."""

from itertools import groupby

from bindery.importing.remarks import Remarks
from bindery.importing.word.names import (
    Element,
    P,
    R,
    every,
    is_on,
    number_of,
    q,
    remove,
    text_of,
    unwrap,
    value,
)
from bindery.vocabulary.text import Text

_INSERTED = Text(
    nb="{who} har lagt til dette med sporing av endringer, og det er tatt med",
    en="{who} has added this as a tracked change, and it is included",
)
_DELETED = Text(
    nb="{who} har slettet dette med sporing av endringer, og det er utelatt",
    en="{who} has deleted this as a tracked change, and it is left out",
)
_COMMENT = Text(nb="Kommentar fra {who}", en="Comment by {who}")
_HIDDEN = Text(
    nb="Teksten er skjult i Word, og er utelatt",
    en="The text is hidden in Word, and is left out",
)
_SOMEBODY = Text(nb="noen", en="somebody")


def settle_changes(root: Element, remarks: Remarks) -> None:
    """Take in what was added, leave out what was deleted, and remark on both."""
    for one in every(root, "w:del", "w:moveFrom"):
        if words := text_of(one):
            remarks.add(
                number_of(one),
                "tracked-deletion",
                "dropped",
                _DELETED.filled(who=_who(one)),
                words,
                grave=True,
            )
        parent = one.getparent()
        if parent is not None and parent.tag != q("w:rPr"):
            remove(one)
    added = every(root, "w:ins", "w:moveTo")
    for (number, author), together in groupby(
        added, lambda one: (number_of(one), one.get(q("w:author"), ""))
    ):
        words = " ".join(filter(None, map(text_of, together)))
        if words:
            who = author or _SOMEBODY
            says = _INSERTED.filled(who=who)
            # The words are in the chapter: they are quoted, not counted as left out.
            remarks.add(number, "tracked-insertion", "changed", _quoting(says, words), grave=True)
    for one in added:
        unwrap(one)


def _quoting(says: Text, words: str) -> Text:
    cut = f"{words[:100].rstrip()} …" if len(words) > 100 else words
    return Text(nb=f"{says.nb}: «{cut}»", en=f"{says.en}: “{cut}”")


def _who(element: Element) -> Text | str:
    return element.get(q("w:author"), "") or _SOMEBODY


def settle_comments(
    root: Element, comments: Element | None, remarks: Remarks, *, keep: bool = True
) -> None:
    """Remark on each comment where it is about, and take its marks out of the text.

    Those that are not to be kept are remarked on in the report alone, and settled thereby.
    """
    told = {
        one.get(q("w:id")): one
        for one in ([] if comments is None else every(comments, "w:comment"))
    }
    for mark in every(root, "w:commentRangeStart", "w:commentReference"):
        comment = told.pop(mark.get(q("w:id")), None)
        if comment is not None:
            _tell(comment, number_of(mark), remarks, keep=keep)
    for comment in told.values():
        _tell(comment, 0, remarks, keep=keep)
    for mark in every(root, "w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"):
        remove(mark)


def _tell(comment: Element, number: int, remarks: Remarks, *, keep: bool) -> None:
    if words := text_of(comment):
        says = _COMMENT.filled(who=_who(comment))
        remarks.add(number, "comment", "dropped", says, words, grave=keep, in_chapter=keep)


def remove_hidden(root: Element, hidden_styles: frozenset[str], remarks: Remarks) -> None:
    """Leave out what Word does not print, and remark on it."""

    def hides(run: Element) -> bool:
        properties = run.find(q("w:rPr"))
        return is_on(properties, "w:vanish") or value(properties, "w:rStyle") in hidden_styles

    hidden = [run for run in root.iter(R) if hides(run)]
    for number, together in groupby(hidden, number_of):
        runs = list(together)
        words = " ".join("".join(_letters(run) for run in runs).split())
        if words:
            remarks.add(number, "hidden-text", "dropped", _HIDDEN, words, grave=True)
        for run in runs:
            # Text boxes, pictures and notes in such a run are not the text that is hidden.
            for one in list(run):
                if one.tag in (q("w:t"), q("w:tab"), q("w:br"), q("w:delText")):
                    run.remove(one)


def _letters(run: Element) -> str:
    return "".join(
        (one.text or "") if one.tag == q("w:t") else " "
        for one in run
        if one.tag in (q("w:t"), q("w:tab"), q("w:br"))
    )


def is_empty(paragraph: Element) -> bool:
    """Whether nothing is left of ``paragraph`` that anybody would see."""
    return paragraph.tag == P and not any(
        True
        for _ in paragraph.iter(
            q("w:t"),
            q("w:drawing"),
            q("w:pict"),
            q("w:object"),
            q("m:oMath"),
            q("w:sym"),
            q("w:footnoteReference"),
            q("w:endnoteReference"),
            q("w:tab"),
        )
    )
