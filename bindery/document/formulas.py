"""Formulas in words, for listeners whose software cannot read MathML."""

import re

from lxml import etree
from lxml.builder import E

from bindery.document.model import MATHML, Element, language_at
from bindery.locales import Locale, Word, locale_of

_SIGNS = {
    "+": "plus",
    "-": "minus",
    "−": "minus",
    "±": "plus-or-minus",
    "⋅": "times",
    "·": "times",
    "×": "times",
    "*": "times",
    "/": "divided-by",
    "÷": "divided-by",
    "=": "equals",
    "≠": "does-not-equal",
    "≈": "is-about",
    "∝": "is-proportional-to",
    "<": "is-less-than",
    ">": "is-greater-than",
    "≤": "is-at-most",
    "≥": "is-at-least",
    "∈": "is-in",
    "∉": "is-not-in",
    "→": "goes-to",
    "⇒": "implies",
    "⇔": "is-equivalent-to",
    "∞": "infinity",
    "∑": "sum",
    "∏": "product",
    "∫": "integral",
    "∂": "partial",
    "!": "factorial",
    "%": "percent",
    "(": "open-parenthesis",
    ")": "close-parenthesis",
    "[": "open-bracket",
    "]": "close-bracket",
    "{": "open-brace",
    "}": "close-brace",
    "|": "bar",
}
_ACCENTS = {
    **dict.fromkeys("¯‾_", "bar"),
    **dict.fromkeys("^ˆ", "hat"),
    **dict.fromkeys("~˜", "tilde"),
    "˙": "dot",
    "¨": "two-dots",
    "→": "arrow",
    **dict.fromkeys("⏞⏟", "brace"),
}
"""Marks over or under a letter."""

_SILENT = frozenset("\N{FUNCTION APPLICATION}\N{INVISIBLE TIMES}\N{INVISIBLE SEPARATOR}")
_LARGE = frozenset("∑∏∫")


_ALONE = str.maketrans(
    "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030c\u20d7", "`´ˆ˜¯˘˙¨˚ˇ→"
)
"""Marks that combine with a letter, and the same ones alone. Over a letter in MathML stands the
mark alone; one that combines has nothing to combine with (MathML Core, B.2)."""


def say_formulas(chapter: Element, language: str) -> None:
    """Give every formula an ``alttext`` (MathML 3, 2.2.1), in the language around it."""
    for formula in list(chapter.iter(f"{MATHML}math")):
        _join_decimals(formula)
        for mark in formula.iter(f"{MATHML}mo"):
            mark.text = mark.text and mark.text.translate(_ALONE)
        around = language_at(formula, language)
        said = spoken(formula, around)
        if said.text:
            formula.set("alttext", said.text)
            _mark_language(formula, said.language, around)


def _mark_language(formula: Element, language: str, around: str) -> None:
    """Put a formula whose words are not in the language ``around`` it into a ``span`` with its own.

    MathML has no attribute that all software accepts as the language of ``alttext``.
    """
    if language.lower() != around.lower():
        parent = formula.getparent()
        assert parent is not None
        span = E.span(lang=language)
        span.tail, formula.tail = formula.tail, None
        parent.replace(formula, span)
        span.append(formula)


def _join_decimals(formula: Element) -> None:
    """Make ``12{,}42`` one number: for pandoc it is two numbers and a comma, as in ``f(1, 2)``."""
    source = formula.findtext(f".//{MATHML}annotation") or ""
    for comma in list(formula.iter(f"{MATHML}mo")):
        before, after = comma.getprevious(), comma.getnext()
        if comma.text != "," or before is None or after is None:
            continue
        if before.tag != after.tag or before.tag != f"{MATHML}mn":
            continue
        if f"{before.text}{{,}}{after.text}" in source:
            before.text = f"{before.text},{after.text}"
            row = comma.getparent()
            assert row is not None
            row.remove(comma)
            row.remove(after)


MOST_LEVELS = 10
"""Scripts, and growing brackets, in one another: pandoc and ziamath double their time for each."""

