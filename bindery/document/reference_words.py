"""References: ``[](#fig-kart){.ref}`` becomes “figur 3”, a link to it.

What a reference is written as in other dialects is in ``data-written``. ``form`` is one of:
``capital`` (Figur 3), ``number`` (3, or the author's own words and 3), ``more`` (joined to the
reference before it: figur 3 og 4). Without one it is the word and the number.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote

from lxml.builder import E

from bindery.document.contents import HEADINGS, name_of
from bindery.document.figures import SET_NUMBER
from bindery.document.model import (
    SAYS_PAGE,
    WRITTEN,
    Element,
    has_class,
    language_at,
    mark_language,
    replace_with_text,
    text_of,
)
from bindery.document.numbering import Target, capital, write_numbers
from bindery.locales import Locale, Word, locale_of, quotation_marks
from bindery.vocabulary.publication import Publication

REFERENCE = "ref"
"""The class of references."""

_SEVERAL = {
    "figure": "figures",
    "table": "tables",
    "equation": "equations",
    "code": "codes",
    "appendix": "appendices",
    "chapter": "chapters",
    "section": "sections",
}
_LABEL = "\ue000"
"""Stands for a number while words are put together."""

_NAMES = frozenset({*HEADINGS, "caption", "figcaption", "th"})
"""Elements whose words are their name in lists, which says no page."""


def write_references(
    publication: Publication, chapters: Sequence[Element], numbers: Sequence[str]
) -> None:
    """Number the book, and write the words of each reference in the language around it.

    ``numbers`` are those of the chapters.
    """
    references = [one for chapter in chapters for one in chapter.iter("a") if is_reference(one)]
    settings = publication.settings.numbering
    language = publication.metadata.language
    targets = {
        name: one for chapter in chapters for one in chapter.iter() if (name := one.get("id"))
    }
    led_to = [_target_of(one) for one in references]
    called = write_numbers(chapters, targets, led_to, settings, language, numbers=numbers)
    for group in list(_groups(references)):
        _write(group, called, language, says_page=settings.references_say_page)


def is_reference(link: Element) -> bool:
    """Whether ``link`` is written as a reference."""
    return link.tag == "a" and has_class(link, REFERENCE)


def note_what_is_written(chapter: Element) -> None:
    """Record what is written for each reference in ``chapter``, before links are resolved."""
    for link in chapter.iter("a"):
        if is_reference(link) and WRITTEN not in link.attrib and _form(link) != "more":
            link.set(WRITTEN, f"@{_target_of(link)}")


def _target_of(reference: Element) -> str:
    return unquote((reference.get("href") or "").removeprefix("#"))


def _form(reference: Element) -> str:
    return reference.get("form") or reference.get("data-form") or ""


def _groups(references: Sequence[Element]) -> Iterator[list[Element]]:
    """The references that are written as one: each with those that are joined to it."""
    group: list[Element] = []
    for reference in references:
        joined = group and reference.getprevious() is group[-1] and not group[-1].tail
        if not (joined and _form(reference) == "more"):
            if group:
                yield group
            group = []
        group.append(reference)
    if group:
        yield group


def _write(
    group: list[Element], called: Mapping[str, Target], language: str, *, says_page: bool
) -> None:
    first, *others = group
    found = [called.get(_target_of(one)) for one in group]
    targets = [one for one in found if one is not None]
    written = first.get(WRITTEN) or ""
    if len(targets) < len(group):
        _print_as_written(group, written)
        return
    around = language_at(first, language)
    form = _form(first)
    begins = form == "capital" or (form != "number" and _begins_sentence(first))
    for one in group:
        href, own = one.get("href") or "", one.get("lang")
        one.attrib.clear()
        one.set("href", href)
        one.set("class", REFERENCE)
        if own:
            one.set("lang", own)
    first.set(WRITTEN, written)
    if others:
        _write_several(group, targets, around, begins=begins)
        return
    target = targets[0]
    if len(first) or (first.text or "").strip():
        form = "number"
        _append_text(first, " ")
    first.append(_words(target, form, around, begins=begins))
    is_bare = form == "number" and len(first) == 1 and not first.text
    if says_page and not is_bare and _is_away(first, target.element):
        first.set(SAYS_PAGE, "")


def _print_as_written(group: list[Element], written: str) -> None:
    """Replace a reference that leads nowhere by what its author wrote."""
    first, *others = group
    own = " ".join(map(text_of, group))
    for one in others:
        replace_with_text(one, "")
    tail = first.tail
    first.clear()
    first.tag, first.tail, first.text = "span", tail, written
    first.set("class", SET_NUMBER)
    first.set(WRITTEN, f"{written} {own}")


def _words(target: Target, form: str, around: str, *, begins: bool) -> Element:
    """The words of a reference to one ``target``."""
    if not target.number:
        return _quoted(target.element, around)
    if form == "number":
        return _said(Word(target.number, around), around)
    locale = locale_of(around).having("references")
    word = locale.word(f"references.{target.kind}", label=target.number)
    return _said(Word(capital(word.text) if begins else word.text, word.language), around)


def _said(word: Word, around: str) -> Element:
    span = E.span(word.text, {"class": SET_NUMBER})
    mark_language(span, word.language, around)
    return span


def _quoted(element: Element, around: str) -> Element:
    """The words of a heading or a caption without a number, in quotation marks."""
    named: Element | None = element
    if element.tag not in HEADINGS:
        captions = (element.find(tag) for tag in ("caption", "figcaption"))
        named = next((one for one in captions if one is not None), None)
    if named is not None and named.tag not in HEADINGS and (first := named.find("p")) is not None:
        named = first
    opening, closing, *_ = quotation_marks(around)
    text = "" if named is None else name_of(named)
    span = E.span(f"{opening}{text.removesuffix('.')}{closing}", {"class": SET_NUMBER})
    mark_language(span, language_at(element, around), around)
    return span


def _write_several(
    group: list[Element], targets: list[Target], around: str, *, begins: bool
) -> None:
    """Write “figur 3 og 4”, “figur 3–5”, “figur 3 og tabell 2”."""
    locale = locale_of(around)
    alike = len({one.kind for one in targets}) == 1 and all(one.number for one in targets)
    runs = _runs(targets) if alike else [[at] for at in range(len(targets))]
    for inside in (at for run in runs for at in run[1:-1]):
        replace_with_text(group[inside], "")
    words = locale.having("references")
    before, after = "", ""
    if alike:
        said = words.word(f"references.{_SEVERAL[targets[0].kind]}", label=_LABEL)
        before, _, after = said.text.partition(_LABEL)
        before = capital(before) if begins else before
    for at in (at for run in runs for at in {run[0]: 0, run[-1]: 0}):
        if len(group[at]) or (group[at].text or "").strip():
            _append_text(group[at], " ")
            group[at].append(_said(Word(targets[at].number, around), around))
            continue
        if not alike:
            group[at].append(_words(targets[at], "", around, begins=begins and at == 0))
            continue
        text = (before if at == 0 else "") + targets[at].number
        text += after if at == len(targets) - 1 else ""
        spoken = words.language if (at == 0 and before) or after else around
        group[at].append(_said(Word(text, spoken), around))
    for run, separator in zip(runs, [*_separators(locale, len(runs)), None], strict=True):
        if len(run) > 1:
            group[run[0]].addnext(_said(Word("–", around), around))
        if separator is not None:
            group[run[-1]].addnext(_said(separator, around))


def _runs(targets: Sequence[Target]) -> list[list[int]]:
    """The places of ``targets``, with three or more consecutive numbers as one run."""
    runs: list[list[int]] = []
    for at, target in enumerate(targets):
        if runs and _follows(target.number, targets[at - 1].number):
            runs[-1].append(at)
        else:
            runs.append([at])
    return [
        part
        for run in runs
        for part in ([run] if len(run) >= _SHORTEST_RUN else [[at] for at in run])
    ]


_SHORTEST_RUN = 3
_LAST_NUMBER = re.compile(r"(.*?)(\d+)(\)?)")


def _follows(number: str, before: str) -> bool:
    one, other = _LAST_NUMBER.fullmatch(number), _LAST_NUMBER.fullmatch(before)
    if one is None or other is None:
        return False
    return one[1] == other[1] and int(one[2]) == int(other[2]) + 1


def _separators(locale: Locale, count: int) -> list[Word]:
    """What stands between ``count`` items of a list in a sentence: ``, `` and `` og ``."""
    if count == 1:
        return []
    listed = locale.listed([_LABEL] * count)
    between = listed.split(_LABEL)[1:-1]
    return [Word(one, locale.language) for one in between]


def _append_text(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "").rstrip() + text
    else:
        element.text = (element.text or "").rstrip() + text


_INLINE = frozenset({"a", "abbr", "code", "del", "em", "q", "span", "strong", "sub", "sup"})
_ENOUGH = 24
"""Letters before a reference that are looked at."""

_CLOSING = "\"'»”’)]"
_OPENING = " \u00a0\t\n\"'«“‘([¿¡–—"
_ENDS = re.compile(r"[.!?…]$")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(«“])(?:[^\W\d_]{1,6}\.(?:[^\W\d_]{1,6}\.)+|(?:jf|jfr|jmf|jvf|cf|ca|kl|nr|kap|pkt|bl|ev|evt|f|s|p"
    r"|t|vs|vgl|siehe|ang|inkl|ekskl|hhv|resp|no|esp|incl|approx)\.)$",
    re.IGNORECASE,
)


def _begins_sentence(reference: Element) -> bool:
    """Whether ``reference`` is the first in its block or in a sentence."""
    before = ""
    for piece in _before(reference):
        before = piece + before
        if len(before.strip(_OPENING)) >= _ENOUGH:
            break
    before = before.rstrip(_OPENING)
    if not before:
        return True
    ended = before.rstrip(_CLOSING)
    return bool(_ENDS.search(ended)) and not _ABBREVIATION.search(ended)


def _before(element: Element) -> Iterator[str]:
    """The texts before ``element`` in its block, the nearest first."""
    at = element
    while True:
        if (before := at.getprevious()) is not None:
            yield before.tail or ""
            if before.get("role") != "doc-noteref":
                yield "".join(before.itertext())
            at = before
            continue
        around = at.getparent()
        if around is None:
            return
        yield around.text or ""
        if around.tag not in _INLINE:
            return
        at = around


def _is_away(reference: Element, target: Element) -> bool:
    """Whether ``reference`` is not beside its ``target``, and in no heading or caption."""
    return not _is_in_a_name(reference) and not _is_beside(reference, target)


def _is_beside(reference: Element, target: Element) -> bool:
    """Whether ``target`` is the block before or after the one that ``reference`` is in."""
    while target.tag in _INLINE and (block := target.getparent()) is not None:
        target = block
    first, last = {target, *_begun_by(target)}, {target, *_ended_by(target)}
    for block in reference.iterancestors():
        if block is target or block.getnext() in first or block.getprevious() in last:
            return True
        if block.tag == "section":
            break
    return False


def _begun_by(block: Element) -> Iterator[Element]:
    """The blocks around ``block`` that begin with it."""
    while block.getprevious() is None and (around := block.getparent()) is not None:
        yield around
        block = around


def _ended_by(block: Element) -> Iterator[Element]:
    """The blocks around ``block`` that end with it."""
    while block.getnext() is None and (around := block.getparent()) is not None:
        yield around
        block = around


def _is_in_a_name(reference: Element) -> bool:
    return any(around.tag in _NAMES for around in reference.iterancestors())
