"""The loss report: it finds what the importer loses, and people can read it."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from invoke.context import Context
from invoke.exceptions import Exit

from bindery import tasks
from bindery.importing.answers import Answers
from bindery.importing.imported import import_source
from bindery.importing.loss_report import Entry, LossReport, markdown_report
from bindery.importing.markdown import inline_writer
from bindery.importing.remarks import Origin, Remark
from bindery.importing.report_page import report_page
from bindery.tools.locate import TOOLS
from bindery.vocabulary.text import Text
from tests.importing import word as w
from tests.importing.importing import written
from tests.importing.reports import REPORTS, action_plan
from tests.importing.word import Word

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BOLD = Word(
    w.paragraph("Mål", style="Heading1"), w.paragraph("Vi vil ", w.bold("mye mer"), " enn før.")
)


@pytest.fixture
def careless(monkeypatch: pytest.MonkeyPatch) -> None:
    """An importer that forgets what is bold."""
    monkeypatch.setattr(inline_writer, "_set", lambda *_: "")


@pytest.mark.usefixtures("careless")
def test_what_the_importer_loses_is_found(tmp_path: Path) -> None:
    """By the count, which knows nothing of how chapters are written."""
    report = written(tmp_path, BOLD).imported.report
    assert report.lost == Counter({"mye": 1, "mer": 1})
    counted, missing = report.closing()
    assert counted.nb == ("Ord: 7 i kilden, 5 i kapitlene, 0 nevnt her. Tapt uten å være nevnt: 2.")
    assert "«mye»" in missing.nb and "«mer»" in missing.nb


@pytest.mark.usefixtures("careless")
def test_a_lost_word_makes_the_command_end_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The publication is there, and the last lines say what is missing and whom to tell."""
    (tmp_path / "a.docx").write_bytes(BOLD.content())
    with pytest.raises(Exit) as ended:
        tasks.new.body(Context(), str(tmp_path / "bok"), from_=str(tmp_path / "a.docx"), lang="nb")
    assert ended.value.code == 1
    told = capsys.readouterr().out
    assert "Tapt uten å være nevnt: 2." in told and "«mye»" in told
    assert (tmp_path / "bok/manuscript/publication.toml").is_file()


def test_what_was_answered_is_asked_no_more(tmp_path: Path) -> None:
    """Who has named the publisher at the terminal has filled it in; the rest is still asked."""
    source = tmp_path / "plan.docx"
    source.write_bytes(action_plan().content())
    report = import_source(
        *(tmp_path / "bok", source, Answers(), "nb"), lambda known: replace(known, publisher="NK")
    ).report
    asked = {entry.remark.kind for entry in report.entries if entry.remark.weight == "ask"}
    assert "publisher" not in asked
    assert {"contact", "rights"} <= asked


def test_the_command_says_what_it_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Files, what comes next, a line for each remark with its place in Word, and the count."""
    (tmp_path / "plan.docx").write_bytes(action_plan().content())
    tasks.new.body(
        Context(), str(tmp_path / "bok"), from_=str(tmp_path / "plan.docx"), lang="nb", yes=True
    )
    told = capsys.readouterr().out
    assert "  manuscript/chapters/01-bakgrunn-for-planen.md\n" in told
    assert "utelatt[hidden-text] Teksten er skjult i Word, og er utelatt: «internt notat" in told
    assert "(kilden: avsnitt 2, «Kommunen har hatt" in told
    assert "spørsmål[publisher]" in told
    assert told.rstrip().endswith("Tapt uten å være nevnt: 0.")


def test_the_report_has_every_remark(tmp_path: Path) -> None:
    """As text with boxes to tick, as a page, and with the map from paragraphs to lines."""
    book = written(tmp_path, action_plan())
    text = (book.path / "import/report.md").read_text(encoding="utf-8")
    page = (book.path / "import/report.html").read_text(encoding="utf-8")
    entries = book.imported.report.entries
    assert text.count("- [ ] ") == page.count("<li>") == len(entries)
    assert text.index("**før utgivelse**") < text.index("gjettet")
    noted = json.loads((book.path / "import/import.json").read_text(encoding="utf-8"))
    lines = noted["lines"]["manuscript/chapters/01-bakgrunn-for-planen.md"]
    chapter = book.chapters["01-bakgrunn-for-planen.md"].splitlines()
    words = {number: origin.words for number, origin in _origins(book.imported.report).items()}
    for number, line in lines.items():
        first = words.get(int(number), "").split(" ")[-1][:5]
        assert first in chapter[line - 1]


def _origins(report: LossReport) -> dict[int, Origin]:
    every = (entry.remark.origin for entry in report.entries)
    return {one.number: one for one in every if one.number}


EVIL = Text(nb="<script>alert(1)</script> & «x»", en='<img src=x onerror="a()">')


def test_nothing_in_the_report_is_markup() -> None:
    """Words of a source are words, also on the page and in a comment."""
    remark = Remark("x", "dropped", EVIL, "--> <b>fet</b>", True, True, Origin(3, 2, "<i>"))
    report = LossReport((Entry(remark, "a.md", 3),), Counter(), Counter())
    for language in ("nb", "en"):
        page = report_page(report, "<u>navn</u>", language)
        assert "<script>" not in page and "<b>" not in page and "<img" not in page
        assert "<u>" not in page and "<i>" not in page
    comment = remark.comment("nb")
    assert comment.count("-->") == 1 and comment.endswith("-->")
    assert markdown_report(report, "x", "nn").startswith("# Import av x\n")


def test_pages_of_word_are_told_where_word_has_marked_them(tmp_path: Path) -> None:
    """A page begins at Word's own mark, before or inside a paragraph."""
    book = written(
        tmp_path,
        Word(
            w.paragraph("En", style="Heading1"),
            w.paragraph("\fPå side to ", w.hidden("a")),
            w.paragraph("Midt\f i ", w.hidden("b")),
            w.paragraph("Siden tre ", w.hidden("c")),
        ),
    )
    pages = [
        entry.remark.origin.page
        for entry in book.imported.report.entries
        if entry.remark.kind == "hidden-text"
    ]
    assert pages == [2, 2, 3]


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_has_no_faults(browser: "Browser", scheme: str, tmp_path: Path) -> None:
    """By axe, in both colour schemes; on a telephone nothing is wider than the screen."""
    book = written(tmp_path, REPORTS["drawn_things"]())
    page = browser.new_page(color_scheme=scheme, viewport={"width": 320, "height": 600})  # type: ignore[arg-type]
    page.goto((book.path / "import/report.html").as_uri())
    page.add_script_tag(path=TOOLS / "npm/node_modules/axe-core/axe.min.js")
    found = page.evaluate("axe.run().then(r => r.violations.map(v => v.id))")
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert found == []
    assert wide <= 320
