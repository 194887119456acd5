"""A new publication: it builds and has no findings at once, and is whole or not there."""

import signal
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invoke.context import Context
from invoke.exceptions import Exit

from bindery import tasks
from bindery.command import main
from bindery.importing import begin
from bindery.importing.answers import Answers, asked, defaults, language_of_machine
from bindery.importing.file_names import plain_name, unlike
from bindery.importing.new import new
from bindery.importing.new_folder import place_whole, require_new
from bindery.manuscript.load import load
from bindery.pipeline.check import check_own
from bindery.pipeline.filled_in import left_to_fill_in
from bindery.vocabulary.errors import PipelineError
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.text import Text
from tests.shelf import HOUSE

WITH_SAMPLES = ("nb", "nn", "en")


def made(folder: Path, language: str, title: str = "") -> Path:
    """A publication that is made in ``folder`` with no more answers than these."""
    new(folder, Answers(title=title, language=language).or_else(defaults(folder, language)))
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("language", WITH_SAMPLES)
def test_it_has_no_findings_at_once(language: str, tmp_path: Path) -> None:
    """It builds, and neither rules nor read-back find anything, not even to inform."""
    checked = check_own(made(tmp_path / "arsrapport", language))
    assert checked.evidence
    assert [f"{one.location} {one.rule} {one.message.en}" for one in checked.findings] == []


def _left(folder: Path) -> list[Finding]:
    publication = load(folder).publication
    assert publication is not None
    return list(left_to_fill_in(publication))


def test_what_nobody_has_answered_is_left_to_fill_in(tmp_path: Path) -> None:
    """Each with its line."""
    folder = made(tmp_path / "a", "nn")
    lines = (folder / "manuscript/publication.toml").read_text("utf-8").splitlines()
    keys = [lines[(one.location.line or 1) - 1].partition(" ")[0] for one in _left(folder)]
    assert keys == ["publisher", "accessibility-contact", "description"]


def test_what_is_filled_in_is_not_found(tmp_path: Path) -> None:
    """With its questions answered, only the description is left to write."""
    known = Answers(publisher="Nordvik kommune", contact="post@nordvik.example", rights="CC0 1.0")
    new(tmp_path / "a", known.or_else(defaults(tmp_path / "a", "nb")))
    assert [one.message.nb[:20] for one in _left(tmp_path / "a")] == ["«En eller to setning"]


@pytest.mark.parametrize(
    ("answer", "rights"),
    [("1", "CC BY 4.0"), ("4", "Alle rettar etterhaldne"), ("", "X"), ("Spør oss", "Spør oss")],
)
def test_rights_can_be_chosen_by_number(answer: str, rights: str) -> None:
    """From the list in the question; an answer in words is taken as it is."""
    known = Answers(language="nn", rights="X")
    assert asked(known, lambda question: answer if "4.0" in question.en else "").rights == rights


@pytest.mark.parametrize(("rights", "is_right"), [("1", False), (".", False), ("© 2026", True),
                                                  ("CC0 1.0", True), ("Alle", True)])  # fmt: skip
def test_rights_without_a_word_are_found(rights: str, is_right: bool, tmp_path: Path) -> None:
    """A number that somebody has typed is no statement."""
    new(tmp_path / "a", Answers(rights=rights).or_else(defaults(tmp_path / "a", "nb")))
    found = _left(tmp_path / "a")
    assert is_right is not any("Rettighetene" in one.message.nb for one in found)


@pytest.mark.parametrize("language", [*WITH_SAMPLES, "se", "fi"])
def test_it_is_in_its_language(language: str, tmp_path: Path) -> None:
    """Settings and chapters can be loaded; without samples, there is one chapter without text."""
    loaded = load(made(tmp_path / "a", language, "Dás ja dál"))
    assert loaded.publication is not None, loaded.findings
    assert loaded.publication.metadata.language == language
    assert loaded.publication.metadata.title == "Dás ja dál"
    assert len(loaded.publication.chapters) == (2 if language in WITH_SAMPLES else 1)
    texts = [chapter.text for chapter in loaded.publication.chapters]
    assert all(text.startswith("# ") for text in texts)
    assert language in WITH_SAMPLES or texts[0].count("\n") == 1


