"""Citations as other tools write them become code of the class ``cite``; the rest is left alone."""

import pytest

from bindery.manuscript.marks.door import let_in
from bindery.manuscript.marks.page import Book

BOOK = Book(sources=("a", "b", "h20", "Å:x-1"))

CITATIONS = [
    ("[@a]", "`[@a]`{.cite}"),
    ("[se @h20, s. 3; @b]", "`[se @h20, s. 3; @b]`{.cite}"),
    ("[-@a]", "`[-@a]`{.cite}"),
    ("@a [s. 3] sier", "`@a [s. 3]`{.cite} sier"),
    ("Som @a.", "Som `@a`{.cite}."),
    ("@{Å:x-1} og @Å:x-1, også", "`@{Å:x-1}`{.cite} og `@Å:x-1`{.cite}, også"),
    ("[@ukjent]", "`[@ukjent]`{.cite}"),
    ("[se\n@a, s. 3]", "`[se\n@a, s. 3]`{.cite}"),
    ("> [se\n> @a]", "> `[se\n> @a]`{.cite}"),
    ("[se `x` @a]", "``[se `x` @a]``{.cite}"),
    (
        "| A | B |\n|---|---|\n| [@a] | @b |",
        "| A | B |\n|---|---|\n| `[@a]`{.cite} | `@b`{.cite} |",
    ),
    ("*[@a]* **@b**", "*`[@a]`{.cite}* **`@b`{.cite}**"),
    ("x[^1]\n\n[^1]: Se [@a].", "x[^1]\n\n[^1]: Se `[@a]`{.cite}."),
    ("{cite}`a`", "`[@a]`{.cite}"),
    ("{cite:p}`a,b`", "`[@a; @b]`{.cite}"),
    ("{cite:t}`a, b`", "`@a`{.cite}, `@b`{.cite}"),
    (r"\cite{a}", "`[@a]`{.cite}"),
    (r"\citep{a,b}", "`[@a; @b]`{.cite}"),
    (r"\citet{a}", "`@a`{.cite}"),
    (r"\cite[s. 3]{a}", "`[@a, s. 3]`{.cite}"),
]
AS_WRITTEN = [
    "@kommune på nett",
    "Skriv til a@b eller <a@b.no>.",
    "`[@a]` og `@a`",
    "```\n[@a]\n```",
    r"\@a og \[\@a\]",
    "[Kart](https://example.org/@a)",
    "![Kart @a](k.svg)",
    "$@a$",
    "<!-- [@a] -->",
    "{cite}`a b c!`",
    r"\cite{}",
]


@pytest.mark.parametrize(("written", "plain"), CITATIONS)
def test_it_is_read(written: str, plain: str) -> None:
    """Every spelling becomes the same carrier, wherever it stands."""
    assert let_in("k.md", written, BOOK).text == plain


@pytest.mark.parametrize("written", AS_WRITTEN)
def test_it_is_left_alone(written: str) -> None:
    """Accounts, addresses, code, links, and the names of figures and tables are no citations."""
    chapter = let_in("k.md", written, BOOK)
    assert chapter.text == written
    assert chapter.marks == ()


@pytest.mark.parametrize(
    ("written", "plain"), [("[@a]", "`[@a]`{.cite}"), ("[følg @kommune]", None), ("@a", None)]
)
def test_without_a_bibliography_only_what_is_nothing_else(written: str, plain: str | None) -> None:
    """Brackets with words before the name may be anything."""
    assert let_in("k.md", written, Book()).text == (plain or written)


def test_what_is_spelt_otherwise_is_told() -> None:
    """Once each, with the words of its author; our own spelling is not."""
    chapter = let_in("k.md", "# A\n\n[@a] {cite}`a`\n\n\\cite{b}\n", BOOK)
    assert [(mark.kind, mark.words, mark.location.line) for mark in chapter.marks] == [
        ("citation", "{cite}`a`", 3),
        ("citation", "\\cite{b}", 5),
    ]


def test_a_finding_is_at_the_authors_place() -> None:
    """What is kept has its own column."""
    chapter = let_in("k.md", "Se [@a] og [@x].", BOOK)
    assert chapter.places is not None
    at = chapter.text.index("@x")
    assert chapter.places.origin(at)[0] == "Se [@a] og [@x].".index("@x")


def test_a_long_row_of_signs_takes_no_time() -> None:
    """Neither brackets, names nor commands are searched again from each sign."""
    for text in (
        "[" * 2000 + "@a",
        "@a" * 20_000,
        "@{" * 20_000,
        "\\cite{" * 20_000,
        "[@a " * 1000,
    ):
        let_in("k.md", text, BOOK)


def test_names_of_figures_and_tables_are_no_sources() -> None:
    """Another reader has them."""
    assert "cite" not in let_in("k.md", "[@fig-a; @tbl-b], @sec-x og [se @eq-1]", BOOK).text
