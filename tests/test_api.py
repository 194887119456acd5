"""The Python API: documented, plain, and about the very file it is given."""

import dataclasses
import doctest
import inspect
import json
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import get_args, get_type_hints
from zipfile import ZipFile

import pytest

import bindery
from bindery import api
from bindery.tools.run import run
from bindery.vocabulary.errors import PipelineError
from tests.pipeline.releasing import failing_on, passing, prober
from tests.shelf import HOUSE, SETTINGS, write_book

pytestmark = pytest.mark.slow

PAGE = (HOUSE / "docs/api.md").read_text(encoding="utf-8")
CHAPTER = "# Byen\n\nByen ligger ved fjorden.\n\n"
PICTURE = "![](../figures/kart.svg)\n"
MAIN_POINT = "\n::: key-message\nByen er en havneby.\n:::\n"
LINK = "Vi møttes på [her](https://her.example).\n"
EXCEPTION = "<!-- unntak link-text-says-where: «Her» er navnet på festivalen. -->\n"
FUNCTIONS: list[Callable[..., object]] = [bindery.build, bindery.check, bindery.check_edition]
PLAIN = (bindery.Built, bindery.Checked, bindery.Evidence, bindery.Finding, bindery.Output)


@pytest.fixture
def my_book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The book of the documentation, in the folder one stands in."""
    monkeypatch.chdir(tmp_path)
    settings = SETTINGS.replace("proevebok", "my-book")
    return write_book(tmp_path / "my-book", CHAPTER + PICTURE + MAIN_POINT, settings=settings)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book in which everything is right."""
    return write_book(tmp_path / "book", CHAPTER)


def state(folder: Path) -> dict[Path, int]:
    """When each file below ``folder`` was last changed."""
    return {path: path.lstat().st_mtime_ns for path in folder.rglob("*")}


def edited(epub: Path, into: Path, old: str, new: str) -> Path:
    """A copy of ``epub`` in which a hand has written ``new`` for ``old``."""
    with ZipFile(epub) as before, ZipFile(into, "w") as after:
        for item in before.infolist():
            content = before.read(item)
            if item.filename.endswith(".xhtml"):
                content = content.replace(old.encode(), new.encode())
            after.writestr(item, content)
    return into


def test_the_documentation_is_executed(my_book: Path) -> None:
    """Every example does what stands below it."""
    blocks = re.findall(r"^```python\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    test = doctest.DocTestParser().get_doctest("\n".join(blocks), {}, "api.md", None, 0)
    said: list[str] = []
    runner = doctest.DocTestRunner(verbose=False)
    runner.run(test, out=said.append)
    assert len(blocks) > 3
    assert len(test.examples) > 10
    assert said == []


def test_every_promise_is_documented() -> None:
    """Functions with their parameters, and data with their fields, stand in the documentation."""
    for function in FUNCTIONS:
        parameters = [
            parameter.replace(annotation=inspect.Parameter.empty)
            for parameter in inspect.signature(function).parameters.values()
        ]
        assert f"## bindery.{function.__name__}{inspect.Signature(parameters)}\n" in PAGE
    for kind in PLAIN:
        assert f"`{kind.__name__}`" in PAGE
        for field in dataclasses.fields(kind):
            assert f"`{field.name}`" in PAGE
    assert "`failed`" in PAGE
    promised = [*(one.__name__ for one in (*FUNCTIONS, *PLAIN)), "PipelineError"]
    assert sorted(bindery.__all__) == sorted(promised)
    assert all(getattr(bindery, name) is getattr(api, name) for name in promised)


@pytest.mark.parametrize("kind", PLAIN)
def test_data_are_plain_and_frozen(kind: type) -> None:
    """Strings, numbers, truth, ``None``, and tuples of plain data: nothing of the inside."""

    def plain(hint: object) -> bool:
        inside = [one for one in get_args(hint) if one is not Ellipsis]
        return hint in (str, int, bool, type(None), *PLAIN) or (
            bool(inside) and all(map(plain, inside))
        )

    hints = get_type_hints(kind)
    assert hints
    assert [name for name, hint in hints.items() if not plain(hint)] == []
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]


