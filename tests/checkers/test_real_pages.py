"""Each judge of pages, for real: the summary, and every content document of an EPUB.

A sound page passes, and a broken twin fails for its own fault only. Nothing here is ever skipped.
"""

from itertools import product
from pathlib import Path
from zipfile import ZipFile

import pytest

from bindery.checkers.axe import AXE, VIEWS
from bindery.checkers.axe import QUESTION as QUESTION_OF_AXE
from bindery.checkers.browser_pages import unpacked
from bindery.checkers.layout import LAYOUT, QUESTION
from bindery.checkers.nu import NU
from bindery.tools import locate
from bindery.tools.browser import View, answers
from bindery.vocabulary.checker import Checker
from bindery.vocabulary.editions import EPUB, REFLOW, SUMMARY, TEXT_SPACING
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.evidence import Outcome
from bindery.vocabulary.findings import Severity
from tests.checkers.runs import checked, outcomes, report_of, rules
from tests.checkers.samples import subject, write_epub, write_page

pytestmark = pytest.mark.slow

PASSED, FAILED, CANNOT_TELL = Outcome.PASSED, Outcome.FAILED, Outcome.CANNOT_TELL

DARK = "@media (prefers-color-scheme: dark) { .prose { color: #333 } }"
IN_MODES = {
    DARK: "(320 px mørk med tekstavstand, 1280 px mørk)",
    "@media (forced-colors: active)"
    " { .prose { forced-color-adjust: none; color: #bbb; background: #fff } }": (
        "(320 px tvungne farger med tekstavstand)"
    ),
    "@media (prefers-reduced-motion: reduce) { .prose { color: #bbb } }": (
        "(320 px mindre bevegelse med tekstavstand)"
    ),
    "@media (prefers-contrast: more) { .prose { color: #bbb } }": (
        "(320 px mer kontrast med tekstavstand)"
    ),
    "@media print { .prose { color: #bbb } }": "(320 px utskrift med tekstavstand)",
}
"""Words that vanish in one mode only, and the views that are then named."""


def written(book: Path, edition: str, *, more: str = "", css: str = "") -> Path:
    """A page or an EPUB, with ``more`` XHTML and ``css`` in it."""
    if edition == "html":
        return write_page(book / "sammendrag på norsk.html", more=more, css=css)
    return write_epub(book / "bok på norsk.epub", more=more, css=css)


@pytest.mark.parametrize(("edition", "documents"), [("html", 1), ("epub", 2)])
def test_a_sound_page_passes_axe(book: Path, edition: str, documents: int) -> None:
    """Sound pages pass axe in every view, under the page's own strict policy."""
    output = written(book, edition)
    (evidence,) = checked(AXE, output)
    assert (evidence.outcome, evidence.findings) == (PASSED, ())
    assert evidence.examined > 5 * len(VIEWS) * documents
    report = report_of(output, f"axe-{edition}.json")
    assert len(report["seen"]) == len(VIEWS) * documents


@pytest.mark.parametrize(("edition", "css"), [*product(["html"], IN_MODES), ("epub", DARK)])
def test_words_that_vanish_in_one_mode_fail_axe(book: Path, edition: str, css: str) -> None:
    """Words too pale in one mode alone fail, and that mode is named."""
    evidence = checked(AXE, written(book, edition, css=css))
    assert outcomes(evidence) == {"WCAG 2.2 AA": FAILED}
    assert rules(evidence) == ["axe-color-contrast"]
    assert IN_MODES[css] in evidence[0].findings[0].hint.nb


def test_a_named_page_break_passes_axe(book: Path) -> None:
    """A page break has its name; another element with a name and no role of its own fails."""
    mark = '<p>To<span {role} aria-label="2"></span> tre.</p>'
    for role, outcome, severity in (
        ('role="doc-pagebreak"', PASSED, Severity.INFO),
        ('class="doc-pagebreak"', FAILED, Severity.ERROR),
    ):
        more = mark.format(role=role)
        (evidence,) = checked(AXE, written(book, "html", more=more), SUMMARY)
        assert evidence.outcome is outcome
        (finding,) = evidence.findings
        assert (finding.rule, finding.severity) == ("axe-aria-prohibited-attr", severity)


