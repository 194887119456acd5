"""Each requirement of eBraille 1.0 is seen to fail on a file with just that fault."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest

from bindery.checkers.ebraille_1 import ADVISED, REQUIRED, REQUIREMENTS, findings_of
from bindery.vocabulary.editions import EBRAILLE
from bindery.vocabulary.findings import Finding
from tests.editions.braille.made import made

pytestmark = pytest.mark.slow

Files = dict[str, bytes]


def files() -> Files:
    """The files of a right eBraille."""
    with ZipFile(BytesIO(made()[1][EBRAILLE.name].content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def told(changed: Files) -> list[Finding]:
    """What is said of a file with these files in it."""
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        for name, content in changed.items():
            archive.writestr(name, content)
    with ZipFile(written) as archive:
        return list(findings_of(archive, "x.ebrl"))


def put(name: str, old: str, new: str) -> Callable[[Files], Files]:
    """Replace ``old`` in one file."""

    def change(before: Files) -> Files:
        assert old.encode() in before[name], old
        return {**before, name: before[name].replace(old.encode(), new.encode(), 1)}

    return change


def meta(name: str, new: str = "") -> Callable[[Files], Files]:
    """Replace the property ``name`` by ``new``."""

    def change(before: Files) -> Files:
        text = before["package.opf"].decode()
        start = text.index(f'<meta property="{name}">')
        end = text.index("</meta>", start) + len("</meta>")
        return {**before, "package.opf": (text[:start] + new + text[end:]).encode()}

    return change


def without(name: str) -> Callable[[Files], Files]:
    """Leave out one file."""
    return lambda before: {one: content for one, content in before.items() if one != name}


def last(name: str) -> Callable[[Files], Files]:
    """Put one file last."""
    return lambda before: {**without(name)(before), name: before[name]}


CHAPTER, NAV, OPF = "ebraille/kapittel-1.xhtml", "index.html", "package.opf"
TWICE = '<meta property="a11y:{0}">6</meta><meta property="a11y:{0}">8</meta>'
DEFECTS = {
    "OCF": [last("mimetype"), put("mimetype", "epub", "ebrl")],
    "package.opf": [without(OPF)],
    "index.html": [put(OPF, 'properties="nav"', ""), without(NAV)],
    "link publication": [put(NAV, 'rel="publication"', 'rel="help"')],
    "doc-toc": [put(NAV, 'role="doc-toc"', "")],
    "doc-pagelist": [put(NAV, 'title="3"', ""), put(NAV, "⠼⠉</a>", "3</a>")],
    "spine": [put(OPF, 'idref="fil-3"', 'idref="fil-8"')],
    "UTF-8": [lambda before: {**before, CHAPTER: before[CHAPTER].decode().encode("utf-16")}],
    "legacy": [
        put(
            OPF,
            "</manifest>",
            '<item id="n" href="n.ncx" media-type="application/x-dtbncx+xml"/></manifest>',
        ),
        put(OPF, "</package>", "<guide/></package>"),
    ],
    "remote resources": [
        put(CHAPTER, "</section>", '<img src="https://a.no/x.png" alt=""/></section>'),
        put(OPF, 'href="index.html"', 'href="/index.html"'),
    ],
    "scripting": [
        put(CHAPTER, "</section>", "<script/></section>"),
        put(CHAPTER, "</section>", '<form action="x"/></section>'),
    ],
    "fixed layout": [
        put(
            OPF, "</metadata>", '<meta property="rendition:layout">pre-paginated</meta></metadata>'
        ),
        put("ebraille/braille.css", "ol,", "@media braille { p { margin: 0 } } ol,"),
        put("ebraille/braille.css", "margin", "-epub-hyphens: none; margin"),
    ],
    "a11y:brailleCellType": [
        meta("a11y:brailleCellType"),
        meta("a11y:brailleCellType", '<meta property="a11y:brailleCellType">7</meta>'),
        meta("a11y:brailleCellType", TWICE.format("brailleCellType")),
    ],
    "a11y:brailleSystem": [meta("a11y:brailleSystem")],
    "a11y:completeTranscription": [
        meta("a11y:completeTranscription"),
        meta("a11y:completeTranscription", TWICE.format("completeTranscription")),
    ],
    "a11y:producer": [meta("a11y:producer")],
    "a11y:tactileGraphics": [meta("a11y:tactileGraphics")],
    "dcterms:dateCopyrighted": [meta("dcterms:dateCopyrighted")],
    "dcterms:modified": [meta("dcterms:modified")],
    "Dublin Core": [put(OPF, "<dc:title>Prøvebok</dc:title>", "")],
    "dc:format": [put(OPF, "eBraille 1.0", "EPUB")],
    "dc:language": [put(OPF, "nb-Brai", "nb")],
    "braille only": [
        put(CHAPTER, "⠠⠓", "Hei ⠠⠓"),
        put(CHAPTER, "<p>", '<p title="Hei">'),
        put("ebraille/merknad.xhtml", "<title>", "<title>x"),
    ],
    "list marks": [put("ebraille/braille.css", "list-style: none", "list-style: disc")],
    "presentation": [
        put("ebraille/braille.css", "margin", "color: red; margin"),
        put("ebraille/braille.css", "1em", "12pt"),
    ],
    "dc:source": [put(OPF, "dc:rights>", "dc:relation>")],
}
CASES = [(clause, number) for clause, changes in DEFECTS.items() for number in range(len(changes))]


def test_a_right_file_is_silent() -> None:
    """What bindery makes meets all that is required and advised."""
    assert told(files()) == []


def test_each_requirement_has_a_defect() -> None:
    """No requirement is believed that was not seen to fail."""
    assert list(DEFECTS) == [one.clause for one in REQUIREMENTS]
    assert len(CASES) >= 38


@pytest.mark.parametrize(("clause", "number"), CASES)
def test_a_breach_is_seen(clause: str, number: int) -> None:
    """The clause is named; what is required is an error, what is advised a warning."""
    advice = {one.clause: one.advice for one in REQUIREMENTS}
    findings = told(DEFECTS[clause][number](files()))
    named = [one for one in findings if f"({clause})" in one.message.en]
    assert [one.rule for one in named] == [ADVISED if advice[clause] else REQUIRED]
