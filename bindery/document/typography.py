"""Non-breaking spaces, and quotation marks in the language of their passage."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bindery.document.model import MATHML, Element, language_at, unwrap
from bindery.locales import STRAIGHT, quotation_marks

NO_BREAK = "\u00a0"
THIN = "\u202f"
"""A narrow no-break space, as in 10 000."""

VERBATIM = frozenset({"code", "pre", "kbd", "samp", f"{MATHML}math"})
"""Elements whose text is not changed."""

_NORWEGIAN = frozenset({"nb", "nn", "no"})
_ENGLISH = frozenset({"en"})
_CAPITAL = "A-ZÆØÅÄÖÁČĐŊŠŦŽ"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that stay on one line, in ``languages`` or (none given) in all.

    In ``example``, ``~`` is a no-break space and ``_`` a thin one. In ``pattern``, a space matches
    any white space at which a line could break.
    """

    example: str
    pattern: str
    languages: frozenset[str] = frozenset()
    space: str = NO_BREAK

    def kept_together(self, text: str) -> str:
        """``text`` with such passages kept on one line."""
        return _compiled(self.pattern).sub(
            lambda found: _BREAKING_SPACE.sub(self.space, found[0]), text
        )


_BREAKING_SPACE = re.compile(r"[ \n]")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace(" ", _BREAKING_SPACE.pattern))


def _words(listed: str, ending: str = r"(?!\w)") -> str:
    """A pattern for any one of the words in ``listed``, as a whole word."""
    return rf"(?:{'|'.join(map(re.escape, listed.split()))}){ending}"


_UNITS = _words(
    "mm cm dm m km mm² cm² m² km² m³ mil g kg t ml cl dl l s min h W kW MW GW Wh kWh MWh GWh TWh "
    "V A Hz kHz MHz GHz kB MB GB TB kr NOK SEK DKK EUR USD",
)
_NUMBERED_NB = _words(
    "artikkel avsnitt bind figur fig. kap. kapittel kl. klokka klokken kolonne linje nr. nummer "
    "paragraf pkt. punkt rad s. side tab. tabell vedlegg ca.",
    "",
)
_NUMBERED_EN = _words(
    "appendix article chapter ch. figure fig. line no. p. page paragraph pp. section sec. step "
    "table tab. volume vol.",
    "",
)
_MONTHS_NB = _words(
    "januar februar mars april mai juni juli august september oktober november desember"
)
_MONTHS_EN = _words(
    "January February March April May June July August September October November December"
)
_AMOUNTS_NB = _words(
    "prosent prosentpoeng promille kroner krone øre millioner million mill. milliarder milliard "
    "mrd. meter kilometer kilo gram tonn liter hektar dekar grader",
)
_AMOUNTS_EN = _words(
    "percent per million billion kroner euros pounds dollars metres meters kilometres kilometers "
    "miles kilos grams tonnes tons litres liters hectares acres degrees",
)

PASSAGES = (
    Passage("+47~22~33~44~55", r"\+\d{1,3}(?: \d\d){4}(?!\d)"),
    Passage("22~33~44~55", r"(?<!\d)\d\d \d\d \d\d \d\d(?!\d)"),
    Passage("800~12~345", r"(?<!\d)\d{3} \d\d \d{3}(?!\d)"),
    Passage("1_234_567", r"(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)", space=THIN),
    Passage("5~km", rf"\d {_UNITS}"),
    Passage("5~%", r"\d [%‰°€£$]"),
    Passage("€~5", r"(?<!\d)[€£$] \d"),
    Passage("§~3", r"§ \d"),
    Passage("opp~– og ned", r"(?<=\S) [–—](?!\S)"),
    Passage("og så~…", r"(?<=\S) …"),
    Passage("H.~C.~Andersen", rf"(?<!\w)(?:[{_CAPITAL}]\. )+[{_CAPITAL}]"),
    Passage("12~prosent", rf"\d {_AMOUNTS_NB}", _NORWEGIAN),
    Passage("17.~mai", rf"(?<!\d)\d{{1,2}}\. {_MONTHS_NB}", _NORWEGIAN),
    Passage("kl.~12", rf"(?<!\w)(?i:{_NUMBERED_NB}) \d", _NORWEGIAN),
    Passage("12~percent", rf"\d {_AMOUNTS_EN}", _ENGLISH),
    Passage("17~May", rf"(?<!\d)\d{{1,2}} {_MONTHS_EN}", _ENGLISH),
    Passage("May~17", rf"(?<!\w){_MONTHS_EN} \d{{1,2}}(?!\d)", _ENGLISH),
    Passage("fig.~3", rf"(?<!\w)(?i:{_NUMBERED_EN}) \d", _ENGLISH),
)
"""Numbers come first, so that patterns for what follows a number do not split it."""

_SIGN = re.compile(rf"[\d§%‰°€£$–—…]|[{_CAPITAL}]\.")
"""What a text has if any of the passages is in it. Most texts have none of it."""


def keep_together(tree: Element, language: str) -> None:
    """Keep passages together in every text of ``tree``, each in the language it is written in."""
    for holder, is_tail, spoken in list(_texts(tree, language)):
        text = holder.tail if is_tail else holder.text
        if text and not text.isspace():
            if is_tail:
                holder.tail = kept_together(text, spoken)
            else:
                holder.text = kept_together(text, spoken)


def kept_together(text: str, language: str) -> str:
    """``text`` with no-break spaces where ``language`` (BCP 47) needs them."""
    if not _SIGN.search(text):
        return text
    primary = language.split("-", 1)[0].lower()
    for passage in PASSAGES:
        if not passage.languages or primary in passage.languages:
            text = passage.kept_together(text)
    return text


def _texts(element: Element, language: str) -> Iterator[tuple[Element, bool, str]]:
    """Each text of ``element``: its element, whether it is the tail, and its language."""
    spoken = element.get("lang") or language
    if element.tag not in VERBATIM:
        yield element, False, spoken
        for child in element:
            yield from _texts(child, spoken)
            yield child, True, spoken


_SINGLE = "data-single"
"""The attribute of what its author wrote between single marks."""


def set_quotation_marks(chapter: Element, language: str) -> None:
    """Write each quotation with the marks of its language: « » in Norwegian, “ ” in English.

    In a language whose marks are not known, they stay as their author wrote them.
    """
    for single in chapter.iter("span"):
        if _SINGLE in single.attrib:
            single.tag = "q"
    for quotation in list(chapter.iter("q")):
        marks = quotation_marks(language_at(quotation, language))
        inner = sum(1 for around in quotation.iterancestors("q")) % 2 == 1
        if marks == STRAIGHT:
            inner = _SINGLE in quotation.attrib
        opening, closing = marks[2:] if inner else marks[:2]
        quotation.text = opening + (quotation.text or "")
        _end_with(quotation, closing)
    for quotation in list(chapter.iter("q")):
        unwrap(quotation)
    for image in chapter.iter("img"):
        # In attributes, which cannot have elements, pandoc writes English marks.
        opening, closing, *_ = quotation_marks(language_at(image, language))
        if alternative := image.get("alt"):
            image.set("alt", alternative.replace("“", opening).replace("”", closing))


def _end_with(element: Element, mark: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + mark
    else:
        element.text = (element.text or "") + mark
