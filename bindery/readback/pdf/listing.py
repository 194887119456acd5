"""A PDF's structure as indented text, which people can read and compare."""

from collections.abc import Iterator

from bindery.finished.pdf.tagged import FinishedPdf, PdfElement, Target, Words, spaced


def listing(heard: FinishedPdf) -> str:
    """One line for each structure element and each run of text, indented as they nest."""
    return "".join(f"{line}\n" for line in _lines(heard))


def _lines(heard: FinishedPdf) -> Iterator[str]:
    yield f"PDF {heard.version} “{heard.title}” lang={heard.language} pages={len(heard.pages)}"
    for root in heard.roots:
        yield from _element(heard, root, heard.language, 0)
    for loose in heard.untagged:
        yield f"UNTAGGED page {loose.page} “{loose.text}”"


def _element(heard: FinishedPdf, element: PdfElement, language: str, depth: int) -> Iterator[str]:
    indent = "  " * depth
    said = "".join(f" {fact}" for fact in _facts(heard, element, language))
    text = _only_text(element)
    yield f"{indent}{element.role}{said}" + (f" “{text}”" if text else "")
    if not text:
        for part in element.content:
            if isinstance(part, PdfElement):
                yield from _element(heard, part, element.language, depth + 1)
            elif part.text.strip():
                yield f"{indent}  “{part.text}”{_of_words(part, element.language)}"


def _only_text(element: PdfElement) -> str:
    """The text of an element that has nothing else, all in one language."""
    plain = all(
        isinstance(part, Words) and not _of_words(part, element.language)
        for part in element.content
    )
    return spaced("".join(word.text for word in element.words())) if plain else ""


def _of_words(words: Words, language: str) -> str:
    own = f" lang={words.language}" if words.language != language else ""
    return own + (f" expansion=“{words.expansion}”" if words.expansion else "")


def _facts(heard: FinishedPdf, element: PdfElement, language: str) -> Iterator[str]:
    if element.tag != element.role:
        yield f"({element.tag})"
    if element.language != language:
        yield f"lang={element.language}"
    if element.alternative is not None:
        yield f"alt=“{element.alternative}”"
    if element.title:
        yield f"title=“{element.title}”"
    if element.expansion:
        yield f"expansion=“{element.expansion}”"
    if element.numbering:
        yield f"numbering={element.numbering}"
    yield from _of_cell(heard, element)
    for target in dict.fromkeys(element.links):
        yield f"→ {_target(heard, target)}"
    for number in element.references:
        yield f"ref={_place(heard, number)}"
    for file in element.files:
        yield f"file={file.media_type}"
    if element.replaced:
        yield "ActualText"


def _of_cell(heard: FinishedPdf, cell: PdfElement) -> Iterator[str]:
    if cell.scope:
        yield f"scope={cell.scope}"
    if cell.row_span != 1:
        yield f"rows={cell.row_span}"
    if cell.column_span != 1:
        yield f"columns={cell.column_span}"
    if cell.headers:
        yield "headers=" + "".join(f"“{text}”" for text in heard.header_texts(cell))
    if cell.lost_headers:
        yield f"LOST HEADERS={' '.join(cell.lost_headers)}"


def _target(heard: FinishedPdf, target: Target) -> str:
    if target.uri is not None:
        return target.uri
    element = "nowhere" if target.element is None else _place(heard, target.element)
    return element + (f" on page {target.page}" if target.page else " without a page")


def _place(heard: FinishedPdf, number: int) -> str:
    """An element by its role and how its text begins."""
    element = heard.elements[number]
    text = element.text
    return f"{element.role} “{text[:30]}{'…' if len(text) > 30 else ''}”"