def test_each_sample_says_how_to_delete_it() -> None:
    """So does every key of the settings that an author must change say what it is."""
    for language, word in {"nb": "lett", "nn": "lett", "en": "elete"}.items():
        (first, *_) = sorted((HOUSE / "bindery/importing/samples" / language).rglob("*.md"))[1:]
        text = first.read_text(encoding="utf-8")
        assert text.count(word) >= 5, language


def test_two_publications_have_different_identifiers(tmp_path: Path) -> None:
    """Catalogues would take them for one."""
    texts = [
        (made(tmp_path / name, "nb") / "manuscript/publication.toml").read_text(encoding="utf-8")
        for name in "ab"
    ]
    identifiers = {line for text in texts for line in text.splitlines() if "urn:uuid" in line}
    assert len(identifiers) == 2


@given(
    st.dictionaries(
        st.text("abcæ .-_", min_size=1, max_size=8).filter(lambda name: name.strip(". ")),
        st.binary(max_size=20),
        min_size=1,
        max_size=4,
    )
)
def test_nothing_is_overwritten(files: dict[str, bytes]) -> None:
    """Whatever is in the folder is as it was, and the user is told what is there."""
    with TemporaryDirectory() as folder:
        for name, content in files.items():
            (Path(folder) / name).write_bytes(content)
        with pytest.raises(PipelineError):
            require_new(folder)
        assert {path.name: path.read_bytes() for path in Path(folder).iterdir()} == files


def test_a_folder_that_fills_meanwhile_is_left(tmp_path: Path) -> None:
    """Something that comes to the place while the publication is being made stays."""

    def fill(hidden: Path) -> None:
        (hidden / "a.md").write_text("ny", encoding="utf-8")
        (tmp_path / "a").mkdir()
        (tmp_path / "a/a.md").write_text("gammel", encoding="utf-8")

    with pytest.raises(PipelineError):
        place_whole(tmp_path / "a", fill)
    assert (tmp_path / "a/a.md").read_text(encoding="utf-8") == "gammel"
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    """Somebody has made it beforehand; the folders above a new one are made."""
    (tmp_path / "a").mkdir()
    assert (made(tmp_path / "a", "nb") / "README.md").is_file()
    assert (made(tmp_path / "b/c", "nb") / "README.md").is_file()


@pytest.mark.parametrize("named", ["", " ", "-x", "--title", "a\0b", "/", "a\nb"])
def test_what_names_no_folder_is_refused(named: str) -> None:
    """An option without its value is no folder, either."""
    with pytest.raises(PipelineError):
        require_new(named)


def test_a_link_and_a_file_are_no_folders(tmp_path: Path) -> None:
    """A link could lead to a folder that is somebody else's."""
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "file").write_text("", encoding="utf-8")
    for name in ("link", "file"):
        with pytest.raises(PipelineError):
            require_new(str(tmp_path / name))


