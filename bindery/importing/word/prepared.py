"""Rewrite a copy of a Word file, so that pandoc keeps what it has no word for.

A character style goes through pandoc whatever it means: paragraph numbers and languages are
written as styles. What no style can say is remarked on, by the paragraph it was in.
"""

import zipfile
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

from bindery.importing.remarks import Remarks
from bindery.importing.word.drawn import choose_alternatives, lift_boxes, settle_drawings
from bindery.importing.word.fields import settle_fields
from bindery.importing.word.languages import Languages, own_language, primary, set_languages
from bindery.importing.word.names import (
    NUMBER,
    SPACES,
    TAB,
    Element,
    P,
    R,
    T,
    every,
    q,
    remove,
    text_of,
    unwrap,
    value,
)
from bindery.importing.word.paragraph_styles import (
    Styles,
    say_numbers,
    set_grids,
    set_shape,
)
from bindery.importing.word.paragraphs import Paragraphs
from bindery.importing.word.parts_read import WordFile
from bindery.importing.word.tracked import (
    is_empty,
    remove_hidden,
    settle_changes,
    settle_comments,
)
from bindery.vocabulary.text import Text

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
MARK = "BinderyMark"
LANGUAGE = "BinderyLang-"

_AROUND = Text(
    nb="Topp- eller bunntekst er utelatt: bindery setter sin egen",
    en="A header or footer is left out: bindery sets its own",
)
_SYMBOLS = Text(
    nb="{count} tegn fra symbolskrifter har ingen bokstav, og er utelatt",
    en="{count} signs of symbol typefaces have no letter, and are left out",
)

_COLUMNS = Text(
    nb="Her var kolonner laget med tabulator. Bør det være en tabell?",
    en="Columns were made with tabs here. Should it be a table?",
)

_PRIVATE = {0xB7: "•", 0xA7: "▪", 0xD8: "•", 0xFC: "✓", 0xE0: "→", 0xA8: "•", 0x6F: "•"}
_BOXES = {
    "☐": Text(nb="(ikke krysset av)", en="(not checked)"),
    "☑": Text(nb="(krysset av)", en="(checked)"),
    "☒": Text(nb="(krysset av)", en="(checked)"),
}


@dataclass(frozen=True, slots=True)
class Prepared:
    """The copy for pandoc, and what was found while it was written."""

    content: bytes
    paragraphs: Paragraphs
    remarks: Remarks
    pictures: dict[str, int]
    marked: dict[int, str]
    """The words of each paragraph that has its number in the copy."""
    language: str
    title: str = ""
    subtitle: str = ""


def prepare(file: WordFile, *, keep_comments: bool = True) -> Prepared:
    """The copy of ``file`` that pandoc is to read, and everything remarked on meanwhile."""
    relations = file.relations(file.main)
    by_kind = {kind: target for kind, target, outside in relations.values() if not outside}
    body = file.xml(file.main)
    assert body is not None
    styles = Styles(file.xml(by_kind.get("styles", "")))
    notes = {
        name: root
        for kind in ("footnotes", "endnotes")
        if (root := file.xml(name := by_kind.get(kind, ""))) is not None
    }
    paragraphs = Paragraphs()
    pictures: dict[str, int] = {}
    remarks = Remarks(origins=paragraphs.origins)
    comments = file.xml(by_kind.get("comments", ""))
    parts = {file.main: body, **notes}
    for name, root in parts.items():
        choose_alternatives(root)
        _set_plain(root)
        set_languages(root, styles)
        paragraphs.number(root, pages=root is body)
        settle_changes(root, remarks)
        settle_fields(root, styles.names, remarks)
        remove_hidden(root, styles.hidden, remarks)
        pictures.update(settle_drawings(root, name, file, remarks))
        lift_boxes(root, paragraphs)
        _set_letters(root, primary(styles.language), remarks)
        set_shape(root, styles)
        set_grids(root)
    _say_columns(body, remarks)
    say_numbers(body, styles, remarks)
    for root in notes.values():
        _say_separators(root, remarks)
    settle_comments(body, comments, remarks, keep=keep_comments)
    for root in notes.values():
        settle_comments(root, None, remarks)
    title, subtitle = _titles(body, styles)
    language = own_language(styles.language or "nb", [body])
    languages = Languages(language, styles.language or language)
    for root in parts.values():
        languages.mark(root)
    for root in notes.values():
        for paragraph in root.iter(P):
            paragraph.attrib.pop(NUMBER, "")
    marked = _mark_paragraphs(body)
    styles.add("character", MARK, MARK, "")
    for name, (_, base) in languages.styles.items():
        styles.add("character", name, name, base)
    _say_headers(file, relations, remarks)
    changed = {**parts, **_related(file, by_kind, styles.root)}
    content = _packed(file, {name: etree.tostring(root) for name, root in changed.items()})
    return Prepared(content, paragraphs, remarks, pictures, marked, language, title, subtitle)


