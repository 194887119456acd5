"""What a build has kept never shows in the next one."""

import pytest

from benchmarks.edits import edits


@pytest.mark.slow
@pytest.mark.long
def test_edited_books_are_as_from_scratch() -> None:
    """Fifty edits of text, images, styles, settings, order, and of the kept files themselves.

    Three thousand more are ``invoke bench --edits 3000``.
    """
    *wrong, told = [line.en for line in edits(50, seed=2, every=2)]
    assert wrong == []
    assert told == "50 edits, 0 after which a build is not as one from scratch."