def test_a_book_without_faults(book: Path) -> None:
    """It is built and checked, the second build finds it unchanged, and all can be written down."""
    built = bindery.build(str(book))
    assert [output.edition for output in built.outputs] == ["pdf", "epub", "html"]
    assert all((book / output.path).stat().st_size == output.size for output in built.outputs)
    assert not built.unchanged
    assert bindery.build(book).unchanged
    checked = bindery.check(book, checkers=False)
    assert not checked.failed
    assert {one.checker for one in checked.evidence} == {"bindery"}
    subjects = {one.subject for one in checked.evidence}
    assert {"manuscript", *(output.path for output in built.outputs)} <= subjects
    json.dumps([dataclasses.asdict(one) for one in (built, checked)])


def _errors(built: bindery.Built) -> list[bindery.Finding]:
    return [one for one in built.findings if one.severity == "error"]


def test_findings_come_in_the_language_asked_for(tmp_path: Path) -> None:
    """English, unless another language is asked for; the book's has no say."""
    book = write_book(tmp_path, CHAPTER + "![Kart over kysten](nei.svg)\n")
    (en,) = _errors(bindery.build(book))
    (nb,) = _errors(bindery.build(book, lang="nb"))
    assert (en.rule, en.severity, en.path, en.line) == (
        *("image-is-there", "error"),
        *("manuscript/chapters/01.md", 5),
    )
    assert len(bindery.build(book).outputs) == 3
    assert "file" in en.message
    assert "filen" in nb.message.lower()
    checked = bindery.check(book, checkers=False, lang="nb")
    assert checked.failed
    assert nb in checked.findings
    assert nb in checked.findings


@pytest.mark.parametrize("outside", [True, False])
def test_outside_checkers_are_asked_unless_one_says_no(
    book: Path, monkeypatch: pytest.MonkeyPatch, outside: bool
) -> None:
    """Without them, what they have shown before is left alone: reports tell of all checkers."""
    monkeypatch.setattr(
        "bindery.pipeline.examine.CHECKERS", (prober(failing_on("proevebok.epub")),)
    )
    before = bindery.check(book)
    reports = state(book / "build/reports")
    assert (book / "build/reports/evidence.html") in reports
    assert before.failed
    checked = bindery.check(book, checkers=outside)
    assert checked.failed == outside
    assert ("prober" in {one.checker for one in checked.evidence}) == outside
    if not outside:
        assert state(book / "build/reports") == reports


def test_an_edited_edition_is_checked_as_it_is(book: Path, tmp_path: Path) -> None:
    """A word that a hand took away is missed, in the file that lacks it, wherever it is."""
    bindery.build(book)
    file = edited(book / "build/proevebok.epub", tmp_path / "min.epub", " ved fjorden", "")
    shutil.rmtree(book / "build")
    before = state(book)
    checked = bindery.check_edition(file, book, checkers=False)
    assert checked.failed
    (found,) = checked.findings
    assert found.rule == "edition-says-what-the-manuscript-says"
    assert (found.path, found.line) == ("manuscript/chapters/01.md", 3)
    assert "The e-book has “Byen ligger.”." in found.message
    assert {one.subject for one in checked.evidence} == {file.as_posix()}
    assert state(book) == before


def test_an_edition_that_nobody_has_touched_is_well(book: Path) -> None:
    """Each file of a build passes for what it is, by its place below the book."""
    for output in bindery.build(book).outputs:
        checked = bindery.check_edition(book / output.path, book, checkers=False)
        assert checked.findings == ()
        assert {one.subject for one in checked.evidence} == {output.path}
        assert len(checked.evidence) > 2