def _set_letters(root: Element, language: str, remarks: Remarks) -> None:
    """Leave out soft hyphens; write signs of symbol typefaces and ballot boxes as they are read."""
    lost = 0
    for one in every(root, "w:softHyphen"):
        remove(one)
    for one in every(root, "w:t", "a:t"):
        text = (one.text or "").replace("\u00ad", "")
        for sign, words in _BOXES.items():
            text = text.replace(sign, words.said_in(language)) if sign in text else text
        plain = "".join(_readable(letter) for letter in text)
        lost += text.count("") - 1 - sum(bool(_readable(letter)) for letter in text)
        one.text = plain
    if lost:
        remarks.add(0, "symbols", "dropped", _SYMBOLS.filled(count=lost), in_chapter=False)


def _set_plain(root: Element) -> None:
    """Put what pandoc would leave out, with all it has, where pandoc reads it."""
    first, *others = [*root.iter(q("w:body"))] or [root]
    for body in others:
        first.extend(list(body))
        remove(body)
    for one in every(root, "w:bdo", "w:dir", "w:smartTag", "w:customXml"):
        unwrap(one)
    for ruby in every(root, "w:ruby"):
        # The reading of a word stands behind it, in parentheses.
        said = [text_of(part) for part in every(ruby, "w:rubyBase", "w:rt")]
        run = ruby.getparent()
        if run is not None:
            text = run.makeelement(T, {})
            text.text = f"{said[0]} ({said[1]})" if len(said) == 2 else " ".join(said)
            run.replace(ruby, text)


def _say_columns(body: Element, remarks: Remarks) -> None:
    """Remark on lines that follow each other and have columns made with tabs."""
    before = False
    for paragraph in every(body, "w:p"):
        has_columns = _has_columns(paragraph)
        following = paragraph.getnext()
        if has_columns and not before and following is not None and _has_columns(following):
            remarks.add(int(paragraph.get(NUMBER, "0")), "tab-columns", "ask", _COLUMNS)
        before = has_columns


def _has_columns(paragraph: Element) -> bool:
    """Whether there is a tab between two words of ``paragraph``."""
    words = "".join(
        "\t" if one.tag == TAB else (one.text or "")
        for run in paragraph.iter(R)
        for one in run.iterchildren(T, TAB)
    )
    return "\t" in words.strip()


def _readable(letter: str) -> str:
    if 0xE000 <= ord(letter) <= 0xF8FF:
        return _PRIVATE.get(ord(letter) & 0xFF, "")
    return letter


_AHEAD = {"title", "subtitle"}
_PLAIN = {"author", "date", "abstract", "authors"}