@pytest.mark.parametrize(
    "wrong",
    [{"language": "norsk_bokmål"}, {"contact": "ring oss"}, {"split": "3"}, {"rights": "1"}],
)
def test_a_wrong_answer_is_refused_before_anything_is_made(
    wrong: dict[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two sentences, and exit status 2."""
    with pytest.raises(PipelineError):
        Answers(**wrong).require_valid()
    if "split" in wrong:
        return
    with pytest.raises(Exit) as ended:
        tasks.new.body(Context(), str(tmp_path / "a"), lang="nb", **wrong)
    assert ended.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 2
    assert not (tmp_path / "a").exists()


def test_what_was_made_is_listed_and_what_comes_next(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every file, the next commands, and what stops a release."""
    tasks.new.body(Context(), str(tmp_path / "a"), lang="nb")
    told = capsys.readouterr().out
    files = [path for path in (tmp_path / "a").rglob("*") if path.is_file()]
    assert all(f"  {path.relative_to(tmp_path / 'a').as_posix()}\n" in told for path in files)
    *_, build, check, last = told.splitlines()
    # invoke finds its tasks in the checkout, and not in the new folder.
    assert build == f"  invoke build --book {tmp_path / 'a'}"
    assert check == f"  invoke check --book {tmp_path / 'a'}"
    assert last.startswith("Fyll ut manuscript/publication.toml")


def test_who_has_installed_it_goes_to_the_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its own command finds the publication in the folder where it is."""
    monkeypatch.setattr(begin, "COMMAND", "bindery")
    tasks.new.body(Context(), str(tmp_path / "a"), lang="nb")
    *_, cd, build, check, _ = capsys.readouterr().out.splitlines()
    assert [cd, build, check] == [f"  cd {tmp_path / 'a'}", "  bindery build", "  bindery check"]


def test_answers_are_asked_for() -> None:
    """An empty answer keeps what is in the brackets."""
    questions: list[str] = []

    def ask(question: Text) -> str:
        questions.append(question.nb)
        return "Kommunen" if "gir den ut" in question.nb else ""

    answers = asked(Answers(title="Plan", language="nn"), ask)
    assert answers == Answers(title="Plan", language="nn", publisher="Kommunen")
    assert questions[0] == "Tittel [Plan]: "


@pytest.mark.parametrize(
    ("machine", "book"), [("nb", "nb"), ("no", "nb"), ("nn", "nn"), ("se", "se"), ("de", "en")]
)
def test_the_language_is_that_of_the_machine(machine: str, book: str) -> None:
    """If it is one that a publication can begin in; else English."""
    assert language_of_machine(machine) == book


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Økonomi på Færøyene", "okonomi-pa-faeroyene"),
        ("Les pièces d’identité", "les-pieces-didentite"),
        ("年报", "x"),
        ("Et veldig langt navn på et kapittel som ikke har noen ende", None),
    ],
)
def test_names_of_files(words: str, name: str | None) -> None:
    """Letters of other alphabets have no place in them, and words are not cut."""
    found = plain_name(words, "x")
    assert found == name or (name is None and len(found) <= 40 and not found.endswith("-"))
    assert unlike(found, {found}) == f"{found}-2"


@pytest.mark.parametrize("line", [["new", "--help"], ["new", "-h", "--lang", "en"]])
def test_help_is_no_folder(
    line: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is asked for behind the task, as of all tasks."""
    monkeypatch.setattr("sys.argv", ["bindery", *line])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 0
    assert "--publisher" in capsys.readouterr().out


def test_new_needs_a_folder(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence, and 2."""
    monkeypatch.setattr("sys.argv", ["bindery", "new", "--lang", "nb"])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert "bindery new MAPPE" in capsys.readouterr().err


@pytest.mark.slow
def test_killed_in_the_middle_nothing_is_left(tmp_path: Path) -> None:
    """Neither the folder nor what was to become it."""
    code = (
        "import sys, time; from pathlib import Path\n"
        "from bindery.importing.new_folder import place_whole\n"
        "def fill(made):\n"
        "    (made / 'a').write_text('a'); print('half', flush=True); time.sleep(60)\n"
        "place_whole(Path(sys.argv[1]), fill)\n"
    )
    command = [sys.executable, "-c", code, str(tmp_path / "a")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=HOUSE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"half\n"
        assert list(tmp_path.iterdir())
        process.send_signal(signal.SIGKILL)
        process.wait()
        # The line to the process that clears up is read to its end.
        assert process.stdout.read() == b""
    for _ in range(2000):
        if not list(tmp_path.iterdir()):
            break
        subprocess.run(["true"], check=True)
    assert list(tmp_path.iterdir()) == []
