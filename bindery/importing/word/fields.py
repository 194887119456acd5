"""Fields of a Word file: their results are kept, and lists of contents are left out."""

import re

from bindery.importing.remarks import Remarks
from bindery.importing.word.names import (
    Element,
    R,
    every,
    number_of,
    q,
    remove,
    text_of,
    unwrap,
    value,
)
from bindery.vocabulary.text import Text

_CONTENTS = Text(
    nb="Innholdslista er utelatt: bindery lager en ny",
    en="The list of contents is left out: bindery makes a new one",
)
_PAGE = Text(
    nb="Sidetallet er fra Word-filen, og stemmer ikke i publikasjonen",
    en="The page number is that of the Word file, and is another in the publication",
)
_PROMPT = Text(
    nb="Feltet er ikke fylt ut i Word",
    en="The field was not filled in in Word",
)
_REFERENCE = re.compile(r"\s*REF\s+([\w.-]+)")
_TOC_STYLE = re.compile(r"toc( heading| ?\d)|table of (figures|contents)|innholdsfortegnelse", re.I)


def settle_fields(root: Element, style_names: dict[str, str], remarks: Remarks) -> None:
    """Keep the results of fields; a reference to a place becomes a link to it."""
    _remove_contents(root, style_names, remarks)
    for one in every(root, "w:fldSimple"):
        code = one.get(q("w:instr"), "")
        if reference := _REFERENCE.match(code):
            _as_link(one, reference[1])
        else:
            _say_page(code, one, remarks)
            unwrap(one)
    _settle_complex(root, remarks)
    for control in every(root, "w:sdt"):
        if control.find(f"{q('w:sdtPr')}/{q('w:showingPlcHdr')}") is not None:
            words = text_of(control)
            says = Text(nb=f"{_PROMPT.nb}: «{words}»", en=f"{_PROMPT.en}: “{words}”")
            remarks.add(number_of(control), "empty-field", "ask", says, grave=True)


def _remove_contents(root: Element, style_names: dict[str, str], remarks: Remarks) -> None:
    """Leave out lists of contents, of figures and of tables, with their headings."""
    words: list[str] = []
    for control in every(root, "w:sdt"):
        gallery = control.find(f".//{q('w:docPartGallery')}")
        if gallery is not None and "Contents" in gallery.get(q("w:val"), ""):
            words.append(text_of(control))
            remove(control)
    for paragraph in every(root, "w:p"):
        style = value(paragraph.find(q("w:pPr")), "w:pStyle")
        if _TOC_STYLE.fullmatch(style_names.get(style, style).strip()):
            words.append(text_of(paragraph))
            remove(paragraph)
    if any(words):
        told = " ".join(filter(None, words))
        remarks.add(0, "contents", "dropped", _CONTENTS, told, in_chapter=False)


def _as_link(element: Element, anchor: str) -> None:
    element.tag = q("w:hyperlink")
    element.attrib.clear()
    element.set(q("w:anchor"), anchor)


def _say_page(code: str, where: Element, remarks: Remarks) -> None:
    if "PAGEREF" in code:
        remarks.add(number_of(where), "page-number", "changed", _PAGE)


def _settle_complex(root: Element, remarks: Remarks) -> None:
    """Fields of several runs: a begin, a code, a middle, a result and an end."""
    open_fields: list[list[str]] = []
    for run in [one for one in root.iter(R) if one.getparent() is not None]:
        for part in list(run):
            if part.tag == q("w:instrText"):
                if open_fields:
                    open_fields[-1][0] += part.text or ""
                if not (open_fields and "HYPERLINK" in open_fields[-1][0]):
                    run.remove(part)
            elif part.tag == q("w:fldChar"):
                kind = part.get(q("w:fldCharType"))
                if kind == "begin":
                    open_fields.append(["", str(len(open_fields))])
                    _keep_if_link(run, part)
                elif kind == "separate" and open_fields:
                    _middle(run, part, open_fields[-1][0], remarks)
                elif kind == "end" and open_fields:
                    code = open_fields.pop()[0]
                    if "HYPERLINK" not in code:
                        run.remove(part)
                elif not open_fields:
                    # The field began in a list of contents, which is gone.
                    run.remove(part)
    _gather_results(root)


def _keep_if_link(run: Element, part: Element) -> None:
    """Take out the begin of a field unless its code, which follows, is that of a link."""
    code = ""
    following: Element | None = run
    for _ in range(6):
        if following is None:
            break
        code += "".join(one.text or "" for one in following.iter(q("w:instrText")))
        if "HYPERLINK" in code:
            return
        following = following.getnext()
    run.remove(part)


def _middle(run: Element, part: Element, code: str, remarks: Remarks) -> None:
    if "HYPERLINK" in code:
        return
    if reference := _REFERENCE.match(code):
        run.set("bindery-refers", reference[1])
    _say_page(code, run, remarks)
    run.remove(part)


def _gather_results(root: Element) -> None:
    """The run after the middle of a reference becomes a link, if it has words."""
    for run in every(root, "w:r"):
        anchor = run.attrib.pop("bindery-refers", "")
        result = run.getnext()
        parent = run.getparent()
        is_run = result is not None and result.tag == R and bool(text_of(result))
        if not anchor or not is_run or result is None or parent is None:
            continue
        if parent.tag != q("w:hyperlink"):
            link = result.makeelement(q("w:hyperlink"), {q("w:anchor"): anchor})
            parent.replace(result, link)
            link.append(result)
