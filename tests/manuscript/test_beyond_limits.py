"""Settings and front matter that Python or a parser cannot hold end in a finding at the line."""

import time
from pathlib import Path

import pytest

from bindery.manuscript.front_matter import read_opening
from bindery.manuscript.load import load
from bindery.pipeline.asked import language_of
from bindery.vocabulary.publication import FrontMatter
from tests.shelf import SETTINGS, write_book

LAST = len(SETTINGS.splitlines())

YAML = {
    "half a letter": (r'short-title: "\ud800"', "not-text", 2),
    "itself": ("language: nb\nshort-title: &a [*a]", "alias", 3),
    "far too deep": (f"language: nb\nshort-title: {'[' * 3000}", "too-deep", 3),
    "a key twice": ("language: nb\nlanguage: nn", "twice", 3),
    "a key that is a list": ("? [a, b]\n: c", "not-keys", 2),
    "no keys": ("- a\n- b", "not-keys", 2),
    "a sign that YAML refuses": ("short-title: \x01", "not-yaml", 2),
    "a table for a text": ("language: nb\nshort-title: {a: b}", "not-text", 3),
    "a bracket that is open": ("short-title: [a\nb: c", "not-yaml", 3),
}


@pytest.mark.parametrize(("yaml", "kind", "line"), YAML.values(), ids=list(YAML))
def test_front_matter_that_says_nothing_is_told_at_its_line(
    yaml: str, kind: str, line: int
) -> None:
    """Whatever a reader of YAML stumbles on is one fault on the line that has it."""
    text = f"---\n{yaml}\n---\n# A\n"
    opening = read_opening(text)
    (fault,) = opening.faults
    assert (fault.kind, text.count("\n", 0, fault.at) + 1) == (kind, line)
    assert text[opening.end :] == "# A\n"


@pytest.mark.parametrize(
    ("yaml", "said"),
    [
        ("", FrontMatter()),
        ("~", FrontMatter()),
        ("short-title: Kort\nlanguage: nn", FrontMatter("Kort", "nn")),
        ("'short-title': \"2026: et år\"  # navnet", FrontMatter("2026: et år")),
        ("{short-title: Kort}", FrontMatter("Kort")),
        ("short-title: >\n  To\n  linjer\n", FrontMatter("To linjer")),
        ("title: 2026", FrontMatter(title="2026")),
        ("title: 2026-02-30", FrontMatter(title="2026-02-30")),
        ("title: 0x_", FrontMatter(title="0x_")),
        (f"title: {'9' * 6000}", FrontMatter(title="9" * 6000)),
        ("lang: en-GB\nlinkTitle: Kort", FrontMatter("Kort", "en-GB")),
        ("author: Kari", FrontMatter(authors=("Kari",), author_names=("Kari",))),
        (
            "author:\n- name: Kari\n  affiliations: [NIBIO, NMBU]\n- Ola\n",
            FrontMatter(authors=("Kari, NIBIO, NMBU", "Ola"), author_names=("Kari", "Ola")),
        ),
        ("aliases: [/a/, b]\nslug: c", FrontMatter(addresses=("/a/", "b", "c"))),
        ("layout: side\ntoc: true\nexecute: {echo: false}", FrontMatter()),
    ],
)
def test_front_matter_that_is_right_is_read(yaml: str, said: FrontMatter) -> None:
    """Every way of YAML to write the values is understood, and every tool's name for them."""
    opening = read_opening(f"---\n{yaml}\n---\n# A\n")
    assert (opening.front_matter, opening.faults) == (said, ())


def test_a_bomb_of_aliases_does_not_go_off() -> None:
    """Ten lines that would become a billion values are refused at once, at the first alias."""
    rows = ["a0: &a0 [x]"]
    rows += [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    started = time.process_time()
    text = "\n".join(["---", *rows, "---", "# A"])
    (fault,) = read_opening(text).faults
    assert (fault.kind, text.count("\n", 0, fault.at) + 1) == ("alias", 3)
    assert time.process_time() - started < 1


TOML = {
    "lists": (f"[x]\ny = {'[' * 2000}{']' * 2000}\n", LAST + 2),
    "lists on many lines": ("[x]\ny = [\n" + "[\n" * 999 + "]\n" * 1000, LAST + 1001),
    "lists that Python holds": (f"[x]\ny = {'[' * 100}{']' * 100}\n", LAST + 2),
    "tables in a line": (f"[x]\ny = {'{a=' * 2000}1{'}' * 2000}\n", LAST + 2),
    "a key of many parts": (f"[x]\n{'.'.join('a' * 5000)} = 1\n", LAST + 1),
    "a table of many parts": (f"[x.{'.'.join('a' * 5000)}]\n", LAST + 1),
    "a number": (f"[x]\nå = 1\ny = {'9' * 6000}\n".replace("å", "z"), LAST + 3),
}


@pytest.mark.parametrize(("more", "line"), TOML.values(), ids=list(TOML))
def test_settings_beyond_limits_are_told_at_their_line(
    tmp_path: Path, more: str, line: int
) -> None:
    """Depths and numbers that no program reads are one finding, and the language is a guess."""
    book = write_book(tmp_path, "# A\n", settings=SETTINGS + more)
    findings = load(book).findings
    assert [(one.rule, one.location.line) for one in findings] == [("settings-are-valid", line)]
    assert language_of(book) in {"nb", "en"}


def test_a_table_name_of_many_spaces_is_read_at_once(tmp_path: Path) -> None:
    """The lines of keys are found in a time that grows as the file does."""
    more = "y = [\n[" + " " * 30_000 + "\n1]]\n"
    started = time.process_time()
    load(write_book(tmp_path, "# A\n", settings=f"{SETTINGS}[x]\n{more}"))
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    "spelling",
    ["chapters/./01.md", "chapters//01.md", "chapters/../chapters/01.md", "chapters/lenke.md"],
)
def test_a_chapter_twice_in_two_spellings_is_told(tmp_path: Path, spelling: str) -> None:
    """One file is one chapter, by whatever path or link it is named."""
    listed = SETTINGS.replace('["chapters/01.md"]', f'[\n"chapters/01.md",\n"{spelling}"]')
    (tmp_path / "manuscript/chapters").mkdir(parents=True)
    (tmp_path / "manuscript/chapters/01.md").write_text("# A\n", encoding="utf-8")
    (tmp_path / "manuscript/chapters/lenke.md").symlink_to("01.md")
    (tmp_path / "manuscript/publication.toml").write_text(listed, encoding="utf-8")
    (finding,) = load(tmp_path).findings
    assert (finding.rule, finding.location.line) == ("reading-order-has-chapters", LAST + 2)
    assert f"{spelling}” and “chapters/01.md" in finding.message.en


def test_a_chapter_in_another_spelling_has_its_own_path(tmp_path: Path) -> None:
    """Links and findings name a chapter by one path, however the reading order spells it."""
    settings = SETTINGS.replace("chapters/01.md", "chapters/.././chapters/01.md")
    book = write_book(tmp_path, "# A\n")
    (book / "manuscript/publication.toml").write_text(settings, encoding="utf-8")
    publication = load(book).publication
    assert publication is not None
    assert publication.chapters[0].path == "manuscript/chapters/01.md"
