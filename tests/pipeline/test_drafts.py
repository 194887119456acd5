"""What an edition cannot show as it is meant is shown, told once, and in no release.

One small book has every kind of such a fault.
"""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from zipfile import ZipFile

import pypdfium2
import pytest
from invoke.context import Context
from lxml import etree, html

from bindery import tasks
from bindery.claims.conformance import evaluation_findings, evaluation_of
from bindery.claims.digest import digest_of
from bindery.manuscript.evaluation import read_evaluation
from bindery.pipeline.book_folder import BookFolder
from bindery.pipeline.build import build
from bindery.pipeline.check import check_own
from bindery.vocabulary.findings import Finding, Severity
from tests.once import Once
from tests.pipeline.releasing import check_with, invoke_release, prober
from tests.shelf import SETTINGS, document_of, write_book

pytestmark = pytest.mark.slow

CHAPTER = "manuscript/chapters/01.md"
DRAFT = "Utkast med feil"


@dataclass(frozen=True)
class Fault:
    """What an author wrote, the rules that find it, and what every edition shows of it.

    ``line`` counts from the first line of the ``text``.
    """

    text: str
    shows: tuple[str, ...]
    rules: tuple[str, ...]
    line: int = 0


DEEP = f"$x{'^{x' * 24}{'}' * 24}$"

FAULTS = (
    Fault("Se [det døde](#borte) her.", ("Se det døde her.",), ("link-leads-somewhere",)),
    Fault("Se [den andre](99.md).", ("Se den andre.",), ("link-leads-somewhere",)),
    Fault("Kjør [skriptet](javascript:alert) nå.", ("Kjør skriptet nå.",), ("link-is-safe",)),
    Fault("Den halve [adressen](https:/x).", ("Den halve adressen.",), ("link-is-safe",)),
    Fault(
        "![Kart som mangler](../figures/nei.svg)",
        ("Bilde mangler: Kart som mangler ../figures/nei.svg",),
        ("image-is-there",),
    ),
    Fault(
        "![Kart på nettet](https://example.org/kart.png)",
        ("Bilde mangler: Kart på nettet https://example.org/kart.png",),
        ("image-is-local",),
    ),
    Fault(
        "Her ![Alta by](../../../kart.svg) utenfor.",
        ("Her Bilde mangler: Alta by ../../../kart.svg utenfor.",),
        ("image-is-in-the-manuscript",),
    ),
    Fault(
        "![Kuttet kart](../figures/kuttet.svg)",
        ("Bilde mangler: Kuttet kart ../figures/kuttet.svg",),
        ("image-is-readable",),
    ),
    Fault(r"Formelen $\foobar{x}$.", (r"Formelen $\foobar{x}$.",), ("chapter-is-readable",)),
    Fault(f"Potensen {DEEP} her.", (DEEP,), ("chapter-is-readable",)),
    Fault(f"{'>' * 200} Dypt sitat.", (f"{'>' * 40}", "Dypt sitat."), ("chapter-is-readable",)),
    Fault(
        "| a | b |\n|---|---|\n| en | to | tredje | `x|y` |",
        ("to | tredje | x|y",),
        ("table-is-whole",),
        line=2,
    ),
    Fault(
        "::: {.figure #figur}\n![Første](../figures/kart.svg)\n\n![Andre](../figures/kart.svg)\n\n"
        "Tekst til to.\n:::",
        ("Tekst til to.",),
        ("figure-has-one-image",),
    ),
    Fault(
        "::: {.figure #figur}\nTekst til ingen.\n:::",
        ("Tekst til ingen.",),
        ("figure-has-one-image", "ids-are-unique"),
    ),
    Fault(
        "::: {.figure}\n![Kartet over Alta](../figures/kart.svg) og ord ved siden av.\n:::",
        ("og ord ved siden av.",),
        ("figure-has-one-image",),
    ),
    Fault(
        "::: table\n| e | f |\n|---|---|\n| 1 | 2 |\n\n| g | h |\n|---|---|\n| 3 | 4 |\n:::",
        ("3", "4"),
        ("table-is-whole",),
    ),
    Fault(
        "::: {.link-block kind=film href=https://example.org/film}\nFilmen om havet\n:::",
        ("film: Filmen om havet",),
        ("link-block-is-whole",),
    ),
    Fault(
        "::: {.link-block href=https://example.org/uten}\n:::",
        ("Nettside: https://example.org/uten",),
        ("link-block-is-whole",),
    ),
    Fault("Note som mangler[^borte].", ("Note som mangler[^borte].",), ("link-leads-somewhere",)),
    Fault("Tegn\x01et og &#11; tall.", ("Tegnet og  tall.",), ("no-control-characters",) * 2),
    Fault(f"Pynt Z{chr(0x300) * 40} her.", ("her.",), ("letters-carry-few-marks",)),
    Fault(
        'Ordet [kart]{onclick="vis()"} og [sjø]{style="position:fixed"}.',
        ("Ordet kart og sjø.",),
        ("no-active-content", "attributes-are-known"),
    ),
    Fault("::: to ord", ("::: to ord",), ("fenced-div-is-whole",)),
    Fault("::: editor-note\nSlutten.", ("Slutten.",), ("fenced-div-is-whole",)),
)