def test_colours_that_the_reader_forces_pass_axe(book: Path) -> None:
    """Pale words on dark are black on white where colours are forced, and axe is told so."""
    css = "main { background: #333 } .prose { color: #eee } h1 { color: #fff }"
    (evidence,) = checked(AXE, written(book, "html", css=css), SUMMARY)
    assert evidence.outcome is PASSED


MOVING = {
    "the reader's colours": "* { transition: all 9s }",
    "the page's own": "* { transition: all 9s linear -4.5s } body { background: #fff; color: #000 }"
    "@media (prefers-color-scheme: dark) { body { background: #000; color: #fff } }",
    "colours without end": "@keyframes pulse { from { color: #fff } to { color: #eee } }"
    "@media (prefers-color-scheme: light) { .prose { animation: pulse 1s infinite } }",
    "words that come": "@keyframes come { from { color: #fff } }"
    ".prose { animation: come 9s 9s backwards }"
    "@media (prefers-color-scheme: dark) { .prose { animation: none } }",
}


@pytest.mark.parametrize("css", MOVING.values(), ids=MOVING)
def test_colours_on_their_way_are_judged_where_they_arrive(book: Path, css: str) -> None:
    """A change of colours that takes its time, or never ends, is not judged halfway."""
    (evidence,) = checked(AXE, written(book, "html", css=css), SUMMARY)
    assert (evidence.outcome, evidence.findings) == (PASSED, ())


def test_elements_without_style_are_looked_at(book: Path) -> None:
    """What is neither HTML, SVG nor MathML has colours too, and is left as it was."""
    question = f"""async (settle) => {{
      const report = await ({QUESTION_OF_AXE})(settle);
      return [report.violations.length, document.querySelector("main").outerHTML];
    }}"""
    more = '<p><ukjent xmlns="https://example.org/ns">Ord.</ukjent> <b style="">Ord.</b></p>'
    with unpacked("axe", subject(written(book, "epub", more=more), EPUB)) as files:
        (page,) = (file.path for file in files if "kapittel" in file.name)
        forced = [View(320, "forced-colors")]
        script = locate.axe_source()
        ((seen,),) = answers([page], forced, script=script, question=question).rows
        ((bare,),) = answers([page], forced, question=BARE).rows
    assert seen == [0, bare]


BARE = '() => document.querySelector("main").outerHTML'


def test_what_axe_cannot_tell_is_said(book: Path) -> None:
    """Text on a gradient is passed over by axe, so a person is asked to look."""
    gradient = ".on-gradient { background: linear-gradient(#fff, #eee); color: #000 }"
    more = '<p class="on-gradient">Tekst på en overgang.</p>'
    certain, uncertain = checked(AXE, written(book, "html", more=more, css=gradient), SUMMARY)
    assert (certain.outcome, certain.findings) == (PASSED, ())
    assert (uncertain.outcome, uncertain.examined) == (CANNOT_TELL, len(VIEWS) - 1)
    assert rules((uncertain,)) == ["axe-color-contrast"]


@pytest.mark.parametrize("edition", ["html", "epub"])
def test_a_sound_page_loses_nothing(book: Path, edition: str) -> None:
    """A sound page reflows and keeps its words, however the reader spaces them."""
    output = written(book, edition, more=ROOMY, css=ROOMY_STYLE)
    evidence = checked(LAYOUT, output)
    assert outcomes(evidence) == {REFLOW: PASSED, TEXT_SPACING: PASSED}
    assert all(one.examined > 6 for one in evidence)
    assert report_of(output, f"layout-{edition}.json")


