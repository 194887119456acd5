"""The language of each word of a Word file as Word says it, and as its import says it.

Read by code of its own: the run, its style, the paragraph's style, the defaults, and the theme's
language, in that order. Nothing of the importer is used.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from bindery.document.model import Document, language_at
from bindery.importing.word.parts_read import WordFile

_WORD = re.compile(r"[^\W\d_]+")
_APART = ("p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption", "br")
_GONE = ("del", "moveFrom", "Fallback", "txbxContent")


@dataclass
class Compared:
    """The words that both have, and those of them that are in another language."""

    both: int = 0
    alike: int = 0
    others: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    """By Word's language and that of the import: the stretches with such words."""


def compare(file: WordFile, document: Document) -> Compared:
    """Compare the words of the text in ``file`` with those of its import, word by word.

    The same word in several languages is compared as often as it is there in each.
    """
    mine: dict[str, Counter[str]] = defaultdict(Counter)
    for text, language in _of_document(document):
        for word in _WORD.findall(text.casefold()):
            mine[word][language] += 1
    found = Compared()
    left: list[tuple[str, str, list[str]]] = []
    for text, language in _of_word(file):
        missing = []
        for word in _WORD.findall(text.casefold()):
            if not language:
                continue
            if mine[word][language]:
                mine[word][language] -= 1
                found.both += 1
                found.alike += 1
            else:
                missing.append(word)
        if missing:
            left.append((text, language, missing))
    for text, language, missing in left:
        for word in missing:
            other = next((one for one, count in mine[word].items() if count), None)
            if other is not None:
                mine[word][other] -= 1
                found.both += 1
                found.others[language, other].append(f"{word} in: {' '.join(text.split())[:150]}")
    return found


def _of_document(document: Document) -> Iterator[tuple[str, str]]:
    own = document.publication.metadata.language
    parts: list[tuple[str, str]] = []
    for event, one in etree.iterwalk(document.body, events=("start", "end")):
        if not isinstance(one.tag, str):
            continue
        if etree.QName(one).localname in _APART or one.get("role") == "doc-noteref":
            yield from _joined(parts)
            parts = []
        if event == "start":
            parts.append((one.text or "", _primary(language_at(one, own))))
        elif one.tail:
            parent = one.getparent()
            around = own if parent is None else language_at(parent, own)
            parts.append((one.tail, _primary(around)))
    yield from _joined(parts)


def _of_word(file: WordFile) -> Iterator[tuple[str, str]]:
    names = {name.rpartition("/")[2]: name for name in file.names if name.startswith(file.main[:4])}
    styles = file.xml(names.get("styles.xml", ""))
    settings = file.xml(names.get("settings.xml", ""))
    said, based, default = _styles(styles, settings)
    for part in (file.main, names.get("footnotes.xml", ""), names.get("endnotes.xml", "")):
        root = file.xml(part)
        for paragraph in () if root is None else root.iter("{*}p"):
            style = _value(paragraph.find("{*}pPr"), "pStyle") or based["default"]
            around = _of_style(style, said, based) or default
            parts = []
            for run in paragraph.iter("{*}r"):
                if _is_gone(run, paragraph):
                    continue
                properties = run.find("{*}rPr")
                language = (
                    _value(properties, "lang")
                    or _of_style(_value(properties, "rStyle"), said, based)
                    or around
                )
                parts.append((_text(run), _primary(language)))
            yield from _joined(parts)


def _is_gone(run: "etree._Element", paragraph: "etree._Element") -> bool:
    for one in run.iterancestors():
        if one is paragraph:
            return False
        if etree.QName(one).localname in _GONE:
            return True
    return False


def _text(run: "etree._Element") -> str:
    spaces = ("tab", "br", "noBreakHyphen", "footnoteReference", "endnoteReference")
    return "".join(
        (one.text or "").replace("\u00ad", "") if etree.QName(one).localname == "t" else " "
        for one in run
        if isinstance(one.tag, str) and etree.QName(one).localname in ("t", *spaces)
    )


def _styles(
    styles: "etree._Element | None", settings: "etree._Element | None"
) -> tuple[dict[str, str], dict[str, str], str]:
    said: dict[str, str] = {}
    based = {"default": ""}
    default = "" if settings is None else _value(settings, "themeFontLang")
    for style in () if styles is None else styles.iter("{*}style"):
        name = _attribute(style, "styleId")
        said[name] = _value(style.find("{*}rPr"), "lang")
        based[name] = _value(style, "basedOn")
        if _attribute(style, "type") == "paragraph" and _attribute(style, "default") in (
            "1",
            "true",
        ):
            based["default"] = name
    if styles is not None:
        default = _value(styles.find("{*}docDefaults/{*}rPrDefault/{*}rPr"), "lang") or default
    return said, based, default


def _of_style(name: str, said: dict[str, str], based: dict[str, str]) -> str:
    for _ in range(20):
        if not name or said.get(name):
            break
        name = based.get(name, "")
    return said.get(name, "")


def _value(parent: "etree._Element | None", name: str) -> str:
    found = None if parent is None else parent.find(f"{{*}}{name}")
    return "" if found is None else _attribute(found, "val")


def _attribute(element: "etree._Element", name: str) -> str:
    return next(
        (str(said) for key, said in element.attrib.items() if etree.QName(key).localname == name),
        "",
    )


def _primary(tag: str) -> str:
    first = tag.partition("-")[0].lower()
    return {"no": "nb", "x": "", "zxx": ""}.get(first, first)


def _joined(parts: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Stretches of one language; a word that runs on has the language it begins with."""
    text, language = "", ""
    for more, of in parts:
        if not more:
            continue
        if of == language or not text:
            text, language = text + more, of if not text else language
            continue
        head = re.match(r"[^\W\d_]+", more) if text[-1].isalpha() else None
        at = head.end() if head else 0
        yield text + more[:at], language
        text, language = more[at:], of
    if text:
        yield text, language