TEXT = "\n\n".join(("# Feil", *(fault.text for fault in FAULTS), ""))
OTHER = (
    "---\nshort-title: [a\n---\n# Kapittel to {#figur}\n\n[Dit](#figur) og [først](01.md#figur)\n"
)
SCRIPTED = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n<script>alert(1)</script>\n'
    b'<rect width="9" height="9"/></svg>'
)
SOUGHT = SETTINGS.replace("En bok for prøver.", "En bok \\u0001for prøver.")
EVERY = SOUGHT + ("\n[editions.large-print]\nenabled = true\n\n[editions.pdf20]\nenabled = true\n")


def expected() -> list[tuple[str, int | None, str]]:
    """The place and the rule of each fault."""
    found: list[tuple[str, int | None, str]] = []
    for number, fault in enumerate(FAULTS):
        above = "\n\n".join(("# Feil", *(one.text for one in FAULTS[:number]), ""))
        line = above.count("\n") + 1 + fault.line
        found += [(CHAPTER, line, rule) for rule in fault.rules]
    return sorted(
        [
            *found,
            ("manuscript/chapters/02.md", 2, "front-matter-is-valid"),
            ("manuscript/chapters/02.md", 4, "ids-are-unique"),
            ("manuscript/figures/kart.svg", 2, "no-active-content"),
            ("manuscript/publication.toml", 12, "no-control-characters"),
        ],
        key=str,
    )


def told(findings: tuple[Finding, ...]) -> list[tuple[str, int | None, str]]:
    """The place and the rule of each error."""
    errors = (one for one in findings if one.severity is Severity.ERROR)
    return sorted(((one.location.path, one.location.line, one.rule) for one in errors), key=str)


def write_faults(folder: Path) -> Path:
    """The book of faults."""
    files = {"figures/kuttet.svg": b"<svg><g>", "figures/kart.svg": SCRIPTED}
    return write_book(folder, TEXT, OTHER, settings=EVERY, files=files)


@pytest.fixture(scope="module")
def book(once: Once) -> Path:
    """The book of faults, built."""
    return once("faults", lambda folder: assert_built(write_faults(folder)))


def assert_built(folder: Path) -> None:
    """Build it by the task, which ends well."""
    tasks.build.body(Context(), book=str(folder), lang="nb")


def test_each_is_told_once_at_its_line(book: Path) -> None:
    """In the first build and in those that find nothing changed."""
    built = build(book)
    assert built.unchanged
    assert told(built.findings) == expected()
    assert len(built.outputs) == 5


def test_a_build_that_shows_errors_ends_well(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its last line counts them, and says what a release does."""
    tasks.build.body(Context(), book=str(book), lang="nb")
    lines = capsys.readouterr().out.strip().split("\n")
    assert lines[-1].startswith(f"{len(expected())} feil og ")
    assert "release gir ikke ut" in lines[-1]
    assert sum(": feil[" in line for line in lines) == 20
    assert any(line.startswith("… og ") for line in lines)


def _squeezed(text: str) -> str:
    """Without white space, which a line's end adds, soft hyphens and what is set otherwise."""
    return "".join(text.replace("\xad", "").replace("”", '"').replace("“", '"').split())


def _words_of_pdf(path: Path) -> str:
    pdf = pypdfium2.PdfDocument(path)
    return "".join(page.get_textpage().get_text_range() for page in pdf)


def _words_of_e_book(path: Path) -> str:
    with ZipFile(path) as files:
        trees = [etree.fromstring(files.read(f"EPUB/kapittel-{number}.xhtml")) for number in (1, 2)]
    for tree in trees:
        for mark in tree.xpath("//*[local-name()='annotation']"):
            mark.getparent().remove(mark)
    return "".join("".join(tree.itertext()) for tree in trees)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.text[:20])
def test_its_words_are_in_the_e_book(book: Path, fault: Fault) -> None:
    """Nothing is lost, and nothing runs."""
    words = _squeezed(_words_of_e_book(book / "build/proevebok.epub"))
    for shown in fault.shows:
        assert _squeezed(shown) in words


@pytest.mark.parametrize("name", ["proevebok.pdf", "proevebok-large-print.pdf"])
def test_its_words_are_in_print(book: Path, name: str) -> None:
    """In each look, with the marks that are printed as they are written."""
    names = {path.name for path in (book / "build").glob("*.pdf")}
    path = book / "build" / (name if name in names else "proevebok-storskrift.pdf")
    words = _squeezed(_words_of_pdf(path)).replace("\ufffe", "")
    lost = [
        shown
        for fault in FAULTS
        for shown in fault.shows
        if _squeezed(shown)[:30] not in words and _squeezed(shown)[-30:] not in words
    ]
    assert lost == []