def test_outside_checkers_see_an_edition(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that know its standards are asked, and the book's own reports are left alone."""
    monkeypatch.setattr("bindery.pipeline.examine.CHECKERS", (prober(passing),))
    (file, *_) = bindery.build(book).outputs
    asked = bindery.check_edition(book / file.path, book)
    assert "prober" in {one.checker for one in asked.evidence}
    assert not (book / "build/reports").exists()


def test_an_authors_exception_holds_for_an_edition(tmp_path: Path) -> None:
    """What the manuscript puts aside with a reason is no fault of the file either."""
    for text, rules in ((LINK, {"edition-links-say-where"}), (EXCEPTION + LINK, set())):
        book = write_book(tmp_path / str(len(rules)), CHAPTER + text)
        bindery.build(book)
        checked = bindery.check_edition(book / "build/proevebok.epub", book, checkers=False)
        assert {finding.rule for finding in checked.findings} == rules


@pytest.mark.parametrize(
    ("chapter", "rule"),
    [(b"# R\xf8d\n", "chapter-is-utf8"), (None, "chapter-is-there")],
)
def test_no_file_is_an_edition_of_a_book_that_cannot_be_read(
    tmp_path: Path, chapter: bytes | None, rule: str
) -> None:
    """What the manuscript lacks is found, and nothing is shown of the file."""
    book = write_book(tmp_path, CHAPTER)
    if chapter is None:
        (book / "manuscript/chapters/01.md").unlink()
    else:
        (book / "manuscript/chapters/01.md").write_bytes(chapter)
    (book / "a.pdf").touch()
    checked = bindery.check_edition(book / "a.pdf", book, checkers=False)
    assert rule in {finding.rule for finding in checked.findings}
    assert checked.evidence == ()


@pytest.mark.parametrize(
    ("name", "what"),
    [
        ("nowhere.pdf", "There is no file nowhere.pdf"),
        ("a.docx", "a.docx is not an edition"),
        ("a.png", "a.png is not an edition"),
    ],
)
def test_a_file_that_is_no_edition_is_a_sentence(book: Path, name: str, what: str) -> None:
    """The error says what is wrong with the file, and what its name should end in."""
    if name.startswith("a."):
        (book / name).touch()
    with pytest.raises(bindery.PipelineError, match=what) as stopped:
        bindery.check_edition(book / name, book)
    assert "-large-print.pdf" in str(stopped.value)


def test_a_folder_without_a_book_is_a_sentence(tmp_path: Path) -> None:
    """Where there is no folder, nothing can be done, and the error says so."""
    assert bindery.PipelineError is PipelineError
    for work in (bindery.build, bindery.check):
        with pytest.raises(PipelineError, match="There is no folder"):
            work(tmp_path / "nowhere")
    (tmp_path / "a.pdf").touch()
    with pytest.raises(PipelineError, match="no manuscript/"):
        bindery.check_edition(tmp_path / "a.pdf", tmp_path)


def test_importing_costs_nothing() -> None:
    """Nothing else is imported until a name is asked for, and an unknown name is an error."""
    script = (
        "import sys, bindery\n"
        "print(*(name for name in sys.modules if name.startswith(('bindery.', 'lxml'))))\n"
        "print(hasattr(bindery, 'nonsense'), bindery.check.__module__)"
    )
    said = run([sys.executable, "-c", script], cwd=HOUSE)
    assert said.stdout == "\nFalse bindery.api\n"


@pytest.mark.slow
def test_a_script_needs_no_guard(book: Path, tmp_path: Path) -> None:
    """A script that builds at its top is run once; other processes do not run it again."""
    script = tmp_path / "script.py"
    script.write_text(
        f"import sys\nsys.path.insert(0, {str(HOUSE)!r})\nprint('started')\n"
        f"import bindery\nprint(len(bindery.build({str(book)!r}).outputs))\n",
        encoding="utf-8",
    )
    ended = run([sys.executable, script])
    assert (ended.status, ended.stdout) == (0, "started\n3\n"), ended
