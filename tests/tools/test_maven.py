"""A jar is taken into use only when it is, byte for byte, the one that is pinned."""

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from bindery.tools import maven
from bindery.tools.maven import Jar, install
from bindery.vocabulary.errors import PipelineError

BYTES = b"a jar"
JAR = Jar("org.example", "checker", "1.0", hashlib.sha256(BYTES).hexdigest())


def served(data: bytes) -> "maven.Fetch":
    """A registry that answers with ``data``."""

    def fetch(jar: Jar, into: Path) -> Path:
        path = into / jar.name
        path.write_bytes(data)
        return path

    return fetch


def test_the_pinned_bytes_are_put_in_place(tmp_path: Path) -> None:
    """A jar with the right digest ends up under its own name, and nothing else stays behind."""
    install(JAR, tmp_path, served(BYTES))
    assert (tmp_path / "checker-1.0.jar").read_bytes() == BYTES
    assert [path.name for path in tmp_path.iterdir()] == ["checker-1.0.jar"]


def test_other_bytes_are_refused(tmp_path: Path) -> None:
    """A jar with another digest stops the pipeline and leaves nothing to be run by mistake."""
    with pytest.raises(PipelineError) as stopped:
        install(JAR, tmp_path, served(b"another jar"))
    assert "checker-1.0.jar" in stopped.value.what.en
    assert hashlib.sha256(b"another jar").hexdigest() in stopped.value.what.nb
    assert list(tmp_path.iterdir()) == []


def test_other_bytes_do_not_replace_a_good_jar(tmp_path: Path) -> None:
    """What was verified once stays in place when a later download is not what it should be."""
    install(JAR, tmp_path, served(BYTES))
    with pytest.raises(PipelineError):
        install(replace(JAR, sha256="0" * 64), tmp_path, served(b"another jar"))
    assert (tmp_path / "checker-1.0.jar").read_bytes() == BYTES


def test_no_network_is_a_sentence(tmp_path: Path) -> None:
    """A registry out of reach is said in a sentence with something to do, in both languages."""

    def fetch(jar: Jar, into: Path) -> Path:
        raise ConnectionError("host: name or service not known")

    with pytest.raises(PipelineError) as stopped:
        install(JAR, tmp_path, fetch)
    assert stopped.value.what.en == "checker-1.0.jar could not be fetched from Maven Central: host"
    assert "invoke setup" in stopped.value.next.nb
    assert list(tmp_path.iterdir()) == []