def test_nothing_acts_or_is_fetched(book: Path) -> None:
    """Neither scripts nor handlers are in the e-book, and nothing but links leads to the web."""
    with ZipFile(book / "build/proevebok.epub") as files:
        page = etree.fromstring(files.read("EPUB/kapittel-1.xhtml"))
    names = {etree.QName(one).localname for one in page.iter(etree.Element)}
    assert not names & {"script", "iframe", "object", "img"}
    assert not [key for one in page.iter(etree.Element) for key in one.attrib if key[:2] == "on"]
    assert page.xpath("//@style[contains(., 'fixed')]") == []
    led = set(page.xpath("//@href[starts-with(., 'http')]"))
    assert led == {
        "https://example.org/kart.png",
        "https://example.org/film",
        "https://example.org/uten",
    }


def test_the_first_page_says_that_it_is_a_draft(book: Path) -> None:
    """It is the first that is heard, in every edition."""
    for path in (book / "build").glob("*.pdf"):
        first = pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range()
        assert first.startswith(DRAFT), path.name
    with ZipFile(book / "build/proevebok.epub") as files:
        for name in ("omslag", "tittelside"):
            page = etree.fromstring(files.read(f"EPUB/{name}.xhtml"))
            words = "".join(page.xpath("//text()[ancestor::*[local-name()='body']]")).split()
            assert " ".join(words).startswith(DRAFT)
    summary = html.document_fromstring((book / "build/proevebok.html").read_bytes())
    assert "".join(summary.xpath("//header//text()")).strip().startswith(DRAFT)


def test_no_edition_claims_to_conform(book: Path) -> None:
    """Neither to PDF/UA, PDF/A or WTPDF, nor to WCAG."""
    pdfs = [*(book / "build").glob("*.pdf")]
    assert len(pdfs) == 3
    for path in pdfs:
        content = path.read_bytes()
        assert b"<xmp:Label>Utkast med feil</xmp:Label>" in content
        for claim in (b"pdfuaid", b"pdfaid", b"conformsTo"):
            assert claim not in content
    with ZipFile(book / "build/proevebok.epub") as files:
        package = files.read("EPUB/content.opf").decode()
    assert "conformsTo" not in package
    assert "certifiedBy" not in package
    assert f">{DRAFT}. " in package
    assert "conformsTo" not in (book / "build/proevebok.html").read_text(encoding="utf-8")


def test_an_evaluation_is_not_of_a_draft(tmp_path: Path) -> None:
    """Whoever has evaluated the text has not seen it with errors, and need not be asked again."""
    document = document_of(tmp_path, "# En\n\nTekst.\n")
    record = (
        'evaluator = "Kari"\nkind = "person"\ndate = 2026-11-22\nmethod = "Lest."\n'
        f'standard = "WCAG 2.2 Level AA"\ndocument = "{digest_of(document)}"\n'
    )
    (tmp_path / "manuscript/evaluation.toml").write_text(record, encoding="utf-8")
    evaluation, _ = read_evaluation(tmp_path)
    evaluated = replace(document, publication=replace(document.publication, evaluation=evaluation))
    assert evaluation_of(evaluated) == evaluation
    draft = replace(evaluated, draft=True)
    assert evaluation_of(draft) is None
    assert evaluation_findings(draft) == ()


def test_a_check_tells_each_once_and_nothing_that_follows(book: Path) -> None:
    """The editions say what the Document says, and a claim that is left out is no fault."""
    checked = check_own(book)
    found = told(checked.findings)
    others = [one for one in found if one not in expected()]
    assert [one for one in found if one in expected()] == expected()
    assert others == []
    assert checked.failed


def test_it_is_not_released(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A release ends with 1 and leaves nothing, though every outside checker is content."""
    check_with(monkeypatch, prober())
    assert invoke_release(book) == 1
    assert not (book / "build/release").exists()


def test_none_of_them_can_be_excepted(tmp_path: Path) -> None:
    """With a reason, too, the edition would show something else than is meant."""
    text = "# En\n\n<!-- unntak link-leads-somewhere: Den kommer. -->\n\n[Dit](#borte)\n"
    folder = BookFolder(write_book(tmp_path, text))
    assert folder.document.draft
    assert "exception-has-reason" in {rule for _, _, rule in told(check_own(tmp_path).findings)}


def test_a_book_without_faults_is_no_draft(tmp_path: Path) -> None:
    """A missing alternative text is an error of the check alone."""
    folder = BookFolder(write_book(tmp_path, "# En\n\n![](../figures/kart.svg)\n"))
    assert folder.faults == ()
    assert not folder.document.draft


def test_a_draft_in_a_language_without_the_words_marks_theirs(tmp_path: Path) -> None:
    """Words that fall back are read aloud in their own language."""
    settings = SETTINGS.replace('language = "nb"', 'language = "se"')
    folder = BookFolder(write_book(tmp_path, "# En\n\n[Dit](#borte)\n", settings=settings))
    build(tmp_path)
    assert folder.document.draft
    summary = html.document_fromstring((tmp_path / "build/proevebok.html").read_bytes())
    (said,) = summary.find_class("draft")
    assert said.xpath("descendant-or-self::*/@lang") != []


def test_the_note_of_the_build_has_them(book: Path) -> None:
    """What a later build repeats is what this one told."""
    noted = json.loads((book / "build/work/built.json").read_text(encoding="utf-8"))
    assert len(noted["findings"]) >= len(expected())
