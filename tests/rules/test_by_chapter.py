"""What a rule finds by chapter is what it finds in the whole, and is kept while nothing changes."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bindery.manuscript.source import Manuscript
from bindery.rules.by_chapter import ByChapter, seen_by
from bindery.rules.documentation import page_of
from bindery.rules.manuscript import RULES
from bindery.rules.styles.judge_templates import judge_templates
from bindery.vocabulary.findings import Finding
from bindery.vocabulary.keeping import NOTHING_KEPT
from bindery.vocabulary.rule import Rule
from tests.kept_in_memory import Shelf
from tests.rules.books import manuscript_of

BY_CHAPTER = tuple(rule for rule in RULES if rule.by_chapter)
NOTE = "> [!NOTE]\n> Kort.\n"
"""A mark of another dialect, so that the chapter's text is not as it is written."""

BOOK = {
    "chapters/01.md": f"# En\n\n{NOTE}\nHan kom - og gikk.\n",
    "chapters/02.md": "# To\n\nHun ble.\n",
}
DASH = next(rule for rule in BY_CHAPTER if rule.name == "dash-is-a-dash")


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Manuscript:
    """A book with a chapter for every example that a rule by chapter finds something in."""
    texts = [
        text
        for rule in BY_CHAPTER
        for example in page_of(rule).fails
        for path, text in example.files.items()
        if path.endswith(".md")
    ]
    files = {f"chapters/{number:02}.md": text for number, text in enumerate(texts, start=1)}
    return manuscript_of(tmp_path_factory.mktemp("wrong"), files)


@pytest.mark.parametrize("rule", BY_CHAPTER, ids=lambda rule: rule.name)
def test_it_finds_and_counts_what_it_does_in_the_whole(
    rule: Rule[Manuscript], wrong: Manuscript
) -> None:
    """In a book of every rule's wrong examples, each finds some, by chapter as in the whole."""
    whole, joined = seen_by(rule, wrong), ByChapter(wrong, [rule], NOTHING_KEPT).seen_by(rule)
    assert whole.findings
    assert sorted(map(repr, joined.findings)) == sorted(map(repr, whole.findings))
    assert joined.examined == whole.examined
    assert joined.unknown_languages == whole.unknown_languages


def test_it_needs_nothing_that_is_installed() -> None:
    """What is kept says nothing of dictionaries, so none may be asked."""
    assert {rule.missing for rule in BY_CHAPTER} == {Rule.__dataclass_fields__["missing"].default}


def looked_at(manuscript: Manuscript, shelf: Shelf) -> tuple[list[str], list[Finding]]:
    """The chapters that a rule is asked about, and what is found in all."""
    asked: list[str] = []

    def find(alone: Manuscript) -> Iterator[Finding]:
        asked.extend(one.path for one in alone.chapters)
        return DASH.find(alone)

    rule = replace(DASH, find=find)
    return asked, [*ByChapter(manuscript, [rule], shelf).seen_by(rule).findings]


def test_a_chapter_that_is_as_it_was_is_not_looked_at(tmp_path: Path) -> None:
    """What was found is told again, with its place and its fix."""
    shelf = Shelf()
    first, found = looked_at(manuscript_of(tmp_path / "a", BOOK), shelf)
    assert first == ["manuscript/chapters/01.md", "manuscript/chapters/02.md"]
    assert [(one.location.line, bool(one.fix)) for one in found] == [(6, True)]
    assert looked_at(manuscript_of(tmp_path / "b", BOOK), shelf) == ([], found)


@pytest.mark.parametrize(
    ("change", "again"),
    [
        ({"chapters/02.md": "# To\n\nHun kom - og gikk.\n"}, ["02"]),
        ({"chapters/02.md": "---\nlang: en\n---\n\n# To\n\nHun ble.\n"}, ["01", "02"]),
        ({"publication.toml": 'language = "nn"'}, ["01", "02"]),
        ({"chapters/03.md": "# Tre\n\nDe kom.\n"}, ["01", "02", "03"]),
    ],
    ids=["text", "front matter", "settings", "order"],
)
def test_what_a_finding_can_depend_on_is_looked_at_again(
    tmp_path: Path, change: dict[str, str], again: list[str]
) -> None:
    """A chapter's own text, and of the others only their names and front matter."""
    shelf = Shelf()
    looked_at(manuscript_of(tmp_path / "a", BOOK), shelf)
    asked, _ = looked_at(manuscript_of(tmp_path / "b", BOOK | change), shelf)
    assert asked == [f"manuscript/chapters/{name}.md" for name in again]


@pytest.mark.parametrize("content", [b"", b"{", b'{"dash-is-a-dash": 3}', b"\xff"])
def test_what_cannot_be_read_is_looked_for_again(tmp_path: Path, content: bytes) -> None:
    """A file that holds something else counts as none."""
    shelf = Shelf()
    _, found = looked_at(manuscript_of(tmp_path / "a", BOOK), shelf)
    shelf.kept = dict.fromkeys(shelf.kept, content)
    asked, again = looked_at(manuscript_of(tmp_path / "b", BOOK), shelf)
    assert len(asked) == len(BOOK)
    assert again == found


def test_templates_that_are_as_they_were_are_not_judged_again(tmp_path: Path) -> None:
    """Another style, a new image and other settings are judged; what was kept is the same."""
    shelf = Shelf()
    publication = manuscript_of(tmp_path / "a", BOOK).publication
    evidence = judge_templates(publication, shelf)
    assert judge_templates(publication, shelf) == evidence
    assert shelf.recalled == 1
    sheet = tmp_path / "a/templates/print/print.css"
    sheet.parent.mkdir(parents=True)
    sheet.write_text("body { color: #999 }")
    assert judge_templates(publication, shelf) != evidence
    judge_templates(replace(publication, images={"manuscript/a.svg": b""}), shelf)
    others = BOOK | {"publication.toml": 'language = "nn"'}
    judge_templates(manuscript_of(tmp_path / "a", others).publication, shelf)
    assert shelf.recalled == 1
