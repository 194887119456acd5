"""Passages that point to something by where it stands on the page, or by its shape."""

import re
from collections.abc import Iterator

from bindery.prose.reading import Stretch, primary

_NORWEGIAN = {
    "side": "(?:høyre|høgre|venstre)",
    "thing": r"\w*(?:figur|kart|bilde|bilete|foto|illustrasjon|teikning|tegning|diagram|graf|tabell"
    r"|boks|ramm|rubrikk|kolonn|spalt|meny|knapp|skjerm|oversikt)(?:en|et|a|ene|ane)",
    "box": r"\w*(?:boks|ramm|rubrikk)(?:en|a)",
    "told": r"vist|vises|syna|gjengitt|gitt\ att|omtalt|forklart|beskrevet|skildra|oppsummert"
    "|markert|merket|merka",
    "shape": "rund|firkanta|firkantet|firkantede|kvadratisk|trekanta|trekantet|trekantede|oval"
    "|sirkelrund|stjerneforma|stjerneformet|stjerneformede|avlang",
    "shaped": r"(?:knapp|ikon|boks|felt|symbol|rute|ramme|figur)\w*",
}
_ENGLISH = {
    "side": "(?:right|left)",
    "thing": "(?:figure|map|picture|image|photo|photograph|illustration|drawing|diagram|graph"
    "|chart|table|box|sidebar|panel|column|menu|button|screen)s?",
    "box": r"(?:\w+\ )?(?:box|panel)",
    "told": "shown|described|explained|summarised|summarized|marked|listed|illustrated",
    "shape": "round|square|circular|triangular|oval|rectangular",
    "shaped": "(?:button|icon|box|symbol|field|shape)s?",
}
_POINTING = {
    "nb": r"""
        \b{thing}\ (?:(?:oppe|nede|øverst|nederst|øvst|nedst)\ )?(?:til|på)\ {side}\b(?!\ for)
        |\b(?:til|på)\ {side}(?:\ side)?\ (?:i|på|av|for)\ {thing}\b
        |^(?:se|sjå)\ (?:\w+\ ){{0,2}}?(?:oppe|nede|øverst|nederst)?\ ?til\ {side}\b
        |\b(?:{told})\ (?:\w+\ )?til\ {side}\b
        |\bi\ (?:(?:øvre|nedre|øverste|nederste|øvste|nedste)\ )?{side}
            \ (?:kolonne|spalte|marg|meny)\b
        |\b(?:se|sjå|les|i)\ {box}\ (?:over|ovenfor|ovanfor|under|nedenfor|nedanfor|øverst|nederst)
            (?=\W*$|[.,;:!?)]|\ (?:står|ser|finner|finn|er|viser|kan|har|og|eller)\b)
        |\b(?:øverst|nederst|øvst|nedst)\ på\ (?:siden|sida|arket|skjermen|oppslaget)\b(?!\ av)
        |\bpå\ (?:motstående|motståande)\ side\b
        |\b(?:den|det|de|dei)\ (?:(?:store|lille|vesle|små)\ )?(?:{shape})e?\ {shaped}
            (?!\w|\ [«“„"(]|\ (?:merka|merket|kalt|kalla|som\ heter|som\ heiter)\b)
        |\bden\ (?:store|lille|vesle)\ knappen\b(?!\ [«“„"(])
        """,
    "en": r"""
        \b{thing}\ (?:above\ |below\ )?(?:to|on|at)\ the\ {side}\b(?!\ of)
        |\b(?:to|on|at)\ the\ {side}(?:-hand\ side)?\ (?:of|in)\ the\ {thing}\b
        |\bsee\ (?:above|below|top|bottom|upper|lower|to\ the|on\ the)\ {side}\b
        |\b(?:{told})\ (?:to|on|at)\ the\ {side}\b
        |\b(?:in|on)\ the\ (?:upper\ |lower\ )?{side}(?:-hand)?\ (?:column|margin|menu|panel|page)\b
        |\b(?:top|bottom|upper|lower)[ -]{side}(?:-hand)?\ (?:corner|of\ the\ (?:page|{thing}))
        |\b(?:see|in|the)\ {box}\ (?:above|below|opposite)\b
        |\bat\ the\ (?:top|bottom)\ of\ the\ (?:page|screen)\b
        |\bon\ the\ (?:opposite|facing)\ page\b
        |\bthe\ (?:(?:big|small|large)\ )?(?:{shape})\ {shaped}\b
            (?!\ [«“„"(]|\ (?:labelled|labeled|marked|called|named)\b)
        """,
}
_FORMS = {
    language: re.compile(_POINTING[language].format(**words), re.IGNORECASE | re.VERBOSE)
    for language, words in (("nb", _NORWEGIAN), ("en", _ENGLISH))
}
_FORMS["nn"] = _FORMS["nb"]
LANGUAGES = tuple(_FORMS)
_MAY_POINT = re.compile(
    r"høyre|høgre|venstre|boks|ramm|rubrikk|knapp|rund|kant|oval|kvadrat|stjerne|avlang|side\b|sid[ea]n|"
    r"arket|skjermen|oppslaget|right|left|box|panel|page|screen|round|square|circular|triang|angular",
    re.IGNORECASE,
)
_OUTDOORS = re.compile(
    r"\b\w*(?:vei|veg|veien|vegen|gata|gaten|gate|kryss|krysset|rundkjøring\w*|trafikk\w*|inngang\w*"
    r"|dør|døra|døren|etasje\w*|resepsjon\w*|rådhuset|kirken|kirka|kyrkja|elva|politikk\w*"
    r"|roads?|streets?|crossing|traffic|entrance|doors?|building|politics)\b",
    re.IGNORECASE,
)


def pointed_at(sentence: Stretch) -> Iterator[tuple[str, int]]:
    """The passages of ``sentence`` that only sight can follow, and where they begin.

    Right and left outdoors, and in politics, are places that everyone can find.
    """
    form = _FORMS.get(primary(sentence.language))
    if form and _MAY_POINT.search(sentence.text) and not _OUTDOORS.search(sentence.text):
        for found in form.finditer(sentence.text):
            yield found[0], found.start()