ROOMY = """
<div class="region" tabindex="0"><p class="wide">En svært lang linje som kan rulles sidelengs, i en
egen rute.</p></div>
<p class="hidden">Bare for skjermlesere, og derfor gjemt med vilje for alle som ser.</p>
<details><summary>Mer</summary><p class="wide">En linje som ingen har åpnet.</p></details>
<p>x<sup>2</sup>, H<sub>2</sub>O <ruby>漢<rt>kan</rt></ruby></p>
<math xmlns="http://www.w3.org/1998/Math/MathML"><mover><mi>x</mi><mo>→</mo></mover></math>
<svg viewBox="0 0 200 40" role="img" aria-label="To byer" xmlns="http://www.w3.org/2000/svg">
<text x="90" y="30" font-size="14" text-anchor="end">Kristiansund</text></svg>
"""
ROOMY_STYLE = """
.region { overflow-x: auto; } .wide { width: 900px; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; white-space: nowrap; }
"""

TOO_TIGHT = {
    "a fixed height": (
        '<p class="low">Kort.<br/>Kort igjen.<br/>Og enda kortere.</p>',
        ".low { height: 3.6em; line-height: 1.2; overflow: hidden; }",
    ),
    "one line, cut at its end": (
        '<p class="cut">Ord som så vidt er plass til</p>',
        ".cut { width: 18em; font: 16px monospace; overflow: hidden; white-space: nowrap; }",
    ),
    "a paragraph over the next": (
        '<div class="high"><p>En linje.</p><p>En til.</p></div><p class="prose">Under dem.</p>',
        ".high { height: 56px; } p { margin: 0; line-height: 1.2; font-size: 16px; }",
    ),
}
"""Where words have room enough until they are spaced."""


def test_words_that_are_not_spaced_have_room(book: Path) -> None:
    """What is too tight for spaced words is not too tight for others."""
    more, css = ("".join(parts) for parts in zip(*TOO_TIGHT.values(), strict=True))
    page = written(book, "html", more=more, css=css)
    question = QUESTION.read_text(encoding="utf-8")
    ((answer,),) = answers([page], [View(320)], question=question).rows
    assert isinstance(answer, dict)
    assert (answer["lost"], answer["lines"]) == ([], 9)


@pytest.mark.parametrize(
    ("edition", "twin"),
    [*product(["html"], TOO_TIGHT), ("epub", "a paragraph over the next")],
)
def test_words_without_room_fail_text_spacing(book: Path, edition: str, twin: str) -> None:
    """Words that more air cuts off, or pushes onto others, fail 1.4.12 and nothing else."""
    more, css = TOO_TIGHT[twin]
    evidence = checked(LAYOUT, written(book, edition, more=more, css=css))
    assert outcomes(evidence) == {REFLOW: PASSED, TEXT_SPACING: FAILED}
    assert rules(evidence) == ["text-spacing-loses-nothing"]


WIDE_LINE = '<p class="wide">En linje som er bredere enn skjermen.</p>'
WIDE_WORD = "<p>Et_ord_som_ikke_kan_brekkes_og_som_er_mye_bredere_enn_skjermen_det_leses_på</p>"


@pytest.mark.parametrize(
    ("edition", "more"), [("html", WIDE_LINE), ("html", WIDE_WORD), ("epub", WIDE_WORD)]
)
def test_a_page_wider_than_the_screen_fails_reflow(book: Path, edition: str, more: str) -> None:
    """A page that must be scrolled sideways on a narrow screen fails 1.4.10 and nothing else."""
    output = written(book, edition, more=more, css=".wide { width: 900px }")
    evidence = checked(LAYOUT, output)
    assert outcomes(evidence)[REFLOW] is FAILED
    assert rules(evidence) == ["page-reflows-at-320-px"]
    assert "320 px lys, 320 px lys med tekstavstand" in evidence[0].findings[0].hint.nb


def test_words_beyond_a_page_that_cannot_be_scrolled_are_lost(book: Path) -> None:
    """A page that forbids to scroll to its words fails both."""
    css = "html { overflow-x: hidden } .prose { width: 1800px; text-align: right }"
    evidence = checked(LAYOUT, written(book, "html", css=css), SUMMARY)
    assert outcomes(evidence) == {REFLOW: FAILED, TEXT_SPACING: FAILED}


