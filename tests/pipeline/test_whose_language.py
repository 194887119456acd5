"""bindery speaks its user's language, and writes reports in that of the book."""

from pathlib import Path

import pytest

from bindery.pipeline.asked import LOCALE, language_for, language_of, require_language
from bindery.vocabulary.errors import PipelineError
from tests.shelf import write_book


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book in nynorsk, of which nothing else is right."""
    return write_book(tmp_path, "# A\n", settings='[publication]\nlanguage = "nn"\n')


@pytest.mark.parametrize(
    ("locale", "spoken"),
    [
        ({}, "nn"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "nb_NO"}, "nb"),
        ({"LANG": "de_DE@euro"}, "de"),
        ({"LC_MESSAGES": "en_GB.UTF-8", "LANG": "nb_NO.UTF-8"}, "en"),
        ({"LC_ALL": "nb_NO.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "nb"),
        ({"LC_ALL": "", "LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C"}, "nn"),
        ({"LANG": "C.UTF-8"}, "nn"),
        ({"LANG": "POSIX"}, "nn"),
        # Who sets LC_ALL overrules the rest, also to say that there is no locale.
        ({"LC_ALL": "C", "LANG": "en_GB.UTF-8"}, "nn"),
    ],
)
def test_the_users_language_comes_before_the_books(
    book: Path, monkeypatch: pytest.MonkeyPatch, locale: dict[str, str], spoken: str
) -> None:
    """The locale says what the user reads; where it says nothing, the book's language is used."""
    for name, value in locale.items():
        monkeypatch.setenv(name, value)
    assert language_for(book) == spoken
    assert language_for(book, "en") == "en"
    assert language_of(book) == "nn"


@pytest.mark.parametrize("book", [None, Path("nowhere")])
def test_without_a_book_english_is_left(book: Path | None) -> None:
    """Where neither user nor book says anything, messages are in English."""
    assert language_for(book) == "en"


def test_a_language_without_messages_is_refused(
    book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever asks for one is told so in a language they read."""
    monkeypatch.setenv(LOCALE[0], "nb_NO.UTF-8")
    assert language_for(book, "xx") == "nb"
    with pytest.raises(PipelineError, match="xx"):
        require_language("xx")
    for language in ("", "nb", "nn", "en"):
        require_language(language)
