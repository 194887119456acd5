r"""Names to refer to: ``(x)=`` above a block, ``\label{x}`` in a heading, ``{#fig:x}``."""

import re
from collections.abc import Iterator

from bindery.manuscript.marks.cross_references import name_of
from bindery.manuscript.marks.edits import Edit
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader

_SIGN = re.compile(
    r"^[ \t>]*\([\w:. -]+\)=[ \t]*$|\\label\{|\{[^{}\n]*#(?:fig|tab|tbl|sec|eq|lst):", re.MULTILINE
)
_ABOVE = re.compile(r"\((?P<name>[A-Za-z][\w:.-]*)\)=[ \t]*")
_LABEL = re.compile(r"[ \t]*\\label\{(?P<name>[\w:.-]+)\}[ \t]*$")
_WITH_COLON = re.compile(r"#(?P<kind>fig|tab|tbl|sec|eq|lst)(?P<sign>:)(?=\w)")
_BRACES = re.compile(r"\{[^{}\n]*\}")
_WITH_BRACES = frozenset({"attributes", "image", "span_open", "link_open", "code_inline"})


def targets(page: Page) -> Iterator[Edit]:
    """Names as the plain dialect writes them."""
    for at, token in enumerate(page.tokens):
        if token.type == "paragraph_open" and token.map is not None:
            yield from _above(page, at)
        elif token.type == "heading_open":
            yield from _in_heading(page, at)
        if token.nesting >= 0 and token.map is not None and "begins" in token.meta:
            begins = page.begins(token)
            line_ends = page.starts[token.map[0] + 1] - 1
            if token.type in ("div_open", "fence", "attributes", "heading_open"):
                yield from _colons(page, begins, line_ends)
    for one in page.inlines():
        if one.token.type in _WITH_BRACES or one.token.type.startswith("math_inline"):
            braces = re.compile(r"[ \t]*\{[^{}\n]*\}").match(page.text, one.end)
            end = braces.end() if braces else one.end
            yield from _colons(page, one.end if braces else one.start, end)
    for words in page.words():
        # Braces of an image or a formula that stand apart, and those of captions.
        for found in _BRACES.finditer(words.plain):
            if _WITH_COLON.search(found[0]):
                start = words.offset(found.start())
                yield from _colons(page, start, start + len(found[0]))


def _colons(page: Page, start: int, end: int) -> Iterator[Edit]:
    for braces in _BRACES.finditer(page.text, start, end):
        for name in _WITH_COLON.finditer(page.text, braces.start(), braces.end()):
            if name["kind"] == "tab":
                yield Edit(name.start("kind"), name.end(), ("tbl-",), "tab")
            else:
                yield Edit(name.start("sign"), name.end(), ("-",))


def _above(page: Page, at: int) -> Iterator[Edit]:
    """``(x)=`` above a block: braces with the name, directly above it."""
    token = page.tokens[at]
    assert token.map is not None
    begins = page.begins(token)
    first_line_ends = page.starts[token.map[0] + 1] - 1
    found = _ABOVE.fullmatch(page.text, begins, first_line_ends)
    if found is None:
        return
    alone = token.map[1] - token.map[0] == 1 or page.ends(token) <= first_line_ends
    after = next(
        (one for one in page.tokens[at + 3 :] if one.nesting >= 0 and one.map is not None), None
    )
    if alone and (after is None or after.level != token.level or "begins" not in after.meta):
        return
    end = first_line_ends
    blank = ""
    if alone and after is not None and after.map is not None:
        # The braces stand directly above the block; the lines between go above them.
        gap = after.map[0] - token.map[0] - 1
        prefix = page.prefix(begins)
        blank = f"\n{prefix.rstrip()}" * (gap - 1) + f"\n{prefix}" if gap else ""
        end = page.starts[after.map[0]] - 1
    tells = (page.mark("read-as", begins, "name", found[0].strip()),)
    made = f"{blank}{{#{name_of(found['name'])}}}"
    yield Edit(begins, end, (made,), page.text[begins:end], tells)


def _in_heading(page: Page, at: int) -> Iterator[Edit]:
    token = page.tokens[at]
    assert token.map is not None
    begins, end = page.begins(token), page.starts[token.map[0] + 1] - 1
    text = page.text[begins:end]
    if (label := _LABEL.search(text)) and "{#" not in text:
        start = begins + label.start()
        yield Edit(start, end, (f" {{#{name_of(label['name'])}}}",), label[0])


READS_TARGETS = Reader(_SIGN, targets)
