"""What CSS fetches, decided on its tokens: an escape or a newer function hides no address."""

import re
from collections.abc import Iterable, Iterator

import tinycss2
from tinycss2.ast import AtKeywordToken, FunctionBlock, LiteralToken, Node, StringToken, URLToken

_ADDRESS = frozenset({"url", "src"})
_IMAGES = frozenset({"image", "image-set", "-webkit-image-set", "cross-fade", "-webkit-cross-fade"})
"""Functions of CSS Images 4 in which a string is an address."""

_OF_ITSELF = re.compile(
    r"#|data:(?:image|font|application/(?:x-)?font)[/\w+.-]*[;,]", re.IGNORECASE
)
_ELSEWHERE = re.compile(r"(?!data:|about:)[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_IGNORED = re.compile(r"[\t\n\r]")


def fetched_by(css: str) -> Iterator[str]:
    """Yield each address that ``css`` fetches: a style sheet, declarations, or one value.

    A part of the same file (``#…``) and an image or a typeface in its own address (``data:``) are
    not fetched. An address that only a browser can put together is given as it is written.
    """
    nodes = tinycss2.parse_component_value_list(css, skip_comments=True)
    return (address for address in _in(nodes) if address and not _OF_ITSELF.match(address))


def fetched_by_sheet(css: str) -> Iterator[str]:
    """Yield what a drawing's style sheet fetches, apart from typefaces: those are the edition's."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True)
    kept = (rule for rule in rules if getattr(rule, "lower_at_keyword", "") != "font-face")
    return fetched_by("".join(rule.serialize() for rule in kept))


def is_elsewhere(address: str) -> bool:
    """Whether a browser goes to the network for ``address``, and not to a file beside the page."""
    return bool(_ELSEWHERE.match(_IGNORED.sub("", address).strip().replace("\\", "/")))


def _in(nodes: Iterable[Node]) -> Iterator[str]:
    statement = ""
    for node in nodes:
        if isinstance(node, AtKeywordToken):
            statement = node.lower_value
        elif (isinstance(node, LiteralToken) and node.value == ";") or node.type == "{} block":
            statement = ""
        # The address in a @namespace is a name: nothing is there.
        if statement != "namespace":
            yield from _of(node, in_import=statement == "import")


def _of(node: Node, *, in_import: bool) -> Iterator[str]:
    if isinstance(node, URLToken) or (in_import and isinstance(node, StringToken)):
        yield node.value.strip()
    elif isinstance(node, FunctionBlock):
        if node.lower_name in _ADDRESS | _IMAGES:
            yield from _strings(node)
        if node.lower_name not in _ADDRESS:
            yield from _in(node.arguments)
    elif hasattr(node, "content"):
        yield from _in(node.content)


def _strings(function: FunctionBlock) -> Iterator[str]:
    for one in function.arguments:
        if isinstance(one, StringToken):
            yield one.value.strip()
        elif isinstance(one, FunctionBlock) and one.lower_name == "var":
            yield function.serialize()
