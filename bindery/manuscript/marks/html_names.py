"""The elements of HTML by what a manuscript makes of them."""

from collections.abc import Mapping

VOID = frozenset(
    {
        *("area", "base", "basefont", "br", "col", "embed", "frame", "hr", "img", "input", "link"),
        *("meta", "param", "source", "track", "wbr"),
    }
)
"""They have nothing inside, and no closing tag."""

TABLE = frozenset(
    {"table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "colgroup", "col"}
)
"""They are read with the other tables."""

SPANS: Mapping[str, str] = {
    "b": "strong",
    "strong": "strong",
    "i": "em",
    "em": "em",
    "cite": "em",
    "dfn": "em",
    "var": "em",
    "s": "del",
    "del": "del",
    "strike": "del",
    "kbd": "kbd",
    "sub": "sub",
    "sup": "sup",
    "mark": "mark",
    "u": "u",
    "ins": "u",
}
"""The class of the span that carries each element."""

SHORT: Mapping[str, str] = {"strong": "**", "em": "*", "del": "~~"}
"""The marks of the dialect, where they can stand for the span of a class."""

CODE = frozenset({"code", "samp", "tt"})

WORDS_ONLY = frozenset({"small", "span", "abbr", "time", "data", "bdi", "picture", "label"})
"""They say nothing of their own of their words."""

LOOKS_ONLY = frozenset({"big", "font", "center", "nobr", "blink", "marquee", "bdo"})
"""They say only how their words look."""

MEDIA = frozenset({"iframe", "video", "audio", "object", "embed"})

LEFT_OUT = frozenset({"script", "style", "template", "noscript", "head", "title", "meta", "link"})
"""They are for programs. ``template`` is what a script fills in."""

NOT_ON_PAPER = frozenset(
    {
        *("button", "input", "form", "select", "option", "optgroup", "textarea", "fieldset"),
        *("legend", "datalist", "output", "progress", "meter", "dialog", "menu", "canvas", "svg"),
        *("math", "map", "area", "frame", "frameset", "applet", "ruby", "rt", "rp", "slot"),
    }
)
"""What a page or an e-book does not do, or not by these tags."""

HEADINGS: Mapping[str, int] = {f"h{level}": level for level in range(1, 7)}

BOXES = frozenset(
    {
        *("div", "section", "article", "header", "footer", "main", "nav", "aside", "address"),
        *("hgroup", "center", "search", "html", "body"),
    }
)

BLOCKS = frozenset(
    {
        *BOXES,
        *HEADINGS,
        *("p", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "hr", "figure"),
        *("figcaption", "details", "summary"),
    }
)
"""They begin a block of their own."""

KNOWN = frozenset(
    {
        *SPANS,
        *CODE,
        *WORDS_ONLY,
        *LOOKS_ONLY,
        *MEDIA,
        *LEFT_OUT,
        *NOT_ON_PAPER,
        *BLOCKS,
        *TABLE,
        *VOID,
        *("a", "q"),
    }
)

MAY_STAY_OPEN = frozenset(
    {"p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "thead", "tbody", "tfoot"}
)
"""HTML lets their closing tags be left out."""

CALLOUTS: Mapping[str, str] = {
    **dict.fromkeys(("note", "info", "seealso"), "note"),
    **dict.fromkeys(("tip", "hint"), "tip"),
    **dict.fromkeys(("important", "attention"), "important"),
    **dict.fromkeys(("warning", "danger", "error"), "warning"),
    "caution": "caution",
}
"""The kind of callout that a box of each class is."""