@pytest.mark.parametrize(("edition", "files"), [("html", 1), ("epub", 3)])
def test_a_sound_page_passes_nu(book: Path, edition: str, files: int) -> None:
    """Nu reads sound pages and the style sheet, and finds nothing but what is explained."""
    drawing = '<svg role="img" aria-label="Tromsø" xmlns="http://www.w3.org/2000/svg"></svg>'
    page_break = '<p>To<span role="doc-pagebreak" epub:type="pagebreak" aria-label="2"></span></p>'
    more = drawing + (page_break if edition == "epub" else "")
    output = written(book, edition, more=more)
    (evidence,) = checked(NU, output)
    assert (evidence.outcome, evidence.examined) == (PASSED, files)
    assert all(finding.severity is Severity.INFO for finding in evidence.findings)
    assert len(evidence.findings) == (1 if edition == "epub" else 0)
    assert report_of(output, "nu.json")


FAULTY = {
    "<p><div>En boks i et avsnitt.</div></p>": "nu-error",
    '<p type="x" epub:type="pagebreak">Før.</p>': "nu-error",
    '<p aria-label="Et navn på et avsnitt">Før.</p>': "nu-error",
    '<p align="left">Før.</p>': "nu-warning",
}
"""What Nu finds one fault in each of. EPUB's own attributes are none."""


def test_a_faulty_epub_fails_nu(book: Path) -> None:
    """Each fault of a document, and of a style sheet, is found in its file; nothing else is."""
    output = written(book, "epub", more="".join(FAULTY), css="p { colour: red }")
    (evidence,) = checked(NU, output, EPUB)
    assert evidence.outcome is FAILED
    assert sorted(rules((evidence,))) == sorted([*FAULTY.values(), "nu-error"])
    hints = "".join(one.hint.nb for one in evidence.findings)
    assert hints.count("kapittel.xhtml, ") == len(FAULTY)
    assert hints.count("stil.css, ") == 1


def test_faulty_html_fails_nu(book: Path) -> None:
    """An error and a warning are found in the page, each at its line."""
    more = "<p align=left>Før.</p><p>Et <span>åpent element."
    (evidence,) = checked(NU, written(book, "html", more=more), SUMMARY)
    assert evidence.outcome is FAILED
    assert set(rules((evidence,))) == {"nu-error", "nu-warning"}
    assert {one.location.line for one in evidence.findings} == {5}


@pytest.mark.parametrize("checker", [AXE, LAYOUT], ids=lambda checker: checker.name)
def test_a_document_that_is_not_xml_is_never_passed(book: Path, checker: Checker) -> None:
    """A document that Chromium gives up halfway stops the check."""
    output = written(book, "epub", more="<p>Et <em>åpent element.</p>")
    with pytest.raises(PipelineError, match="kapittel"):
        checker.check((subject(output, EPUB),))


@pytest.mark.parametrize("checker", [AXE, LAYOUT, NU], ids=lambda checker: checker.name)
def test_what_is_no_epub_is_never_passed(book: Path, checker: Checker) -> None:
    """A file that is no EPUB stops the check."""
    output = book / "bok.epub"
    output.write_text("ikke en bok", encoding="utf-8")
    with pytest.raises(PipelineError, match="stopped before the check was done"):
        checker.check((subject(output, EPUB),))


@pytest.mark.parametrize("checker", [AXE, LAYOUT, NU], ids=lambda checker: checker.name)
def test_an_epub_without_documents_is_never_passed(book: Path, checker: Checker) -> None:
    """An EPUB that no reader can come to anything in stops the check, and it is said why."""
    whole = written(book, "epub")
    output = book / "tom.epub"
    with ZipFile(whole) as old, ZipFile(output, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"application/xhtml+xml", b"text/plain"))
    with pytest.raises(
        PipelineError, match=r"stopped before the check was done.*no documents that"
    ):
        checker.check((subject(output, EPUB),))