def _titles(body: Element, styles: Styles) -> tuple[str, str]:
    """Take title and subtitle out; what else pandoc would take for metadata becomes plain text."""
    found = {"title": "", "subtitle": ""}
    for paragraph in every(body, "w:p"):
        properties = paragraph.find(q("w:pPr"))
        called = styles.names.get(value(properties, "w:pStyle"), "").lower()
        if called not in _AHEAD | _PLAIN:
            continue
        words = text_of(paragraph)
        is_first = called in _AHEAD and not found[called] and words and _has_only_text(paragraph)
        if is_first and next(paragraph.iterancestors(q("w:tc")), None) is None:
            found[called] = words
            remove(paragraph)
        elif properties is not None:
            for old in every(properties, "w:pStyle"):
                properties.remove(old)
    return found["title"], found["subtitle"]


def _has_only_text(paragraph: Element) -> bool:
    return not every(
        paragraph, "w:drawing", "w:pict", "w:object", "w:footnoteReference", "w:endnoteReference"
    )


def _mark_paragraphs(body: Element) -> dict[int, str]:
    """Write the number of each paragraph with words at its end, in a style of its own.

    Return the words of each.
    """
    marked: dict[int, str] = {}
    for paragraph in every(body, "w:p"):
        number = paragraph.attrib.pop(NUMBER, "")
        if is_empty(paragraph):
            continue
        if number and any((one.text or "").strip() for one in paragraph.iter(T, q("m:t"))):
            run = etree.SubElement(paragraph, R)
            properties = etree.SubElement(run, q("w:rPr"))
            etree.SubElement(properties, q("w:rStyle"), {q("w:val"): MARK})
            marked[int(number)] = text_of(paragraph)
            etree.SubElement(run, T).text = number
    for paragraph in body.iter(P):
        paragraph.attrib.pop(NUMBER, "")
    return marked


def _say_separators(notes: Element, remarks: Remarks) -> None:
    """Remark on words that stood between text and notes on a page, which are no note."""
    for one in every(notes, "w:footnote", "w:endnote"):
        if "eparator" in one.get(q("w:type"), "") or "Notice" in one.get(q("w:type"), ""):
            if words := text_of(one):
                remarks.add(0, "note-separator", "dropped", _AROUND, words, in_chapter=False)
            remove(one)


def _say_headers(
    file: WordFile, relations: dict[str, tuple[str, str, bool]], remarks: Remarks
) -> None:
    """Remark on each text that stood above or below every page."""
    told = set()
    for kind, target, outside in relations.values():
        if kind in ("header", "footer") and not outside:
            root = file.xml(target)
            words = "" if root is None else text_of(root)
            if words:
                told.add(target)
                remarks.add(0, "header-or-footer", "dropped", _AROUND, words, in_chapter=False)


def _related(file: WordFile, by_kind: dict[str, str], styles: Element) -> dict[str, Element]:
    """The styles as a part, and what refers to it if the file had none."""
    if name := by_kind.get("styles"):
        return {name: styles}
    folder, _, main = file.main.rpartition("/")
    relations = f"{folder}/_rels/{main}.rels"
    root = file.xml(relations)
    if root is None:
        root = etree.Element(f"{{{_PACKAGE}}}Relationships")
    kind = f"{SPACES['r']}/styles"
    attributes = {"Id": "binderyStyles", "Type": kind, "Target": "styles.xml"}
    etree.SubElement(root, f"{{{_PACKAGE}}}Relationship", attributes)
    return {f"{folder}/styles.xml": styles, relations: root}


def _packed(file: WordFile, changed: dict[str, bytes]) -> bytes:
    """A new file with the parts that are ``changed``, and the others as they were."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name in dict.fromkeys((*file.names, *changed)):
            is_xml = name.endswith((".xml", ".rels"))
            # Of pictures pandoc needs the names only.
            content = (changed.get(name) or file.part(name)) if is_xml else b"-"
            archive.writestr(name, content)
    return packed.getvalue()


__all__ = ["LANGUAGE", "MARK", "Prepared", "prepare", "primary"]