_BRACE = re.compile(r"(?P<script>[\^_]\s*\{)|\\.|(?P<open>\{)|(?P<close>\})|(?P<end>\n[ \t]*\n)")


def too_many_scripts(markdown: str) -> int | None:
    """The line of TeX with more than ``MOST_LEVELS`` scripts in one another, if there is any.

    It is looked for before pandoc reads it.
    """
    around: list[bool] = []
    for brace in _BRACE.finditer(markdown):
        if brace["end"]:
            around.clear()
        elif brace["close"]:
            del around[-1:]
        elif brace["script"] or brace["open"]:
            around.append(brace["script"] is not None)
            if around[-1] and sum(around) > MOST_LEVELS:
                return markdown.count("\n", 0, brace.start()) + 1
    return None


_SCRIPTS = frozenset({"msub", "msup", "msubsup", "munder", "mover", "munderover"})


def levels_of(formula: Element) -> int:
    """How many scripts, and brackets that grow, are in one another in ``formula``."""
    depth = deepest = 0
    for event, node in etree.iterwalk(formula, events=("start", "end")):
        name = str(node.tag).removeprefix(MATHML)
        grows = name == "mrow" and len(node) > 0 and node[0].get("form") == "prefix"
        if name in _SCRIPTS or grows:
            depth += 1 if event == "start" else -1
            deepest = max(deepest, depth)
    return deepest


def spoken(formula: Element, language: str) -> Word:
    """The formula as it is read aloud to a reader of ``language``."""
    locale = locale_of(language).having("formulas")
    return Word(" ".join(_Speaker(locale).say(formula).split()), locale.language)


class _Speaker:
    def __init__(self, locale: Locale) -> None:
        self._locale = locale

    def say(self, node: Element) -> str:
        """The words of one element of MathML."""
        name = str(node.tag).removeprefix(MATHML)
        if name in ("annotation", "annotation-xml", "mspace", "mphantom"):
            return ""
        if name in ("mi", "mn", "mo", "mtext", "ms"):
            return self._token((node.text or "").strip())
        parts = [self.say(child) for child in node]
        if name in ("msub", "msup", "mfrac", "mroot", "munder", "mover") and len(parts) == 2:
            return self._pair(name, node, parts)
        if name in ("msubsup", "munderover") and len(parts) == 3:
            return self._triple(node, parts)
        return self._many(name, parts)

    def _many(self, name: str, parts: list[str]) -> str:
        if name == "mtable":
            rows = enumerate(parts, start=1)
            return " ".join(self._filled("row", str(number), row) for number, row in rows)
        if name == "mtr":
            return ", ".join(parts)
        row = " ".join(parts)
        return self._filled("square-root", row) if name == "msqrt" else row

    def _pair(self, name: str, node: Element, parts: list[str]) -> str:
        large = (node[0].text or "").strip() in _LARGE
        if name == "msup" and parts[1] in ("2", "3"):
            return self._filled("squared" if parts[1] == "2" else "cubed", parts[0])
        accent = _ACCENTS.get((node[1].text or "").strip())
        if name in ("mover", "munder") and accent is not None:
            parts = [parts[0], self._locale.word(f"formulas.accents.{accent}").text]
        forms = {
            "mfrac": "fraction",
            "mroot": "nth-root",
            "msup": "power",
            "msub": "from" if large else "index",
            "munder": "from" if large else "below",
            "mover": "above",
        }
        return self._filled(forms[name], *parts)

    def _triple(self, node: Element, parts: list[str]) -> str:
        base, below, above = parts
        if (node[0].text or "").strip() in _LARGE:
            return self._filled("from-to", base, below, above)
        base = self._filled("index", base, below)
        if above in ("2", "3"):
            return self._filled("squared" if above == "2" else "cubed", base)
        return self._filled("power", base, above)

    def _token(self, text: str) -> str:
        if text in _SILENT:
            return ""
        sign = _SIGNS.get(text)
        return self._locale.word(f"formulas.signs.{sign}").text if sign else text

    def _filled(self, form: str, *parts: str) -> str:
        values = dict(zip(("first", "second", "third"), parts, strict=False))
        return self._locale.word(f"formulas.forms.{form}", **values).text
