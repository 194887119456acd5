"""Which language each run of a Word file is in, where Word's own marks can be believed."""

import re
from collections import Counter
from itertools import groupby

from bindery.importing.word.names import Element, P, R, T, every, q, value
from bindery.importing.word.paragraph_styles import Styles
from bindery.prose.likeness import WORDS, looks_like

_WORD = re.compile(r"[^\W\d_]+")
_MOST_LETTERS = 20_000
_SHORTEST_ALONE = 3
SAME = {"no": "nb"}


def primary(tag: str) -> str:
    """The first part of a language's tag; Norwegian is bokmål unless it says otherwise."""
    first = tag.partition("-")[0].lower()
    return SAME.get(first, first)


def own_language(default: str, roots: list[Element]) -> str:
    """The language that most of the letters are marked with, or look like."""
    letters: Counter[str] = Counter()
    sample = ""
    for root in roots:
        for run in root.iter(R):
            text = "".join(one.text or "" for one in run.iter(T))
            tag = _tag_of(run)
            letters[primary(tag or default)] += len(text)
            if len(sample) < _MOST_LETTERS and (not tag or primary(tag) == primary(default)):
                sample += f"{text} "
    marked = letters.most_common(1)[0][0] if letters else primary(default)
    like = looks_like(sample, marked) if marked in WORDS else None
    return like.language if like else marked


def set_languages(root: Element, styles: Styles) -> None:
    """Say on each run the language that its own style or that of its paragraph says."""
    for paragraph in root.iter(P):
        around = styles.language_of(value(paragraph.find(q("w:pPr")), "w:pStyle"))
        for run in paragraph.iter(R):
            if next(run.iterancestors(P)) is not paragraph or _tag_of(run):
                continue
            own = styles.language_of(value(run.find(q("w:rPr")), "w:rStyle"))
            if (own or around) not in ("", styles.language):
                tag = run.makeelement(q("w:lang"), {q("w:val"): own or around})
                _properties_of(run).append(tag)


def _tag_of(run: Element) -> str:
    language = None if (props := run.find(q("w:rPr"))) is None else props.find(q("w:lang"))
    return "" if language is None else language.get(q("w:val"), "")


class Languages:
    """Marks runs in other languages by a character style of their own."""

    def __init__(self, own: str, default: str) -> None:
        self.own = own
        self._default = primary(default)
        self.styles: dict[str, tuple[str, str]] = {}
        """Each new style: the language it stands for, and the style it is based on."""

    def mark(self, root: Element) -> None:
        """Mark what is in another language below ``root``."""
        for paragraph in root.iter(P):
            runs = [run for run in paragraph.iter(R) if any(True for _ in run.iter(T))]
            for language, together in groupby(runs, self._language_of):
                stretch = list(together)
                if language and self._is_believed(language, stretch):
                    for run in stretch:
                        self._style(run, language)

    def _language_of(self, run: Element) -> str:
        tag = primary(_tag_of(run))
        # What is not marked is in the document's language, whatever its default says.
        return "" if tag in ("", self.own, self._default, "x", "zxx") else tag

    def _is_believed(self, language: str, runs: list[Element]) -> bool:
        """Whether the words are in ``language``: Word often marks names, and often wrongly."""
        text = " ".join("".join(one.text or "" for run in runs for one in run.iter(T)).split())
        words = _WORD.findall(text)
        # Names begin with a capital, in alphabets that have them.
        common = [word for word in words if not word[0].isupper()]
        if not common or (len(words) == 1 and len(words[0]) <= _SHORTEST_ALONE):
            return False
        lower = [word.lower() for word in words]
        ours, theirs = (
            sum(word in WORDS.get(code, ()) for word in lower) for code in (self.own, language)
        )
        # Word often takes the one Norwegian for the other.
        is_near = {self.own, language} == {"nb", "nn"}
        if ours > theirs or (is_near and ours == theirs):
            return False
        like = looks_like(text, language, (self.own,))
        return like is None or like.language != self.own

    def _style(self, run: Element, language: str) -> None:
        properties = _properties_of(run)
        base = value(properties, "w:rStyle")
        name = f"BinderyLang-{language}" + (f"-{base}" if base else "")
        self.styles[name] = (language, base)
        for old in every(properties, "w:rStyle"):
            properties.remove(old)
        properties.insert(0, properties.makeelement(q("w:rStyle"), {q("w:val"): name}))


def _properties_of(run: Element) -> Element:
    """The properties of ``run``, which gets some if it has none."""
    properties = run.find(q("w:rPr"))
    if properties is None:
        properties = run.makeelement(q("w:rPr"), {})
        run.insert(0, properties)
    return properties
