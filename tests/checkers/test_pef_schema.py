"""The schema of PEF passes what bindery makes, and sees a file that is not as it says."""

from pathlib import Path

import pytest

from bindery.checkers.pef_schema import PEF_SCHEMA
from bindery.vocabulary.checker import Subject
from bindery.vocabulary.editions import PEF
from bindery.vocabulary.evidence import Outcome
from tests.editions.braille.made import made

pytestmark = pytest.mark.slow


def outcome(folder: Path, content: bytes) -> Outcome:
    """How the checker judges ``content``."""
    path = folder / "x.pef"
    path.write_bytes(content)
    (evidence,) = PEF_SCHEMA.check((Subject(PEF, folder, path, folder),))
    return evidence.outcome


def test_what_is_made_follows_the_schema(tmp_path: Path) -> None:
    """The pages of a book pass."""
    assert outcome(tmp_path, made()[1][PEF.name].content) is Outcome.PASSED


@pytest.mark.parametrize(
    ("old", "new"), [(b"<page>", b"<sheet/><page>"), (b' cols="28"', b""), (b"</pef>", b"")]
)
def test_what_does_not_fails(tmp_path: Path, old: bytes, new: bytes) -> None:
    """An element that is none, an attribute that is not there, a file cut off."""
    content = made()[1][PEF.name].content
    assert old in content
    assert outcome(tmp_path, content.replace(old, new, 1)) is Outcome.FAILED
