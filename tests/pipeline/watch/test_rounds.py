"""A publication is read each time it is saved, and nothing in it ends that."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pypdfium2
import pytest

from bindery.editions.pdf import pages_alone
from bindery.pipeline.book_folder import BookFolder
from bindery.pipeline.watch.rounds import Reader
from bindery.pipeline.watch.state import Board, State
from bindery.pipeline.watch.watching import changes, keep_watching
from bindery.tools.writing import remove_tree
from tests.shelf import SETTINGS, SHOWN, workshop_for, write_book

pytestmark = pytest.mark.slow

PATIENCE = 60.0
CHAPTERS = (f"# En\n\nFørst.\n\n![Kart over byen]({SHOWN})\n", "# To\n\n" + "Ord og ord.\n\n" * 3)
FIRST, SECOND = "chapters/01.md", "chapters/02.md"


class Watched:
    """A publication that is read, and what the browser would show of it."""

    def __init__(self, book: Path, reader: Reader, board: Board) -> None:
        self.book, self._reader, self._board = book, reader, board

    def save(self, name: str, content: str | bytes | None) -> State:
        """The state after a file of the manuscript was written, or removed."""
        path = self.book / "manuscript" / name
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return self.read()

    def read(self) -> State:
        """The state after another reading."""
        self._reader.read()
        assert self._reader.rest(PATIENCE)
        return self._board.state

    def restore(self) -> State:
        """The state of the publication as it was."""
        remove_tree(self.book / "manuscript")
        write_book(self.book, *CHAPTERS)
        return self.read()


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    """A publication of two chapters that has been read."""
    book = write_book(tmp_path_factory.mktemp("watched"), *CHAPTERS)
    board = Board()
    with Reader(book, board, tmp_path_factory.mktemp("scratch")) as reader:
        yield Watched(book, reader, board)


def text_of(state: State, name: str) -> str:
    """The document ``name`` as the browser gets it."""
    return state.files[name].content.decode()


def test_an_edit_is_shown_where_it_was_made(watched: Watched) -> None:
    """The document has the new words, the PDF is made again, and the change is known."""
    before = watched.restore()
    state = watched.save(SECOND, CHAPTERS[1] + "Helt nytt.\n")
    assert state.number == before.number + 1
    assert "Helt nytt." in text_of(state, "kapittel-2.xhtml")
    assert state.change is not None
    assert (state.change.document, state.change.at) == (
        "kapittel-2.xhtml",
        "manuscript/chapters/02.md:9",
    )
    assert f'data-at="{state.change.at}"' in text_of(state, "kapittel-2.xhtml")
    assert state.pages is not None
    assert state.pages.number == state.number
    assert state.pages.pdf.startswith(b"%PDF-")
    assert state.pages.picture(1).startswith(b"\x89PNG")
    assert state.summary is not None
    assert "proevebok.pdf" in state.summary.content.decode()


def test_new_findings_are_told_of(watched: Watched) -> None:
    """What an edit brings is new, and what the next one fixes is gone."""
    before = watched.restore()
    state = watched.save(FIRST, CHAPTERS[0].replace("Kart over byen", ""))
    new = [one.rule for index, one in enumerate(state.findings) if index in state.difference().new]
    assert "image-has-alt-text" in new
    assert len(state.findings) == len(before.findings) + len(new)
    state = watched.save(FIRST, CHAPTERS[0])
    assert state.findings == before.findings
    assert state.difference().gone == len(new)
    assert not state.difference().new


def test_another_brand_is_judged_again(watched: Watched) -> None:
    """The colours of the settings are in no file of the templates."""
    watched.restore()
    brand = f'{SETTINGS}\n[brand.colours]\nheading = "#fff2a8"\n'.replace(
        '"chapters/01.md"', '"chapters/01.md", "chapters/02.md"'
    )
    found = {one.rule for one in watched.save("publication.toml", brand).findings}
    assert "brand-colours-have-contrast" in found
    assert "brand-colours-have-contrast" not in {one.rule for one in watched.restore().findings}


def chapter_removed(watched: Watched) -> State:
    """A chapter that the settings name is no longer there."""
    return watched.save(SECOND, None)


def settings_broken(watched: Watched) -> State:
    """The settings are no TOML."""
    return watched.save("publication.toml", SETTINGS + "\n[[[")


def half_written(watched: Watched) -> State:
    """A chapter ends in the middle of a letter."""
    return watched.save(FIRST, "# En\n\nFø".encode()[:-1])


def all_removed(watched: Watched) -> State:
    """There is no manuscript."""
    remove_tree(watched.book / "manuscript")
    return watched.read()


@pytest.mark.parametrize("harm", [chapter_removed, settings_broken, half_written, all_removed])
def test_the_last_good_edition_stays(watched: Watched, harm: Callable[[Watched], State]) -> None:
    """It is shown with what is wrong, and is replaced as soon as that is fixed."""
    before = watched.restore()
    state = harm(watched)
    assert state.is_behind
    assert state.trouble or state.stopped
    assert state.number == before.number
    assert state.files == before.files
    assert state.pages == before.pages
    after = watched.restore()
    assert not after.is_behind
    assert after.number == before.number + 1
    assert not after.difference().new


def test_a_missing_image_is_a_finding(watched: Watched) -> None:
    """The publication is shown without it."""
    watched.restore()
    state = watched.save(SHOWN[3:], None)
    assert not state.is_behind
    assert "image-is-there" in {one.rule for one in state.findings}


def test_a_fault_of_our_own_does_not_end_it(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What nobody foresaw is told in a sentence, and the next reading is as any other."""
    before = watched.restore()
    with monkeypatch.context() as patched:
        patched.setattr("bindery.pipeline.watch.rounds.documents_of", lambda *_: 1 / 0)
        state = watched.read()
    assert state.stopped is not None
    assert state.files == before.files
    assert watched.read().stopped is None


