"""Read blocks of code that another program would run: they are shown, and nothing is run."""

import re
from collections.abc import Iterator

from markdown_it.token import Token

from bindery.manuscript.marks.edits import Edit, Kept, Piece
from bindery.manuscript.marks.page import Page
from bindery.manuscript.marks.readers import Reader

OUTPUT_IS_MISSING = "output-is-missing"
"""The rule that tells what a program would have made."""

_LANGUAGES = (
    "r|python|julia|bash|sh|zsh|powershell|sql|ojs|js|javascript|node|perl|ruby|stan|rcpp|cpp|c|"
    "fortran|haskell|scala|go|rust|dot|mermaid|octave|sas|stata|css|observable|webr|pyodide"
)
SIGN = re.compile(rf"(?:`{{3,}}|~{{3,}})[ \t]*\{{(?:{_LANGUAGES})\b|\{{code-cell\}}", re.IGNORECASE)

_INFO = re.compile(
    rf"\{{(?P<language>{_LANGUAGES})\b[\s,]*(?P<options>[^{{}}]*)\}}[ \t]*$"
    r"|\{code-cell\}[ \t]*(?P<kernel>[\w-]*)(?P<none>)",
    re.IGNORECASE,
)
_OPTION_LINE = re.compile(r"[ \t>]*(?:#|//|%%|--)\|[ \t]?(?P<option>.*)")
_CELL_OPTION = re.compile(r"[ \t>]*:(?P<option>[\w-]+:.*)")
_HIDES = re.compile(
    r"\b(?:echo|include)\s*[:=]\s*(?:false|f)\b|hide-(?:input|cell)|remove-(?:input|cell)", re.I
)
_MAKES_NOTHING = re.compile(
    r"\b(?:include|eval)\s*[:=]\s*(?:false|f)\b|remove-(?:output|cell)", re.I
)
_MAKES = re.compile(
    r"\b(?:fig|tbl)[-.]|\blabel\s*[:=]\s*[\"']?(?:fig|tbl)-|include_graphics\(|kable\("
)
_KERNELS = {"ipython3": "python", "ipython": "python", "python3": "python", "": "python", "ir": "r"}


def chunks(page: Page) -> Iterator[Edit]:
    """Blocks that begin with ```` ```{r} ````, as code in that language."""
    for token in page.tokens:
        found = _INFO.match(token.info.strip()) if token.type == "fence" else None
        edit = None if found is None else _chunk(page, token, found)
        if edit is not None:
            yield edit


def _chunk(page: Page, token: Token, found: re.Match[str]) -> Edit | None:
    start, end = page.begins(token), page.ends(token)
    first_end = page.text.find("\n", start, end)
    if first_end < 0:
        return None
    language = found["language"] or _KERNELS.get(found["kernel"].lower(), found["kernel"])
    options = found["options"] or ""
    at = first_end
    while at < end:
        stop = page.text.find("\n", at + 1, end)
        stop = end if stop < 0 else stop
        line = page.text[at + 1 : stop]
        said = _OPTION_LINE.match(line) or (_CELL_OPTION.match(line) if found["kernel"] else None)
        if said is None or stop >= end:
            break
        options += f"\n{said['option']}"
        at = stop
    code = page.text[at:end]
    hides, silent = _HIDES.search(options), _MAKES_NOTHING.search(options)
    makes = not silent and (_MAKES.search(options) or _MAKES.search(code) or hides)
    tells = [] if hides else [page.mark("read-as", start, "chunk", f"{{{language}}}")]
    if makes:
        named = _named(options) or language
        tells = [page.mark(OUTPUT_IS_MISSING, start, "chunk", named)]
    pieces: tuple[Piece, ...] = (f"{token.markup}{language}", Kept(at, end))
    dropped = page.text[start:at]
    if hides:
        pieces, dropped = (), page.text[start:end]
        tells += [page.mark("left-out", start, "chunk", f"{{{language}}}")]
    return Edit(start, end, pieces, dropped, tuple(tells))


_LABEL = re.compile(r"\blabel\s*[:=]\s*[\"']?(?P<name>[\w-]+)")


def _named(options: str) -> str:
    found = _LABEL.search(options)
    return found["name"] if found else ""


_VALUE = re.compile(r"(?:r|\{(?:r|python|julia)\})\s+\S.*", re.DOTALL)


def values(page: Page) -> Iterator[Edit]:
    """Values that a program would compute in the text: `` `r x` ``."""
    for one in page.inlines():
        if one.token.type == "code_inline" and _VALUE.fullmatch(one.token.content):
            words = one.token.content
            mark = page.mark(OUTPUT_IS_MISSING, one.start, "value", words)
            yield Edit(one.start, one.start, tells=(mark,))


CHUNKS = Reader(SIGN, chunks)
VALUES = Reader(re.compile(r"`(?:r|\{(?:r|python|julia)\})\s"), values)
