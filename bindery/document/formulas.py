"""Formulas in words: what a listener gets where no software reads the markup itself."""

from bindery.document.model import MATHML, Element, language_at
from bindery.vocabulary.text import Text

_SIGNS = {
    "+": Text(nb="pluss", en="plus"),
    "-": Text(nb="minus", en="minus"),
    "−": Text(nb="minus", en="minus"),
    "±": Text(nb="pluss minus", en="plus or minus"),
    "⋅": Text(nb="ganger", en="times"),
    "·": Text(nb="ganger", en="times"),
    "×": Text(nb="ganger", en="times"),
    "*": Text(nb="ganger", en="times"),
    "/": Text(nb="delt på", en="divided by"),
    "÷": Text(nb="delt på", en="divided by"),
    "=": Text(nb="er lik", en="equals"),
    "≠": Text(nb="er ikke lik", en="does not equal"),
    "≈": Text(nb="er omtrent lik", en="is about"),
    "∝": Text(nb="er proporsjonal med", en="is proportional to"),
    "<": Text(nb="er mindre enn", en="is less than"),
    ">": Text(nb="er større enn", en="is greater than"),
    "≤": Text(nb="er mindre enn eller lik", en="is at most"),
    "≥": Text(nb="er større enn eller lik", en="is at least"),
    "∈": Text(nb="er med i", en="is in"),
    "∉": Text(nb="er ikke med i", en="is not in"),
    "→": Text(nb="går mot", en="goes to"),
    "⇒": Text(nb="gir", en="implies"),
    "⇔": Text(nb="er det samme som", en="is equivalent to"),
    "∞": Text(nb="uendelig", en="infinity"),
    "∑": Text(nb="summen", en="the sum"),
    "∏": Text(nb="produktet", en="the product"),
    "∫": Text(nb="integralet", en="the integral"),
    "∂": Text(nb="den deriverte", en="partial"),
    "!": Text(nb="fakultet", en="factorial"),
    "%": Text(nb="prosent", en="percent"),
    "(": Text(nb="parentes", en="open parenthesis"),
    ")": Text(nb="parentes slutt", en="close parenthesis"),
    "[": Text(nb="hakeparentes", en="open bracket"),
    "]": Text(nb="hakeparentes slutt", en="close bracket"),
    "{": Text(nb="krøllparentes", en="open brace"),
    "}": Text(nb="krøllparentes slutt", en="close brace"),
    "|": Text(nb="strek", en="bar"),
}
_ACCENTS = {
    "¯": Text(nb="strek", en="bar"),
    "‾": Text(nb="strek", en="bar"),
    "\N{COMBINING MACRON}": Text(nb="strek", en="bar"),
    "_": Text(nb="strek", en="bar"),
    "^": Text(nb="hatt", en="hat"),
    "\N{COMBINING CIRCUMFLEX ACCENT}": Text(nb="hatt", en="hat"),
    "~": Text(nb="tilde", en="tilde"),
    "˜": Text(nb="tilde", en="tilde"),
    "\N{COMBINING TILDE}": Text(nb="tilde", en="tilde"),
    "˙": Text(nb="prikk", en="dot"),
    "\N{COMBINING DOT ABOVE}": Text(nb="prikk", en="dot"),
    "¨": Text(nb="to prikker", en="two dots"),
    "\N{COMBINING DIAERESIS}": Text(nb="to prikker", en="two dots"),
    "→": Text(nb="pil", en="arrow"),
    "\N{COMBINING RIGHT ARROW ABOVE}": Text(nb="pil", en="arrow"),
    "⏞": Text(nb="klamme", en="brace"),
    "⏟": Text(nb="klamme", en="brace"),
}
"""What stands over or under a letter."""

_SILENT = frozenset("\N{FUNCTION APPLICATION}\N{INVISIBLE TIMES}\N{INVISIBLE SEPARATOR}")
_LARGE = frozenset("∑∏∫")

_OVER = Text(nb="brøk {0} over {1} brøk slutt", en="fraction {0} over {1} end fraction")
_ROOT = Text(nb="kvadratroten av {0} rot slutt", en="square root of {0} end root")
_NTH_ROOT = Text(nb="{1}. roten av {0} rot slutt", en="root {1} of {0} end root")
_SQUARED = Text(nb="{0} i andre", en="{0} squared")
_CUBED = Text(nb="{0} i tredje", en="{0} cubed")
_POWER = Text(nb="{0} opphøyd i {1} opphøyd slutt", en="{0} to the power {1} end power")
_SUB = Text(nb="{0} indeks {1}", en="{0} sub {1}")
_FROM = Text(nb="{0} fra {1}", en="{0} from {1}")
_FROM_TO = Text(nb="{0} fra {1} til {2} av", en="{0} from {1} to {2} of")
_UNDER = Text(nb="{0} med {1} under", en="{0} with {1} below")
_ABOVE = Text(nb="{0} med {1} over", en="{0} with {1} above")
_ROW = Text(nb="rad {0}: {1};", en="row {0}: {1};")


def say_formulas(chapter: Element, language: str) -> None:
    """Give every formula its words (MathML 3, 2.2.1, ``alttext``), in the language around it."""
    for formula in chapter.iter(f"{MATHML}math"):
        _join_decimals(formula)
        said = spoken(formula, language_at(formula, language))
        if said:
            formula.set("alttext", said)


def _join_decimals(formula: Element) -> None:
    """Make ``12{,}42`` one number: pandoc makes it two with a comma between, as in ``f(1, 2)``."""
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


def spoken(formula: Element, language: str) -> str:
    """The formula as one would read it aloud."""
    return " ".join(_Speaker(language).say(formula).split())


class _Speaker:
    def __init__(self, language: str) -> None:
        self._language = language

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
            return " ".join(self._filled(_ROW, str(number), row) for number, row in rows)
        if name == "mtr":
            return ", ".join(parts)
        row = " ".join(parts)
        return self._filled(_ROOT, row) if name == "msqrt" else row

    def _pair(self, name: str, node: Element, parts: list[str]) -> str:
        large = (node[0].text or "").strip() in _LARGE
        if name == "msup" and parts[1] in ("2", "3"):
            return self._filled(_SQUARED if parts[1] == "2" else _CUBED, parts[0])
        accent = _ACCENTS.get((node[1].text or "").strip())
        if name in ("mover", "munder") and accent is not None:
            parts = [parts[0], accent.said_in(self._language)]
        forms = {
            "mfrac": _OVER,
            "mroot": _NTH_ROOT,
            "msup": _POWER,
            "msub": _FROM if large else _SUB,
            "munder": _FROM if large else _UNDER,
            "mover": _ABOVE,
        }
        return self._filled(forms[name], *parts)

    def _triple(self, node: Element, parts: list[str]) -> str:
        base, below, above = parts
        if (node[0].text or "").strip() in _LARGE:
            return self._filled(_FROM_TO, base, below, above)
        base = self._filled(_SUB, base, below)
        if above in ("2", "3"):
            return self._filled(_SQUARED if above == "2" else _CUBED, base)
        return self._filled(_POWER, base, above)

    def _token(self, text: str) -> str:
        if text in _SILENT:
            return ""
        sign = _SIGNS.get(text)
        return sign.said_in(self._language) if sign else text

    def _filled(self, form: Text, *parts: str) -> str:
        return form.said_in(self._language).format(*parts)