def test_nothing_is_written_in_the_publication(watched: Watched) -> None:
    """A build of it can be made at the same time."""
    watched.restore()
    assert [path.name for path in watched.book.iterdir()] == ["manuscript"]


def test_a_save_is_noticed_also_in_a_folder_that_is_made_again(tmp_path: Path) -> None:
    """So is one in templates that were not there when the watching began."""
    book, stop = write_book(tmp_path, *CHAPTERS), Event()
    seen: list[int] = []
    noticed = Event()

    def look() -> None:
        for _ in changes(book, stop):
            seen.append(1)
            noticed.set()

    thread = Thread(target=look)
    thread.start()
    style = book / "templates/print/print.css"
    try:
        for path in (book / "manuscript" / FIRST, style, book / "manuscript" / SECOND):
            noticed.clear()
            stop.wait(0.3)
            if path == style:
                style.parent.mkdir(parents=True)
            elif path.name == "02.md":
                remove_tree(book / "manuscript")
                write_book(book, *CHAPTERS)
            path.write_text("# Nytt\n", encoding="utf-8")
            assert noticed.wait(10), path
    finally:
        stop.set()
        thread.join()


def test_it_ends_when_it_is_to(tmp_path: Path) -> None:
    """Server, lanes and temporary folder are gone after it."""
    book, stop = write_book(tmp_path, CHAPTERS[1]), Event()
    said: list[str] = []
    told: list[State] = []

    def begun(address: str) -> None:
        said.append(address)
        stop.set()

    keep_watching(book, begun, lambda state, _time: told.append(state), stop=stop)
    assert said[0].startswith("http://127.0.0.1:")
    assert [path.name for path in book.iterdir()] == ["manuscript"]


def words_of_pages(pdf: bytes) -> list[str]:
    """The words on each page."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_range() for page in document]


def test_the_pages_are_those_of_a_build(watched: Watched, tmp_path: Path) -> None:
    """Though a short publication is laid out in parts here, and a chapter is laid out anew."""
    watched.restore()
    state = watched.save(FIRST, CHAPTERS[0] + "\n## Mer\n\n" + "Ord og ord.\n\n" * 80)
    folder = BookFolder(watched.book)
    made = pages_alone(folder.document, workshop_for(folder.document, tmp_path), {})
    assert state.pages is not None
    assert state.pages.count == made.count > 4
    assert state.pages.pagination == made.pagination
    assert words_of_pages(state.pages.pdf) == words_of_pages(made.content)
