"""One line from a bare machine to editions, which leaves alone what it has done before."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import bootstrap


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A fresh clone with locks that hold nothing; what is run there is noted in a log."""
    (tmp_path / "requirements").mkdir()
    for lock in ("build.lock", "check.lock", "dask.lock", "dev.lock"):
        (tmp_path / "requirements" / lock).write_text("", encoding="utf-8")
    shutil.copy(bootstrap.__file__, tmp_path)
    # invoke is what the locks would bring; this one notes its tasks, and fails one of them.
    (tmp_path / "invoke.py").write_text(
        "import sys, pathlib\n"
        "pathlib.Path('log').open('a').write(' '.join(sys.argv[1:]) + '\\n')\n"
        "sys.exit(7 if 'fail' in sys.argv else 0)\n",
        encoding="utf-8",
    )
    return tmp_path


def run(folder: Path, *arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the bootstrap of ``folder``, as from a shell."""
    machine = {**os.environ, "LC_ALL": "C.UTF-8", **env}
    return subprocess.run(
        [f"{sys.base_prefix}/bin/python3", str(folder / "bootstrap.py"), *arguments],
        cwd=folder,
        env=machine,
        capture_output=True,
        text=True,
        check=False,
    )


def log(folder: Path) -> list[str]:
    """The tasks that were run, in order."""
    return (folder / "log").read_text(encoding="utf-8").splitlines()


@pytest.mark.slow
def test_one_line_sets_up_and_runs_the_tasks(fresh: Path) -> None:
    """The first line makes a Python of its own, gets what building needs, and builds."""
    ended = run(fresh, "build")
    assert ended.returncode == 0, ended.stderr
    assert log(fresh) == ["setup --only build", "build"]
    assert (fresh / ".venv" / "bin" / "python").exists()
    assert not (fresh / ".venv" / "dev.lock.sha256").exists()


@pytest.mark.slow
def test_everything_gets_the_checkers_too(fresh: Path) -> None:
    """The second line works without the first, and hands its options on to the tasks."""
    ended = run(fresh, "--everything", "test", "check", "--require-all")
    assert ended.returncode == 0, ended.stderr
    assert log(fresh) == ["setup", "test check --require-all"]
    assert (fresh / ".venv" / "dev.lock.sha256").exists()


@pytest.mark.slow
def test_what_was_installed_is_left_alone(fresh: Path) -> None:
    """A second run says nothing of installing, and a changed lock is installed again."""
    assert "Installing" in run(fresh, "build").stdout
    assert "Installing" not in run(fresh, "build").stdout
    (fresh / "requirements" / "build.lock").write_text("# changed\n", encoding="utf-8")
    assert "Installing" in run(fresh, "build").stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "locale", "said"),
    [
        (["build"], "nb_NO.UTF-8", "Kjører invoke build."),
        (["build"], "C.UTF-8", "Kjører invoke build."),
        (["build"], "en_GB.UTF-8", "Running invoke build."),
        (["build", "--lang", "en"], "C.UTF-8", "Running invoke build --lang en."),
        (["build", "--lang=nb"], "en_GB.UTF-8", "Kjører invoke build --lang=nb."),
    ],
)
def test_it_speaks_as_its_tasks_do(
    fresh: Path, arguments: list[str], locale: str, said: str
) -> None:
    """The language asked for, else the machine's, else that of the book, as in every task."""
    settings = fresh / "manuscript" / "publication.toml"
    settings.parent.mkdir()
    settings.write_text('[publication]\nlanguage = "nb"\n', encoding="utf-8")
    ended = run(fresh, *arguments, LC_ALL=locale)
    assert ended.stdout.splitlines()[-1] == said
    asked = [one for one in said.split() if one.startswith("--lang")]
    assert ("--lang" in log(fresh)[0]) == bool(asked)


@pytest.mark.slow
def test_the_last_task_decides_the_status(fresh: Path) -> None:
    """A failing task fails the line."""
    assert run(fresh, "fail").returncode == 7


@pytest.mark.slow
def test_a_package_without_its_hash_is_refused(fresh: Path) -> None:
    """Nothing is installed that no hash pins: one sentence, and the status of "cannot work"."""
    (fresh / "requirements" / "build.lock").write_text("invoke==3.0.3\n", encoding="utf-8")
    ended = run(fresh, "build", LC_ALL="nb_NO.UTF-8")
    assert ended.returncode == 2
    assert ended.stdout.splitlines()[-1].startswith("Pakkene ble ikke installert.")
    assert not (fresh / "log").exists()


def test_an_older_python_gets_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Too old a Python is told so in one line, and starts nothing."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setattr(bootstrap, "runs", pytest.fail)
    monkeypatch.setattr(sys, "version_info", (3, 10, 9))
    assert bootstrap.main(["build"]) == 2
    assert "Python 3.11" in capsys.readouterr().out


def test_a_python_without_pip_gets_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A Python that cannot install is told what to install, in the reader's language."""
    monkeypatch.setenv("LC_ALL", "nn_NO.UTF-8")
    monkeypatch.setattr(bootstrap, "find_spec", lambda name: None)
    monkeypatch.setattr(bootstrap, "runs", pytest.fail)
    assert bootstrap.main(["build"]) == 2
    assert "Installer pip" in capsys.readouterr().out
